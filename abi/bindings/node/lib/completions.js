'use strict';

const koffi = require('koffi');
const { Status } = require('./abi.js');
const { refusal, takeError } = require('./errors.js');
const { answer } = require('./result.js');

const AT_ONCE = 256;

/** Memory of the library's side: an array of numbers it writes and we read. */
function block(type, View) {
  const pointer = koffi.alloc(type, AT_ONCE);
  return { pointer, read: new View(koffi.view(pointer, AT_ONCE * View.BYTES_PER_ELEMENT)) };
}

/**
 * Calls are submitted and answered here. While any is under way one worker thread waits for all answers of the handle; none does
 * otherwise, so that nothing keeps the process alive.
 */
class Completions {
  #library;
  #pointer;
  #waiting = new Map();
  #tag = 0;
  #pulling = false;
  #tags = block('uint64_t', BigUint64Array);
  #statuses = block('int32_t', Int32Array);
  #results = block('uint64_t', BigUint64Array);
  #errors = block('uint64_t', BigUint64Array);

  constructor(library) {
    this.#library = library;
    this.#pointer = library.bo_completions_new();
    if (!this.#pointer) throw refusal(Status.OUT_OF_MEMORY, 'no memory or descriptor for completions');
  }

  /** Calls a function of the library; a promise of its result. The owner of the handle is held until then. */
  submit(owner, handle, call, name, parameters) {
    if (this.#pointer === null) throw refusal(Status.CLOSED, 'the handle is closed');
    const tag = (this.#tag += 1);
    const release = this.#send(handle, call, name, parameters, tag);
    return new Promise((resolve, reject) => {
      this.#waiting.set(tag, { owner, resolve, reject, release });
      this.#pull();
    });
  }

  /** After the handle is closed: hands over the last answers. */
  async close() {
    while (this.#waiting.size) await new Promise(setImmediate);
    this.free();
    for (const { pointer } of [this.#tags, this.#statuses, this.#results, this.#errors]) koffi.free(pointer);
  }

  /** Not while a thread waits for answers: nothing may be freed under it. */
  free() {
    if (this.#pulling || this.#pointer === null) return;
    this.#library.bo_completions_free(this.#pointer);
    this.#pointer = null;
  }

  #send(handle, call, name, parameters, tag) {
    const token = call.signal ? this.#library.bo_token_new() : null;
    const release = token ? this.#cancelledBy(call.signal, token) : () => {};
    const error = [null];
    const packed = { ...call.packed, completions: this.#pointer, tag, token };
    const status = this.#library[name](handle, packed, ...parameters, null, error);
    if (status === Status.OK) return release;
    release();
    throw takeError(this.#library, status, error[0]);
  }

  /** Ties a token to a signal; what is given back unties and frees it. */
  #cancelledBy(signal, token) {
    const cancel = () => this.#library.bo_token_cancel(token);
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    return () => {
      signal.removeEventListener('abort', cancel);
      this.#library.bo_token_free(token);
    };
  }

  #pull() {
    if (this.#pulling) return;
    this.#pulling = true;
    const count = [0];
    this.#library.bo_completions_pull.async(this.#pointer, -1, AT_ONCE, this.#tags.pointer, this.#statuses.pointer,
      this.#results.pointer, this.#errors.pointer, count, () => this.#settle(count[0]));
  }

  #settle(count) {
    this.#pulling = false;
    const settled = Array.from({ length: count }, (_, at) => this.#take(at));
    if (this.#waiting.size) this.#pull();
    for (const settle of settled) settle();
  }

  /** Reads one answer before its place is used again; what is given back tells the caller. */
  #take(at) {
    const tag = Number(this.#tags.read[at]);
    const [status, result, error] = [this.#statuses.read[at], this.#results.read[at], this.#errors.read[at]];
    const { resolve, reject, release } = this.#waiting.get(tag);
    this.#waiting.delete(tag);
    release();
    try {
      const given = answer(this.#library, status, result, error);
      return () => resolve(given);
    } catch (failure) {
      return () => reject(failure);
    }
  }
}

module.exports = { Completions };
