"""The loaded library: its functions as attributes, once its version is known to fit."""
from __future__ import annotations

import ctypes
import functools
import os
from typing import TYPE_CHECKING, Any

from . import _abi
from ._abi import Status
from .errors import LibraryError

DEFAULT = "libbackorder.so.1"


def unfit(path: str, why: str, found: str = "") -> LibraryError:
    details = {"library": path, "needed": f"{_abi.MAJOR}.{_abi.MINOR}", "found": found}
    return LibraryError(Status.ABI_VERSION, f"{path}: {why}", details=[details])


class Library:
    """Functions of the header by their names."""

    def __init__(self, path: str) -> None:
        try:
            self._loaded = ctypes.CDLL(path)
            self._require_version(path)
            for name in _abi.FUNCTIONS:
                setattr(self, name, self._function(name))
        except OSError as error:
            raise unfit(path, f"cannot be loaded: {error}") from None
        except AttributeError as error:
            raise unfit(path, f"is not libbackorder: {error}") from None

    if TYPE_CHECKING:
        def __getattr__(self, name: str) -> Any: ...

    def _function(self, name: str) -> Any:
        function = getattr(self._loaded, name)
        function.restype, function.argtypes = _abi.FUNCTIONS[name]
        return function

    def _require_version(self, path: str) -> None:
        api = ctypes.c_void_p()
        if self._function("bo_get_api")(_abi.MAJOR, _abi.MINOR, ctypes.byref(api)) != Status.OK:
            found = self._function("bo_version")().decode()
            raise unfit(path, f"is version {found}, this package needs {_abi.MAJOR}.{_abi.MINOR} or a later one of {_abi.MAJOR}.x", found)


@functools.lru_cache(maxsize=None)
def load(path: str | None = None) -> Library:
    """The library at path, of the environment's BACKORDER_LIBRARY, or as the system finds it."""
    return Library(path or os.environ.get("BACKORDER_LIBRARY") or DEFAULT)
