"""The conformance cases with everything spelled out, so that a language's runner only calls and compares."""
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent / "conformance"
DOORS = ("typed", "json")
KEYLESS = {"settings_get", "stock", "availability", "queue", "order", "shippable", "ledger", "verify", "events", "events_acknowledge",
           "place", "place_batch", "warehouses", "products", "variants", "open_orders"}


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text())


def written_out(value, index=None):
    """{"times": n, "of": x} becomes n times x, a # in its texts the number; {"times": n, "text": x} one long text."""
    if isinstance(value, dict):
        if value.keys() == {"times", "of"}:
            return [written_out(value["of"], each) for each in range(value["times"])]
        if value.keys() == {"times", "text"}:
            return value["text"] * value["times"]
        return {name: written_out(of, index) for name, of in value.items()}
    if isinstance(value, list):
        return [written_out(each, index) for each in value]
    return value.replace("#", str(index)) if isinstance(value, str) and index is not None else value


def with_setups(steps, setups):
    for step in steps:
        if "setup" in step:
            yield from with_setups(setups[step["setup"]], setups)
        else:
            yield step


def step_of(step, number, actors):
    keyless = step["call"] in KEYLESS or step["request"].get("dry_run")
    expected = {"status": "OK", **step.get("expect", {})}
    return {"handle": "shop", "timeout_ms": 0, "key": "" if keyless else f"key-{number}", "keep": {}, **step,
            "as": {"seller": "", "permissions": [], **actors[step["as"]]}, "request": written_out(step["request"]), "expect": expected}


def cases(shop):
    for path in sorted(FOLDER.glob("*.json")):
        for case in load(path.stem).get("cases", []):
            steps = list(with_setups([{"setup": case["setup"]}, *case["steps"]], shop["setups"]))
            for door in [case["door"]] if "door" in case else DOORS:
                yield {"name": f"{case['name']} ({door})", "door": door, "marketplace": f"{case['name']} {door}",
                       "steps": [step_of(step, number, shop["actors"]) for number, step in enumerate(steps)]}


def make(language, handles, libraries):
    """What one language's runner is given: see README.md."""
    shop, code = load("shop"), load("code")
    return {"handles": handles, "libraries": libraries, "cases": list(cases(shop)),
            "code": code["every language"] + code.get(language, [])}
