'use strict';

const { Permission, Policy, Poll, Retry, Role, Status, ThresholdMode, VERSION } = require('./abi.js');
const { Call } = require('./call.js');
const { BackorderError, CallerError, EnvironmentFailure, InDoubt, InternalError, LibraryError, Refused } = require('./errors.js');
const { Backorder, open } = require('./handle.js');
const { Result } = require('./result.js');

module.exports = {
  Backorder,
  BackorderError,
  Call,
  CallerError,
  EnvironmentFailure,
  InDoubt,
  InternalError,
  LibraryError,
  Permission,
  Policy,
  Poll,
  Refused,
  Result,
  Retry,
  Role,
  Status,
  ThresholdMode,
  VERSION,
  open,
};
