"""Every file of an association's is opened in one place: a regular file, inside its folder, no larger than its kind."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from looks import put, said
from pdfs import written

from generator.cli import main
from generator.companions import companions, content_of
from generator.findings.message import message
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.next_year.folder import CannotRollError, next_year
from generator.opener import MOST_FILES, Refusal, RefusedError, is_file, named, overfull, read
from generator.pipeline import examine
from generator.workbook.load import find_workbook

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
LINK = "är en länk till något utanför mappen och läses inte."
IRREGULAR = "är ingen vanlig fil och läses inte."


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is not the association's, with something in it."""
    folder = tmp_path / "annat"
    put(
        folder,
        {"hemligt.md": "# Inledning\n\nHemligt.\n", "hemligt.json": "{}", "mall/stil.css": "", "a.png": b"\x89PNG"},
    )
    return folder


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """The association's folder, with a workbook."""
    folder = tmp_path / "förbund"
    folder.mkdir()
    outline = ({"level": 1, "heading": "Inledning", "text": "Hej."},)
    written({Association: ({"name": "Förbundet", "year": 2025},), OutlineBlock: outline}, folder)
    return folder


def told(folder: Path) -> list[str]:
    """All that a check says of files."""
    every = map(message, examine(folder).findings)
    return [each.what for each in every if "läses inte" in each.what or "läsas" in each.what or "alla kan" in each.what]


# ---------------------------------------------------------------- the one function


def test_a_file_inside_its_folder_is_read(inside: Path) -> None:
    put(inside, {"a.md": "text"})
    assert read(inside / "a.md", inside, 4) == b"text"


def test_a_file_larger_than_its_kind_is_not_read(inside: Path) -> None:
    put(inside, {"a.md": "texten"})
    with pytest.raises(RefusedError) as refused:
        read(inside / "a.md", inside, 5)
    assert (refused.value.reason, refused.value.limit) == (Refusal.TOO_LARGE, 5)


@needs_links
@pytest.mark.parametrize("target", ["../annat/hemligt.md", "/etc/hostname", "/proc/self/environ", "/dev/zero", "a.md"])
def test_a_link_out_of_the_folder_is_not_read(inside: Path, outside: Path, target: str) -> None:
    assert outside.exists()
    (inside / "a.md").symlink_to(target)
    with pytest.raises(OSError, match=r"outside|not_regular|leads_round"):
        read(inside / "a.md", inside, 1000)


@needs_links
def test_links_that_lead_to_each_other_are_told_as_such(inside: Path) -> None:
    (inside / "texter.md").symlink_to("b.md")
    (inside / "b.md").symlink_to("texter.md")
    assert told(inside) == [
        "texter.md är en länk som leder tillbaka till sig själv, eller genom alltför många andra, och läses inte."
    ]


@needs_links
def test_a_folder_on_the_way_that_leads_out_is_not_followed(inside: Path, outside: Path) -> None:
    (inside / "texter").symlink_to(outside)
    with pytest.raises(RefusedError, match="outside"):
        read(inside / "texter" / "hemligt.md", inside, 1000)
    assert not is_file(inside / "texter" / "hemligt.md", inside)


@needs_links
def test_a_link_within_the_folder_and_a_link_to_the_folder_are_followed(inside: Path) -> None:
    put(inside, {"b/a.md": "text"})
    (inside / "c.md").symlink_to("b/a.md")
    (inside.parent / "genväg").symlink_to(inside)
    assert read(inside / "c.md", inside, 10) == b"text"
    assert read(inside.parent / "genväg" / "b" / "a.md", inside.parent / "genväg", 10) == b"text"


