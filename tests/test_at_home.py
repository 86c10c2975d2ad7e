"""The page at one's own computer: no other page, and nobody without its key, makes it show, open or leave anything."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from pdfs import written
from served import PROGRAM, Reply, Served
from small_underlag import small

OWN = {"x-arsredovisning": "1"}


@dataclass(frozen=True)
class Home:
    """A page that is open, its key, the user's folder, and what the system was asked to open."""

    served: Served
    key: str
    folder: Path
    opened: Path

    def ask(self, path: str, method: str = "POST", key: str | None = None, **headers: str) -> Reply:
        given = {**OWN, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.served.ask(f"/{self.key if key is None else key}{path}", method, b"", given)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Its own documents, and a program that keeps a list of what it was to open."""
    place = tmp_path_factory.mktemp("hemma")
    folder = place / "Documents" / "Provet"
    folder.mkdir(parents=True)
    written(small(), folder)
    opened, opener = place / "öppnat", place / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$@" >> "{opened}"\n', encoding="utf-8")
    opener.chmod(0o755)
    given = {"HOME": str(place), "PATH": f"{opener.parent}:{os.environ['PATH']}", "TMPDIR": str(place)}
    command = [str(PROGRAM), "open", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **given}) as running:  # noqa: S603
        try:
            assert running.stdout
            found = re.search(r":(\d+)/([^/\s]+)/", running.stdout.readline())
            assert found
            yield Home(
                Served(int(found[1]), running, place, place, "", f"127.0.0.1:{found[1]}"), found[2], folder, opened
            )
        finally:
            running.terminate()


@pytest.mark.parametrize("kept", [0, 10, -1], ids=["none", "its beginning", "all but the end"])
def test_nobody_comes_in_without_the_whole_key(home: Home, kept: int) -> None:
    for key in (home.key[:kept], home.key[:kept] + "x" * (len(home.key) - len(home.key[:kept]))):
        for path in ("/", "/static/desk.js", "/frame"):
            assert home.ask(path, "GET", key).text == "Sidan finns inte."
    assert home.ask("/", "GET").status == 200
    assert home.ask("/", "GET", f"{home.key}x").status == 404


def test_the_key_is_told_to_no_other_site(home: Home) -> None:
    for path in ("/", "/frame", "/new"):
        page = home.ask(path, "GET")
        assert page.headers["referrer-policy"] == "no-referrer"
        assert home.key not in page.text
    cross = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    assert home.ask("/", "GET", **cross).status == 404


@pytest.mark.parametrize("path", ["/shown?what=workbook", "/left", "/kept", "/chosen?folder=x", "/begun", "/examined"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null"},
        {"origin": "https://elak.example"},
        {"host": "elak.example"},
        {"sec_fetch_site": "cross-site"},
        {"x_arsredovisning": ""},
    ],
    ids=str,
)
def test_another_page_can_make_it_do_nothing(home: Home, path: str, headers: dict[str, str]) -> None:
    reply = home.ask(path, **headers)
    assert (reply.status, reply.text) == (404, "Sidan finns inte.")


def test_it_shows_only_folders_that_it_has_offered_and_opens_only_the_one_that_is_shown(home: Home) -> None:
    assert home.ask("/shown?what=workbook").status == 404
    for wanted in (
        "/",
        "/etc",
        str(home.folder.parent),
        f"{home.folder}/../..",
        "",
        "\0",
        f"{home.folder}/underlag.xlsx",
    ):
        assert home.ask(f"/chosen?folder={quote(wanted)}").status == 422
    assert home.ask(f"/chosen?folder={quote(str(home.folder))}").status == 200
    for what in ("workbook", "../../x", "%2Fbin%2Fsh", "folder"):
        assert home.ask(f"/shown?what={what}").status == 200
    assert home.ask("/left").status == 200
    assert home.ask("/shown?what=workbook").status == 404
    asked = set(home.opened.read_text(encoding="utf-8").splitlines())
    assert asked <= {str(home.folder), str(home.folder / "underlag.xlsx")}
