"""What of a Word file is not printed as it stands there, gathered while it is read, with its places and words."""

from dataclasses import dataclass, field, replace

from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.ground.names import clean
from generator.ground.source import Source

_MOST = 20
"""Findings of one rule in one file; what else it finds is told together in one more."""

_LONGEST = 160
"""Letters of a text that are told."""


@dataclass(slots=True)
class _Telling:
    place: Source
    values: dict[str, object]
    words: list[str] = field(default_factory=list)
    count: int = 1


class Told:
    """Gathers what is told. What is told of one paragraph and one rule is one finding."""

    def __init__(self) -> None:
        self._tellings: dict[Rule, dict[tuple[object, ...], _Telling]] = {}
        self._last: _Telling | None = None

    def tell(self, rule: Rule, place: Source, words: str = "", **values: object) -> None:
        """Tell of something at a place. Its words are joined with those told right before, as runs are."""
        tellings = self._tellings.setdefault(rule, {})
        key = (place.row, *sorted(f"{name}{each}" for name, each in values.items()))
        if key not in tellings and len(tellings) >= _MOST:
            place, key = replace(place, row=0), ("more", *key[1:])
        telling = tellings.get(key)
        if telling is None:
            telling = tellings[key] = _Telling(place, values)
        elif telling is not self._last:
            telling.count += 1
        if telling is self._last and telling.words:
            telling.words[-1] += words
        else:
            telling.words.append(words)
        self._last = telling

    def pause(self) -> None:
        """Something was printed: what is told next does not belong to what was told before."""
        self._last = None

    def findings(self) -> list[Finding]:
        """All that was told, rule by rule."""
        return [
            rule.found(each.place, **{"found": quoted(" … ".join(each.words)), "count": each.count, **each.values})
            for rule, tellings in self._tellings.items()
            for each in tellings.values()
        ]


def quoted(words: str) -> str:
    """Make words fit for a message: on one line, and cut in the middle where they are many."""
    line = " ".join(clean(words).split())
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
