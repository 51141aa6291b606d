'use strict';

const koffi = require('koffi');
const { FUNCTIONS, MAJOR, MINOR, Status } = require('./abi.js');
const { LibraryError } = require('./errors.js');

const DEFAULT = 'libbackorder.so.1';
const loaded = new Map();

function unfit(library, why, found = '') {
  const details = [{ library, needed: `${MAJOR}.${MINOR}`, found }];
  return new LibraryError(Status.ABI_VERSION, `${library}: ${why}`, { details });
}

function bind(shared, path, name) {
  try {
    return shared.func(name, ...FUNCTIONS[name]);
  } catch (error) {
    throw unfit(path, `is not libbackorder: ${error.message}`);
  }
}

function shared(path) {
  try {
    return koffi.load(path);
  } catch (error) {
    throw unfit(path, `cannot be loaded: ${error.message}`);
  }
}

function read(path) {
  const from = shared(path);
  if (bind(from, path, 'bo_get_api')(MAJOR, MINOR, [null]) !== Status.OK) {
    const found = bind(from, path, 'bo_version')();
    throw unfit(path, `is version ${found}, this package needs ${MAJOR}.${MINOR} or a later one of ${MAJOR}.x`, found);
  }
  return Object.fromEntries(Object.keys(FUNCTIONS).map((name) => [name, bind(from, path, name)]));
}

/** The functions of the library at path, of the environment's BACKORDER_LIBRARY, or as the system finds it. */
function load(path = process.env.BACKORDER_LIBRARY || DEFAULT) {
  if (!loaded.has(path)) loaded.set(path, read(path));
  return loaded.get(path);
}

module.exports = { load };
