# frozen_string_literal: true

module Backorder
  # Ruby's values into the structs of the header, kept until the call is made. What cannot be is refused with the library's statuses.
  # @api private
  class Pack
    WORDS = { policy: Policy, mode: ThresholdMode }.freeze
    INT64 = (-(1 << 63)...(1 << 63)).freeze

    def self.wrong(name, wanted, value)
      Error.refusal(Status::ARGUMENT, "#{name} is #{wanted}, not #{value.class}", field: name.to_s)
    end

    def self.text(name, value)
      raise wrong(name, "a String", value) unless value.is_a?(String) || value.is_a?(Symbol)

      value.to_s.encode(Encoding::UTF_8)
    rescue EncodingError
      raise Error.refusal(Status::TEXT, "#{name} cannot be written as UTF-8", field: name.to_s)
    end

    def self.integer(name, value)
      value.is_a?(Integer) && INT64.cover?(value) ? value : raise(wrong(name, "an Integer of 64 bits", value))
    end

    def self.flag(name, value)
      [true, false].include?(value) ? value : raise(wrong(name, "true or false", value))
    end

    def self.word(name, value)
      words = WORDS.fetch(name)
      known = value.to_s.upcase.to_sym if value.is_a?(String) || value.is_a?(Symbol)
      return words.const_get(known) if words.constants.include?(known)

      raise wrong(name, "one of #{words.constants.join(', ').downcase}", value)
    end

    # A text and its length, as parameters.
    def texted(name, value)
      encoded = Pack.text(name, value)
      return [nil, 0] if encoded.empty?

      bytes = keep(FFI::MemoryPointer.new(:char, encoded.bytesize, false))
      bytes.put_bytes(0, encoded)
      [bytes, encoded.bytesize]
    end

    def json(request)
      texted(:request, JSON.generate(request))
    rescue JSON::JSONError => e
      raise Error.refusal(Status::JSON, e.message)
    end

    # A struct of what a Hash says.
    def filled(type, values)
      struct = keep(type.new)
      fill(struct, values)
    end

    # An array of structs and its length, as parameters.
    def items(type, name, values)
      listed = list(name, values)
      array = keep(FFI::MemoryPointer.new(type.size, [listed.size, 1].max))
      listed.each_with_index do |value, at|
        raise Pack.wrong(name, "of Hashes", value) unless value.respond_to?(:to_hash)

        fill(type.new(array + (at * type.size)), value.to_hash)
      end
      [array, listed.size]
    end

    def call(call)
      raise Pack.wrong(:call, "a Call", call) unless call.is_a?(Call)

      struct = keep(Abi::Call.new)
      struct[:struct_size] = Abi::Call.size
      %i[role permissions timeout_ms].each { |name| struct[name] = Pack.integer(name, call[name]) }
      %i[marketplace seller user idempotency_key traceparent].each { |name| put(struct, name, :text, call[name]) }
      struct[:token] = token(call.token)
      struct
    end

    private

    def keep(memory)
      (@kept ||= []) << memory
      memory
    end

    def token(token)
      return if token.nil?

      token.is_a?(Token) ? token.pointer : raise(Pack.wrong(:token, "a Token", token))
    end

    def list(name, values)
      raise Pack.wrong(name, "an Array", values) if values.is_a?(Hash) || !values.respond_to?(:to_a)

      values.to_a
    end

    def fill(struct, values)
      members = Abi::MEMBERS[struct.class]
      struct[:struct_size] = struct.class.size
      struct[:mode] = ThresholdMode::LIMIT if members.key?(:mode)
      values.each do |name, value|
        kind = members[name.to_sym] || raise(Error.refusal(Status::UNKNOWN_MEMBER, "#{name} is not known here", field: name.to_s))
        put(struct, name.to_sym, kind, value) unless value.nil?
      end
      struct
    end

    def put(struct, name, kind, value)
      case kind
      when :text then struct[name], struct[:"#{name}_length"] = texted(name, value)
      when :integer then struct[name] = Pack.integer(name, value)
      when :word then struct[name] = Pack.word(name, value)
      when :flag then struct[:flags] |= Pack.flag(name, value) ? Abi.const_get(name.upcase) : 0
      when :lines then struct[:lines], struct[:line_count] = items(Abi::OrderLine, name, value)
      when :texts then put_texts(struct, name, list(name, value))
      end
    end

    def put_texts(struct, name, values)
      one = name.to_s.delete_suffix("s")
      pointers, lengths = values.map { |value| texted(name, value) }.transpose
      struct[:"#{one}_count"] = values.size
      return if values.empty?

      struct[name] = keep(FFI::MemoryPointer.new(:pointer, values.size).write_array_of_pointer(pointers))
      struct[:"#{one}_lengths"] = keep(FFI::MemoryPointer.new(:size_t, values.size).write_array_of_ulong(lengths))
    end
  end
end
