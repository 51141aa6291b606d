"""Reads include/backorder/backorder.h into a plain model: the one source of every language's constants, structs and functions."""
import pathlib
import re
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "include/backorder/backorder.h"


class Constant(NamedTuple):
    name: str  # without BO_: "E_SHORTAGE"
    value: int
    comment: str


class Column(NamedTuple):
    name: str  # "on_hand"
    number: int
    kind: str  # integer, flag, text or json


class Table(NamedTuple):
    name: str  # "stock"
    number: int
    columns: list


class Variable(NamedTuple):
    """A field of a struct, or a parameter of a function."""
    name: str
    type: str  # as C writes it, one blank before the stars: "const char *const *"


class Struct(NamedTuple):
    name: str  # "bo_call"
    fields: list


class Function(NamedTuple):
    name: str  # "bo_open"
    returns: str
    parameters: list
    comment: str


class Header(NamedTuple):
    version: str
    major: int
    minor: int
    groups: dict  # "status", "role", ... -> constants in the header's order
    tables: list
    structs: list  # of plain data, each after those it holds; bo_api is the functions once more
    opaque: list
    functions: list


# A constant belongs to the first group that fits.
GROUPS = {
    "status": r"OK|SOME_REFUSED|E_\w+",
    "version": r"VERSION_\w+",
    "retry": r"RETRY_\w+",
    "poll": r"POLL_\w+",
    "role": r"ROLE_\w+",
    "permission": r"MANAGE_\w+",
    "policy": r"POLICY_\w+",
    "threshold": r"THRESHOLD_\w+",
    "flag": r"DRY_RUN|DECLINE_BACKORDER|STRICT",
}
DEFINE = re.compile(r"^#define BO_(\w+) +(0x[0-9a-f]+|\d+)u?(?: +/\* (.*?) ?\*/)?$", re.MULTILINE)
STRUCT = re.compile(r"^typedef struct (bo_\w+) \{\n(.*?)^\} \1;", re.MULTILINE | re.DOTALL)
FUNCTION = re.compile(r"(?:/\*((?:(?!\*/).)*)\*/\n)?^BO_API ([\w ]+?[ *]+)(bo_\w+)\(([^;]*)\);", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
OPAQUE = re.compile(r"^typedef struct (bo_\w+) \1;", re.MULTILINE)


def variable(declaration):
    """"const char *name" or "uint64_t reserved[2]" -> a variable; an array's type ends in its length."""
    declared = re.fullmatch(r"(.*?[ *])(\w+)(\[\d+\])?", " ".join(declaration.split()))
    return Variable(declared[2], declared[1].rstrip() + (declared[3] or ""))


def fields(body):
    return [variable(declaration) for declaration in COMMENT.sub("", body).split(";") if declaration.strip()]


def parameters(listed):
    return [] if listed == "void" else [variable(declaration) for declaration in listed.split(",")]


def sentence(comment):
    return " ".join(re.sub(r"^ *\*", "", comment or "", flags=re.MULTILINE).split())


def tables(defines):
    numbered = {number: Table(name[len("TABLE_"):].lower(), number, []) for name, number, _ in defines if name.startswith("TABLE_")}
    for name, number, comment in defines:
        if name.startswith("COL_"):
            table = numbered[number >> 8]
            table.columns.append(Column(name[len(f"COL_{table.name}_"):].lower(), number, re.match(r"\w+", comment)[0]))
    return list(numbered.values())


def groups(defines):
    grouped = {group: [] for group in GROUPS}
    for constant in defines:
        if not constant.name.startswith(("TABLE_", "COL_")):
            grouped[next(group for group, names in GROUPS.items() if re.fullmatch(names, constant.name))].append(constant)
    return grouped


def read(path=HEADER):
    text = path.read_text()
    defines = [Constant(name, int(value, 0), comment) for name, value, comment in DEFINE.findall(text)]
    grouped = groups(defines)
    major, minor, patch = (constant.value for constant in grouped["version"])
    return Header(
        version=f"{major}.{minor}.{patch}", major=major, minor=minor, groups=grouped, tables=tables(defines),
        structs=[Struct(name, fields(body)) for name, body in STRUCT.findall(text) if name != "bo_api"],
        opaque=OPAQUE.findall(text),
        functions=[Function(name, returns.strip(), parameters(listed), sentence(comment))
                   for comment, returns, name, listed in FUNCTION.findall(text)])
