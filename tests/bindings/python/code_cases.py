"""The cases that take code: one function each, by the case's name."""
import asyncio
import gc
import inspect
import multiprocessing
import os
import pathlib
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple

import backorder
from backorder import AsyncBackorder, BackorderError, Call, LibraryError, Permission, Retry, Status, Token

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import databases  # noqa: E402: found there

HOST = Call.host("code")
OPERATOR = Call.operator("code", Permission(15))
LINE = {"line": "1", "variant": "red", "quantity": 1}


class World(NamedTuple):
    handles: dict
    urls: dict
    libraries: dict

    @property
    def shop(self):
        return self.handles["shop"]


@contextmanager
def refused(status, kind=BackorderError):
    try:
        yield
    except kind as error:
        assert error.status == status, error
        return
    raise AssertionError(f"not refused with {status.name}")


def stocked(world, marketplace, on_hand, threshold):
    """A marketplace that can sell exactly on_hand + threshold units of red; its host's call."""
    shop, operator, host = world.shop, Call.operator(marketplace, Permission(15)), Call.host(marketplace)
    shop.warehouse_upsert(host.with_key("w"), [{"warehouse": "north"}])
    shop.catalog_upsert(host.with_key("c"), [{"product": "shirt", "seller": "acme"}], [{"variant": "red", "product": "shirt"}])
    shop.settings_set(operator.with_key("s"), True)
    shop.policy_set(operator.with_key("p"), [{"variant": "red", "policy": backorder.Policy.ALLOW}])
    shop.threshold_set(operator.with_key("t"), [{"variant": "red", "warehouse": "north", "threshold": threshold}])
    shop.receive(operator.with_key("r"), [{"variant": "red", "warehouse": "north", "quantity": on_hand}])
    return host


def sells(shop, host, order):
    try:
        shop.place(host, order, [LINE])
        return True
    except BackorderError as error:
        assert error.status == Status.SHORTAGE, error
        return False


def thirty_two_callers_at_once_sell_exactly_what_there_is(world):
    host = stocked(world, "thirty-two", 40, 23)
    with ThreadPoolExecutor(32) as buyers:
        sold = sum(buyers.map(lambda number: sells(world.shop, host, f"order-{number}"), range(128)))
    assert sold == 63, sold
    assert world.shop.verify(host).column("verify", "differences") == [0]


def a_call_that_waits_can_be_cancelled(world):
    token = Token()
    timer = threading.Timer(0.2, token.cancel)
    timer.start()
    begun = time.monotonic()
    with refused(Status.CANCELLED):
        world.handles["silent"].verify(HOST.with_token(token).with_timeout(20000))
    assert time.monotonic() - begun < 10


def a_closed_handle_is_refused(world):
    handle = backorder.open(world.urls["empty"])
    handle.close()
    handle.close()
    with refused(Status.CLOSED):
        handle.verify(HOST)
    with refused(Status.CLOSED):
        handle.place(HOST, "o", [LINE])
    with refused(Status.CLOSED):
        handle.logs()


def a_result_tells_its_tables(world):
    host = stocked(world, "tables", 1, 1)
    placed = world.shop.place(host, "o", [{**LINE, "quantity": 2}])
    assert placed.tables == ["order", "lines", "parts"], placed.tables
    assert repr(placed) == "<Result OK: order 1, lines 1, parts 1>", repr(placed)
    placed.close()
    assert repr(placed) == "<Result OK: closed>", repr(placed)


def descriptors():
    return len(os.listdir("/proc/self/fd"))


def a_handle_nobody_holds_is_closed(world):
    before = descriptors()
    handle = backorder.open(world.urls["shop"])
    handle.settings_get(HOST)
    assert descriptors() > before, before
    del handle
    gc.collect()
    assert descriptors() <= before, (descriptors(), before)


def a_closed_result_is_refused(world):
    with world.shop.settings_get(HOST) as result:
        assert result.count("settings") == 1
    with refused(Status.CLOSED):
        result.column("settings", "before")
    with refused(Status.CLOSED):
        result.json()


def a_configuration_that_cannot_be_is_refused(world):
    with refused(Status.CONFIG):
        backorder.open("postgresql:///x", pool_size=0)
    try:
        backorder.open("postgresql:///x", colour="red")
        raise AssertionError("it was taken")
    except TypeError as error:
        assert "colour" in str(error), error
    with refused(Status.JSON):
        backorder.open("postgresql:///x", schema=object())


def wrong_types_are_refused(world):
    shop = world.shop
    wrong = [
        lambda: shop.place("host", "o", [LINE]),
        lambda: shop.place(HOST, 7, [LINE]),
        lambda: shop.place(HOST, "o", "lines"),
        lambda: shop.place(HOST, "o", [7]),
        lambda: shop.place(HOST, "o", [{**LINE, "quantity": "1"}]),
        lambda: shop.place(HOST, "o", [{**LINE, "quantity": 1.5}]),
        lambda: shop.place(HOST, "o", [{**LINE, "quantity": 1 << 63}]),
        lambda: shop.place(HOST, "o", [{**LINE, "decline_backorder": 1}]),
        lambda: shop.policy_set(OPERATOR.with_key("k"), [{"variant": "red", "policy": "perhaps"}]),
        lambda: shop.settings_set(OPERATOR.with_key("k"), "yes"),
        lambda: shop.events(HOST, "mail", limit="all"),
        lambda: shop.settings_get(HOST.with_token("token")),
        lambda: shop.settings_get(HOST).column("settings", "colour"),
    ]
    for ask in wrong:
        with refused(Status.ARGUMENT):
            ask()
    with refused(Status.UNKNOWN_MEMBER):
        shop.place(HOST, "o", [{**LINE, "colour": "red"}])
    with refused(Status.TEXT):
        shop.place(HOST, "\ud800", [LINE])
    with refused(Status.JSON):
        shop.json(HOST, "verify", {"x": object()})


