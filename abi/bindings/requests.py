"""What may be asked, member by member, for languages that type it: from src/service/request and the header's list of bo_open."""
import pathlib
import re
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src/service/request"
HEADER = ROOT / "include/backorder/backorder.h"

KINDS = {"Id": "text", "OptionalId": "text", "std::string": "text", "Quantity": "integer", "Units": "integer",
         "std::int64_t": "integer", "bool": "flag"}
# A member of these names is one of the words of an enum.
WORDS = {("PolicyItem", "policy"): ["allow", "deny", "inherit"], ("ThresholdItem", "mode"): ["limit", "unlimited", "inherit"]}
STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"^    ([\w:<>]+) (\w+)(?: = (.*))?;$", re.MULTILINE)
ROW = re.compile(r'Operation<\w+>\s*: Row<"(\w+)", (\w+), Key::(\w+), "([^"]*)">')
OPTION = re.compile(r"^ \*   (\w+) +(.*(?:\n \*    {4,}.*)*)", re.MULTILINE)
# The names of the header where it has a struct of its own.
NAMES = {"ReceiveItem": "Receipt", "PlaceLine": "OrderLine", "Place": "Order", "CountItem": "StockCount", "ProductItem": "Product",
         "VariantItem": "Variant", "WarehouseItem": "Warehouse"}


class Member(NamedTuple):
    name: str
    kind: str  # text, integer, flag, word, texts, or the name of an item
    needed: bool
    words: list


class Item(NamedTuple):
    """What a list of a request holds."""
    name: str
    members: list


class Operation(NamedTuple):
    """A row of operations.hpp."""
    name: str
    who: str
    key: str
    tables: list


class Option(NamedTuple):
    """A member of bo_open's configuration."""
    name: str
    kind: str  # text, integer or flag
    comment: str


def member(struct, declared, name, default):
    inner = re.fullmatch(r"std::(optional|vector)<(.*)>", declared)
    words = WORDS.get((struct, name), [])
    if inner and inner[1] == "vector":
        kind = "texts" if inner[2] == "Id" else NAMES.get(inner[2], inner[2])
        return Member(name, kind, inner[2] != "Id", [])
    needed = not inner and not default and declared != "OptionalId"
    return Member(name, "word" if words else KINDS[inner[2] if inner else declared], needed, words)


def items():
    """Every struct that is an element of a list, each after those it holds."""
    text = (FOLDER / "types.hpp").read_text() + (FOLDER / "requests.hpp").read_text()
    structs = dict(STRUCT.findall(text))
    listed = set(re.findall(r"std::vector<(?!Id>)(\w+)>", text))
    return [Item(NAMES.get(name, name), [member(name, *found) for found in MEMBER.findall(body)])
            for name, body in structs.items() if name in listed]


def operations():
    return [Operation(name, who, key, tables.split()) for name, who, key, tables in ROW.findall((FOLDER / "operations.hpp").read_text())]


def kind_of(comment):
    """The kind of an option, by the default that its line tells."""
    if re.search(r"\b(true|false)\b", comment):
        return "flag"
    return "integer" if re.search(r": [\d ]+", comment) else "text"


def options():
    text = HEADER.read_text()
    listed = text[text.index("Opens a handle. config is a JSON object"):text.index("BO_API bo_status bo_open")]
    found = [(name, " ".join(re.sub(r"\n \* +", " ", comment).split())) for name, comment in OPTION.findall(listed)]
    return [Option(name, kind_of(comment), comment) for name, comment in found]
