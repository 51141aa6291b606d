"""The ffi gem: lib/backorder/abi.rb and version.rb."""
import re

from emit._common import BITS, ENUMS, NOTE, pascal, request_members, request_structs, short

HEAD = f"# frozen_string_literal: true\n\n# {NOTE}\n"
SCALARS = {"bo_status": "int32", "int32_t": "int32", "uint32_t": "uint32", "int64_t": "int64", "uint64_t": "uint64", "size_t": "size_t",
           "void": "void"}


def ffi_type(c_type):
    array = re.fullmatch(r"(\w+)\[(\d+)\]", c_type)
    if array:
        return f"[:{SCALARS[array[1]]}, {array[2]}]"
    return ":pointer" if c_type.endswith("*") else f":{SCALARS[c_type]}"


def function(declared):
    """What it takes and returns, and whether it may wait: then other threads run meanwhile."""
    text = declared.returns == "const char *" and declared.name != "bo_result_text"
    of_a_handle = any(each.type.startswith("bo_backorder *") for each in declared.parameters)
    waits = of_a_handle or declared.name == "bo_completions_pull"
    listed = ", ".join(ffi_type(parameter.type) for parameter in declared.parameters)
    return f"      {declared.name}: [[{listed}], {':string' if text else ffi_type(declared.returns)}, {str(waits).lower()}],"


def module(name, constants):
    listed = [f"    {short(each)} = {each.value}" + (f" # {each.comment}" if each.comment else "") for each in constants]
    return [f"  module {name}", *listed, "  end", ""]


def struct(declared):
    listed = ",\n             ".join(f"{field.name}: {ffi_type(field.type)}" for field in declared.fields)
    return [f"    class {pascal(declared.name)} < FFI::Struct", f"      layout({listed})", "    end", ""]


def members(declared):
    listed = ", ".join(f"{member.name}: :{member.kind}" for member in request_members(declared))
    return f"      {pascal(declared.name)} => {{ {listed} }},"


def table(declared):
    columns = [f"        {column.name}: [{column.number:#06x}, :{column.kind}]," for column in declared.columns]
    return [f"      {declared.name}: [{declared.number}, {{", *columns, "      }],"]


def abi(header):
    lines = [HEAD, 'require "ffi"', "", "module Backorder"]
    for group, name in {**ENUMS, **BITS}.items():
        lines += module(name, header.groups[group])
    lines += ["  # @api private", "  module Abi", f"    MAJOR = {header.major}", f"    MINOR = {header.minor}"]
    lines += [f"    {constant.name} = {constant.value}" for constant in header.groups["flag"]] + [""]
    for declared in header.structs:
        lines += struct(declared)
    lines += ["    # What a request for a struct may say, and of what kind each is.", "    MEMBERS = {"]
    lines += [members(declared) for declared in request_structs(header)]
    lines += ["    }.freeze", "", "    # What it takes, what it returns, whether it may wait.", "    FUNCTIONS = {"]
    lines += [*map(function, header.functions), "    }.freeze", "", "    # Table: its number and, of each column, number and kind."]
    lines += ["    TABLES = {"]
    for declared in header.tables:
        lines += table(declared)
    return "\n".join([*lines, "    }.freeze", "  end", "end", ""])


def emit(header):
    version = f'{HEAD}\nmodule Backorder\n  VERSION = "{header.version}"\nend\n'
    return {"lib/backorder/version.rb": version, "lib/backorder/abi.rb": abi(header)}
