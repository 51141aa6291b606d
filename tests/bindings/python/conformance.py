"""One case of the plan: every step is asked and its answer compared."""
import time

from backorder import BackorderError, Call, Permission, Retry, Role


def native(value, kept):
    """64-bit integers and kept texts in a request or an expectation."""
    if isinstance(value, dict):
        return int(value["int64"]) if value.keys() == {"int64"} else {name: native(of, kept) for name, of in value.items()}
    if isinstance(value, list):
        return [native(each, kept) for each in value]
    return kept.get(value, value) if isinstance(value, str) else value


def call_of(step, marketplace):
    actor = step["as"]
    permissions = sum((Permission[name] for name in actor["permissions"]), Permission(0))
    return Call(marketplace, Role[actor["role"].upper()], actor["seller"], permissions, idempotency_key=step["key"],
                timeout_ms=step["timeout_ms"])


def ask(handle, door, call, operation, request):
    if door == "json":
        return handle.json(call, operation, request)
    return getattr(handle, operation)(call, **{"from_" if name == "from" else name: value for name, value in request.items()})


def differs(wanted, found):
    """The first member that is not as wanted, or ""."""
    return next((f"{name} is {found.get(name)!r}, not {value!r}" for name, value in wanted.items() if found.get(name) != value), "")


def check_rows(what, wanted, found):
    assert len(found) == len(wanted), f"{what} has {len(found)} rows, not {len(wanted)}: {found}"
    for number, (expected, row) in enumerate(zip(wanted, found)):
        assert not differs(expected, row), f"{what}[{number}].{differs(expected, row)}"


def check_result(expect, result):
    for table, wanted in expect.get("rows", {}).items():
        check_rows(table, wanted, result.rows(table))
    for table, wanted in expect.get("counts", {}).items():
        assert result.count(table) == wanted, f"{table} has {result.count(table)} rows, not {wanted}"
    for table, wanted in expect.get("last", {}).items():
        check_rows(f"the end of {table}", [wanted], result.rows(table)[-1:])
    for table, wanted in expect.get("has", {}).items():
        for expected in wanted:
            assert any(not differs(expected, row) for row in result.rows(table)), f"{table} has no {expected}"
    assert expect.get("replayed", result.replayed) == result.replayed, f"replayed is {result.replayed}"


def run_step(step, door, marketplace, handles, kept):
    expect, error, begun = native(step["expect"], kept), None, time.monotonic()
    try:
        result = ask(handles[step["handle"]], door, call_of(step, marketplace), step["call"], native(step["request"], kept))
    except BackorderError as refused:
        error, result = refused, refused.result
    answered = error or result
    assert answered.status.name == expect["status"], f"{answered.status.name}, not {expect['status']}: {error}"
    assert (error is None) == (expect["status"] in ("OK", "SOME_REFUSED")), f"{expect['status']} is raised: {error}"
    took_ms = 1000 * (time.monotonic() - begun)
    assert took_ms <= expect.get("within_ms", took_ms), f"it took {took_ms} ms"
    if "details" in expect:
        check_rows("details", expect["details"], error.details)
    assert "retry" not in expect or error.retry == Retry[expect["retry"]], f"retry is {error.retry}"
    if result is not None:
        check_result(expect, result)
    else:
        assert not expect.keys() & {"rows", "counts", "last", "has", "replayed"}, "no result"
    for name, (table, column) in step["keep"].items():
        kept[f"${name}"] = result.column(table, column)[0]


def run_patiently(step, *world):
    """A step whose answer may take others' transactions to end is asked again until it is as expected."""
    patience_ends = time.monotonic() + (10 if step.get("patient") else 0)
    while True:
        try:
            return run_step(step, *world)
        except AssertionError:
            if time.monotonic() > patience_ends:
                raise
        time.sleep(0.1)


def run_case(case, handles):
    kept = {}
    for number, step in enumerate(case["steps"]):
        try:
            run_patiently(step, case["door"], case["marketplace"], handles, kept)
        except AssertionError as problem:
            raise AssertionError(f"step {number}, {step['call']}: {problem}") from None
