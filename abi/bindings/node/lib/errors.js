'use strict';

const { Retry, Status } = require('./abi.js');
const { parse } = require('./json.js');

const NAMES = new Map(Object.entries(Status).map(([name, status]) => [status, name]));

/** A call that was refused or failed; see index.d.ts. */
class BackorderError extends Error {
  constructor(status, message, { retry = Retry.NO, sqlstate = '', details = [], result = null } = {}) {
    super(message);
    this.name = this.constructor.name;
    this.status = status;
    this.code = NAMES.get(status) ?? String(status);
    this.retry = retry;
    this.sqlstate = sqlstate;
    this.details = details;
    this.result = result;
  }
}
class CallerError extends BackorderError {}
class LibraryError extends CallerError {}
class Refused extends BackorderError {}
class EnvironmentFailure extends BackorderError {}
class InDoubt extends BackorderError {}
class InternalError extends BackorderError {}

const KINDS = [InternalError, CallerError, Refused, EnvironmentFailure, InDoubt];

function kindOf(status) {
  return KINDS[Math.trunc(status / 100)] ?? InternalError;
}

/** An error of the binding itself, in the library's words. */
function refusal(status, message, about) {
  return new (kindOf(status))(status, message, { details: about ? [about] : [] });
}

/** Reads an error of the library and frees it. */
function takeError(library, status, error, result = null) {
  const Kind = kindOf(status);
  if (!error) return new Kind(status, library.bo_status_name(status), { result });
  try {
    const { message, sqlstate, details } = parse(library.bo_error_json(error));
    return new Kind(status, message, { retry: library.bo_error_retry(error), sqlstate, details, result });
  } finally {
    library.bo_error_free(error);
  }
}

module.exports = { BackorderError, CallerError, EnvironmentFailure, InDoubt, InternalError, LibraryError, Refused, refusal, takeError };
