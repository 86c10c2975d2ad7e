"""The protected counts as they may be told in words: whom they are of, and how the number may be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.ground.formatting import in_words, number
from generator.ground.names import folded
from generator.ground.once import once
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import REGISTER
from generator.subjects.participants.rows import MEN, OTHER, TOTAL, WOMEN
from generator.subjects.protection.figures import protection
from generator.subjects.protection.rows import SEX_WORDS, Count, counts_of_insatser, counts_of_tables

PERSONS = re.compile(
    r"\b\w*(?:deltag(?:are|arna|it|ande)|deltog|person(?:er|erna)?|individ(?:er|erna)?|kvinn(?:a|or|orna)|"
    r"m[äa]n(?:nen)?|klient(?:er|erna)?|ungdom(?:ar|arna)?|patient(?:er|erna)?|inskrivna|avslutade|"
    r"unga|vuxna|flick(?:a|or|orna)|pojk(?:e|ar|arna))\b"
)
"""Words for persons who take part, in small letters."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Secret:
    """A protected count: its number, whom it is of, and in which table or tab it is protected.

    ``names`` are words for them, of which one is said; empty for all of a table. ``titles`` are the table's names.
    """

    where: str
    titles: frozenset[str]
    names: frozenset[str]
    part: str
    year: int
    count: int
    wholes: frozenset[int]

    @property
    def spellings(self) -> frozenset[str]:
        """How the number may be written."""
        return frozenset(
            {str(self.count), number(Decimal(self.count)), in_words(self.count), in_words(self.count, "ett")}
        )

    def is_meant(self, words: str, year: int, about: str = "") -> bool:
        """Whether some words, in small letters, are about those persons; ``year`` is meant where none is named.

        ``about`` are words beside them that say whom they are about, where they do not say it themselves.
        """
        said = f"{about} | {words}"
        if self.names and not any(holds(said, name) for name in self.names):
            return False
        years = _years(words) or _years(about) or {year}
        return self.year in years and self._is_of_the_sex(words)

    def _is_of_the_sex(self, words: str) -> bool:
        said = _sexes(words)
        if self.part == TOTAL:
            return (
                not said
                or said == {WOMEN, MEN}
                or any(SEX_WORDS[sex].search(name) for sex in said for name in self.names)
            )
        return bool(SEX_WORDS[self.part].search(words)) if self.part == OTHER else self.part in said


@lru_cache(maxsize=8)
def _years(words: str) -> frozenset[int]:
    return frozenset(int(each) for each in _YEAR.findall(words))


@lru_cache(maxsize=8)
def _sexes(words: str) -> frozenset[str]:
    return frozenset(sex for sex in (WOMEN, MEN) if SEX_WORDS[sex].search(words))


@lru_cache(maxsize=4096)
def _as_whole_words(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?:s|en|et|n)?(?!\w)")


def holds(words: str, phrase: str) -> bool:
    """Whether some words hold a phrase, as whole words but for an ending: ``alfas`` holds ``alfa``."""
    return phrase in words and _as_whole_words(phrase).search(words) is not None


@once
def secrets(underlag: Underlag) -> tuple[Secret, ...]:
    """The protected counts, each with the words that a reader knows it by."""
    masked = protection(underlag).masked
    return tuple(_secrets(underlag, masked)) if masked else ()


def _secrets(underlag: Underlag, masked: frozenset[tuple[int, str]]) -> Iterator[Secret]:
    for table in counts_of_tables(underlag):
        titles = frozenset({folded(table.table)})
        where = f"tabellen {table.table}"
        wholes = frozenset(
            count.numbers[TOTAL] for count in (table.whole, table.base) if count and TOTAL in count.numbers
        )
        for category, count in table.rows.items():
            yield from _of(count, masked, where, titles, frozenset({folded(category) or str(table.year)}), wholes)
        for whole in filter(None, (table.whole, table.base)):
            yield from _of(whole, masked, where, titles, frozenset(), wholes)
    for count in counts_of_insatser(underlag):
        yield from _of(count, masked, f"fliken {REGISTER}", frozenset(), count.names, frozenset())


def _of(  # noqa: PLR0913, PLR0917 - the parts of a Secret
    count: Count,
    masked: frozenset[tuple[int, str]],
    where: str,
    titles: frozenset[str],
    names: frozenset[str],
    wholes: frozenset[int],
) -> Iterator[Secret]:
    for part, cell in count.cells.items():
        if cell in masked:
            yield Secret(where, titles, names, part, count.year, count.numbers[part], wholes)
