"""A look's ``profil.toml``: its settings, each with the line it stands on, and everything that is wrong with it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import ValidationError

from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError, hold
from generator.findings.message import hint
from generator.ground.limits import PROFILE_LETTERS, PROFILE_LINE_LETTERS, PROFILE_LINES
from generator.ground.names import Name, brief, nearest
from generator.ground.source import Source
from generator.look.folders import PROFILE, LookFolder
from generator.look.messages import LOOK_CONTRACT_DIFFERS, LOOK_PROFILE_NOT_TOML, LOOK_SETTING_UNKNOWN
from generator.look.settings import CONTRACT, Look, setting_key
from generator.model.refused import refusal
from generator.model.rows import columns
from generator.model.values import shown

CONTRACT_KEY, TEMPLATE_KEY = "kontrakt", "mall"
_AT_END = "end of document"
_LINE_OF_ERROR = re.compile(r"line (\d+)")
_KEY = re.compile(r"""\s*(?:\[+\s*)?(?:["'](?P<quoted>[^"']*)["']|(?P<bare>[\w-]+))\s*[=.\]]""")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that a layer states: its value, and where it stands."""

    value: Any
    source: Source


@dataclass(slots=True)
class Profile:
    """What a profil.toml states. ``template`` names the look that an association's own builds on."""

    settings: dict[str, Setting] = field(default_factory=dict)
    template: Setting | None = None
    findings: list[Finding] = field(default_factory=list)


def read_profile(folder: LookFolder, *, own: bool) -> Profile:
    """Read a folder's profil.toml; one that is not there states nothing. ``own``: it may name a look to build on."""
    text = folder.text(PROFILE)
    profile = Profile()
    if text is None:
        return profile
    try:
        stated = _parsed(folder, text)
    except TooMuchError as error:
        profile.findings.append(error.finding)
        return profile
    except (ValueError, RecursionError) as error:  # no TOML, a number of thousands of digits, or arrays without end
        profile.findings.append(_not_toml(folder, text, str(error)))
        return profile
    lines = _lines_of_keys(text)
    for key, value in stated.items():
        source = Source(row=lines.get(key, 0), text=_told(value), file=f"{folder.shown}/{PROFILE}")
        if key == CONTRACT_KEY:
            profile.findings += _contract(value, source)
        elif key == TEMPLATE_KEY and own:
            profile.template = Setting(source.text, source)
        elif value != "":
            _read_setting(profile, key, value, source)
    return profile


def _read_setting(profile: Profile, key: str, value: object, source: Source) -> None:
    known = _spellings()
    name = known.get(Name(key))
    if name is None:
        keys = tuple(setting_key(each) for each in Look.model_fields)
        values = {"found": brief(key), "hint": hint(nearest(key, keys)), "exist": ", ".join(keys)}
        profile.findings.append(LOOK_SETTING_UNKNOWN.found(source, **values))
        return
    try:
        read = Look.model_validate({name: source.text if isinstance(value, list | dict) else value})
    except ValidationError as error:
        title, column = next((column.title, column.kind) for column in columns(Look) if column.name == name)
        profile.findings.append(refusal(error.errors(include_url=False)[0], source, title, column.expects))
    else:
        profile.settings[name] = Setting(getattr(read, name), source)


@cache
def _spellings() -> dict[Name, str]:
    """A setting may be called by its title or in plain letters."""
    named = {Name(column.title): column.name for column in columns(Look)}
    return named | {Name(setting_key(name)): name for name in Look.model_fields}


def _contract(value: object, source: Source) -> Iterator[Finding]:
    if value != CONTRACT:
        yield LOOK_CONTRACT_DIFFERS.found(source, found=source.text, contract=str(CONTRACT))


def _not_toml(folder: LookFolder, text: str, told: str) -> Finding:
    """Say which line is no setting; one that is not finished is the last."""
    match = _LINE_OF_ERROR.search(told)
    row = int(match[1]) if match else len(text.splitlines()) if _AT_END in told else 0
    source = Source(file=f"{folder.shown}/{PROFILE}", row=row)
    return LOOK_PROFILE_NOT_TOML.found(source)


def _parsed(folder: LookFolder, text: str) -> dict[str, Any]:
    source = folder.file(PROFILE)
    hold(PROFILE_LETTERS, len(text), source)
    lines = text.splitlines()
    hold(PROFILE_LINES, len(lines), source)
    for row, line in enumerate(lines, start=1):
        hold(PROFILE_LINE_LETTERS, len(line), replace(source, row=row))
    return tomllib.loads(text)


def _lines_of_keys(text: str) -> dict[str, int]:
    """Where each key stands: the first line that begins with it, also as the head of a table or its first part."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _KEY.match(line):
            lines.setdefault(match["quoted"] or match["bare"], number)
    return lines


def _told(value: object) -> str:
    """A value as it may be quoted; of lists and tables it is enough that they are such."""
    match value:
        case str() | int() | float():
            return shown(value)
        case list():
            return "en lista […]"
        case dict():
            return "en tabell {…}"
        case _:
            return str(value)
