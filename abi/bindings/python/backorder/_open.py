"""Written by abi/bindings/generate from backorder.h; not to be edited."""
from __future__ import annotations

from .handle import Backorder, opened


def open(
    database: str,
    *,
    library: str | None = None,
    schema: str | None = None,
    migrate: bool | None = None,
    pool_size: int | None = None,
    lanes: int | None = None,
    lane_lines: int | None = None,
    queue_size: int | None = None,
    default_timeout_ms: int | None = None,
    prepare: bool | None = None,
    poll_interval_ms: int | None = None,
    idle_timeout_ms: int | None = None,
    connect: bool | None = None,
) -> Backorder:
    """Opens a handle.

        with backorder.open("postgresql:///shop", migrate=True) as shop: ...

    library: path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it
    schema: where the tables are: "backorder"
    migrate: install or update them while opening: false
    pool_size: most connections: 8 (1 to 256); changes go through lanes of them, questions through the others
    lanes: how many batches of changes run at once, a connection each: 2, less than pool_size (1 to 16); since 1.1
    lane_lines: most order lines, items and the like that calls of several callers bring into one transaction: 1000
        (1 to 10 000); since 1.1
    queue_size: most calls that wait for their turn, those after them are BO_E_BUSY: 16 384 (1 to 1 000 000); since
        1.1
    default_timeout_ms: of calls that name none: 5000 (1 to 3 600 000)
    prepare: keep statements prepared and settings said on each connection: true; false behind PgBouncer and other
        poolers, which otherwise refuse to connect, or are refused (BO_E_CONFIG)
    poll_interval_ms: how often other processes' events are looked for once BO_POLL_EVENTS is asked: 500
    idle_timeout_ms: a connection that nobody used for so long is closed: 60 000 (1 to 3 600 000); since 1.2
    connect: connect while opening, and answer at once if that fails: false; since 1.2
    """
    return opened(
        database, library,
        schema=schema, migrate=migrate, pool_size=pool_size, lanes=lanes, lane_lines=lane_lines,
        queue_size=queue_size, default_timeout_ms=default_timeout_ms, prepare=prepare,
        poll_interval_ms=poll_interval_ms, idle_timeout_ms=idle_timeout_ms, connect=connect,
    )
