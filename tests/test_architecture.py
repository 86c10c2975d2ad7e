"""The shape of the code: who may import whom, who may write files, and where numbers become text."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from pdfs import ROOT

CODE = ROOT / "generator"
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in sorted(CODE.rglob("*.py"))}
LONGEST_MODULE = 400


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(module)))


@cache
def imported(module: str) -> frozenset[str]:
    """Everything a module imports, also inside functions and by name, as dotted names."""
    return frozenset(_imported(module))


def _imported(module: str) -> Iterator[str]:
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_every_module_is_looked_at() -> None:
    assert {"generator.cli", "generator.model.fact", "generator.document.pdf.draw"} <= set(MODULES)
    assert {"openpyxl.Workbook", "generator.ground.names.slug"} <= imported("generator.workbook.write")
    assert "weasyprint" in imported("generator.document.pdf.tools")


@pytest.mark.parametrize(
    ("libraries", "owner"),
    [
        ({"openpyxl"}, "generator.workbook"),
        ({"xlsxwriter"}, "generator.workbook.sheets_written"),  # formulas together with what they come to
        ({"defusedxml"}, "generator.files"),
        ({"PIL"}, "generator.files.pictures"),
        ({"pypdfium2"}, "generator.files"),
        ({"jinja2"}, "generator.document generator.view generator.desk.pages"),
        ({"markupsafe", "weasyprint", "pydyf"}, "generator.document generator.view"),
        ({"starlette", "uvicorn", "watchfiles", "anyio", "h11"}, "generator.desk"),
        ({"markdown_it", "mdit_py_plugins"}, "generator.texts generator.view.prose"),
        ({"click"}, "generator.cli generator.commands generator.swedish_click"),
    ],
)
def test_a_library_is_known_in_one_place_only(libraries: set[str], owner: str) -> None:
    users = {module for module in MODULES if any(within(name, libraries) for name in imported(module))}
    assert users
    assert {module for module in users if not within(module, set(owner.split()))} == set()


FLOORS = (
    "isolated stopping",
    "ground output pool opener",
    "cell_formats findings statements swedish_click streams memory",
    "files model",
    "figures look workbook failures",
    "texts edition companions causes claims ledger",
    "blocks",
    "checks",
    "subjects",
    "booking",
    "report starter forms",
    "view",
    "document json_edition",
    "rule_book",
    "pipeline handbook",
    "compare console next_year template_guide",
    "audit",
    "desk",
    "commands",
    "cli",
    "start",
    "double_click",
)
"""The house from the ground up. A package asks only those on floors below its own, and none on its own floor."""

STRANGERS = {
    "figures": {"findings"},
    "subjects": {"workbook", "files"},
    "report": {"workbook", "edition", "checks", "look", "booking"},
    "view": {"workbook", "edition", "checks", "look", "subjects", "booking"},
    "document": {"workbook", "edition", "checks"},
    "json_edition": {"texts", "look", "subjects"},
}
"""Whom a package could ask by its floor, but does not know."""


PACKAGES = {".".join(module.split(".")[:2]) for module in MODULES}


def package(module: str) -> str:
    """The package of a module, or the module itself at the top; empty for the program's version."""
    name = ".".join(module.split(".")[:2])
    return name.removeprefix("generator.") if name in PACKAGES else ""


def test_every_package_has_one_floor() -> None:
    named = " ".join(FLOORS).split()
    assert len(set(named)) == len(named)
    assert set(named) == {package(module) for module in MODULES} - {"__init__"}


@pytest.mark.parametrize("floor", FLOORS)
def test_a_package_asks_only_floors_below_its_own(floor: str) -> None:
    below = set(" ".join(FLOORS[: FLOORS.index(floor)]).split()) | {""}
    for own in floor.split():
        for module in (each for each in MODULES if package(each) == own):
            asked = {package(name) for name in imported(module) if within(name, {"generator"})}
            assert asked <= below - STRANGERS.get(own, set()) | {own}, module


HALL = {
    "generator.document.errors",
    "generator.document.messages",
    "generator.document.fetched",
    "generator.document.stand_in",
    "generator.document.style_limits",
    "generator.document.addresses",
    "generator.document.table_names",
}
"""What stands in the hall: what may be wrong with a drawing, in words, and what is drawn all the same."""

