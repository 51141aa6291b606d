'use strict';

// Values into the structs of the header. What cannot be is refused with the library's own statuses.

const koffi = require('koffi');
const abi = require('./abi.js');
const { refusal } = require('./errors.js');
const { stringify } = require('./json.js');

const { Status } = abi;
const WORDS = { policy: abi.Policy, mode: abi.ThresholdMode };
const FLAGS = { decline_backorder: abi.DECLINE_BACKORDER };
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const INT64 = 1n << 63n;

function wrong(name, wanted, value) {
  return refusal(Status.ARGUMENT, `${name} is ${wanted}, not ${value === null ? 'null' : typeof value}`, { field: name });
}

function text(name, value) {
  if (typeof value !== 'string') throw wrong(name, 'a text', value);
  if (LONE_SURROGATE.test(value)) throw refusal(Status.TEXT, `${name} cannot be written as UTF-8`, { field: name });
  return value;
}

/** A text and its length, as parameters. */
function texted(name, value) {
  return [text(name, value), Buffer.byteLength(value)];
}

function integer(name, value) {
  if (typeof value === 'bigint' ? value < -INT64 || value >= INT64 : !Number.isSafeInteger(value))
    throw wrong(name, 'an integer of 64 bits: a bigint, or a number if that is exact', value);
  return value;
}

function flag(name, value) {
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
}

function word(name, value) {
  const words = WORDS[name];
  const known = typeof value === 'string' ? words[value.toUpperCase()] : Object.values(words).find((each) => each === value);
  if (known === undefined) throw wrong(name, `one of ${Object.keys(words).join(', ').toLowerCase()}`, value);
  return known;
}

function sequence(name, value) {
  if (!Array.isArray(value)) throw wrong(name, 'an array', value);
  return value;
}

/** Ids as the header takes them, as members of a struct. */
function texts(name, values) {
  const checked = sequence(name, values).map((value) => text(name, value));
  const one = name.slice(0, -1);
  return { [name]: checked, [`${one}_lengths`]: checked.map((each) => Buffer.byteLength(each)), [`${one}_count`]: checked.length };
}

const PUT = {
  text: (struct, name, value) => { [struct[name], struct[`${name}_length`]] = texted(name, value); },
  integer: (struct, name, value) => { struct[name] = integer(name, value); },
  word: (struct, name, value) => { struct[name] = word(name, value); },
  flag: (struct, name, value) => { struct.flags |= flag(name, value) ? FLAGS[name] : 0; },
  lines: (struct, name, value) => { [struct.lines, struct.line_count] = items(abi.bo_order_line, name, value); },
  texts: (struct, name, value) => { Object.assign(struct, texts(name, value)); },
};

function putOf(name, members) {
  if (`${name}_length` in members) return PUT.text;
  if (`${name.slice(0, -1)}_lengths` in members) return PUT.texts;
  if (name === 'lines') return PUT.lines;
  if (name in WORDS) return PUT.word;
  return members[name].type === koffi.type('int64_t') ? PUT.integer : undefined;
}

const known = new Map();

/** What an object for that struct may hold, how each is put there, and the struct with nothing in it. */
function shapeOf(type) {
  if (!known.has(type)) {
    const puts = Object.keys(type.members).map((name) => [name, putOf(name, type.members)]).filter(([, put]) => put);
    if (type === abi.bo_order_line) puts.push(...Object.keys(FLAGS).map((name) => [name, PUT.flag]));
    const empty = { struct_size: koffi.sizeof(type), flags: 0, reserved: 0 };
      for (const [name, { type: { primitive } }] of Object.entries(type.members))
      if (!(name in empty)) empty[name] = primitive === 'Pointer' || primitive === 'String' ? null : 0;
    known.set(type, { puts: new Map(puts), empty });
  }
  return known.get(type);
}

/** A struct of what an object says. */
function filled(type, values) {
  if (values === null || typeof values !== 'object') throw wrong('an item', 'an object', values);
  const { puts, empty } = shapeOf(type);
  const struct = { ...empty };
  for (const name of Object.keys(values)) {
    const put = puts.get(name);
    if (!put) throw refusal(Status.UNKNOWN_MEMBER, `${name} is not known here`, { field: name });
    if (values[name] !== undefined) put(struct, name, values[name]);
  }
  return struct;
}

/** An array of structs and its length, as parameters. */
function items(type, name, values) {
  const array = sequence(name, values).map((value) => filled(type, value));
  return [array, array.length];
}

/** A request as JSON, as parameters. */
function json(request) {
  let written;
  try {
    written = stringify(request);
  } catch (error) {
    throw refusal(Status.JSON, error.message);
  }
  return texted('request', written ?? '');
}

module.exports = { filled, flag, integer, items, json, texted };
