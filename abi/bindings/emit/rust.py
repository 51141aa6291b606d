"""Plain extern "C" for Rust: src/abi.rs, and the version of Cargo.toml."""
import pathlib
import re

from emit._common import BITS, ENUMS, NOTE, WORDS, request_members, request_name, request_structs, short

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "rust/Cargo.toml"
SCALARS = {"bo_status": "i32", "int32_t": "i32", "uint32_t": "u32", "int64_t": "i64", "uint64_t": "u64", "size_t": "usize",
           "char": "c_char", "void": "c_void"}
TYPES = {"text": "&'a str", "texts": "&'a [&'a str]", "integer": "i64", "flag": "bool", "lines": "&'a [OrderLine<'a>]"}
COLUMNS = {"integer": "IntegerColumn", "flag": "FlagColumn", "text": "TextColumn", "json": "JsonColumn"}
WORDS_OF = {"policy": "INHERIT", "threshold": "LIMIT"}  # and the default among them


def rust_type(c_type):
    array = re.fullmatch(r"(\w+)\[(\d+)\]", c_type)
    if array:
        return f"[{SCALARS[array[1]]}; {array[2]}]"
    base, *levels = re.sub(r"const (?=\w)", "const_", c_type).replace(" ", "").split("*")
    said = base.removeprefix("const_")
    made = SCALARS.get(said, said)
    for pointee in [base, *levels][:len(levels)]:
        made = f"*{'const' if pointee.startswith('const') else 'mut'} {made}"
    return made


def documented(constant, indent="    "):
    return [f"{indent}/// {constant.comment}"] if constant.comment else []


def constants(name, integer, listed):
    lines = ["#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]", f"pub struct {name}(pub {integer});", f"impl {name} {{"]
    for constant in listed:
        lines += [*documented(constant), f"    pub const {short(constant)}: {name} = {name}({constant.value});"]
    names = ", ".join(f"{constant.value} => \"{short(constant)}\"" for constant in listed)
    return [*lines, "    /// The constant's name, or empty.", "    pub fn name(self) -> &'static str {",
            f"        match self.0 {{ {names}, _ => \"\" }}", "    }", "}", ""]


def words(name, listed, default):
    lines = ["#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]", "#[repr(u32)]", f"pub enum {name} {{"]
    for constant in listed:
        lines += [*documented(constant), *(["    #[default]"] if short(constant) == default else []),
                  f"    {short(constant).title()} = {constant.value},"]
    return [*lines, "}", ""]


def member_type(member):
    return ENUMS[WORDS[member.name]] if member.kind == "word" else TYPES[member.kind]


def put(member):
    name, one = member.name, member.name[:-1]
    return {
        "text": f"{name}: self.{name}.as_ptr().cast(), {name}_length: self.{name}.len(),",
        "texts": f"{name}: {name}.0, {one}_lengths: {name}.1, {one}_count: self.{name}.len(),",
        "integer": f"{name}: self.{name},",
        "word": f"{name}: self.{name} as u32,",
        "flag": f"flags: if self.{name} {{ {name.upper()} }} else {{ 0 }},",
        "lines": f"lines: kept.lines(self.{name}), line_count: self.{name}.len(),",
    }[member.kind]


def request(struct):
    name, members = request_name(struct), request_members(struct)
    named = {field.name for field in struct.fields}
    rest = [f"{field}: 0," for field in ("flags", "reserved") if field in named and not any(member.kind == "flag" for member in members)]
    lifetime = f"{name}<'a>"
    texts = [f"        let {member.name} = kept.texts(self.{member.name});" for member in members if member.kind == "texts"]
    kept = "kept" if any(member.kind in ("texts", "lines") for member in members) else "_kept"
    return [f"/// `{struct.name}` of the header.", "#[derive(Clone, Copy, Debug, Default)]", f"pub struct {lifetime} {{",
            *(f"    pub {member.name}: {member_type(member)}," for member in members), "}",
            f"impl<'a> Packed for {lifetime} {{", f"    type Raw = {struct.name};",
            f"    fn packed(&self, {kept}: &mut Kept) -> {struct.name} {{", *texts,
            f"        {struct.name} {{", f"            struct_size: std::mem::size_of::<{struct.name}>() as u32,",
            *(f"            {line}" for line in [*rest, *map(put, members)]), "        }", "    }", "}", ""]


