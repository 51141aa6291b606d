"""The same operations for asyncio: nothing waits, nothing blocks the loop, no thread is used."""
from __future__ import annotations

import asyncio
import ctypes
import itertools
from typing import Any

from ._abi import Status
from .call import Call, Token
from .errors import refusal, take_error
from .handle import Backorder, answer, packed
from .operations import Operations
from .result import Result

AT_ONCE = 256


class AsyncBackorder(Operations["asyncio.Future[Result]"]):
    """An open handle in the running event loop; the handle itself stays the caller's to close, after this.

        async with AsyncBackorder(shop) as shop_async:
            placed = await shop_async.place(host, order="1001", lines=[...])

    Cancelling the task that awaits a call takes the call back if it is not under way yet.
    """

    def __init__(self, handle: Backorder) -> None:
        self._handle = handle
        self._library = handle.library
        self._loop = asyncio.get_running_loop()
        self._tags = itertools.count(1)
        self._idle = asyncio.Event()
        self._idle.set()
        self._waiting: dict[int, tuple[asyncio.Future[Result], Call]] = {}
        self._completions = self._library.bo_completions_new()
        if not self._completions:
            raise refusal(Status.OUT_OF_MEMORY, "no memory or descriptor for completions")
        self._loop.add_reader(self._library.bo_completions_fd(self._completions), self._pull)

    async def close(self) -> None:
        """Waits for the calls in flight and frees what they were answered through."""
        await self._idle.wait()
        if self._completions:
            self._loop.remove_reader(self._library.bo_completions_fd(self._completions))
            self._library.bo_completions_free(self._completions)
            self._completions = None

    async def __aenter__(self) -> AsyncBackorder:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def _run(self, call: Call, function: str, *arguments: Any) -> asyncio.Future[Result]:
        packed(call)
        if not self._completions:
            raise refusal(Status.CLOSED, "the asyncio side of the handle is closed")
        token = call.token or Token()
        own = call.with_token(token)
        tag, future, error = next(self._tags), self._loop.create_future(), ctypes.c_void_p()
        status = getattr(self._library, function)(self._handle.pointer, own.submitted(self._completions, tag), *arguments, None, error)
        if status != Status.OK:
            raise take_error(self._library, status, error.value)
        self._waiting[tag] = future, own
        self._idle.clear()
        if call.token is None:
            future.add_done_callback(lambda done: token.cancel() if done.cancelled() else None)
        return future

    def _pull(self) -> None:
        tags, statuses = (ctypes.c_uint64 * AT_ONCE)(), (ctypes.c_int32 * AT_ONCE)()
        results, errors, count = (ctypes.c_void_p * AT_ONCE)(), (ctypes.c_void_p * AT_ONCE)(), ctypes.c_size_t(AT_ONCE)
        while self._completions and count.value == AT_ONCE:
            self._library.bo_completions_pull(self._completions, 0, AT_ONCE, tags, statuses, results, errors, count)
            for each in range(count.value):
                self._settle(tags[each], statuses[each], results[each], errors[each])

    def _settle(self, tag: int, status: int, result: int | None, error: int | None) -> None:
        future, _ = self._waiting.pop(tag)
        if not self._waiting:
            self._idle.set()
        try:
            given = answer(self._library, status, result, error)
        except Exception as failure:
            if not future.cancelled():
                future.set_exception(failure)
        else:
            if not future.cancelled():
                future.set_result(given)
