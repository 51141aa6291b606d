'use strict';

// The cases that take code: one function each, by the case's name.

const assert = require('node:assert/strict');
const { readdirSync } = require('node:fs');
const { inspect } = require('node:util');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { Worker } = require('node:worker_threads');
const backorder = require('./backorder.js');

const { BackorderError, Call, LibraryError, Permission, Policy, Status } = backorder;
const ALL = Object.values(Permission).reduce((sum, each) => sum | each, 0);
const HOST = Call.host('code');
const OPERATOR = Call.operator('code', ALL);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const LINE = { line: '1', variant: 'red', quantity: 1 };

async function refused(status, ask, kind = BackorderError) {
  await assert.rejects(async () => ask(), (error) => error instanceof kind && error.status === status, `not refused with ${status}`);
}

/** A marketplace that can sell exactly on_hand + threshold units of red; its host's call. */
async function stocked({ shop }, marketplace, onHand, threshold) {
  const operator = Call.operator(marketplace, ALL);
  const host = Call.host(marketplace);
  await shop.warehouseUpsert(host.withKey('w'), { items: [{ warehouse: 'north' }] });
  await shop.catalogUpsert(host.withKey('c'), { products: [{ product: 'shirt', seller: 'acme' }], variants: [{ variant: 'red', product: 'shirt' }] });
  await shop.settingsSet(operator.withKey('s'), { backorders_enabled: true });
  await shop.policySet(operator.withKey('p'), { items: [{ variant: 'red', policy: Policy.ALLOW }] });
  await shop.thresholdSet(operator.withKey('t'), { items: [{ variant: 'red', warehouse: 'north', threshold }] });
  await shop.receive(operator.withKey('r'), { items: [{ variant: 'red', warehouse: 'north', quantity: onHand }] });
  return host;
}

/** What JSON cannot say. */
function circle() {
  const whole = {};
  whole.part = whole;
  return whole;
}

async function sells(shop, host, order) {
  try {
    await shop.place(host, { order, lines: [LINE] });
    return true;
  } catch (error) {
    assert.equal(error.status, Status.SHORTAGE, String(error));
    return false;
  }
}

async function thirty_two_callers_at_once_sell_exactly_what_there_is(world) {
  const host = await stocked(world, 'thirty-two', 40, 23);
  const buyer = async (number) => {
    const sold = [];
    for (let order = 0; order < 4; order += 1) sold.push(await sells(world.shop, host, `order-${number}-${order}`));
    return sold;
  };
  const sold = (await Promise.all(Array.from({ length: 32 }, (_, number) => buyer(number)))).flat();
  assert.equal(sold.filter(Boolean).length, 63);
  const verified = await world.shop.verify(host);
  assert.deepEqual(verified.column('verify', 'differences'), [0]);
}

async function a_call_that_waits_can_be_cancelled({ handles }) {
  const begun = Date.now();
  const later = new AbortController();
  setTimeout(() => later.abort(), 200);
  await refused(Status.CANCELLED, () => handles.silent.verify(HOST.withSignal(later.signal).withTimeout(20000)));
  await refused(Status.CANCELLED, () => handles.silent.verify(HOST.withSignal(AbortSignal.abort()).withTimeout(20000)));
  assert(Date.now() - begun < 10000);
}

async function a_closed_handle_is_refused({ urls }) {
  const handle = await backorder.open(urls.empty);
  await Promise.all([handle.close(), handle.close()]);
  await refused(Status.CLOSED, () => handle.verify(HOST));
  await refused(Status.CLOSED, () => handle.place(HOST, { order: 'o', lines: [LINE] }));
  await refused(Status.CLOSED, () => handle.logs());
  await refused(Status.CLOSED, () => handle.migrate());
}

async function a_result_tells_its_tables(world) {
  const placed = await world.shop.place(await stocked(world, 'tables', 1, 1), { order: 'o', lines: [{ ...LINE, quantity: 2 }] });
  assert.deepEqual(placed.tables, ['order', 'lines', 'parts']);
  assert.equal(inspect(placed), 'Result OK: order 1, lines 1, parts 1');
  placed.close();
  assert.equal(String(placed), 'Result OK: closed');
}

const descriptors = () => readdirSync('/proc/self/fd').length;

