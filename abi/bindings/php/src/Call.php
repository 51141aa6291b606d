<?php
declare(strict_types=1);

namespace Backorder;

/**
 * Who calls, and how: the marketplace, the actor the host vouches for, and what a single call needs.
 *
 *     Call::operator('shop', Permission::MANAGE_INVENTORY)->withKey('delivery-17')
 */
final class Call
{
    /** @param int $permissions Permission bits */
    public function __construct(
        public readonly mixed $marketplace,
        public readonly Role $role,
        public readonly mixed $seller = '',
        public readonly mixed $permissions = 0,
        public readonly mixed $user = '',
        public readonly mixed $idempotency_key = '',
        public readonly mixed $traceparent = '',
        public readonly mixed $timeout_ms = 0,
        public readonly mixed $token = null,
    ) {
    }

    /** The platform itself: places, cancels, registers the catalogue, reads. */
    public static function host(string $marketplace): self
    {
        return new self($marketplace, Role::HOST);
    }

    public static function operator(string $marketplace, int $permissions = 0): self
    {
        return new self($marketplace, Role::OPERATOR, permissions: $permissions);
    }

    public static function ofSeller(string $marketplace, string $seller, int $permissions = 0): self
    {
        return new self($marketplace, Role::SELLER, $seller, $permissions);
    }

    /** @param string $key */
    public function withKey(mixed $key): self
    {
        return $this->with(['idempotency_key' => $key]);
    }

    /** @param int $milliseconds */
    public function withTimeout(mixed $milliseconds): self
    {
        return $this->with(['timeout_ms' => $milliseconds]);
    }

    /** @param Token $token */
    public function withToken(mixed $token): self
    {
        return $this->with(['token' => $token]);
    }

    /** @param string $user who it was, for the ledger */
    public function withUser(mixed $user): self
    {
        return $this->with(['user' => $user]);
    }

    /** @param string $traceparent W3C trace context */
    public function withTraceparent(mixed $traceparent): self
    {
        return $this->with(['traceparent' => $traceparent]);
    }

    private function with(array $changed): self
    {
        return new self(...$changed + get_object_vars($this));
    }
}
