"""ctypes: backorder/_abi.py; for type checkers backorder/requests.py and backorder/_open.py."""
import keyword
import re
import textwrap

import requests

SCALARS = {"int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64", "uint64_t": "c_uint64", "size_t": "c_size_t",
           "bo_status": "c_int32"}
ENUMS = {"status": ("Status", "IntEnum"), "retry": ("Retry", "IntEnum"), "role": ("Role", "IntEnum"), "policy": ("Policy", "IntEnum"),
         "threshold": ("ThresholdMode", "IntEnum"), "permission": ("Permission", "IntFlag"), "poll": ("Poll", "IntFlag")}
PREFIX = r"^(E|RETRY|ROLE|POLICY|THRESHOLD|POLL)_"

HEAD = '''"""Written by abi/bindings/generate from backorder.h; not to be edited."""
from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from enum import IntEnum, IntFlag
from typing import Any
'''


def ctype(c_type, structs):
    """How ctypes says a C type; pointers to opaque types are c_void_p."""
    array = re.fullmatch(r"(\w+)\[(\d+)\]", c_type)
    if array:
        return f"{SCALARS[array[1]]} * {array[2]}"
    base, stars = re.fullmatch(r"(?:const )?(\w+) ?(.*)", c_type).groups()
    depth = stars.count("*")
    if depth == 0:
        return "None" if base == "void" else SCALARS[base]
    if base == "char":
        inner, depth = "c_char_p", depth - 1
    elif base in SCALARS:
        inner = SCALARS[base]
    elif base in structs:
        inner = base
    else:
        inner, depth = "c_void_p", depth - 1
    return "POINTER(" * depth + inner + ")" * depth


def enum(group, constants):
    name, kind = ENUMS[group]
    members = [f"    {re.sub(PREFIX, '', constant.name)} = {constant.value}" + (f"  # {constant.comment}" if constant.comment else "")
               for constant in constants]
    return [f"\n\nclass {name}({kind}):", *members]


def filled(listed):
    """Members side by side, each in one piece."""
    whole = ", ".join(each.replace(" ", "\0") for each in listed)
    indent = " " * 8
    return textwrap.fill(whole, 120, initial_indent=indent, subsequent_indent=indent, break_long_words=False).replace("\0", " ")


def struct(declared, structs):
    listed = [f'("{field.name}", {ctype(field.type, structs)})' for field in declared.fields]
    return [f"\n\nclass {declared.name}(ctypes.Structure):", "    _fields_ = [", filled(listed), "    ]"]


def entry(name, first, opening, listed, closing):
    """An entry of a dictionary, over several lines if it is long."""
    line = f'    "{name}": ({first}, {opening}{", ".join(listed)}{closing}),'
    if len(line) <= 120:
        return line
    return f'    "{name}": ({first}, {opening}\n{filled(listed)}\n    {closing}),'


def function(declared, structs):
    returns = "c_void_p" if declared.name == "bo_result_text" else ctype(declared.returns, structs)
    return entry(declared.name, returns, "[", [ctype(parameter.type, structs) for parameter in declared.parameters], "]")


def table(declared):
    listed = [f'"{column.name}": ({column.number:#06x}, "{column.kind}")' for column in declared.columns]
    return entry(declared.name, declared.number, "{", listed, "}")


REQUESTS_HEAD = '''"""Written by abi/bindings/generate from requests.hpp and backorder.h; not to be edited.

What the items of a request hold, for type checkers and editors.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict, Union

from ._abi import Policy, ThresholdMode
'''
TYPES = {"text": "str", "integer": "int", "flag": "bool", "texts": "Iterable[str]"}
WORDS = {"policy": "Policy", "mode": "ThresholdMode"}


def annotation(member):
    if member.kind == "word":
        words = ", ".join(f'"{word}"' for word in member.words)
        return f"Union[Literal[{words}], {WORDS[member.name]}]"
    return TYPES.get(member.kind) or f"Iterable[{member.kind}]"


def typed_dict(item):
    """A class for what must be said, and on it one for what may be; as a call where a name is Python's own."""
    needed = [f"    {member.name}: {annotation(member)}" for member in item.members if member.needed]
    more = [f"    {member.name}: {annotation(member)}" for member in item.members if not member.needed]
    if any(keyword.iskeyword(member.name) for member in item.members):
        listed = ", ".join(f'"{member.name}": {annotation(member)}' for member in item.members)
        return ["", "", f'{item.name} = TypedDict("{item.name}", {{{listed}}})']
    if not more:
        return ["", "", f"class {item.name}(TypedDict):", *needed]
    return ["", "", f"class _{item.name}(TypedDict):", *needed, "", "", f"class {item.name}(_{item.name}, total=False):", *more]


def requests_module():
    return "\n".join([REQUESTS_HEAD.rstrip("\n"), *(line for item in requests.items() for line in typed_dict(item)), ""])


def open_module():
    """The function open with every member of the configuration as a keyword."""
    asked = [option for option in requests.options() if option.name != "database"]
    keywords = [f"    {option.name}: {TYPES[option.kind]} | None = None," for option in asked]
    told = [line for option in asked for line in textwrap.wrap(f"{option.name}: {option.comment}", 116, initial_indent="    ",
                                                               subsequent_indent="        ")]
    members = textwrap.fill(", ".join(f"{option.name}={option.name}" for option in asked), 110, initial_indent=" " * 8,
                            subsequent_indent=" " * 8)
    return "\n".join(['"""Written by abi/bindings/generate from backorder.h; not to be edited."""', "from __future__ import annotations",
                      "", "from .handle import Backorder, opened", "", "", "def open(", "    database: str,", "    *,",
                      "    library: str | None = None,", *keywords, ") -> Backorder:", '    """Opens a handle.', "",
                      '        with backorder.open("postgresql:///shop", migrate=True) as shop: ...', "",
                      "    library: path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it",
                      *told, '    """', "    return opened(", "        database, library,", f"{members},", "    )", ""])


def emit(header):
    structs = {declared.name for declared in header.structs}
    lines = [HEAD, f'VERSION = "{header.version}"', f"MAJOR = {header.major}", f"MINOR = {header.minor}"]
    lines += [f"{constant.name} = {constant.value}  # {constant.comment}" for constant in header.groups["flag"]]
    for group in ENUMS:
        lines += enum(group, header.groups[group])
    for declared in header.structs:
        lines += struct(declared, structs)
    lines += ["\n\n# Name: what it returns, what it takes.", "FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {"]
    lines += [function(declared, structs) for declared in header.functions]
    lines += ["}", "\n# Table: its number and, of each column, number and kind."]
    lines += ["TABLES: dict[str, tuple[int, dict[str, tuple[int, str]]]] = {"]
    lines += [table(declared) for declared in header.tables]
    return {"backorder/_abi.py": "\n".join(lines) + "\n}\n", "backorder/requests.py": requests_module(), "backorder/_open.py": open_module()}
