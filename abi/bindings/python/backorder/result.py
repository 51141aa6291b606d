"""Answers: tables of columns, read a column at a time."""
from __future__ import annotations

import ctypes
import json
import weakref
from typing import Any

from ._abi import TABLES, Status
from ._library import Library
from .errors import refusal


class Result:
    """One answer. What is read from it is copied: it stays good after close.

        for warehouse, units in zip(stock.column("stock", "warehouse"), stock.column("stock", "backordered")): ...

    status is Status.OK, or SOME_REFUSED where some items of a batch were: their outcomes are in its table.
    """

    def __init__(self, library: Library, status: int, pointer: int) -> None:
        self.status = Status(status)
        self._library = library
        self._pointer = pointer
        self._free = weakref.finalize(self, library.bo_result_free, pointer)
        self._free.atexit = False

    def close(self) -> None:
        """Frees the library's memory now and not when Python finds the time."""
        self._free()

    def __enter__(self) -> Result:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def replayed(self) -> bool:
        """Whether this is the first answer given again to a repeated call."""
        return bool(self._library.bo_result_replayed(self._open()))

    @property
    def tables(self) -> list[str]:
        """Names of the tables that have rows here."""
        return [name for name in TABLES if self.count(name)]

    def __repr__(self) -> str:
        held = ", ".join(f"{name} {self.count(name)}" for name in self.tables) if self._free.alive else "closed"
        return f"<Result {self.status.name}: {held}>"

    def count(self, table: str) -> int:
        """Rows of a table; 0 if the answer has none such."""
        return int(self._library.bo_result_rows(self._open(), _table(table)[0]))

    def column(self, table: str, name: str) -> list[Any]:
        """One value a row: int, bool, str, or of json columns what the text holds (None where it is empty)."""
        kind = _column(table, name)[1]
        if kind == "integer":
            return self.integers(table, name).tolist()
        if kind == "flag":
            return [value != 0 for value in self.integers(table, name)]
        texts = self._texts(table, name)
        return texts if kind == "text" else [json.loads(text) if text else None for text in texts]

    def integers(self, table: str, name: str) -> memoryview:
        """An integer or flag column as 64-bit integers in one block, for array or numpy."""
        number, rows = _column(table, name)[0], self.count(table)
        values = self._library.bo_result_int64(self._open(), number) if rows else None
        return memoryview(ctypes.string_at(values, 8 * rows) if values else b"").cast("q")

    def rows(self, table: str) -> list[dict[str, Any]]:
        """A table as one mapping a row."""
        names = _table(table)[1]
        return [dict(zip(names, row)) for row in zip(*(self.column(table, name) for name in names))]

    def json(self) -> dict[str, Any]:
        """The whole answer as the JSON interface gives it."""
        whole: dict[str, Any] = json.loads(self._library.bo_result_json(self._open(), None))
        return whole

    def _texts(self, table: str, name: str) -> list[str]:
        rows, offsets = self.count(table), ctypes.POINTER(ctypes.c_uint64)()
        start = self._library.bo_result_text(self._open(), _column(table, name)[0], ctypes.byref(offsets)) if rows else None
        if not start:
            return []
        bounds = memoryview(ctypes.string_at(offsets, 8 * (rows + 1))).cast("Q").tolist()
        whole = ctypes.string_at(start, bounds[-1])
        if whole.isascii():
            text = whole.decode("ascii")
            return [text[first:last] for first, last in zip(bounds, bounds[1:])]
        return [whole[first:last].decode() for first, last in zip(bounds, bounds[1:])]

    def _open(self) -> int:
        if not self._free.alive:
            raise refusal(Status.CLOSED, "the result is closed")
        return self._pointer


def _table(name: str) -> tuple[int, dict[str, tuple[int, str]]]:
    if name not in TABLES:
        raise refusal(Status.ARGUMENT, f"no table {name!r}", table=str(name))
    return TABLES[name]


def _column(table: str, name: str) -> tuple[int, str]:
    columns = _table(table)[1]
    if name not in columns:
        raise refusal(Status.ARGUMENT, f"table {table} has no column {name!r}", table=table, column=str(name))
    return columns[name]
