"""What several emitters derive from the header in the same way."""
import re
import textwrap
from typing import NamedTuple

NOTE = "Written by abi/bindings/generate from backorder.h; not to be edited."
ENUMS = {"status": "Status", "retry": "Retry", "role": "Role", "policy": "Policy", "threshold": "ThresholdMode"}
BITS = {"permission": "Permission", "poll": "Poll"}
REQUESTS = {"bo_policy", "bo_threshold", "bo_stock_query", "bo_availability_item", "bo_receipt", "bo_order_line", "bo_order",
            "bo_order_units"}
WORDS = {"policy": "policy", "mode": "threshold"}  # member -> the group of constants it is one of
FLAGS = {"bo_order_line": "decline_backorder"}
NAMES = {"bo_policy": "PolicyItem", "bo_threshold": "ThresholdItem"}  # where Policy is the word itself


class Member(NamedTuple):
    name: str  # "variant"
    kind: str  # text, texts, integer, word, flag or lines


def short(constant):
    """BO_E_SHORTAGE, known as E_SHORTAGE -> SHORTAGE."""
    return re.sub(r"^(E|RETRY|ROLE|POLICY|THRESHOLD|POLL)_", "", constant.name)


def camel(name):
    """threshold_set -> thresholdSet."""
    return re.sub(r"_(.)", lambda letter: letter[1].upper(), name)


def pascal(name):
    """bo_order_line -> OrderLine."""
    return camel("_" + name.removeprefix("bo_"))


def request_name(struct):
    """bo_order_line -> OrderLine, of languages where a request is a type of its own."""
    return NAMES.get(struct.name, pascal(struct.name))


def kind(name, declared):
    if f"{name}_length" in declared:
        return "text"
    if f"{name[:-1]}_lengths" in declared:
        return "texts"
    if name in WORDS:
        return "word"
    return {"int64_t": "integer", "const bo_order_line *": "lines"}.get(declared[name])


def request_members(struct):
    """What a request for that struct may say: its fields but sizes, lengths and flags."""
    declared = {field.name: field.type for field in struct.fields}
    members = [Member(name, kind(name, declared)) for name in declared if kind(name, declared)]
    return members + ([Member(FLAGS[struct.name], "flag")] if struct.name in FLAGS else [])


def declaration(variable):
    """A variable as C declares it."""
    base, array = re.fullmatch(r"(.*?)(\[\d+\])?", variable.type).groups()
    return f"{base}{'' if base.endswith('*') else ' '}{variable.name}{array or ''}"


def prototype(declared, name):
    """A function, or with (*name) a pointer to one, as C declares it."""
    returns = declared.returns + ("" if declared.returns.endswith("*") else " ")
    line = f"{returns}{name}({', '.join(map(declaration, declared.parameters)) or 'void'})"
    return textwrap.fill(line, 138, subsequent_indent="    ")


def c_types(header):
    """The header's types for a reader without preprocessor."""
    lines = ["typedef int32_t bo_status;", *(f"typedef struct {name} {name};" for name in [*header.opaque, "bo_api"])]
    for struct in header.structs:
        lines += [f"typedef struct {struct.name} {{", *(f"  {declaration(field)};" for field in struct.fields), f"}} {struct.name};"]
    return lines


def request_structs(header):
    return [struct for struct in header.structs if struct.name in REQUESTS]
