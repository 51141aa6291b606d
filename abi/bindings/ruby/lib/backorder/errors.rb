# frozen_string_literal: true

require "json"

module Backorder
  # A call that was refused or failed; its kinds are the subclasses.
  class Error < StandardError
    NAMES = Status.constants.to_h { |name| [Status.const_get(name), name] }.freeze
    RETRIES = Retry.constants.to_h { |name| [Retry.const_get(name), name.downcase] }.freeze

    # @return [Integer] what it is, e.g. Status::SHORTAGE
    attr_reader :status
    # @return [Array<Hash>] one for each thing it is about: line, warehouse, asked, available, gate, field, ...
    attr_reader :details
    # @return [Symbol] :no, ask differently; :safe, nothing was done; :same_key, repeat with the same idempotency key and only so
    attr_reader :retry
    # @return [String] the database's code, or ""
    attr_reader :sqlstate
    # @return [Result, nil] of a batch: the outcome of every item
    attr_reader :result

    def initialize(status, message, details: [], retry_how: :no, sqlstate: "", result: nil)
      @status = status
      @details = details
      @retry = retry_how
      @sqlstate = sqlstate
      @result = result
      super("#{code}: #{message}")
    end

    # @return [Symbol] the status by its name, e.g. :SHORTAGE
    def code
      NAMES.fetch(status, :UNKNOWN)
    end

    # An error of the gem itself, in the library's words.
    # @api private
    def self.refusal(status, message, **about)
      KINDS.fetch(status / 100).new(status, message, details: about.empty? ? [] : [about])
    end

    # Reads an error of the library and frees it.
    # @api private
    def self.take(library, status, pointer, result = nil)
      kind = KINDS.fetch(status / 100, InternalError)
      return kind.new(status, library.bo_status_name(status), result: result) if pointer.null?

      begin
        said = JSON.parse(library.bo_error_json(pointer).force_encoding(Encoding::UTF_8), symbolize_names: true)
        kind.new(status, said[:message], details: said.fetch(:details, []), retry_how: RETRIES[library.bo_error_retry(pointer)],
                                         sqlstate: said.fetch(:sqlstate, ""), result: result)
      ensure
        library.bo_error_free(pointer)
      end
    end
  end

  # 1xx: the caller's mistake.
  class CallerError < Error; end

  # The library cannot be loaded, or is of another version than this gem needs.
  class LibraryError < CallerError; end

  # 2xx: the domain says no.
  class Refused < Error; end

  # 3xx: database, time or memory.
  class EnvironmentFailure < Error; end

  # 4xx: whether it was done is not known. Repeat it with the same key.
  class InDoubt < Error; end

  # 5xx: a fault of the library.
  class InternalError < Error; end

  class Error
    KINDS = { 1 => CallerError, 2 => Refused, 3 => EnvironmentFailure, 4 => InDoubt }.freeze
    private_constant :KINDS, :NAMES, :RETRIES
  end
end
