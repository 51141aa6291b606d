'use strict';

const abi = require('./abi.js');
const { refusal } = require('./errors.js');
const { filled, flag, integer, items, json, texted } = require('./pack.js');

const { Status } = abi;

/** The operations with a C function: members of the request, and what the function takes of them. */
const TYPED = {
  settings_get: [[], () => []],
  settings_set: [['backorders_enabled', 'dry_run'], ({ backorders_enabled, dry_run = false }) =>
    [{ ...filled(abi.bo_settings, {}), flags: dry(dry_run), backorders_enabled: flag('backorders_enabled', backorders_enabled) ? 1 : 0 }]],
  policy_set: [['items', 'dry_run'], (request) => [...items(abi.bo_policy, 'items', request.items), dry(request.dry_run)]],
  threshold_set: [['items', 'dry_run'], (request) => [...items(abi.bo_threshold, 'items', request.items), dry(request.dry_run)]],
  stock: [['variants', 'products', 'warehouse'], (request) => [filled(abi.bo_stock_query, request)]],
  availability: [['items'], (request) => items(abi.bo_availability_item, 'items', request.items)],
  receive: [['items'], (request) => items(abi.bo_receipt, 'items', request.items)],
  place: [['order', 'priority', 'warehouses', 'lines'], (request) => [filled(abi.bo_order, request)]],
  place_batch: [['orders'], (request) => items(abi.bo_order, 'orders', request.orders)],
  cancel: [['order', 'lines'], ({ order, lines = [] }) => [...texted('order', order), ...items(abi.bo_order_units, 'lines', lines)]],
  shippable: [['order'], ({ order }) => texted('order', order)],
  fulfill: [['order', 'strict', 'entries'], ({ order, strict = false, entries }) =>
    [...texted('order', order), ...items(abi.bo_order_units, 'entries', entries), flag('strict', strict) ? abi.STRICT : 0]],
  events: [['consumer', 'acknowledge', 'limit'], ({ consumer, acknowledge = '', limit = 0 }) =>
    [...texted('consumer', consumer), ...texted('acknowledge', acknowledge), integer('limit', limit)]],
  events_acknowledge: [['consumer', 'cursor'], ({ consumer, cursor }) => [...texted('consumer', consumer), ...texted('cursor', cursor)]],
};

/** The others go by JSON. */
const BY_NAME = ['warehouse_upsert', 'catalog_upsert', 'queue', 'count', 'transfer', 'order', 'cancel_fulfillment', 'reassign', 'ledger',
  'verify', 'warehouses', 'products', 'variants', 'open_orders'];

function dry(run = false) {
  return flag('dry_run', run) ? abi.DRY_RUN : 0;
}

function parameters(operation, request) {
  if (request === null || typeof request !== 'object') throw refusal(Status.ARGUMENT, 'a request is an object', { field: 'request' });
  const [members, taken] = TYPED[operation];
  const unknown = Object.keys(request).find((name) => !members.includes(name));
  if (unknown !== undefined) throw refusal(Status.UNKNOWN_MEMBER, `${operation} does not know ${unknown}`, { field: unknown });
  return taken(request);
}

function camelCase(operation) {
  return operation.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}

/** Gives a class the operations as methods, on its run(call, function, parameters). */
function addOperations(to) {
  for (const operation of Object.keys(TYPED))
    to.prototype[camelCase(operation)] = async function typed(call, request = {}) {
      return this.run(call, `bo_${operation}`, parameters(operation, request));
    };
  for (const operation of BY_NAME)
    to.prototype[camelCase(operation)] = async function byName(call, request = {}) {
      return this.json(call, operation, request);
    };
  to.prototype.json = async function any(call, operation, request = {}) {
    return this.run(call, 'bo_call_json', [...texted('operation', operation), ...json(request)]);
  };
}

module.exports = { addOperations };
