# frozen_string_literal: true

module Backorder
  # Cancels every call that carries it, now or later, from any thread.
  class Token
    # @api private
    attr_reader :pointer

    def initialize(library: nil)
      @library = Library.load(library)
      token = @library.bo_token_new
      raise Error.refusal(Status::OUT_OF_MEMORY, "no memory for a token") if token.null?

      @pointer = FFI::AutoPointer.new(token, @library.method(:bo_token_free))
    end

    def cancel
      @library.bo_token_cancel(@pointer)
    end
  end

  # Who calls, and how: the marketplace, the actor the host vouches for, and what a single call needs. Never changes.
  #
  # @example
  #   Call.operator("shop", Permission::MANAGE_INVENTORY).with_key("delivery-17")
  class Call
    NAMES = %i[marketplace role seller permissions user idempotency_key traceparent timeout_ms token].freeze
    attr_reader(*NAMES)

    # @param role [Integer] Role::HOST, Role::OPERATOR or Role::SELLER
    # @param permissions [Integer] Permission bits
    # @param user [String] who it was, for the ledger
    # @param traceparent [String] W3C trace context
    # @param timeout_ms [Integer] 0: the handle's default
    def initialize(marketplace, role, seller: "", permissions: 0, user: "", idempotency_key: "", traceparent: "", timeout_ms: 0, token: nil)
      @marketplace = marketplace
      @role = role
      @seller = seller
      @permissions = permissions
      @user = user
      @idempotency_key = idempotency_key
      @traceparent = traceparent
      @timeout_ms = timeout_ms
      @token = token
      freeze
    end

    # The platform itself: places, cancels, registers the catalogue, reads.
    def self.host(marketplace, **more)
      new(marketplace, Role::HOST, **more)
    end

    def self.operator(marketplace, permissions = 0, **more)
      new(marketplace, Role::OPERATOR, permissions: permissions, **more)
    end

    def self.of_seller(marketplace, seller, permissions = 0, **more)
      new(marketplace, Role::SELLER, seller: seller, permissions: permissions, **more)
    end

    # @return [Call] the same but for what is given
    def with(**changed)
      more = NAMES.drop(2).to_h { |name| [name, self[name]] }
      self.class.new(marketplace, role, **more, **changed)
    end

    # @return [Call]
    def with_key(idempotency_key)
      with(idempotency_key: idempotency_key)
    end

    # @return [Call]
    def with_timeout(timeout_ms)
      with(timeout_ms: timeout_ms)
    end

    # @return [Call]
    def with_token(token)
      with(token: token)
    end

    def [](name)
      public_send(name)
    end
  end
end
