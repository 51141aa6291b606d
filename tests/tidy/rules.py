"""The house rules. A rule reads {path: text} and yields one sentence per offence; its samples show what it means."""
import pathlib
import re
import tomllib
from typing import Callable, NamedTuple


class Rule(NamedTuple):
    name: str
    check: Callable
    good: dict
    bad: dict  # every file of it offends exactly once


RULES = []


def rule(good, bad):
    def register(check):
        RULES.append(Rule(check.__name__, check, good, bad))
        return check
    return register


def is_cpp(path):
    return path.endswith((".c", ".h", ".cpp", ".hpp"))


def is_code(path):
    name = pathlib.PurePath(path).name
    return "." not in name and name != "LICENSE" or is_cpp(path) or path.endswith((".py", ".sql", ".cmake", "CMakeLists.txt"))


COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def bare(text):
    """C or C++ without comments and literals, line by line where it was."""
    return COMMENT_OR_TEXT.sub(lambda match: "0" + "\n" * match[0].count("\n"), text)


def lines_matching(pattern, path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.search(pattern, line):
            yield f"{path}:{number}: {found[0].strip() or 'blank'}"


# Folder or file -> what it may include of ours and of our libraries; the first that fits counts. The standard library is free. All
# arrows run down this list's floors: what stands in a line may only be included by what stands below it.
OURS = re.compile(r'#\s*include\s*[<"]((?:\.\./|(?:domain|support|service|store|sql|backorder|pqxx|boost)/|libpq-fe\.h)[^>"]*)')
REQUEST = ("domain/", "support/", "service/request/", "boost/")
STORE_DATA = ("domain/", "service/request/cursors.hpp", "service/store_data.hpp")
STORE = (*STORE_DATA, "support/", "service/store.hpp")
ANSWER = (*STORE, "service/request/", "service/answer/", "boost/")
EVENTS = ("domain/", "support/", "service/request/cursors.hpp", "service/events/", "boost/")
REPLAY = (*ANSWER, "service/events/", "service/replay/")
VERBS = (*ANSWER, "service/events/", "service/verbs/")
LANES = (*VERBS, "service/replay/", "service/lanes/")
ENGINE = ("domain/refusal.hpp", "support/", "service/store.hpp", "sql/", "store/engine/", "pqxx/", "libpq-fe.h")
LAYERS = {
    "src/domain/": ("domain/", "boost/system/result.hpp"),
    "src/support/": ("support/", "boost/"),
    "src/service/request/": REQUEST,
    "src/service/store_data.hpp": STORE_DATA,
    "src/service/store.hpp": STORE,
    "src/service/answer/": ANSWER,
    "src/service/events/": EVENTS,
    "src/service/replay/": REPLAY,
    "src/service/verbs/": VERBS,
    "src/service/lanes/": LANES,
    "src/service/backorder.": (*LANES, "service/backorder.hpp"),
    "src/service/": (),
    "src/store/engine/": ENGINE,
    "src/store/": (*ENGINE, *STORE, "service/request/types.hpp", "store/"),
    "abi/open.cpp": ("backorder/", "service/", "store/", "support/", "boost/json"),
    "abi/": ("backorder/", "service/", "support/", "boost/json"),
    "include/": ("backorder/",),
    "host_example/": ("backorder/",),
    "tests/abi/": ("backorder/", "boost/test"),
    "tests/packaging/": ("backorder/",),
    "tests/unit/": ("backorder/", "domain/", "support/", "service/", "store/", "sql/", "boost/"),
}


@rule(good={"src/domain/a.cpp": '#include "domain/a.hpp"\n#include <vector>', "src/store/engine/a.cpp": "#include <pqxx/pqxx>",
            "src/service/verbs/a.cpp": '#include "service/answer/a.hpp"', "src/service/lanes/a.cpp": '#include "service/verbs/a.hpp"',
            "abi/open.cpp": '#include "store/open.hpp"', "host_example/a.c": "#include <backorder/backorder.h>"},
      bad={"src/domain/a.cpp": "#include <pqxx/pqxx>", "src/domain/b.hpp": "#include <boost/json.hpp>",
           "src/domain/c.hpp": '#include "service/a.hpp"', "src/service/backorder.cpp": '#include "store/a.hpp"',
           "src/service/request/a.cpp": '#include "service/answer/a.hpp"', "src/service/answer/a.cpp": '#include "service/verbs/a.hpp"',
           "src/service/events/a.cpp": '#include "service/store.hpp"', "src/service/verbs/a.cpp": '#include "service/lanes/a.hpp"',
           "src/service/replay/a.cpp": '#include "service/verbs/a.hpp"', "src/service/lanes/a.cpp": '#include "service/backorder.hpp"',
           "src/service/loose.cpp": '#include "domain/a.hpp"', "src/support/a.cpp": '#include "domain/refusal.hpp"',
           "src/store/engine/a.cpp": '#include "store/work.hpp"', "src/store/a.cpp": '#include "service/verbs/a.hpp"',
           "src/service/verbs/b.cpp": "#include <libpq-fe.h>", "abi/call.cpp": '#include "store/a.hpp"',
           "abi/b.cpp": '#include "domain/a.hpp"', "tests/abi/a.c": '#include "../../src/domain/a.hpp"'})
def includes_point_inwards(tree):
    for path, text in tree.items():
        folder = next((folder for folder in LAYERS if path.startswith(folder)), None)
        if not is_cpp(path) or folder is None:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            found = OURS.match(line)
            if found and not found[1].startswith(LAYERS[folder]):
                yield f"{path}:{number}: {folder} must not include {found[1]}"


@rule(good={"src/domain/a.cpp": "#include <vector>"}, bad={"src/domain/a.cpp": "#include <iostream>", "src/domain/b.cpp": "#include <fstream>"})
def domain_does_no_io(tree):
    for path, text in tree.items():
        if path.startswith("src/domain/"):
            yield from lines_matching(r"#\s*include\s*<(iostream|fstream|cstdio|chrono|thread|filesystem|unistd\.h)>", path, text)


TOP = {"CMakeLists.txt", "include", "src", "abi", "host_example", "tests", "packaging", "README.md", "LICENSE"}


@rule(good={"src/a.cpp": "", ".ci/run": ""}, bad={"notes/a.md": "", "Makefile": ""})
def top_level_is_fixed(tree):
    for entry in sorted({path.split("/")[0] for path in tree}):
        if entry not in TOP and not entry.startswith("."):
            yield f"{entry} does not belong at the top level"


@rule(good={"src/README.md": "", "src/domain/a.cpp": ""}, bad={"abi/a.cpp": ""})
def folders_explain_themselves(tree):
    for folder in sorted({path.split("/")[0] for path in tree if "/" in path and not path.startswith(".")}):
        if f"{folder}/README.md" not in tree:
            yield f"{folder}/README.md is missing"


@rule(good={"src/domain/README.md": "", "src/domain/a.cpp": ""}, bad={"src/domain/a.cpp": "", "src/store/engine/a.hpp": ""})
def rooms_explain_themselves(tree):
    for room in sorted({str(pathlib.PurePath(path).parent) for path in tree if path.startswith("src/") and is_cpp(path)}):
        if f"{room}/README.md" not in tree:
            yield f"{room}/README.md is missing"


@rule(good={f"src/domain/{n}.cpp": "" for n in range(30)}, bad={})
def folders_are_not_crowded(tree):
    rooms = [str(pathlib.PurePath(path).parent) for path in tree if path.startswith("src/")]
    for room in sorted(set(rooms)):
        if rooms.count(room) > 31:  # a README beside them
            yield f"{room} has {rooms.count(room)} files (30 are allowed)"


def functions(text):
    """(first line, last line) of every function body: an outermost brace whose opening has a parameter list."""
    text = re.sub(r"^[ \t]*#(.*\\\n)*.*", lambda match: "\n" * match[0].count("\n"), bare(text), flags=re.MULTILINE)
    stack, start = [], None
    head = 0
    for match in re.finditer(r"[{};]", text):
        sign, opening = match[0], text[head:match.start()]
        if sign == "{":
            is_class = re.match(r"\s*(class|struct|union|enum)\b", opening) and not opening.rstrip().endswith(")")
            is_function = start is None and ")" in opening and not is_class
            if is_function:
                start = head + len(opening) - len(opening.lstrip())
            stack.append(is_function)
        elif sign == "}" and stack and stack.pop():
            yield text.count("\n", 0, start) + 1, text.count("\n", 0, match.start()) + 1
            start = None
        head = match.end()


LONG_BODY = "int f(int a) {\n" + "    if (a) { g(); }\n" * 70 + "}\n"


@rule(good={"a.cpp": "namespace n {\nstruct alignas(64) S {\n" + "int a;\n" * 70 + "};\nint f() {\n    return 1; // {\n}\n" + "int g();\n" * 90 + "}\n"},
      bad={"a.cpp": LONG_BODY, "a.c": "#define X(a) { \\\n  (\nint n = 10'000;\n" + LONG_BODY, "b.cpp": "namespace n {\nstruct S {\n" + LONG_BODY + "};\n}\n"})
def functions_fit_a_screen(tree):
    for path, text in tree.items():
        for first, last in functions(text) if is_cpp(path) else ():
            if last - first + 1 > 70:
                yield f"{path}:{first}: a function of {last - first + 1} lines (70 are allowed)"


@rule(good={"a.cpp": "\n" * 400, "a.md": "\n" * 900, "include/backorder/backorder.h": "\n" * 900, "abi/frozen/1.0/backorder/backorder.h": "\n" * 900},
      bad={"a.cpp": "\n" * 401, "tests/run": "\n" * 500})
def files_stay_short(tree):
    for path, text in tree.items():
        header_or_made_of_it = path.endswith(("/backorder/backorder.h", "/backorder/_abi.py"))
        if is_code(path) and not header_or_made_of_it and text.count("\n") > 400:
            yield f"{path}: {text.count(chr(10))} lines (400 are allowed)"


@rule(good={"abi/a.cpp": "// never abort()\nstd::snprintf(a, 1, b); result.exit_code();", "host_example/a.c": "printf(x);"},
      bad={"abi/a.cpp": "std::cout << 1;", "src/a.cpp": "std::printf(x);", "src/b.cpp": "if (x) abort();",
           "src/c.cpp": "std::exit(1);", "abi/b.cpp": "std::signal(SIGPIPE, SIG_IGN);", "src/d.cpp": "std::terminate();"})
def the_library_leaves_its_host_alone(tree):
    forbidden = r"\bstd::(cout|cerr|clog)\b|\b(v?f?printf|puts|abort|_?exit|quick_exit|terminate|signal|sigaction|setenv|putenv|setlocale)\s*\("
    for path, text in tree.items():
        if path.startswith(("src/", "abi/")) and is_cpp(path):
            yield from lines_matching(forbidden, path, bare(text))


@rule(good={"src/a.cpp": "// no thread_local"}, bad={"src/a.cpp": "thread_local int a;", "abi/a.cpp": "static thread_local std::string s;"})
def nothing_is_kept_per_thread(tree):
    for path, text in tree.items():
        if path.startswith(("src/", "abi/")) and is_cpp(path):
            yield from lines_matching(r"\bthread_local\b", path, bare(text))


@rule(good={"src/sql/queries/stock.sql": "-- name: lock\nSELECT 1\n\n-- name: read\nSELECT 2\n"},
      bad={"src/sql/queries/a.sql": "SELECT 1\n", "src/sql/queries/b.sql": "-- name: lock\nSELECT 1\n\n-- name: lock\nSELECT 2\n"})
def queries_carry_their_names(tree):
    for path, text in tree.items():
        if path.startswith("src/sql/queries/"):
            names = re.findall(r"^-- name: (\w+)$", text, re.MULTILINE)
            if not text.startswith("-- name: ") or len(names) != len(set(names)):
                yield f"{path}: a statement without a name of its own"


@rule(good={"a.cpp": "int a;\n\nint b;\n", "tests/data.csv": "a \n"}, bad={"a.cpp": "int a; \n", "tests/run": "a\t\n", "a.sql": "x  \n"})
def no_trailing_blanks(tree):
    for path, text in tree.items():
        if is_code(path):
            yield from lines_matching(r".{0,20}[ \t]+$", path, text)


@rule(good={"a.cpp": '    "\\t"\n'}, bad={"a.cpp": "\tint a;\n", "b.hpp": "int\ta;\n"})
def no_tabs(tree):
    for path, text in tree.items():
        if is_cpp(path):
            yield from (f"{path}:{number}: a tab" for number, line in enumerate(text.split("\n"), 1) if "\t" in line)


@rule(good={"a.cpp": "a" * 160}, bad={"a.cpp": "a" * 161, "CMakeLists.txt": "\n" + "b" * 200})
def lines_fit_the_window(tree):
    for path, text in tree.items():
        if is_code(path):
            yield from (f"{path}:{number}: {len(line)} characters (160 are allowed)"
                        for number, line in enumerate(text.split("\n"), 1) if len(line) > 160)


@rule(good={"tests/mutants/a.toml": "file = 'src/a.cpp'\nold = 'x'", "src/a.cpp": "1x2"},
      bad={"tests/mutants/a.toml": "file = 'src/none.cpp'\nold = 'x'", "tests/mutants/b.toml": "file = 'tests/mutants/b.toml'\nold = 'l'"})
def mutants_fit_the_code(tree):
    for path, text in tree.items():
        if path.startswith("tests/mutants/") and path.endswith(".toml"):
            mutant = tomllib.loads(text)
            if (count := tree.get(mutant["file"], "").count(mutant["old"])) != 1:
                yield f"{path}: its text stands {count} times in {mutant['file']}"


ROW = re.compile(r'Operation<\w+>\s*: Row<"(\w+)",')
OPERATIONS = {"node": "lib/operations.js", "go": "operations.go", "java": "src/main/java/backorder/Backorder.java", "ruby": "lib/backorder/operations.rb",
              "python": "backorder/operations.py", "php": "src/Operations.php", "rust": "src/operations.rs"}


def says_operation(text, name):
    return re.search(rf"\b{name}\b|\b{name.replace('_', '')}\b", text, re.IGNORECASE)


@rule(good={"src/service/request/operations.hpp": 'struct Operation<A> : Row<"policy_set", x> {}', "abi/bindings/go/operations.go": "func PolicySet()"},
      bad={"src/service/request/operations.hpp": 'struct Operation<A> : Row<"policy_set", x> {} struct Operation<B> : Row<"stock", x> {}',
           "abi/bindings/go/operations.go": "func PolicyGet()"})
def every_binding_has_every_operation(tree):
    names = ROW.findall(tree.get("src/service/request/operations.hpp", ""))
    for language, path in OPERATIONS.items():
        text = tree.get(f"abi/bindings/{language}/{path}", "")
        for name in names:
            if text and not says_operation(text, name):
                yield f"abi/bindings/{language}/{path} lacks {name}"