@needs_links
def test_a_file_that_is_exchanged_for_a_link_in_between_is_not_read(
    inside: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever can write in the folder changes it after it was judged, before it is opened."""
    put(inside, {"a.md": "text", "b/hemligt.md": "text"})
    real = os.path.realpath

    def exchanged(path: Path) -> str:
        found = real(path)
        if path == inside / "a.md":
            path.unlink()
            path.symlink_to(outside / "hemligt.md")
        if path == inside / "b" / "hemligt.md":
            (inside / "b").rename(inside / "c")
            (inside / "b").symlink_to(outside)
        return found

    monkeypatch.setattr("generator.opener.os.path.realpath", exchanged)
    for name in ("a.md", "b/hemligt.md"):
        with pytest.raises(RefusedError, match="outside"):
            read(inside / name, inside, 1000)


@needs_pipes
def test_what_is_no_regular_file_is_not_waited_for(inside: Path) -> None:
    os.mkfifo(inside / "a.md")
    with pytest.raises(RefusedError, match="not_regular"):
        read(inside / "a.md", inside, 1000)
    with pytest.raises(RefusedError, match="not_regular"):
        read(inside, None, 1000)


@pytest.mark.parametrize(
    "name",
    [
        "../a.png", "/etc/passwd", "b/../../a.png", "..", "\\\\dator\\mapp\\a.png", "//dator/mapp/a.png", "C:\\a.png",
        "C:a.png", "a.png:ström", "a\0.png", "", " ", "file:///a.png",
    ],
)  # fmt: skip
def test_a_name_that_leads_out_is_no_path(inside: Path, name: str) -> None:
    assert named(inside, name) is None


def test_a_name_may_be_written_as_windows_shows_it(inside: Path) -> None:
    assert named(inside, "bilder\\karta.png") == inside / "bilder" / "karta.png"


def test_a_folder_with_far_too_much_in_it_is_not_looked_through(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert overfull(inside) is None
    assert MOST_FILES >= 10_000
    monkeypatch.setattr("generator.opener.MOST_FILES", 30)
    put(inside, {f"texter/{number}.md": "Hej." for number in range(31)})
    assert told(inside) == ["Mappen texter har fler än 30 filer, och alla kan inte gås igenom."]
    put(inside, {f"{number}.txt": "" for number in range(31)})
    assert told(inside) == ["Mappen förbund har fler än 30 filer, och alla kan inte gås igenom."]
    with pytest.raises(RefusedError):
        list(companions(inside))


# ---------------------------------------------------------------- whatever is read


LINKS: dict[str, str] = {
    "texter.md": "hemligt.md",
    "texter.docx": "hemligt.md",
    "texter": ".",
    "mall": "mall",
    "fjol.json": "hemligt.json",
}


@needs_links
@pytest.mark.parametrize("name", LINKS)
def test_no_link_out_of_the_folder_is_read_and_it_is_told(inside: Path, outside: Path, name: str) -> None:
    (inside / name).symlink_to(outside / LINKS[name])
    assert told(inside) == [f"{name} {LINK}"]


@needs_links
@pytest.mark.parametrize("name", ["stil.css", "cover.html", "_ruta.html", "fonts", "fonts/a.ttf", "bilder/a.png"])
def test_no_link_out_of_a_look_is_read_and_it_is_told(inside: Path, outside: Path, name: str) -> None:
    put(inside, {"mall/profil.toml": ""})
    (inside / "mall" / name).parent.mkdir(exist_ok=True)
    (inside / "mall" / name).symlink_to(outside / "a.png" if "." in name else outside)
    assert [each.what for each in said(inside)] == [f"{name.rpartition('/')[2] if '/' not in name else name} {LINK}"]


@needs_links
def test_a_workbook_in_the_folder_that_leads_out_is_refused_but_one_that_is_named_is_the_users_choice(
    inside: Path,
) -> None:
    real = inside.parent / "bok.xlsx"
    (inside / "underlag.xlsx").rename(real)
    (inside / "underlag.xlsx").symlink_to(real)
    assert told(inside) == [f"underlag.xlsx {LINK}"]
    assert examine(inside / "underlag.xlsx").readable


@needs_pipes
@pytest.mark.parametrize(
    "name", ["texter.md", "texter/a.md", "fjol.json", "mall/stil.css", "mall/cover.html", "mall/profil.toml"]
)
def test_a_pipe_in_the_folder_is_told_and_not_waited_for(inside: Path, name: str) -> None:
    (inside / name).parent.mkdir(exist_ok=True)
    os.mkfifo(inside / name)
    what = f"{Path(name).name} {IRREGULAR}"
    assert any(each.startswith(what) for each in told(inside)), told(inside)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)
        made.bind(path.name)
        os.chdir(here)


@needs_pipes
@pytest.mark.parametrize("make", [pipe, plug, Path.mkdir])
def test_a_workbook_that_is_no_file_is_told(inside: Path, make: Callable[[Path], None]) -> None:
    (inside / "underlag.xlsx").unlink()
    make(inside / "underlag.xlsx")
    assert told(inside) == [f"underlag.xlsx {IRREGULAR}"]


@needs_links
def test_next_years_folder_takes_nothing_along_from_outside(inside: Path, outside: Path) -> None:
    (inside / "bild.png").symlink_to(outside / "a.png")
    with pytest.raises(CannotRollError, match=LINK):
        next_year(inside)
    ((name, path),) = companions(inside)
    assert name == "bild.png"
    with pytest.raises(RefusedError):
        content_of(inside, path)


def test_a_file_name_that_cannot_be_is_no_workbook() -> None:
    assert find_workbook(Path("a\0b"))[1] is not None


@needs_links
def test_compare_tells_of_a_picture_that_leads_out(
    inside: Path, outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(inside, inside.parent / "andra")
    (inside / "bild.png").symlink_to(outside / "a.png")
    with pytest.raises(SystemExit, match="3"):
        main(["compare", str(inside), str(inside.parent / "andra")])
    assert LINK in capsys.readouterr().err