def raw_struct(struct):
    return ["#[repr(C)]", "#[derive(Clone, Copy)]", f"pub(crate) struct {struct.name} {{",
            *(f"    pub {field.name}: {rust_type(field.type)}," for field in struct.fields), "}", ""]


def function(declared):
    takes = ", ".join(rust_type(parameter.type) for parameter in declared.parameters)
    returns = "" if declared.returns == "void" else f" -> {rust_type(declared.returns)}"
    return f"    pub {declared.name.removeprefix('bo_')}: unsafe extern \"C\" fn({takes}){returns},"


def functions(header):
    names = [declared.name.removeprefix("bo_") for declared in header.functions]
    listed = map(function, header.functions)
    return ["/// All of the library's functions.", "#[allow(dead_code)]", "pub(crate) struct Functions {", *listed, "}", "impl Functions {",
            "    /// `find` gives the address of a function that is there.",
            "    pub unsafe fn found<E>(find: impl Fn(&str) -> Result<*mut c_void, E>) -> Result<Functions, E> {", "        Ok(Functions {",
            *(f"            {name}: std::mem::transmute(find(\"bo_{name}\\0\")?)," for name in names), "        })", "    }", "}", ""]


def table(declared):
    used = sorted({"Table", *(COLUMNS[column.kind] for column in declared.columns)})
    lines = [f"pub mod {declared.name} {{", f"    use crate::{{{', '.join(used)}}};",
             f"    pub const TABLE: Table = Table({declared.number});"]
    lines += [f"    pub const {column.name.upper()}: {COLUMNS[column.kind]} = {COLUMNS[column.kind]}({column.number:#06x});"
              for column in declared.columns]
    return [*lines, "}"]


def listing(declared):
    columns = ", ".join(f"(\"{column.name}\", {column.number:#06x}, Kind::{column.kind.title()})" for column in declared.columns)
    return f"    (\"{declared.name}\", &[{columns}]),"


def abi(header):
    lines = [f"// {NOTE}", "use crate::columns::Kind;", "use crate::pack::{Kept, Packed};", "use std::os::raw::{c_char, c_void};", "",
             "/// The header's.", f'pub const VERSION: &str = "{header.version}";', f"pub(crate) const MAJOR: u32 = {header.major};",
             f"pub(crate) const MINOR: u32 = {header.minor};"]
    lines += [f"pub(crate) const {constant.name}: u32 = {constant.value};" for constant in header.groups["flag"]] + [""]
    for group, name in ENUMS.items():
        listed = header.groups[group]
        lines += words(name, listed, WORDS_OF[group]) if group in WORDS_OF else constants(name, "i32", listed)
    for group, name in BITS.items():
        lines += constants(name, "u32", header.groups[group])
    for name in [*header.opaque, "bo_api"]:
        lines += ["#[repr(C)]", f"pub(crate) struct {name} {{", "    _private: [u8; 0],", "}"]
    for struct in header.structs:
        lines += raw_struct(struct)
    for struct in request_structs(header):
        lines += request(struct)
    lines += functions(header) + ["/// Tables and columns of answers.", "pub mod tables {"]
    for declared in header.tables:
        lines += ["    " + line for line in table(declared)]
    lines += ["}", "", "pub(crate) type Listed = (&'static str, &'static [(&'static str, u32, Kind)]);",
              "/// Tables in the order of their numbers, from 1.", "pub(crate) const TABLES: &[Listed] = &[",
              *map(listing, header.tables), "];", ""]
    return "\n".join(lines)


def emit(header):
    package = re.sub(r'^version = "[^"]*"', f'version = "{header.version}"', PACKAGE.read_text(), flags=re.MULTILINE)
    return {"Cargo.toml": package, "src/abi.rs": abi(header)}
