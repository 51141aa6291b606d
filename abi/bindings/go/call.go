package backorder

// #include "abi.h"
import "C"

import "time"

// Call is who calls, and how: the marketplace, the actor the host vouches for, and what a single call needs.
type Call struct {
	Marketplace    string
	Role           Role
	Seller         string
	Permissions    Permission
	User           string // who it was, for the ledger
	IdempotencyKey string
	Traceparent    string        // W3C trace context
	Timeout        time.Duration // 0: the context's deadline, or the handle's default
}

// Host is the platform itself: places, cancels, registers the catalogue, reads.
func Host(marketplace string) Call {
	return Call{Marketplace: marketplace, Role: RoleHost}
}

// Operator runs the marketplace.
func Operator(marketplace string, permissions Permission) Call {
	return Call{Marketplace: marketplace, Role: RoleOperator, Permissions: permissions}
}

// Seller sells on the marketplace.
func Seller(marketplace, seller string, permissions Permission) Call {
	return Call{Marketplace: marketplace, Role: RoleSeller, Seller: seller, Permissions: permissions}
}

// WithKey is the same call with an idempotency key.
func (c Call) WithKey(key string) Call {
	c.IdempotencyKey = key
	return c
}

// WithTimeout is the same call that ends within that time.
func (c Call) WithTimeout(timeout time.Duration) Call {
	c.Timeout = timeout
	return c
}

func milliseconds(duration time.Duration) C.int64_t {
	return C.int64_t((duration + time.Millisecond - 1) / time.Millisecond)
}

func (c Call) pack(a *arena) *C.bo_call {
	packed := (*C.bo_call)(a.memory(1, C.sizeof_bo_call))
	packed.struct_size = C.sizeof_bo_call
	packed.role = C.uint32_t(c.Role)
	packed.permissions = C.uint64_t(c.Permissions)
	packed.marketplace, packed.marketplace_length = a.text(c.Marketplace)
	packed.seller, packed.seller_length = a.text(c.Seller)
	packed.user, packed.user_length = a.text(c.User)
	packed.idempotency_key, packed.idempotency_key_length = a.text(c.IdempotencyKey)
	packed.traceparent, packed.traceparent_length = a.text(c.Traceparent)
	packed.timeout_ms = milliseconds(c.Timeout)
	return packed
}
