"""PHP's FFI: src/backorder.h, an enum a file, src/Abi.php, and the version of composer.json."""
import pathlib
import re

from emit._common import BITS, ENUMS, NOTE, c_types, prototype, request_members, request_structs, short

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "php/composer.json"
HEAD = f"<?php\n// {NOTE}\ndeclare(strict_types=1);\n\nnamespace Backorder;\n"


def function(declared):
    # FFI makes a PHP string, up to the first NUL, of what returns const char *.
    text = declared.name == "bo_result_text"
    return prototype(declared._replace(returns="char *") if text else declared, declared.name) + ";"


def c_header(header):
    return "\n".join([f"// {NOTE}", *c_types(header), *map(function, header.functions), ""])


def documented(constant):
    return [f"    /** {constant.comment} */"] if constant.comment else []


def enum(name, constants):
    lines = [HEAD, f"enum {name}: int", "{"]
    for constant in constants:
        lines += [*documented(constant), f"    case {short(constant)} = {constant.value};"]
    return "\n".join([*lines, "}", ""])


def bits(name, constants):
    lines = [HEAD, f"/** Bits, to be joined by |. */\nfinal class {name}", "{"]
    for constant in constants:
        lines += [*documented(constant), f"    public const {short(constant)} = {constant.value};"]
    return "\n".join([*lines, "}", ""])


def table(declared):
    columns = [f"            '{column.name}' => [{column.number:#06x}, '{column.kind}']," for column in declared.columns]
    return [f"        '{declared.name}' => [{declared.number}, [", *columns, "        ]],"]


def members(struct):
    listed = ", ".join(f"'{member.name}' => '{member.kind}'" for member in request_members(struct))
    return f"        '{struct.name}' => [{listed}],"


def abi(header):
    lines = [HEAD, "/** @internal */\nfinal class Abi", "{", f"    public const VERSION = '{header.version}';",
             f"    public const MAJOR = {header.major};", f"    public const MINOR = {header.minor};"]
    lines += [f"    public const {constant.name} = {constant.value};" for constant in header.groups["flag"]]
    lines += ["", "    /** Struct: what a request for it may say, and of what kind each is. */", "    public const MEMBERS = ["]
    lines += [members(struct) for struct in request_structs(header)]
    lines += ["    ];", "", "    /** Table: its number and, of each column, number and kind. */", "    public const TABLES = ["]
    for declared in header.tables:
        lines += table(declared)
    return "\n".join([*lines, "    ];", "}", ""])


def emit(header):
    package = re.sub(r'"version": "[^"]*"', f'"version": "{header.version}"', PACKAGE.read_text())
    return {"composer.json": package, "src/backorder.h": c_header(header), "src/Abi.php": abi(header),
            **{f"src/{name}.php": enum(name, header.groups[group]) for group, name in ENUMS.items()},
            **{f"src/{name}.php": bits(name, header.groups[group]) for group, name in BITS.items()}}
