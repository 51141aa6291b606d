'use strict';

const abi = require('./abi.js');
const { refusal } = require('./errors.js');
const { filled, integer } = require('./pack.js');

const { Role, Status } = abi;
const TEXTS = ['marketplace', 'seller', 'user', 'idempotency_key', 'traceparent'];

const NOTHING = { seller: '', permissions: 0, user: '', idempotency_key: '', traceparent: '', timeout_ms: 0, signal: null };

/** Who calls, and how; see index.d.ts. Never changes. */
class Call {
  constructor(context) {
    Object.assign(this, NOTHING, context);
    this.packed = pack(this);
    Object.freeze(this);
  }

  static host(marketplace, more = {}) {
    return new Call({ ...more, marketplace, role: Role.HOST });
  }

  static operator(marketplace, permissions = 0, more = {}) {
    return new Call({ ...more, marketplace, role: Role.OPERATOR, permissions });
  }

  static ofSeller(marketplace, seller, permissions = 0, more = {}) {
    return new Call({ ...more, marketplace, role: Role.SELLER, seller, permissions });
  }

  withKey(idempotencyKey) {
    return this.with({ idempotency_key: idempotencyKey });
  }

  withTimeout(timeoutMs) {
    return this.with({ timeout_ms: timeoutMs });
  }

  withSignal(signal) {
    return this.with({ signal });
  }

  with(changes) {
    const { packed, ...context } = this;
    return new Call({ ...context, ...changes });
  }
}

function pack(call) {
  if (call.signal !== null && !(call.signal instanceof AbortSignal))
    throw refusal(Status.ARGUMENT, 'signal is an AbortSignal', { field: 'signal' });
  const texts = Object.fromEntries(TEXTS.map((name) => [name, call[name]]));
  const packed = filled(abi.bo_call, { ...texts, timeout_ms: call.timeout_ms });
  return { ...packed, role: integer('role', call.role), permissions: integer('permissions', call.permissions), reserved: [0, 0] };
}

module.exports = { Call };
