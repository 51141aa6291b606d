"""What is raised: an error for each kind of status, with everything the library says about it."""
from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ._abi import Retry, Status

if TYPE_CHECKING:
    from ._library import Library
    from .result import Result


class BackorderError(Exception):
    """A call that was refused or failed.

    status    what it is, e.g. Status.SHORTAGE
    retry     Retry.NO: ask differently; SAFE: nothing was done; SAME_KEY: repeat with the same idempotency key and only so
    details   one mapping for each thing it is about: line, warehouse, asked, available, gate, field, ...
    sqlstate  the database's code, or ""
    result    of a batch: the outcome of every item, else None
    """

    def __init__(self, status: int, message: str, *, retry: Retry = Retry.NO, sqlstate: str = "",
                 details: list[dict[str, Any]] | None = None, result: Result | None = None) -> None:
        super().__init__(status, message)
        self.status = Status(status) if status in Status._value2member_map_ else status
        self.message = message
        self.retry = retry
        self.sqlstate = sqlstate
        self.details = details or []
        self.result = result

    def __str__(self) -> str:
        return f"{getattr(self.status, 'name', self.status)}: {self.message}"


class CallerError(BackorderError):
    """1xx: the caller's mistake."""


class LibraryError(CallerError):
    """The library cannot be loaded, or is of another version than this package needs."""


class Refused(BackorderError):
    """2xx: the domain says no."""


class EnvironmentFailure(BackorderError):
    """3xx: database, time or memory."""


class InDoubt(BackorderError):
    """4xx: whether it was done is not known. Repeat it with the same key."""


class InternalError(BackorderError):
    """5xx: a fault of the library."""


KINDS = {1: CallerError, 2: Refused, 3: EnvironmentFailure, 4: InDoubt}


def refusal(status: int, message: str, **about: Any) -> BackorderError:
    """An error of the binding itself, in the library's words."""
    return KINDS[status // 100](status, message, details=[about] if about else None)


def take_error(library: Library, status: int, error: int | None, result: Result | None = None) -> BackorderError:
    """Reads an error of the library and frees it."""
    kind = KINDS.get(status // 100, InternalError)
    if not error:
        return kind(status, library.bo_status_name(status).decode(), result=result)
    try:
        said = json.loads(library.bo_error_json(error))
        return kind(status, said["message"], retry=Retry(library.bo_error_retry(error)), sqlstate=said.get("sqlstate", ""),
                    details=said.get("details", []), result=result)
    finally:
        library.bo_error_free(error)
