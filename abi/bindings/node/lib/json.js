'use strict';

// JSON with integers of 64 bits: bigints where a number would not be exact.

const MARK = '\u0000';
const TEXT_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

function marked(token) {
  return token[0] === '"' || Number.isSafeInteger(Number(token)) ? token : `"\\u0000${token}"`;
}

function parse(text) {
  return JSON.parse(text.replace(TEXT_OR_LONG_INTEGER, marked),
    (_, value) => (typeof value === 'string' && value[0] === MARK ? BigInt(value.slice(1)) : value));
}

/** Bigints are written as texts, which the library takes as integers. */
function stringify(value) {
  return JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member));
}

module.exports = { parse, stringify };
