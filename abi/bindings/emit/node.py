"""koffi: lib/abi.js, lib/abi.d.ts for TypeScript, and the version of package.json."""
import pathlib
import re

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "node/package.json"

ENUMS = {"status": "Status", "retry": "Retry", "role": "Role", "policy": "Policy", "threshold": "ThresholdMode",
         "permission": "Permission", "poll": "Poll"}
PREFIX = r"^(E|RETRY|ROLE|POLICY|THRESHOLD|POLL)_"
SCALARS = {"int32_t", "uint32_t", "int64_t", "uint64_t", "size_t"}
MEMBERS = {"integer": "number | bigint", "flag": "boolean", "text": "string", "json": "unknown"}

HEAD = "// Written by abi/bindings/generate from backorder.h; not to be edited.\n"


def koffi_type(c_type, structs):
    """How koffi says a C type. Pointers to opaque types are void *, and so is memory that is read by length."""
    array = re.fullmatch(r"(\w+)\[(\d+)\]", c_type)
    if array:
        return f"array('{array[1]}', {array[2]})"
    base, stars = re.fullmatch(r"(?:const )?(\w+) ?(.*)", c_type.replace("bo_status", "int32_t")).groups()
    depth = stars.count("*")
    if depth == 1 and base in structs:
        return f"pointer({base})"
    known = base if base in SCALARS or base in ("char", "void") else "void"
    return f"'{known}{' ' + '*' * depth if depth else ''}'"


def is_out(c_type):
    """A pointer through which the function answers."""
    return c_type.endswith("**") or bool(re.fullmatch(r"(bo_status|\w+_t) \*", c_type))


def parameter(declared, structs):
    """Arrays that bo_completions_pull fills are memory of the binding's own."""
    if declared.name in ("tags", "statuses", "results", "errors"):
        return "'void *'"
    if is_out(declared.type):
        return f"out({koffi_type(declared.type.replace('const uint64_t', 'void'), structs)})"
    return koffi_type(declared.type, structs)


def function(declared, structs):
    returns = "'void *'" if declared.name in ("bo_result_text", "bo_result_int64") else koffi_type(declared.returns, structs)
    listed = ", ".join(parameter(each, structs) for each in declared.parameters)
    return f"  {declared.name}: [{returns}, [{listed}]],"


def struct(declared, structs):
    listed = [f"  {field.name}: {koffi_type(field.type, structs)}," for field in declared.fields]
    return [f"const {declared.name} = struct({{", *listed, "});\n"]


def members(constants):
    return [(re.sub(PREFIX, "", constant.name), constant.value, constant.comment) for constant in constants]


def enum(group, constants):
    listed = [f"  {name}: {value}," for name, value, _ in members(constants)]
    return [f"const {ENUMS[group]} = Object.freeze({{", *listed, "});\n"]


def enum_type(group, constants):
    listed = [(f"  /** {comment} */\n" if comment else "") + f"  readonly {name}: {value};" for name, value, comment in members(constants)]
    return [f"export declare const {ENUMS[group]}: {{", *listed, "};",
            f"export type {ENUMS[group]} = (typeof {ENUMS[group]})[keyof typeof {ENUMS[group]}];\n"]


def table(declared):
    listed = [f"    {column.name}: [{column.number:#06x}, '{column.kind}']," for column in declared.columns]
    return [f"  {declared.name}: [{declared.number}, {{", *listed, "  }],"]


def table_type(declared):
    listed = [f"    {column.name}: {MEMBERS[column.kind]};" for column in declared.columns]
    return [f"  {declared.name}: {{", *listed, "  };"]


def script(header):
    structs = {declared.name for declared in header.structs}
    lines = [HEAD + "'use strict';\n\nconst { array, out, pointer, struct } = require('koffi');\n", f"const VERSION = '{header.version}';"]
    lines += [f"const MAJOR = {header.major};", f"const MINOR = {header.minor};"]
    lines += [f"const {constant.name} = {constant.value};" for constant in header.groups["flag"]] + [""]
    for group in ENUMS:
        lines += enum(group, header.groups[group])
    for declared in header.structs:
        lines += struct(declared, structs)
    lines += ["// Name: what it returns, what it takes.", "const FUNCTIONS = {"]
    lines += [function(declared, structs) for declared in header.functions]
    lines += ["};\n", "// Table: its number and, of each column, number and kind.", "const TABLES = {"]
    for declared in header.tables:
        lines += table(declared)
    names = ["VERSION", "MAJOR", "MINOR", *(constant.name for constant in header.groups["flag"]), *ENUMS.values(),
             *(declared.name for declared in header.structs), "FUNCTIONS", "TABLES"]
    return "\n".join([*lines, "};\n", "module.exports = {", *(f"  {name}," for name in names), "};", ""])


def types(header):
    lines = [HEAD, f"export declare const VERSION: '{header.version}';\n"]
    for group in ENUMS:
        lines += enum_type(group, header.groups[group])
    lines += ["/** The rows of each table. Integers are numbers, or bigints where a number would not be exact. */",
              "export interface Tables {"]
    for declared in header.tables:
        lines += table_type(declared)
    return "\n".join([*lines, "}", ""])


def package(header):
    return re.sub(r'"version": "[^"]*"', f'"version": "{header.version}"', PACKAGE.read_text())


def emit(header):
    return {"package.json": package(header), "lib/abi.js": script(header), "lib/abi.d.ts": types(header)}
