"""The texts of the text files that differ between two versions, by heading; and the files of the look."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.companions import companions, content_of
from generator.compare.change import Change
from generator.compare.wording import differences, text_change
from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.ground.names import Name, brief
from generator.look.folders import PROFILE
from generator.texts.files import read_texts
from generator.texts.sections import TextSection

_Headings = Mapping[tuple[Name, int], TextSection]


def changed_texts(old: Path, new: Path) -> Iterator[Change]:
    """Compare the texts beside two workbooks, heading by heading, whatever file they stand in."""
    before, after = _by_heading(old), _by_heading(new)
    for key, section in after.items():
        heading, place = f"Filen {section.place.file}", section.place.cell
        name = f"”{brief(section.heading)}”"
        if key not in before:
            yield Change(heading, place, name, "", "ny text")
            continue
        for one, other in differences(before[key].text.markdown, section.text.markdown):
            yield text_change(heading, place, name, one, other)
    for key, section in before.items():
        if key not in after:
            yield Change(f"Filen {section.place.file}", "", f"”{brief(section.heading)}”", "borttagen text", "")


def unread_texts(folder: Path) -> list[Finding]:
    """Find what keeps a text file from being read at all: nothing in it can be compared then."""
    read, findings = read_texts(folder)
    files = {section.place.file for sections in read for section in sections}
    return [each for each in findings if severity_of(each) is Severity.ERROR and each.place.file not in {"", *files}]


def _by_heading(folder: Path) -> _Headings:
    read, _ = read_texts(folder)
    found: dict[tuple[Name, int], TextSection] = {}
    for section in (section for sections in read for section in sections):
        name = Name(section.heading)
        count = sum(1 for each, _ in found if each == name)
        found[name, count] = section
    return found


def changed_look(old: Path, new: Path) -> Iterator[Change]:
    """Compare the association's own look and the pictures: settings one by one, other files as a whole."""
    before, after = (dict(companions(folder)) for folder in (old, new))
    for name in sorted({*before, *after}):
        one, other = (
            content_of(folder, files[name]) if name in files else None
            for folder, files in ((old, before), (new, after))
        )
        if one == other:
            continue
        if Path(name).name == PROFILE and one is not None and other is not None:
            yield from _settings(f"Filen {name}", one, other)
        else:
            told = ("" if one is None else "borttagen", "ny" if one is None else "") if None in (one, other) else None
            yield Change(f"Filen {name}", "", "filen", *(told or ("ett annat innehåll", "det nya")))


def _settings(heading: str, old: bytes, new: bytes) -> Iterator[Change]:
    before, after = _keys(old), _keys(new)
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Change(heading, "", key, str(before.get(key, "som i mallen")), str(after.get(key, "som i mallen")))


def _keys(data: bytes) -> Mapping[str, Any]:
    """The settings of a profile; none where it cannot be read, which the check tells."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}