def a_missing_library_is_an_error(world):
    with refused(Status.ABI_VERSION, LibraryError):
        backorder.open("", library=world.libraries["missing"])
    with refused(Status.ABI_VERSION, LibraryError):
        backorder.open("", library="libc.so.6")


def other_library(path, found):
    try:
        backorder.open("", library=path)
    except LibraryError as error:
        assert error.status == Status.ABI_VERSION and error.details[0]["found"] == found, error.details
        return
    raise AssertionError("it was taken")


def a_library_too_old_is_an_error(world):
    other_library(world.libraries["too_old"], "1.0.0")


def a_library_too_new_is_an_error(world):
    other_library(world.libraries["too_new"], "2.0.0")


def in_a_child(handle, url, host, answers):
    try:
        handle.verify(host)
        answers.put("the parent's handle was taken")
    except BackorderError as error:
        with backorder.open(url) as own:
            answers.put((error.status, own.place(host, "child", [LINE]).column("order", "order")))


def a_forked_child_opens_its_own_handle(world):
    host = stocked(world, "fork", 2, 0)
    forks = multiprocessing.get_context("fork")
    answers = forks.SimpleQueue()
    child = forks.Process(target=in_a_child, args=(world.shop, world.urls["shop"], host, answers))
    child.start()
    child.join(60)
    assert child.exitcode == 0, child.exitcode
    assert answers.get() == (Status.FORKED, ["child"])
    assert world.shop.place(host, "parent", [LINE]).column("lines", "allocated") == [1]


def asyncio_waits_for_many_calls_without_a_thread(world):
    host = stocked(world, "asyncio", 500, 0)

    async def buy():
        before = threading.active_count()
        async with AsyncBackorder(world.shop) as shop:
            asked = [shop.place(host, f"order-{number}", [LINE]) for number in range(600)]
            answers = await asyncio.gather(*asked, return_exceptions=True)
            assert threading.active_count() == before
        with refused(Status.CLOSED):
            await shop.verify(host)
        return answers

    answers = asyncio.run(buy())
    assert [getattr(answer, "status", answer) for answer in answers].count(Status.OK) == 500
    assert [getattr(answer, "status", answer) for answer in answers].count(Status.SHORTAGE) == 100


def a_cancelled_task_takes_its_call_back(world):
    async def give_up():
        async with AsyncBackorder(world.handles["silent"]) as shop:
            try:
                await asyncio.wait_for(shop.verify(HOST.with_timeout(20000)), 0.2)
            except asyncio.TimeoutError:
                return
        raise AssertionError("the silent server spoke")

    begun = time.monotonic()
    asyncio.run(give_up())
    assert time.monotonic() - begun < 10


def importing_all_leaves_pythons_own_open(_):
    names = {}
    exec("from backorder import *", names)
    assert "open" not in names and names["Call"] is Call, names.keys()
    assert "pool_size" in inspect.signature(backorder.open).parameters


@contextmanager
def interrupted(after):
    """Ctrl-C after that many seconds; gives what became of the call."""
    known, begun = [], time.monotonic()
    threading.Timer(after, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        yield known
        raise AssertionError("it was answered")
    except KeyboardInterrupt as interrupt:
        known.append(interrupt.__cause__)
    assert time.monotonic() - begun < after + 1, time.monotonic() - begun


def an_interrupt_ends_the_wait_at_once_and_takes_the_call_back(world):
    with interrupted(0.3) as known:
        world.handles["silent"].verify(HOST.with_timeout(20000))
    assert known[0].status == Status.CANCELLED and known[0].retry == Retry.SAFE, known
    with interrupted(0.3) as known:
        world.handles["silent"].verify(HOST.with_timeout(3000).with_token(Token()))
    assert known[0].status == Status.IN_DOUBT, known
    assert world.shop.settings_get(HOST).count("settings") == 1


def what_an_interrupted_call_did_is_told_by_its_key(world):
    url = databases.fresh("interrupted")
    with backorder.open(url, migrate=True) as shop:
        host = stocked(world._replace(handles={"shop": shop}), "interrupted", 3, 0)
        databases.sql(url, """CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON backorder.calls DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION slow()""")
        with interrupted(0.5) as known:
            shop.place(host.with_key("o"), "o", [LINE])
        assert known[0].status == Status.IN_DOUBT and known[0].retry == Retry.SAME_KEY, known
        assert known[0].details == [{"idempotency_key": "o"}], known[0].details
        again = shop.place(host, "o", [LINE])
        assert again.column("lines", "allocated") == [1] and again.replayed
        assert shop.order(host, "o").column("lines", "allocated") == [1]


def a_signal_handler_may_ask_while_a_call_waits(world):
    asked = []
    before = signal.signal(signal.SIGALRM, lambda *_: asked.append(world.shop.settings_get(HOST).count("settings")))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with refused(Status.TIMEOUT):
            world.handles["silent"].verify(HOST.with_timeout(1000))
    finally:
        signal.signal(signal.SIGALRM, before)
    assert asked == [1], asked
