"""PHP's FFI: src/backorder.h, an enum and a request's item a file, src/Abi.php, src/Opening.php, and the version of composer.json."""
import pathlib
import re
import textwrap

import requests
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


TYPES = {"text": "string", "integer": "int", "flag": "bool", "texts": "iterable"}
WORDS = {"policy": "Policy", "mode": "ThresholdMode"}


def typed(member):
    kind = f"string|{WORDS[member.name]}" if member.kind == "word" else TYPES.get(member.kind, "iterable")
    if member.needed:
        return f"public readonly {kind} ${member.name},"
    return f"public readonly {f'{kind}|null' if '|' in kind else f'?{kind}'} ${member.name} = null,"


def told(member):
    """What a type does not say of a member."""
    if member.kind == "word":
        return f"one of {', '.join(member.words)}"
    return {"texts": "ids"}.get(member.kind) or ("" if member.kind in TYPES else f"{member.kind}s, or arrays with the same members")


def item(declared):
    members = sorted(declared.members, key=lambda member: not member.needed)
    lines = [HEAD, f"/** A checked way to write the array of that shape. */\nfinal class {declared.name} extends Item", "{"]
    comments = [f"     * @param {'iterable ' if '|' not in typed(member) else ''}${member.name} {told(member)}" for member in members
                if told(member)]
    if comments:
        lines += ["    /**", *comments, "     */"]
    return "\n".join([*lines, "    public function __construct(", *(f"        {typed(member)}" for member in members), "    ) {", "    }", "}",
                      ""])


def opening():
    """Backorder::open with every member of the configuration as an argument."""
    asked = [option for option in requests.options() if option.name != "database"]
    told = [line for option in asked for line in textwrap.wrap(
        f"@param ?{TYPES[option.kind]} ${option.name} {option.comment}", 130, initial_indent="     * ", subsequent_indent="     *     ")]
    names = textwrap.wrap(", ".join(f"'{option.name}'" for option in asked), 110)
    return "\n".join([
        HEAD, "/** @internal */\ntrait Opening", "{", "    /**", "     * Opens a handle.", "     *",
        "     *     $shop = Backorder::open('postgresql:///shop', migrate: true);", "     *",
        "     * @param array<string, mixed> $config the same members as an array, as applications keep their configuration",
        "     * @param ?string $library path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it",
        *told, "     */", "    public static function open(", "        string $database,", "        array $config = [],",
        "        ?string $library = null,", *(f"        ?{TYPES[option.kind]} ${option.name} = null," for option in asked),
        "    ): self {", "        $said = compact(", *(f"            {line}" for line in names), "        );",
        "        return self::opened(['database' => $database] + array_filter($said, fn ($value) => $value !== null) + $config, $library);",
        "    }", "}", ""])


def emit(header):
    package = re.sub(r'"version": "[^"]*"', f'"version": "{header.version}"', PACKAGE.read_text())
    return {"composer.json": package, "src/backorder.h": c_header(header), "src/Abi.php": abi(header),
            "src/Opening.php": opening(), **{f"src/{each.name}.php": item(each) for each in requests.items()},
            **{f"src/{name}.php": enum(name, header.groups[group]) for group, name in ENUMS.items()},
            **{f"src/{name}.php": bits(name, header.groups[group]) for group, name in BITS.items()}}
