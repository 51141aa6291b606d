"""cgo: abi.go, and abi.h with types and functions, so that the module needs no other header."""
from emit._common import BITS, ENUMS, NOTE, WORDS, c_types, prototype, request_members, request_name, request_structs, short
from header import Variable

TYPES = {"text": "string", "texts": "[]string", "integer": "int64", "flag": "bool", "lines": "[]OrderLine"}
COLUMNS = {"integer": "IntegerColumn", "flag": "FlagColumn", "text": "TextColumn", "json": "JSONColumn"}
REQUIRED = ("integer", "lines")
INITIALISMS = {"Ok": "OK", "Json": "JSON", "Abi": "ABI"}


def go_name(words):
    """ABI_VERSION or threshold_mode -> ABIVersion, ThresholdMode."""
    return "".join(INITIALISMS.get(word, word) for word in map(str.capitalize, words.split("_")))


def constants(name, listed, prefix):
    for constant in listed:
        yield (f"// {prefix}{go_name(short(constant))}: {constant.comment}\n" if constant.comment else "") + \
            f"const {prefix}{go_name(short(constant))} {name} = {constant.value}\n"


def enum(group, name, listed):
    prefix = "Threshold" if group == "threshold" else name
    said = str if group == "status" else str.lower
    cases = [f'\tcase {prefix}{go_name(short(each))}:\n\t\treturn "{said(short(each))}"' for each in listed]
    return [f"// {name} is one of the constants {prefix}....\ntype {name} int32\n", *constants(name, listed, prefix),
            f"// String is the constant's name, or empty.\nfunc (value {name}) String() string {{",
            "\tswitch value {", *cases, '\t}\n\treturn ""\n}\n']


def bits(name, listed):
    return [f"// {name} bits are joined by |.\ntype {name} uint32\n", *constants(name, listed, name)]


def go_type(member):
    if member.kind == "word":
        return ENUMS[WORDS[member.name]]
    return TYPES[member.kind]


def aligned(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    return ["\t" + " ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


def put(member):
    name, value = member.name, f"r.{go_name(member.name)}"
    one = name[:-1]
    return {
        "text": f"\tc.{name}, c.{name}_length = a.text({value})",
        "texts": f"\tc.{name}, c.{one}_lengths, c.{one}_count = a.texts({value})",
        "integer": f"\tc.{name} = C.int64_t({value})",
        "word": f"\tc.{name} = C.uint32_t({value}{'.orLimit()' if name == 'mode' else ''})",
        "flag": f"\tif {value} {{\n\t\tc.flags |= flag{go_name(name.upper())}\n\t}}",
        "lines": f"\tc.lines, c.line_count = fillAllOrderLine(a, {value})",
    }[member.kind]


def request(struct):
    name, members = request_name(struct), request_members(struct)
    rows = [(go_name(member.name), go_type(member), f'`json:"{member.name}{"" if member.kind in REQUIRED else ",omitempty"}"`')
            for member in members]
    return [f"// {name} is {struct.name} of the header.\ntype {name} struct {{", *aligned(rows), "}\n",
            f"func (r *{name}) fill(a *arena, c *C.{struct.name}) {{\n\tc.struct_size = C.sizeof_{struct.name}", *map(put, members), "}\n",
            f"func fillAll{name}(a *arena, items []{name}) (*C.{struct.name}, C.size_t) {{",
            f"\tfirst := (*C.{struct.name})(a.memory(len(items), C.sizeof_{struct.name}))",
            "\tfor i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {\n\t\titems[i].fill(a, &c[i])\n\t}",
            "\treturn first, C.size_t(len(items))\n}\n"]


def table(declared):
    columns = [f'\t\t{{"{column.name}", {column.number:#06x}, {column.kind}Kind}},' for column in declared.columns]
    return [f'\t{{"{declared.name}", Table{go_name(declared.name)}, []column{{', *columns, "\t}},"]


def columns(declared):
    for column in declared.columns:
        yield f"const Column{go_name(declared.name)}{go_name(column.name)} {COLUMNS[column.kind]} = {column.number:#06x}\n"


def go_file(header):
    lines = [f"// {NOTE}\n", "package backorder\n", '// #include "abi.h"', 'import "C"\n', 'import "unsafe"\n',
             f'// Version is the header\'s.\nconst Version = "{header.version}"\n']
    for group, name in ENUMS.items():
        lines += enum(group, name, header.groups[group])
    for group, name in BITS.items():
        lines += bits(name, header.groups[group])
    lines += [f"const flag{go_name(constant.name)} = {constant.value}\n" for constant in header.groups["flag"]]
    lines += [f"const major, minor = {header.major}, {header.minor}\n"]
    for struct in request_structs(header):
        lines += request(struct)
    for declared in header.tables:
        lines += [f"const Table{go_name(declared.name)} Table = {declared.number}\n", *columns(declared)]
    lines += ["var tables = []table{"]
    for declared in header.tables:
        lines += table(declared)
    return "\n".join([*lines, "}", ""])


def trampoline(declared):
    """cgo cannot call through a pointer; C can."""
    name = declared.name.removeprefix("bo_")
    called = f"functions->{name}({', '.join(parameter.name for parameter in declared.parameters)});"
    with_functions = declared._replace(parameters=[Variable("functions", "const bo_functions *"), *declared.parameters])
    head = prototype(with_functions, f"call_{name}")
    return f"static inline {head} {{\n  {'' if declared.returns == 'void' else 'return '}{called}\n}}"


def c_file(header):
    """The library's functions, found in it by name."""
    names = [declared.name.removeprefix("bo_") for declared in header.functions]
    lines = [f"// {NOTE}", "#include <dlfcn.h>", "#include <stddef.h>", "#include <stdint.h>", "", *c_types(header), "", "typedef struct {"]
    lines += [f"  {prototype(declared, f'(*{name})')};" for name, declared in zip(names, header.functions)] + ["} bo_functions;", ""]
    lines += [trampoline(declared) for declared in header.functions]
    lines += ["", "#define FIND(name) if ((*(void **)&functions->name = dlsym(library, \"bo_\" #name)) == NULL) return \"bo_\" #name",
              "// The two that tell a version; then all. What is missing, or NULL.",
              "static inline const char *find_version(void *library, bo_functions *functions) {",
              "  FIND(version);", "  FIND(get_api);", "  return NULL;", "}",
              "static inline const char *find_all(void *library, bo_functions *functions) {", *(f"  FIND({name});" for name in names),
              "  return NULL;", "}", "#undef FIND", ""]
    return "\n".join(lines)


def emit(header):
    return {"abi.go": go_file(header), "abi.h": c_file(header)}
