"""A file that is there and is not read: what is said of it, the same for every kind of file."""

from generator.files.messages import (
    FILE_LARGER_THAN_KIND,
    FILE_LEADS_OUT,
    FILE_LEADS_ROUND,
    FILE_NOT_REGULAR,
    FILES_TOO_MANY,
)
from generator.findings.finding import Finding
from generator.findings.message import message
from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.opener import MEGABYTE, Refusal, RefusedError

_RULES: dict[Refusal, Rule] = {
    Refusal.OUTSIDE: FILE_LEADS_OUT,
    Refusal.LEADS_ROUND: FILE_LEADS_ROUND,
    Refusal.NOT_REGULAR: FILE_NOT_REGULAR,
    Refusal.TOO_LARGE: FILE_LARGER_THAN_KIND,
    Refusal.TOO_MANY: FILES_TOO_MANY,
}


def refused(error: RefusedError, place: Source, name: str = "") -> Finding:
    """Say why a file is not read, and what to do; ``name`` is what the user calls it, else its own."""
    limit = error.limit if error.reason is Refusal.TOO_MANY else error.limit // MEGABYTE
    return _RULES[error.reason].found(place, name=name or error.path.name, limit=limit)


def sentence(error: RefusedError, name: str = "") -> str:
    """The same as a sentence, for where there are no findings; without a ``name`` with the whole path."""
    told = message(refused(error, Source(), name or str(error.path)))
    return f"{told.what} {told.remedy}"