ROOMS = {
    "generator.document.charts": set[str](),
    "generator.document.html": {"generator.document.charts", *HALL},
    "generator.document.draft": {"generator.document.tags", *HALL},
    "generator.document.tags": set(),
    "generator.document.web": {"generator.document.html", *HALL},
    "generator.document.pdf": {"generator.document.tags", *HALL},
}
"""What a room of the document knows of the others."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_document_knows_only_what_it_is_made_of(room: str) -> None:
    own = [module for module in MODULES if within(module, {room})]
    assert own
    for module in own:
        asked = {name for name in imported(module) if within(name, {"generator.document"})}
        assert {name for name in asked if not within(name, ROOMS[room] | {room})} == set(), module


def calls(module: str) -> Iterator[ast.Call]:
    yield from (node for node in nodes(module) if isinstance(node, ast.Call))


def test_money_never_becomes_a_float() -> None:
    near_money = [
        module
        for module in MODULES
        if within(module, {"generator.model", "generator.figures", "generator.checks", "generator.ground.formatting"})
    ]
    found = {module for module in near_money for call in calls(module) if ast.unparse(call.func) == "float"}
    floats = {
        (module, node.value)
        for module in near_money
        # Widths of columns in characters, and how alike two names are.
        if module not in {"generator.model.columns", "generator.ground.near_names"}
        for node in nodes(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    assert (found, floats) == (set(), set())


WRITING_METHODS = {
    "write_text",
    "write_bytes",
    "touch",
    "mkdir",
    "unlink",
    "rename",
    "rmdir",
    "symlink_to",
    "hardlink_to",
}
WRITING_MODULES = {"tempfile", "shutil"}
WRITERS = {
    "generator.output",
    "generator.document.pdf.fonts",  # the private font configuration, in a folder of its own that is taken away again
    "generator.pool",  # what waits for its turn, likewise
    "generator.desk.uploads",  # what a browser sends, likewise
    "generator.desk.room",  # the folder that they lie in, likewise
    "generator.desk.child",  # its own pipe
}


def writes(module: str) -> Iterator[str]:
    """The calls of a module that can make, change or remove a file."""
    for call in calls(module):
        name = ast.unparse(call.func)
        method = name.rpartition(".")[2]
        given = (*call.args, *(keyword.value for keyword in call.keywords))
        texts = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        modes = [text for text in texts if 0 < len(text) <= 3 and set(text) <= set("rwxab+t")]
        if method in WRITING_METHODS or name.partition(".")[0] in WRITING_MODULES:
            yield name
        if method in {"open", "fdopen"} and any(set(mode) & set("wxa+") for mode in modes):
            yield name
        if name.startswith("os.") and method in {"remove", "replace", "makedirs", "rename", "fdopen"}:
            yield name


def test_files_are_written_in_one_place() -> None:
    found = {module for module in MODULES if any(writes(module))}
    assert found == WRITERS


FILE_METHODS = {"open", "read_text", "read_bytes", "iterdir", "glob", "rglob"}
FILE_METHODS |= {"stat", "lstat", "exists", "is_file", "is_dir", "is_symlink", "readlink"}
OPENERS = {
    "generator.opener",
    "generator.ground.places",  # the program's own folders
    "generator.pool",  # what another process of its own has kept
    "generator.streams",  # the streams that the program begins with
    "generator.output",  # the writer
    "generator.commands.render",  # whether what is to be written is there
    "generator.desk.child",  # nothing: where a library's prints go
    "generator.desk.room",  # its own folder, and those that killed processes of the program have left
}
ASKING = {"os.walk", "os.path.exists", "os.path.isfile", "os.path.isdir", "os.path.lexists", "os.listdir", "os.scandir"}
OF_PARTS = {"archive.open", "image.open"}
"""What opens a part of what has been read already."""

OF_BYTES = re.compile(r"io\.BytesIO\(|data$|saved$|packed$")
"""What a library is given that would take a path as well: what has been read already, as the call itself shows."""


def opens(module: str) -> Iterator[str]:
    """The calls of a module that open a file, list a folder, or ask the file system what is there."""
    for call in calls(module):
        name = ast.unparse(call.func)
        method = name.rpartition(".")[2]
        if name in {"zipfile.ZipFile", "Image.open", "iterparse", "docx.read", "ElementTree.parse", "tomllib.load"}:
            yield from [] if OF_BYTES.match(ast.unparse(call.args[0])) else [name]
        elif name in {*ASKING, "open"} or (f".{method}" in name and method in FILE_METHODS and name not in OF_PARTS):
            yield name


def test_files_are_opened_in_one_place() -> None:
    """Nothing follows a link out of an association's folder, waits for a pipe, or reads what has no end."""
    found = {module: set(opens(module)) for module in MODULES}
    assert {module: names for module, names in found.items() if names and module not in OPENERS} == {}
    assert all(found[module] for module in OPENERS)


