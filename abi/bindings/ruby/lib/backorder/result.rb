# frozen_string_literal: true

module Backorder
  # One answer: tables of columns, read a column at a time. What is read is copied: it stays good after close.
  #
  # @example
  #   stock.rows(:stock).each { |row| puts "#{row[:warehouse]}: #{row[:backordered]}" }
  class Result
    # @return [Integer] Status::OK, or Status::SOME_REFUSED where some items of a batch were: their outcomes are in its table
    attr_reader :status

    # A result, or raises what went wrong. A batch of which some items were done is a result.
    # @api private
    def self.answer(library, status, result, error)
      given = new(library, status, result) unless result.null?
      raise Error.take(library, status, error, given) if given.nil? || ![Status::OK, Status::SOME_REFUSED].include?(status)

      library.bo_error_free(error)
      given
    end

    def initialize(library, status, pointer)
      @library = library
      @status = status
      @pointer = FFI::AutoPointer.new(pointer, library.method(:bo_result_free))
    end

    # Frees the library's memory now.
    def close
      @pointer&.free
      @pointer = nil
    end

    # @return [Boolean] whether this is the first answer given again to a repeated call
    def replayed?
      @library.bo_result_replayed(open) == 1
    end

    # @return [Array<Symbol>] names of the tables that have rows here
    def tables
      Abi::TABLES.keys.select { |table| count(table).positive? }
    end

    def inspect
      held = @pointer ? tables.map { |table| "#{table} #{count(table)}" }.join(", ") : "closed"
      "#<#{self.class} #{status == Status::OK ? :OK : :SOME_REFUSED}: #{held}>"
    end

    # @return [Integer] rows of a table; 0 if the answer has none such
    def count(table)
      @library.bo_result_rows(open, table_of(table).first)
    end

    # @return [Array] one value a row: Integer, true or false, String, or of json columns what the text holds (nil where it is empty)
    def column(table, name)
      number, kind = column_of(table, name)
      rows = count(table)
      case kind
      when :integer then integers(number, rows)
      when :flag then integers(number, rows).map { |value| value != 0 }
      when :text then texts(number, rows)
      when :json then texts(number, rows).map { |text| JSON.parse(text, symbolize_names: true) unless text.empty? }
      end
    end

    # @return [Array<Hash>] a table as one Hash a row
    def rows(table)
      names = table_of(table).last.keys
      names.map { |name| column(table, name) }.transpose.map { |values| names.zip(values).to_h }
    end

    # @return [Hash] the whole answer as the JSON interface gives it
    def json
      JSON.parse(@library.bo_result_json(open, nil).force_encoding(Encoding::UTF_8), symbolize_names: true)
    end

    private

    def open
      @pointer || raise(Error.refusal(Status::CLOSED, "the result is closed"))
    end

    def table_of(table)
      Abi::TABLES[table.to_sym] || raise(Error.refusal(Status::ARGUMENT, "no table #{table}", table: table.to_s))
    end

    def column_of(table, name)
      table_of(table).last[name.to_sym] ||
        raise(Error.refusal(Status::ARGUMENT, "table #{table} has no column #{name}", table: table.to_s, column: name.to_s))
    end

    def integers(column, rows)
      values = @library.bo_result_int64(open, column) unless rows.zero?
      values.nil? || values.null? ? [] : values.read_array_of_int64(rows)
    end

    def texts(column, rows)
      offsets = FFI::MemoryPointer.new(:pointer)
      start = @library.bo_result_text(open, column, offsets) unless rows.zero?
      return [] if start.nil? || start.null?

      bounds = offsets.read_pointer.read_array_of_uint64(rows + 1)
      whole = start.read_bytes(bounds.last).force_encoding(Encoding::UTF_8)
      bounds.each_cons(2).map { |first, last| whole.byteslice(first, last - first) }
    end
  end
end
