"""Java: enums, requests as records, tables and their columns, struct layouts of 64-bit machines, and the version of pom.xml."""
import pathlib
import re

from emit._common import BITS, ENUMS, NOTE, WORDS, camel, pascal, request_members, request_name, request_structs, short

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "java/pom.xml"
SOURCES = "src/main/java/backorder"
HEAD = f"// {NOTE}\npackage backorder;\n"
TYPES = {"text": "String", "texts": "List<String>", "integer": "long", "flag": "boolean", "lines": "List<OrderLine>"}
EMPTY = {"text": '""', "texts": "List.of()", "integer": "0", "flag": "false"}
SHORTER = {"OrderLine": {"line", "variant", "quantity"}, "Order": {"order", "lines"}, "StockQuery": {"variants"},
           "ThresholdItem": {"variant", "warehouse", "threshold"}}  # what nobody leaves out
COLUMNS = {"integer": "IntegerColumn", "flag": "FlagColumn", "text": "TextColumn", "json": "JsonColumn"}


def documented(constant, indent="    "):
    return [f"{indent}/** {constant.comment}. */"] if constant.comment else []


def enum(name, listed):
    lines = [HEAD, f"/** {name} of the header. */", f"public enum {name} {{"]
    for constant in listed:
        lines += [*documented(constant), f"    {short(constant)}({constant.value}),"]
    return "\n".join([*lines[:-1], lines[-1][:-1] + ";", "", "    final int value;", "", f"    {name}(int value) {{",
                      "        this.value = value;", "    }", "", "    /** The one of that number; null if this package knows none. */",
                      f"    public static {name} of(int value) {{",
                      f"        for ({name} each : values()) {{", "            if (each.value == value) {", "                return each;",
                      "            }", "        }", "        return null;", "    }", "}", ""])


def member_type(member):
    return ENUMS[WORDS[member.name]] if member.kind == "word" else TYPES[member.kind]


def shorter(name, members):
    """A constructor of what nobody leaves out."""
    kept = [member for member in members if member.name in SHORTER[name]]
    empty = {**EMPTY, "word": "ThresholdMode.LIMIT"}
    given = ", ".join(camel(member.name) if member in kept else empty[member.kind] for member in members)
    takes = ", ".join(f"{member_type(member)} {camel(member.name)}" for member in kept)
    return [f"    public {name}({takes}) {{", f"        this({given});", "    }"]


def record(struct):
    name, members = request_name(struct), request_members(struct)
    takes = ", ".join(f"{member_type(member)} {camel(member.name)}" for member in members)
    lists = ["import java.util.List;", ""] if "List<" in takes else []
    return "\n".join([HEAD, *lists, f"/** {struct.name} of the header. */", f"public record {name}({takes}) {{",
                      *(shorter(name, members) if name in SHORTER else []), "}", ""])


def layout(struct):
    """Offsets of a struct's fields, and its size."""
    offsets, at = {}, 0
    for field in struct.fields:
        array = re.fullmatch(r"\w+\[(\d+)\]", field.type)
        size = 4 if re.fullmatch(r"u?int32_t", field.type) else 8
        at = (at + size - 1) // size * size
        offsets[field.name] = at
        at += size * int(array[1]) if array else size
    return offsets, (at + 7) // 8 * 8


def put(member, offsets):
    name, value = member.name, f"item.{camel(member.name)}()"
    at = offsets.get(name)
    return {
        "text": f'arena.text(at, {at}, "{name}", {value});',
        "texts": f'arena.texts(at, {at}, "{name}", {value});',
        "integer": f"at.setLong({at}, {value});",
        "word": f'at.setInt({at}, Arena.given("{name}", {value}).value);',
        "flag": f"at.setInt({offsets.get('flags')}, {value} ? Abi.{name.upper()} : 0);",
        "lines": f'arena.list(at, {at}, "{name}", {value}, ORDER_LINE, Pack::orderLine);',
    }[member.kind]


def packer(struct):
    offsets, _ = layout(struct)
    name = request_name(struct)
    puts = [f"        {put(member, offsets)}" for member in request_members(struct)]
    method = pascal(struct.name)[0].lower() + pascal(struct.name)[1:]
    return ["", f"    static void {method}(Arena arena, Pointer at, {name} item) {{", *puts, "    }"]


def constant_name(struct):
    return struct.name.removeprefix("bo_").upper()


def pack(header):
    sizes = [f"    static final int {constant_name(struct)} = {layout(struct)[1]};" for struct in header.structs]
    call = next(struct for struct in header.structs if struct.name == "bo_call")
    fields = [f"    static final int CALL_{field.upper()} = {at};" for field, at in layout(call)[0].items()]
    packers = [line for struct in request_structs(header) for line in packer(struct)]
    return "\n".join([HEAD, "import com.sun.jna.Pointer;", "",
                      "/** Sizes and offsets of the header's structs, and how requests are put there. */",
                      "final class Pack {", *sizes, "", *fields, "", "    private Pack() {", "    }", *packers, "}", ""])


def abi(header):
    flags = [f"    static final int {constant.name} = {constant.value};" for constant in header.groups["flag"]]
    return "\n".join([HEAD, "final class Abi {", f'    static final String VERSION = "{header.version}";',
                      f"    static final int MAJOR = {header.major};", f"    static final int MINOR = {header.minor};",
                      *flags, "", "    private Abi() {", "    }", "}", ""])


def table(declared):
    lines = [f"    /** Table {declared.name}. */", f"    public static final class {pascal(declared.name)} {{",
             f'        public static final Table TABLE = new Table("{declared.name}", {declared.number});']
    for column in declared.columns:
        kind = COLUMNS[column.kind]
        made = f'TABLE.add(new {kind}("{column.name}", {column.number:#06x}))'
        lines.append(f"        public static final {kind} {column.name.upper()} = {made};")
    return [*lines, "", f"        private {pascal(declared.name)}() {{", "        }", "    }", ""]


def tables(header):
    listed = ", ".join(f"{pascal(declared.name)}.TABLE" for declared in header.tables)
    lines = [HEAD, "import java.util.List;", "", "/** Tables of results and their columns. */", "public final class Tables {"]
    for declared in header.tables:
        lines += table(declared)
    return "\n".join([*lines, "    /** All of them. */", f"    public static final List<Table> ALL = List.of({listed});", "",
                      "    private Tables() {", "    }", "}", ""])


def emit(header):
    mark = "</version><!-- the header's -->"
    package = re.sub(f"<version>[^<]*{mark}", f"<version>{header.version}{mark}", PACKAGE.read_text())
    files = {"Abi": abi(header), "Pack": pack(header), "Tables": tables(header)}
    files |= {name: enum(name, header.groups[group]) for group, name in {**ENUMS, **BITS}.items()}
    files |= {request_name(struct): record(struct) for struct in request_structs(header)}
    return {"pom.xml": package, **{f"{SOURCES}/{name}.java": text for name, text in files.items()}}