def test_all_that_is_printed_goes_one_way() -> None:
    """So that no terminal obeys what stood in a cell or was a file's name."""
    printing = {"click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write"}
    found = {module for module in MODULES for call in calls(module) if ast.unparse(call.func) in printing}
    assert found == {"generator.swedish_click", "generator.start"}


# A format specification turns a number into text. These are the exceptions, none of which is printed
# in a report: what a cell holds as a person sees it in Excel, names of lists, the shift of a year in a formula, the
# code point of a sign.
NUMBER_WRITERS = {
    "generator.ground.formatting",
    "generator.cell_formats.moments",
    "generator.cell_formats.numbers",
    "generator.cell_formats.show",
    "generator.model.shown_moments",
    "generator.model.typed_number",
    "generator.model.values",
    "generator.workbook.write",
    "generator.look.colour",  # a colour's digits
    "generator.look.values",  # a length in a style sheet
    "generator.document.charts.ink",  # measures of a drawing
    "generator.document.charts.labels",
    "generator.document.charts.ring",
    "generator.document.charts.svg",
    "generator.document.draft.sheets",
    "generator.document.html.apart",  # seconds and bytes of a limit
    "generator.checks.letters",
    "generator.ground.printable",  # the code point of a sign that is not shown itself
    "generator.view.column_widths",  # measures of a style sheet
    "generator.workbook.moments",  # milliseconds of a time that a cell holds
}


def number_formats(module: str) -> Iterator[str]:
    specified = (node for node in nodes(module) if isinstance(node, ast.FormattedValue) and node.format_spec)
    yield from map(ast.unparse, specified)
    yield from (name for call in calls(module) if (name := ast.unparse(call.func)) in {"format", "round"})


def test_numbers_become_text_in_one_place() -> None:
    assert {module for module in MODULES if any(number_formats(module))} == NUMBER_WRITERS


def test_modules_are_short_and_say_what_they_are() -> None:
    lines = {module: path.read_text(encoding="utf-8").count("\n") for module, path in MODULES.items()}
    assert [module for module, count in lines.items() if count > LONGEST_MODULE] == []
    assert [module for module in MODULES if not ast.get_docstring(tree(module))] == []


def paths_named_in(page: str) -> set[str]:
    """What a page calls a file or folder of the project: in backticks, with a slash, and no pattern."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return set(re.findall(r"`((?:generator|templates|tests|docs|script|inputs)/[\w./-]*)`", text))


@pytest.mark.parametrize("page", ["docs/arkitektur.md", "README.md"])
def test_what_the_pages_for_developers_name_is_there(page: str) -> None:
    named = paths_named_in(page)
    assert len(named) > 10
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_the_page_on_architecture_has_everything_on_its_floor() -> None:
    text = (ROOT / "docs" / "arkitektur.md").read_text(encoding="utf-8")
    table = text[text.index("| Floor") : text.index("The rooms of a subject")]
    at = {found[1]: found.start() for found in re.finditer(r"`generator/(\w+)(?:/|\.py)`", table)}
    assert set(at) == set(" ".join(FLOORS).split())
    # The table stands as a house does: what carries is further down.
    floor = {name: next(place for place, names in enumerate(FLOORS) if name in names.split()) for name in at}
    read = sorted(at, key=lambda name: at[name])
    assert [floor[name] for name in read] == sorted((floor[name] for name in read), reverse=True)
