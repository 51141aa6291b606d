# frozen_string_literal: true

require "io/wait"

module Backorder
  # Where the answer of one call at a time is waited for, and what takes the call back. What Ruby raises in a thread that waits
  # (Interrupt, Timeout, Thread#raise, Thread#kill) ends the wait at once.
  # @api private
  class Slot
    # How long an interrupted call may take to tell that it was taken back.
    GRACE_MS = 50

    def initialize(library)
      @library = library
      completions = library.bo_completions_new
      raise Error.refusal(Status::OUT_OF_MEMORY, "no memory or descriptor for a call") if completions.null?

      @completions = FFI::AutoPointer.new(completions, library.method(:bo_completions_free))
      @token = Token.new
      @ready = IO.for_fd(library.bo_completions_fd(completions), autoclose: false)
      @answer = FFI::MemoryPointer.new(:uint64, 5)
      @places = Array.new(5) { |place| @answer + (8 * place) }
    end

    # Status, result and error of a call. Where an exception ends the wait, its cause tells what became of the call.
    def ask(function, handle, packed, parameters)
      heard = true
      packed[:completions] = @completions
      packed[:token] = @token.pointer if packed[:token].null?
      @answer.clear
      status = @library.public_send(function, handle, packed, *parameters, nil, error_place)
      return [status, FFI::Pointer::NULL, error_place.read_pointer] unless status == Status::OK

      heard = false
      @ready.wait_readable
      heard = pull(0)
      answer
    rescue Exception => e # rubocop:disable Lint/RescueException
      raise if heard

      heard = true
      raise e, cause: left(packed, parameters)
    ensure
      left(packed, parameters) unless heard
    end

    private

    def error_place
      @places[3]
    end

    def answer
      [@places[1].read_int32, @places[2].read_pointer, error_place.read_pointer]
    end

    def pull(timeout_ms)
      tags, statuses, results, errors, count = @places
      @library.bo_completions_pull(@completions, timeout_ms, 1, tags, statuses, results, errors, count)
      count.read_uint64 == 1
    end

    # Takes the call back if it is not under way yet. It is answered in any case, to nobody; until then the library uses what is given.
    def left(*used)
      @token.cancel
      return told if pull(GRACE_MS)

      Thread.new { told if pull(-1) && used }
      in_doubt
    end

    # What the answer says of a call nobody waits for any more.
    def told
      status, result, error = answer
      @library.bo_result_free(result)
      return Error.take(@library, status, error) unless [Status::OK, Status::SOME_REFUSED].include?(status)

      @library.bo_error_free(error)
      in_doubt
    end

    def in_doubt
      InDoubt.new(Status::IN_DOUBT, "interrupted before its answer was heard: the same call with the same key (place: the same order) " \
                                    "gives it", retry_how: :same_key)
    end
  end
end
