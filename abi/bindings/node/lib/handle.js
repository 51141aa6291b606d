'use strict';

const { promisify } = require('node:util');
const { Status } = require('./abi.js');
const { Call } = require('./call.js');
const { Completions } = require('./completions.js');
const { closesWith } = require('./ending.js');
const { refusal, takeError } = require('./errors.js');
const { load } = require('./library.js');
const { addOperations } = require('./operations.js');
const { integer, json } = require('./pack.js');
const { answer } = require('./result.js');

/** One pool of connections to one database; see index.d.ts. */
class Backorder {
  #library;
  #pointer;
  #completions;
  #closing = null;
  #closed;

  constructor(library, pointer) {
    this.#library = library;
    this.#pointer = pointer;
    this.#completions = new Completions(library);
    this.#closed = closesWith(this, library, pointer, this.#completions);
  }

  close() {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async migrate({ timeout_ms = 0 } = {}) {
    const [result, error] = [[null], [null]];
    const status = await promisify(this.#library.bo_migrate.async)(this.#pointer, integer('timeout_ms', timeout_ms), result, error);
    return answer(this.#library, status, result[0], error[0]);
  }

  logs() {
    const [result, error] = [[null], [null]];
    const status = this.#library.bo_logs(this.#pointer, result, error);
    return answer(this.#library, status, result[0], error[0]);
  }

  pollFd(what) {
    const [fd, error] = [[0], [null]];
    const status = this.#library.bo_poll_fd(this.#pointer, integer('what', what), fd, error);
    if (status !== Status.OK) throw takeError(this.#library, status, error[0]);
    return fd[0];
  }

  async run(call, name, parameters) {
    if (!(call instanceof Call)) throw refusal(Status.ARGUMENT, 'call is a Call', { field: 'call' });
    return this.#completions.submit(this, this.#pointer, call, name, parameters);
  }

  async #close() {
    this.#closed();
    await promisify(this.#library.bo_close.async)(this.#pointer);
    await this.#completions.close();
  }
}

addOperations(Backorder);
if (Symbol.asyncDispose) Backorder.prototype[Symbol.asyncDispose] = Backorder.prototype.close;

/** Opens a handle; see index.d.ts. */
async function open(database, { library, ...config } = {}) {
  const loaded = load(library);
  const [handle, error] = [[null], [null]];
  const status = await promisify(loaded.bo_open.async)(...json({ ...config, database }), handle, error);
  if (status !== Status.OK) throw takeError(loaded, status, error[0]);
  return new Backorder(loaded, handle[0]);
}

module.exports = { Backorder, open };
