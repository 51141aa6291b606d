'use strict';

// One case of the plan: every step is asked and its answer compared.

const assert = require('node:assert/strict');
const { isDeepStrictEqual } = require('node:util');
const { Call, BackorderError, Permission, Retry, Role } = require('./backorder.js');

function exact(digits) {
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits);
}

/** 64-bit integers and kept texts in a request or an expectation. */
function native(value, kept) {
  if (Array.isArray(value)) return value.map((each) => native(each, kept));
  if (value !== null && typeof value === 'object')
    return 'int64' in value ? exact(value.int64) : Object.fromEntries(Object.entries(value).map(([name, of]) => [name, native(of, kept)]));
  return typeof value === 'string' ? kept[value] ?? value : value;
}

function callOf({ as, key, timeout_ms }, marketplace) {
  const permissions = as.permissions.reduce((sum, name) => sum | Permission[name], 0);
  return new Call({ marketplace, role: Role[as.role.toUpperCase()], seller: as.seller, permissions, idempotency_key: key, timeout_ms });
}

function ask(handle, door, call, operation, request) {
  if (door === 'json') return handle.json(call, operation, request);
  return handle[operation.replace(/_(.)/g, (_, letter) => letter.toUpperCase())](call, request);
}

/** The first member that is not as wanted, or undefined. */
function differing(wanted, found) {
  return Object.keys(wanted).find((name) => !isDeepStrictEqual(found[name], wanted[name]));
}

function checkRows(what, wanted, found) {
  assert.equal(found.length, wanted.length, `rows of ${what}`);
  wanted.forEach((expected, row) => {
    const name = differing(expected, found[row]);
    assert.equal(name, undefined, `${what}[${row}].${name} is ${found[row][name]}, not ${expected[name]}`);
  });
}

function checkResult(expect, result) {
  for (const [table, wanted] of Object.entries(expect.rows ?? {})) checkRows(table, wanted, result.rows(table));
  for (const [table, wanted] of Object.entries(expect.counts ?? {})) assert.equal(result.count(table), wanted, `rows of ${table}`);
  for (const [table, wanted] of Object.entries(expect.last ?? {})) checkRows(`the end of ${table}`, [wanted], result.rows(table).slice(-1));
  for (const [table, all] of Object.entries(expect.has ?? {}))
    for (const wanted of all)
      assert(result.rows(table).some((row) => differing(wanted, row) === undefined), `${table} has no ${JSON.stringify(wanted)}`);
  if ('replayed' in expect) assert.equal(result.replayed, expect.replayed, 'replayed');
}

async function answerOf(asked) {
  try {
    return { result: await asked, error: null };
  } catch (error) {
    if (!(error instanceof BackorderError)) throw error;
    return { result: error.result, error };
  }
}

async function runStep(step, { door, marketplace }, handles, kept) {
  const expect = native(step.expect, kept);
  const request = native(step.request, kept);
  const begun = Date.now();
  const { result, error } = await answerOf(ask(handles[step.handle], door, callOf(step, marketplace), step.call, request));
  const code = error?.code ?? (result.status === 0 ? 'OK' : 'SOME_REFUSED');
  assert.equal(code, expect.status, String(error));
  assert.equal(error === null, ['OK', 'SOME_REFUSED'].includes(expect.status), `${expect.status} is thrown: ${error}`);
  const tookMs = Date.now() - begun;
  assert(tookMs <= (expect.within_ms ?? tookMs), `it took ${tookMs} ms`);
  if (expect.details) checkRows('details', expect.details, error.details);
  if (expect.retry) assert.equal(error.retry, Retry[expect.retry], 'retry');
  if (result) checkResult(expect, result);
  else assert(!['rows', 'counts', 'last', 'has', 'replayed'].some((name) => name in expect), 'no result');
  for (const [name, [table, column]] of Object.entries(step.keep)) kept[`$${name}`] = result.column(table, column)[0];
}

/** A step whose answer may take others' transactions to end is asked again until it is as expected. */
async function runPatiently(step, ...world) {
  const patienceEnds = Date.now() + (step.patient ? 10000 : 0);
  for (;;)
    try {
      return await runStep(step, ...world);
    } catch (problem) {
      if (Date.now() > patienceEnds) throw problem;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
}

async function runCase(each, handles) {
  const kept = {};
  for (const [number, step] of each.steps.entries())
    try {
      await runPatiently(step, each, handles, kept);
    } catch (problem) {
      throw new Error(`step ${number}, ${step.call}: ${problem.message}`, { cause: problem });
    }
}

module.exports = { runCase };
