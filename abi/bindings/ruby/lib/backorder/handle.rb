# frozen_string_literal: true

module Backorder
  # An open handle, made by Backorder.open: one pool of connections to one database. Threads share it, and others run while one waits;
  # a forked child opens its own.
  #
  # An exception that Ruby raises while a call waits (Interrupt, Timeout, Thread#raise) ends the wait at once. Its cause is then the
  # {Error} that tells what became of the call: status CANCELLED if nothing was done, {InDoubt} if only the same call with the same key
  # can tell.
  class Handle
    include Operations

    # @api private
    def self.open(library, config)
      handle = FFI::MemoryPointer.new(:pointer)
      error = FFI::MemoryPointer.new(:pointer)
      pack = Pack.new
      status = library.bo_open(*pack.json(config), handle, error)
      raise Error.take(library, status, error.read_pointer) unless status == Status::OK

      new(library, handle.read_pointer)
    end

    def initialize(library, pointer)
      @library = library
      @pointer = pointer
      @slots = Queue.new
      ObjectSpace.define_finalizer(self, self.class.closing(library, pointer))
    end

    # What closes a handle that nobody holds any more.
    # @api private
    def self.closing(library, pointer)
      proc { library.bo_close(pointer) }
    end

    # Ends calls in flight and the handle. Later calls are refused with Status::CLOSED.
    def close
      ObjectSpace.undefine_finalizer(self)
      @library.bo_close(@pointer)
      nil
    end

    # Installs or updates the tables.
    # @return [Result] table schema
    def migrate(timeout_ms: 0)
      answered(:bo_migrate, Pack.integer(:timeout_ms, timeout_ms))
    end

    # What the library would have logged since the last time.
    # @return [Result] table log
    def logs
      answered(:bo_logs)
    end

    # A descriptor that becomes readable when there are events or logs to pull. The library's own: only wait for it.
    # @param what [Integer] Poll bits
    # @return [Integer]
    def poll_fd(what)
      descriptor = FFI::MemoryPointer.new(:int32)
      error = FFI::MemoryPointer.new(:pointer)
      status = @library.bo_poll_fd(@pointer, Pack.integer(:what, what), descriptor, error)
      raise Error.take(@library, status, error.read_pointer) unless status == Status::OK

      descriptor.read_int32
    end

    private

    def run(call, function)
      pack = Pack.new
      packed = pack.call(call)
      parameters = yield(pack)
      slot = idle_slot
      answer = slot.ask(function, @pointer, packed, parameters)
      @slots << slot
      Result.answer(@library, *answer)
    end

    def idle_slot
      @slots.empty? ? Slot.new(@library) : @slots.pop(true)
    rescue ThreadError # another thread was quicker
      Slot.new(@library)
    end

    def answered(function, *parameters)
      result = FFI::MemoryPointer.new(:pointer)
      error = FFI::MemoryPointer.new(:pointer)
      status = @library.public_send(function, @pointer, *parameters, result, error)
      Result.answer(@library, status, result.read_pointer, error.read_pointer)
    end
  end
end
