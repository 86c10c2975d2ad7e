"""The grammar of a reference in a text: ``{{ not('Fordringar') }}``.

    {{ name }}    {{ name('argument', 'argument') }}    {{ name('argument').attribute : form }}

A name may have spaces in it. Any kind of quote will do, also those that Word and phones put in. The form is set apart
by a colon, because a bar would cut a table cell. What a name means is not decided here: see ``texts.targets`` and
``texts.figures``.
"""

import re
from dataclasses import dataclass

from generator.ground.names import APOSTROPHES, QUOTES, clean

OPENING, CLOSING = "{{", "}}"

_QUOTES = f"'\"{APOSTROPHES}{QUOTES}"
_WORDS = r"\w+(?:[^\S\n]+\w+)*"
_NAME = rf"(?=(?:\w|[^\S\n])*[^\W\d]){_WORDS}(?:\.{_WORDS})*"
_ARGUMENT = rf"[{_QUOTES}](?:[^{{}}]*?)[{_QUOTES}](?=\s*[,)])|\d+"
_REFERENCE = re.compile(
    rf"\{{\{{\s*(?P<name>{_NAME})\s*"
    rf"(?:\(\s*(?P<arguments>(?:{_ARGUMENT})(?:\s*,\s*(?:{_ARGUMENT}))*)\s*\)\s*)?"
    rf"(?:\.(?P<attribute>{_NAME})\s*)?"
    r"(?::\s*(?P<form>[^{}]+?)\s*)?\}\}"
)
_ARGUMENTS = re.compile(_ARGUMENT.replace("[,)]", "(?:,|$)"))


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed reference. ``raw`` is what stood in the text; ``form`` how the value is to be written."""

    raw: str
    name: str
    arguments: tuple[str, ...] = ()
    attribute: str = ""
    form: str = ""


def reference_at(text: str, position: int = 0) -> Reference | None:
    """Parse the reference that begins at ``position``; None where what stands there is none."""
    found = _REFERENCE.match(text, position)
    if found is None:
        return None
    arguments = tuple(_unquoted(part) for part in _ARGUMENTS.findall(found["arguments"] or ""))
    return Reference(found[0], found["name"], arguments, found["attribute"] or "", found["form"] or "")


def _unquoted(argument: str) -> str:
    return argument if argument.isdecimal() else clean(argument[1:-1])