async function until(holds) {
  for (let tries = 0; tries < 50 && !holds(); tries += 1) {
    collect();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

async function useAndForget(url) {
  const before = descriptors();
  const handle = await backorder.open(url);
  await handle.settingsGet(HOST);
  assert(descriptors() > before, 'an open handle has descriptors');
}

async function a_handle_nobody_holds_is_closed({ urls }) {
  const before = descriptors();
  await useAndForget(urls.shop);
  await until(() => descriptors() <= before);
  assert(descriptors() <= before, `${descriptors()} descriptors, ${before} before`);
}

/** A worker thread that opens a handle, asks it and ends; the process has then what it had. */
async function a_worker_thread_that_ends_leaves_nothing_behind({ urls }) {
  const asks = `const { open, Call } = require(${JSON.stringify(require.resolve('./backorder.js'))});
    open(${JSON.stringify(urls.shop)}).then((shop) => shop.settingsGet(Call.host('worker')).then(() => END))`;
  const work = async (end) => {
    const worker = new Worker(asks.replace('END', end), { eval: true });
    await new Promise((resolve, reject) => { worker.once('error', reject).once('exit', resolve); });
  };
  for (const end of ['shop', 'process.exit(0)']) {
    await work(end);
    const before = descriptors();
    for (let times = 0; times < 4; times += 1) await work(end);
    await until(() => descriptors() <= before);
    assert(descriptors() <= before, `${end}: ${descriptors()} descriptors, ${before} before`);
  }
}

async function a_closed_result_is_refused({ shop }) {
  const result = await shop.settingsGet(HOST);
  assert.equal(result.count('settings'), 1);
  result.close();
  result.close();
  await refused(Status.CLOSED, () => result.column('settings', 'before'));
  await refused(Status.CLOSED, () => result.json());
}

async function a_configuration_that_cannot_be_is_refused() {
  await refused(Status.CONFIG, () => backorder.open('postgresql:///x', { pool_size: 0 }));
  await refused(Status.UNKNOWN_MEMBER, () => backorder.open('postgresql:///x', { colour: 'red' }));
  await refused(Status.JSON, () => backorder.open('postgresql:///x', { schema: circle() }));
}

async function wrong_types_are_refused({ shop }) {
  const wrong = [
    () => shop.place('host', { order: 'o', lines: [LINE] }),
    () => shop.place(HOST, { order: 7, lines: [LINE] }),
    () => shop.place(HOST, { order: 'o', lines: 'lines' }),
    () => shop.place(HOST, { order: 'o', lines: [7] }),
    () => shop.place(HOST, 'o'),
    () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, quantity: '1' }] }),
    () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, quantity: 1.5 }] }),
    () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, quantity: 2 ** 53 }] }),
    () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, quantity: 1n << 63n }] }),
    () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, decline_backorder: 1 }] }),
    () => shop.policySet(OPERATOR.withKey('k'), { items: [{ variant: 'red', policy: 'perhaps' }] }),
    () => shop.settingsSet(OPERATOR.withKey('k'), { backorders_enabled: 'yes' }),
    () => shop.events(HOST, { consumer: 'mail', limit: 'all' }),
    () => shop.settingsGet(HOST.withSignal('signal')),
    async () => (await shop.settingsGet(HOST)).column('settings', 'colour'),
  ];
  for (const ask of wrong) await refused(Status.ARGUMENT, ask);
  await refused(Status.UNKNOWN_MEMBER, () => shop.place(HOST, { order: 'o', lines: [{ ...LINE, colour: 'red' }] }));
  await refused(Status.UNKNOWN_MEMBER, () => shop.place(HOST, { order: 'o', lines: [LINE], colour: 'red' }));
  await refused(Status.TEXT, () => shop.place(HOST, { order: '\ud800', lines: [LINE] }));
  await refused(Status.JSON, () => shop.json(HOST, 'verify', circle()));
}

async function a_missing_library_is_an_error({ libraries }) {
  await refused(Status.ABI_VERSION, () => backorder.open('', { library: libraries.missing }), LibraryError);
  await refused(Status.ABI_VERSION, () => backorder.open('', { library: 'libc.so.6' }), LibraryError);
}

async function otherLibrary(library, found) {
  await assert.rejects(backorder.open('', { library }),
    (error) => error instanceof LibraryError && error.status === Status.ABI_VERSION && error.details[0].found === found);
}

const a_library_too_old_is_an_error = ({ libraries }) => otherLibrary(libraries.too_old, '1.0.0');
const a_library_too_new_is_an_error = ({ libraries }) => otherLibrary(libraries.too_new, '2.0.0');

async function the_event_loop_runs_while_a_call_waits({ handles }) {
  let ticks = 0;
  const ticking = setInterval(() => { ticks += 1; }, 10);
  await refused(Status.TIMEOUT, () => handles.silent.verify(HOST.withTimeout(500)));
  clearInterval(ticking);
  assert(ticks > 10, `${ticks} ticks`);
}

async function integers_too_large_for_a_number_are_bigints(world) {
  const host = await stocked(world, 'bigint', 1, 0);
  const items = [{ variant: 'red', warehouse: 'north', quantity: 9007199254740991 }];
  const moved = await world.shop.receive(Call.operator('bigint', ALL).withKey('more'), { items });
  assert.deepEqual(moved.column('moves', 'on_hand'), [9007199254740992n]);
  assert.deepEqual(moved.column('moves', 'quantity'), [9007199254740991]);
  assert.deepEqual(moved.integers('moves', 'quantity'), new BigInt64Array([9007199254740991n]));
  assert.equal(moved.json().moves[0].on_hand, 9007199254740992n);
  await assert.rejects(world.shop.place(host, { order: 'o', lines: [{ ...LINE, quantity: 9007199254740993n }] }),
    (error) => error.details[0].asked === 9007199254740993n && error.details[0].short === 1);
}

module.exports = {
  a_handle_nobody_holds_is_closed,
  a_result_tells_its_tables,
  a_worker_thread_that_ends_leaves_nothing_behind,
  a_closed_handle_is_refused,
  a_closed_result_is_refused,
  a_configuration_that_cannot_be_is_refused,
  a_library_too_new_is_an_error,
  a_library_too_old_is_an_error,
  a_missing_library_is_an_error,
  a_call_that_waits_can_be_cancelled,
  integers_too_large_for_a_number_are_bigints,
  the_event_loop_runs_while_a_call_waits,
  thirty_two_callers_at_once_sell_exactly_what_there_is,
  wrong_types_are_refused,
};
