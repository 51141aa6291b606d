"""ctypes: backorder/_abi.py."""
import re
import textwrap

SCALARS = {"int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64", "uint64_t": "c_uint64", "size_t": "c_size_t",
           "bo_status": "c_int32"}
ENUMS = {"status": ("Status", "IntEnum"), "retry": ("Retry", "IntEnum"), "role": ("Role", "IntEnum"), "policy": ("Policy", "IntEnum"),
         "threshold": ("ThresholdMode", "IntEnum"), "permission": ("Permission", "IntFlag"), "poll": ("Poll", "IntFlag")}
PREFIX = r"^(E|RETRY|ROLE|POLICY|THRESHOLD|POLL)_"

HEAD = '''"""Written by abi/bindings/generate from backorder.h; not to be edited."""
import ctypes
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from enum import IntEnum, IntFlag
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


def struct(declared, structs):
    listed = [f'        ("{field.name}", {ctype(field.type, structs)}),' for field in declared.fields]
    return [f"\n\nclass {declared.name}(ctypes.Structure):", "    _fields_ = [", *listed, "    ]"]


def wrapped(line):
    """A long entry over several lines, each column's pair in one piece."""
    whole = re.sub(r": \(0x\w+, ", lambda pair: pair[0].replace(" ", "\0"), line)
    filled = textwrap.fill(whole, 120, initial_indent="    ", subsequent_indent="        ", break_long_words=False, break_on_hyphens=False)
    return filled.replace("\0", " ")


def function(declared, structs):
    returns = "c_void_p" if declared.name == "bo_result_text" else ctype(declared.returns, structs)
    listed = [ctype(parameter.type, structs) for parameter in declared.parameters]
    return wrapped(f'"{declared.name}": ({returns}, [{", ".join(listed)}]),')


def table(declared):
    listed = [f'"{column.name}": ({column.number:#06x}, "{column.kind}")' for column in declared.columns]
    return wrapped(f'"{declared.name}": ({declared.number}, {{{", ".join(listed)}}}),')


def emit(header):
    structs = {declared.name for declared in header.structs}
    lines = [HEAD, f'VERSION = "{header.version}"', f"MAJOR = {header.major}", f"MINOR = {header.minor}"]
    lines += [f"{constant.name} = {constant.value}  # {constant.comment}" for constant in header.groups["flag"]]
    for group in ENUMS:
        lines += enum(group, header.groups[group])
    for declared in header.structs:
        lines += struct(declared, structs)
    lines += ["\n\n# Name: what it returns, what it takes.", "FUNCTIONS = {"]
    lines += [function(declared, structs) for declared in header.functions]
    lines += ["}", "\n# Table: its number and, of each column, number and kind.", "TABLES = {"]
    lines += [table(declared) for declared in header.tables]
    return {"backorder/_abi.py": "\n".join(lines) + "\n}\n"}
