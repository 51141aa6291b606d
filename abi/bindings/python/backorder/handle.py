"""The handle: one pool of connections to one database, safe from any thread."""
from __future__ import annotations

import ctypes
import json
import threading
import weakref
from typing import Any

from . import _pack
from ._abi import Poll, Status
from ._interruptible import Slot
from ._library import Library, load
from .call import Call
from .errors import refusal, take_error
from .operations import Operations
from .result import Result


def answer(library: Library, status: int, result: int | None, error: int | None) -> Result:
    """A result, or raises what went wrong. A batch of which some items were done is a result."""
    given = Result(library, status, result) if result else None
    if given is None or status not in (Status.OK, Status.SOME_REFUSED):
        raise take_error(library, status, error, given)
    library.bo_error_free(error)
    return given


class Backorder(Operations[Result]):
    """An open handle; made by open(). Each operation waits for its answer.

    A signal handler that raises while the main thread waits, as Ctrl-C does, ends the wait at once. The exception's __cause__ is then
    the BackorderError that says what became of the call: Status.CANCELLED if nothing was done, InDoubt if only the same call with the
    same key can tell.
    """

    def __init__(self, library: Library, pointer: int) -> None:
        self.library = library
        self.pointer = pointer
        self._close = weakref.finalize(self, library.bo_close, pointer)
        self._slots: list[Slot] = []

    def close(self) -> None:
        """Ends calls in flight and the handle. Later calls are refused with Status.CLOSED."""
        self._close()

    def __enter__(self) -> Backorder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def migrate(self, timeout_ms: int = 0) -> Result:
        """Installs or updates the tables. Answers table schema."""
        return self._answered(self.library.bo_migrate, _pack.integer("timeout_ms", timeout_ms))

    def logs(self) -> Result:
        """What the library would have logged since the last time. Answers table log."""
        return self._answered(self.library.bo_logs)

    def poll_fd(self, what: Poll) -> int:
        """A descriptor that becomes readable when there are events or logs to pull. The library's own: only poll it."""
        fd, error = ctypes.c_int32(), ctypes.c_void_p()
        status = self.library.bo_poll_fd(self.pointer, _pack.integer("what", what), fd, error)
        if status != Status.OK:
            raise take_error(self.library, status, error.value)
        return fd.value

    def _run(self, call: Call, function: str, *arguments: Any) -> Result:
        if threading.current_thread() is not threading.main_thread():
            return self._answered(getattr(self.library, function), packed(call), *arguments)
        packed(call)
        slot = self._slots.pop() if self._slots else Slot(self.library)
        answered = slot.ask(self.pointer, call, getattr(self.library, function), arguments)
        self._slots.append(slot)
        return answer(self.library, *answered)

    def _answered(self, function: Any, *arguments: Any) -> Result:
        result, error = ctypes.c_void_p(), ctypes.c_void_p()
        status = function(self.pointer, *arguments, result, error)
        return answer(self.library, status, result.value, error.value)


def packed(call: Any) -> Any:
    if not isinstance(call, Call):
        raise refusal(Status.ARGUMENT, f"call is a Call, not {type(call).__name__}", field="call")
    return call.packed


def opened(database: str, path: str | None, **config: Any) -> Backorder:
    """A handle with those members of the configuration that are not None."""
    loaded = load(path)
    try:
        text = json.dumps({"database": database, **{name: value for name, value in config.items() if value is not None}}).encode()
    except (TypeError, ValueError) as error:
        raise refusal(Status.JSON, str(error)) from None
    pointer, why = ctypes.c_void_p(), ctypes.c_void_p()
    status = loaded.bo_open(text, len(text), pointer, why)
    if status != Status.OK or pointer.value is None:
        raise take_error(loaded, status, why.value)
    return Backorder(loaded, pointer.value)
