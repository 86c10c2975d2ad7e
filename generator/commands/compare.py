"""The command ``compare``: what has changed between two versions of an underlag."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from generator.commands import GOOD, UNREADABLE
from generator.commands.inputs import JSON, format_option, named_path
from generator.compare.change import Change
from generator.findings.finding import Finding
from generator.findings.message import LONGEST, message
from generator.ground.printable import one_line, printable_json
from generator.pipeline import Examination, examine
from generator.swedish_click import SwedishCommand, say


@click.command(cls=SwedishCommand)
@click.argument("old", metavar="FÖRE", type=named_path)
@click.argument("new", metavar="EFTER", type=named_path)
@format_option
def compare(old: Path, new: Path, form: str) -> int:
    """Visa vad som har ändrats mellan två versioner: belopp, texter, inställningar och det som räknas fram.

    FÖRE och EFTER är arbetsböcker eller mappar. Inget ändras i dem. Det som räknas fram visas som i rapporten: med dess
    rader, kolumner, tecken och enheter.
    """
    from generator.compare.versions import changes  # noqa: PLC0415 - not needed by the other commands

    before, after = examine(old), examine(new)
    unread = list(_unread(before, after))
    for path, finding in unread:
        told = message(finding)
        say(f"{path}: {told.what} {told.remedy}".rstrip(), err=True)
    if unread:
        return UNREADABLE
    typed, derived = changes(before, after)
    shown = (
        _as_json(before, after, typed, derived)
        if form == JSON
        else "\n".join(one_line(line, LONGEST) for line in _told(before, after, typed, derived))
    )
    say(shown)
    return GOOD


def _unread(before: Examination, after: Examination) -> Iterator[tuple[Path, Finding]]:
    """The workbooks that could not be read, and the text files where the texts are compared; each with why."""
    from generator.compare.texts import unread_texts  # noqa: PLC0415 - not needed by the other commands

    for each in (before, after):
        folder = each.path.parent
        if each.underlag is None:
            yield each.path, each.findings[0]
        elif before.path.parent.resolve() != after.path.parent.resolve():
            yield from ((folder / finding.place.file, finding) for finding in unread_texts(folder))


def _as_json(before: Examination, after: Examination, typed: Sequence[Change], derived: Sequence[Change]) -> str:
    changes = {name: [asdict(each) for each in several] for name, several in (("typed", typed), ("derived", derived))}
    told = {"old": str(before.path), "new": str(after.path), **changes}
    return printable_json(json.dumps(told, ensure_ascii=False, indent=1))


def _told(before: Examination, after: Examination, typed: Sequence[Change], derived: Sequence[Change]) -> Iterator[str]:
    yield f"{before.path} → {after.path}"
    yield from _by_heading(typed)
    yield from _by_heading(derived)
    yield ""
    if not typed and not derived:
        yield "Inget har ändrats."
        return
    changes = "1 ändring" if len(typed) == 1 else f"{len(typed)} ändringar"
    figures = "1 beräknad siffra är ny" if len(derived) == 1 else f"{len(derived)} beräknade siffror är nya"
    yield f"{changes} i underlaget. {figures}."


def _by_heading(changes: Iterable[Change]) -> Iterator[str]:
    for heading, group in groupby(changes, key=lambda each: each.heading):
        yield from ("", heading)
        yield from (f"  {_line(each)}" for each in group)


def _line(change: Change) -> str:
    place = f"{change.place}: " if change.place else ""
    if change.old and change.new:
        return f"{place}{change.what}: {change.old} → {change.new}"
    return f"{place}{change.what}: {change.new or change.old}"
