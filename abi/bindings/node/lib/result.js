'use strict';

const { inspect } = require('node:util');
const koffi = require('koffi');
const { Status, TABLES } = require('./abi.js');
const { refusal, takeError } = require('./errors.js');
const { parse } = require('./json.js');

const abandoned = new FinalizationRegistry(({ library, pointer }) => library.bo_result_free(pointer));

function tableOf(table) {
  if (!Object.hasOwn(TABLES, table)) throw refusal(Status.ARGUMENT, `no table ${table}`, { table: String(table) });
  return TABLES[table];
}

function columnOf(table, name) {
  const [, columns] = tableOf(table);
  if (!Object.hasOwn(columns, name))
    throw refusal(Status.ARGUMENT, `table ${table} has no column ${name}`, { table, column: String(name) });
  return columns[name];
}

function exact(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const READ = {
  integer: (value) => exact(value),
  flag: (value) => value !== 0n,
  text: (value) => value,
  json: (value) => (value === '' ? null : parse(value)),
};

/** One answer; see index.d.ts. What is read from it is copied. */
class Result {
  #library;
  #pointer;

  constructor(library, status, pointer) {
    this.status = status;
    this.#library = library;
    this.#pointer = pointer;
    abandoned.register(this, { library, pointer }, this);
  }

  close() {
    if (this.#pointer === null) return;
    abandoned.unregister(this);
    this.#library.bo_result_free(this.#pointer);
    this.#pointer = null;
  }

  get replayed() {
    return this.#library.bo_result_replayed(this.#open()) === 1;
  }

  get tables() {
    return Object.keys(TABLES).filter((table) => this.count(table));
  }

  toString() {
    const held = this.#pointer === null ? 'closed' : this.tables.map((table) => `${table} ${this.count(table)}`).join(', ');
    return `Result ${this.status === Status.OK ? 'OK' : 'SOME_REFUSED'}: ${held}`;
  }

  [inspect.custom]() {
    return this.toString();
  }

  count(table) {
    return this.#library.bo_result_rows(this.#open(), tableOf(table)[0]);
  }

  column(table, name) {
    const [, kind] = columnOf(table, name);
    const values = kind === 'integer' || kind === 'flag' ? this.integers(table, name) : this.#texts(table, name);
    return Array.from(values, READ[kind]);
  }

  integers(table, name) {
    const [number] = columnOf(table, name);
    const rows = this.count(table);
    const start = rows ? this.#library.bo_result_int64(this.#open(), number) : null;
    return start ? new BigInt64Array(koffi.view(start, 8 * rows).slice(0)) : new BigInt64Array(0);
  }

  rows(table) {
    const [, columns] = tableOf(table);
    const names = Object.keys(columns);
    const values = names.map((name) => this.column(table, name));
    return Array.from({ length: this.count(table) }, (_, row) => Object.fromEntries(names.map((name, at) => [name, values[at][row]])));
  }

  json() {
    return parse(this.#library.bo_result_json(this.#open(), null));
  }

  #texts(table, name) {
    const [number] = columnOf(table, name);
    const rows = this.count(table);
    const offsets = [null];
    const start = rows ? this.#library.bo_result_text(this.#open(), number, offsets) : null;
    if (!start) return [];
    const bounds = new BigUint64Array(koffi.view(offsets[0], 8 * (rows + 1)));
    const length = Number(bounds[rows]);
    if (length === 0) return Array(rows).fill('');
    const bytes = Buffer.from(koffi.view(start, length));
    return Array.from({ length: rows }, (_, row) => bytes.toString('utf8', Number(bounds[row]), Number(bounds[row + 1])));
  }

  #open() {
    if (this.#pointer === null) throw refusal(Status.CLOSED, 'the result is closed');
    return this.#pointer;
  }
}

if (Symbol.dispose) Result.prototype[Symbol.dispose] = Result.prototype.close;

/** A result, or throws what went wrong. A batch of which some items were done is a result. */
function answer(library, status, result, error) {
  const given = result ? new Result(library, status, result) : null;
  if (given === null || (status !== Status.OK && status !== Status.SOME_REFUSED)) throw takeError(library, status, error, given);
  library.bo_error_free(error);
  return given;
}

module.exports = { Result, answer };
