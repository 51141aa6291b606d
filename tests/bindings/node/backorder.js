'use strict';

// The binding as `prepare` installed it.
const { createRequire } = require('node:module');
const path = require('node:path');

module.exports = createRequire(path.join(process.env.BACKORDER_BUILD, 'bindings/node/host.js'))('backorder');
