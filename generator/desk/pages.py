"""The pages, each of a template: what one can do is in its script, what it says in Swedish here."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.desk.uploads import KINDS, MOST_BYTES, MOST_FILES, TOO_LARGE, TOO_MANY
from generator.ground.places import desk_folder
from generator.model.topics import LEDGER, TOPICS
from generator.starter.names import FIRST_YEAR, LAST_YEAR, NO_NAME, NO_YEAR


class Button(NamedTuple):
    """What makes a file: which (as ``made`` knows it), its name and what it is for.

    ``needs_whole``: it is made of an underlag without errors only. ``is_for_many``: at the user's own machine it is
    done in another way.
    """

    what: str
    label: str
    told: str
    needs_whole: bool = True
    is_for_many: bool = False


GROUPS = {
    "Rapporten": (
        Button("pdf", "PDF", "Hela rapporten, för styrelsen och arkivet."),
        Button("html", "Webbutgåva", "Samma rapport som en webbsida i en enda fil."),
        Button("webbkopia", "Webbkopia som PDF", "För webbplatsen: utan underskrifter och det som är för styrelsen."),
        Button("webbkopia-html", "Webbkopia som webbsida", "Samma kopia som en webbsida i en enda fil."),
        Button("json", "Siffror (JSON)", "Alla siffror, för nästa års kontroll och andra program."),
    ),
    "Till revisorn och styrelsen": (
        Button("utkast", "Utkast för styrelsen", "PDF med UTKAST på varje sida."),
        Button(
            "arbetsutkast",
            "Arbetsutkast",
            "PDF med det som är kvar att rätta i marginalen. Går också när det finns fel.",
            needs_whole=False,
        ),
        Button(
            "revisor", "Revisorns underlag", "Avstämning i Excel och på papper, av samma siffror.", needs_whole=False
        ),
        Button(
            "utskick",
            "Kopia av underlaget",
            "När något skickas ut: lägg mappen utskick bland förbundets filer, så visas vad som ändras sedan.",
            needs_whole=False,
            is_for_many=True,
        ),
    ),
    "Året som kommer": (
        Button("blanketter", "Blanketter", "En för varje insats, att fylla i och skicka tillbaka.", needs_whole=False),
        Button("nasta-ar", "Nästa års mapp", "En ny arbetsbok med årets siffror som jämförelse.", needs_whole=False),
    ),
}
"""The buttons as the menu groups them."""
_TABS = (
    ("findings", "Kontroller"),
    ("remaining", "Flikar"),
    ("numbers", "Siffror i texter"),
    ("changes", "Ändringar"),
    ("trace", "Siffran"),
)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(desk_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def begin_page(year: int, place: str) -> str:
    """Write the page that begins a folder; ``place`` is where it will lie, empty where it is sent as a file."""
    topics = [topic for topic in TOPICS if topic.question and topic is not LEDGER]
    template = _environment().get_template("begin.html")
    limits = {"most_bytes": MOST_BYTES, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
    told = {"no_name": NO_NAME, "no_year": NO_YEAR, "too_large": TOO_LARGE}
    return template.render(year=year, place=place, topics=topics, **limits, **told)


def page(folder: str, version: str, known: Sequence[object] = (), *, is_at_home: bool = False) -> str:
    """Write the page; ``folder`` is the name of the one that is watched, empty where files are to be dropped.

    ``known`` are the folders that may be chosen instead; ``is_at_home``: at the user's own machine.
    """
    limits = {"most_files": MOST_FILES, "most_bytes": MOST_BYTES, "too_many": TOO_MANY, "too_large": TOO_LARGE}
    shown = {"folder": folder, "version": version, "groups": GROUPS, "tabs": _TABS, "kinds": ",".join(sorted(KINDS))}
    template = _environment().get_template("desk.html")
    return template.render(known=known, is_at_home=is_at_home, **shown, **limits)
