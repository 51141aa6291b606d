# frozen_string_literal: true

module Backorder
  # The loaded library: its functions as methods, once its version is known to fit.
  # @api private
  class Library
    DEFAULT = "libbackorder.so.1"

    @loaded = {}
    @lock = Mutex.new

    # The library at that path, of the environment's BACKORDER_LIBRARY, or as the system finds it.
    def self.load(path = nil)
      path ||= ENV.fetch("BACKORDER_LIBRARY", DEFAULT)
      @lock.synchronize { @loaded[path] ||= read(path) }
    end

    def self.read(path)
      functions = Module.new { extend FFI::Library }
      functions.ffi_lib(path)
      attach(functions, :bo_version, :bo_get_api)
      require_version(path, functions)
      attach(functions, *(Abi::FUNCTIONS.keys - %i[bo_version bo_get_api]))
    rescue LoadError => e
      raise unfit(path, "is not libbackorder, or cannot be loaded: #{e.message}")
    end

    def self.attach(functions, *names)
      names.each do |name|
        takes, returns, waits = Abi::FUNCTIONS[name]
        functions.attach_function(name, takes, returns, blocking: waits)
      end
      functions
    end

    def self.require_version(path, functions)
      return if functions.bo_get_api(Abi::MAJOR, Abi::MINOR, FFI::MemoryPointer.new(:pointer)) == Status::OK

      found = functions.bo_version
      raise unfit(path, "is version #{found}, this gem needs #{Abi::MAJOR}.#{Abi::MINOR} or a later one of #{Abi::MAJOR}.x", found)
    end

    def self.unfit(path, why, found = "")
      details = [{ library: path, needed: "#{Abi::MAJOR}.#{Abi::MINOR}", found: found }]
      LibraryError.new(Status::ABI_VERSION, "#{path}: #{why}", details: details)
    end
    private_class_method :read, :attach, :require_version, :unfit
  end
end
