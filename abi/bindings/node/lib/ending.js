'use strict';

// Closes the handles nobody closed: those that the collector finds and, where a worker thread ends while its process lives on, all its own.

const { isMainThread } = require('node:worker_threads');

const open = new Set();
const abandoned = new FinalizationRegistry(closeLater);

function closeLater(ending) {
  if (!open.delete(ending)) return;
  ending.library.bo_close.async(ending.pointer, () => ending.completions.close());
}

/** The library closes what is open when the process exits, so this is for worker threads. */
function closeNow() {
  for (const { library, pointer, completions } of open) {
    library.bo_close(pointer);
    completions.free();
  }
}

if (!isMainThread) process.once('exit', closeNow);

/** Closes what a handle is made of once nothing holds the handle; what is given back ends that. */
function closesWith(handle, library, pointer, completions) {
  const ending = { library, pointer, completions };
  open.add(ending);
  abandoned.register(handle, ending, handle);
  return () => {
    open.delete(ending);
    abandoned.unregister(handle);
  };
}

module.exports = { closesWith };
