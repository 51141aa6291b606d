"""Calls of the main thread, where Python runs signal handlers: one that raises (Ctrl-C) ends the wait at once."""
from __future__ import annotations

import ctypes
import select
import threading
import weakref
from typing import Any

from ._abi import Retry, Status
from ._library import Library
from .call import Call
from .errors import BackorderError, InDoubt, refusal, take_error

# How long an interrupted call may take to tell that it was taken back.
GRACE_MS = 50

# Slots of interrupted calls that are not answered yet: the library still uses them.
_left_behind: set[Slot] = set()


class Slot:
    """Where the answer of one call at a time is waited for, and what takes the call back."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.completions, self.token = library.bo_completions_new(), library.bo_token_new()
        weakref.finalize(self, _free, library, self.completions, self.token).atexit = False
        if not self.completions or not self.token:
            raise refusal(Status.OUT_OF_MEMORY, "no memory or descriptor for a call")
        self._ready = select.poll()
        self._ready.register(library.bo_completions_fd(self.completions), select.POLLIN)
        self._tag, self._count = ctypes.c_uint64(), ctypes.c_size_t()
        self.status, self.result, self.error = ctypes.c_int32(), ctypes.c_void_p(), ctypes.c_void_p()

    def ask(self, handle: int, call: Call, function: Any, arguments: tuple[Any, ...]) -> tuple[int, int | None, int | None]:
        """Status, result and error of the call; where a signal handler raises, that with what became of the call as its cause."""
        own = call.submitted(self.completions, 0)
        own.token = own.token or self.token
        self._count.value = 0
        try:
            status: int = function(handle, own, *arguments, None, self.error)
            if status != Status.OK:
                return status, None, self.error.value
            self._ready.poll()
            self._pull(0)
        except BaseException as interrupt:
            raise interrupt from self._left(call)
        return self.status.value, self.result.value, self.error.value

    def _pull(self, timeout_ms: int) -> bool:
        self._library.bo_completions_pull(self.completions, timeout_ms, 1, self._tag, self.status, self.result, self.error, self._count)
        return self._count.value == 1

    def _left(self, call: Call) -> BackorderError:
        """Takes the call back if it is not under way yet. It is answered in any case, to nobody."""
        _left_behind.add(self)
        self._library.bo_token_cancel(self.token)
        if self._count.value == 0 and not self._pull(GRACE_MS):
            threading.Thread(target=self._answered_to_nobody, args=(call,), daemon=True).start()
        else:
            _left_behind.discard(self)
            self._library.bo_result_free(self.result)
            if self.status.value not in (Status.OK, Status.SOME_REFUSED):
                return take_error(self._library, self.status.value, self.error.value)
            self._library.bo_error_free(self.error)
        return InDoubt(Status.IN_DOUBT, "interrupted before its answer was heard: the same call with the same key (place: the same order) "
                       "gives it", retry=Retry.SAME_KEY, details=[{"idempotency_key": call.idempotency_key}])

    def _answered_to_nobody(self, _: Call) -> None:
        """Keeps what the call uses, its token too, until it is answered."""
        self._pull(-1)
        self._library.bo_result_free(self.result)
        self._library.bo_error_free(self.error)
        _left_behind.discard(self)


def _free(library: Library, completions: int, token: int) -> None:
    library.bo_completions_free(completions)
    library.bo_token_free(token)
