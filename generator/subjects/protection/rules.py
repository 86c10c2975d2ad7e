"""The rules of protected numbers: what is typed freely does not tell what is masked elsewhere.

A number in a table of the association's own, or in a sentence, is told of where it is the protected one and the words
beside it say that it is of the same persons. Once the report is final that is an error.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.about import Place, headings_above
from generator.checks.from_last_year import place_of
from generator.checks.sentences import Sentence, sentences
from generator.edition.schema import State
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import COUNT, SHARE
from generator.ground.names import folded
from generator.model.association import ReportState
from generator.subjects.free_tables.rows_layout import FreeLayout, FreeLine, FreeTableColumn, layouts
from generator.subjects.insatser.rows import Insats, names_of, whole_number
from generator.subjects.protection.figures import protection
from generator.subjects.protection.figures_secrets import PERSONS, Secret, holds, secrets
from generator.subjects.protection.messages import BESIDE_WORDS, HIDDEN_LAST_YEAR, IN_TABLE, IN_TEXT
from generator.subjects.protection.rows import SEX_WORDS

_PER_CENT = 100
_THINGS = re.compile(
    r"\b\w*(?:möten?|träff(?:ar|en)?|samtal|tillfälle[nt]?|dagar|timmar|veckor|månader|kurs(?:er|en)?|företag|"
    r"arbetsplats(?:er)?|aktivitet(?:er)?|utbildning(?:ar)?|beslut|projekt|tjänst(?:er)?|årsarbetare|"
    r"kronor|kostnad(?:er)?|budget|enkät(?:er)?|svar)\b"
)
"""Words for what is no participant, in small letters."""
_PLANNED = re.compile(r"\b(?:planera(?:t|de)|mål(?:et|värde)?)\b")
_GENERAL = re.compile(
    r"\b(?:antal(?:et)?|totalt?|summa|alla|samtliga|under|efter|per|i|år(?:et)?|utfall|och|andel|av|varav|inom)\b"
)
_WORD = re.compile(r"[^\W_]+")


def own_tables_do_not_tell(case: Case) -> Iterator[Finding]:
    """No cell of an own table is a protected number of the persons that its words name."""
    hidden = secrets(case.underlag)
    for layout in layouts(case.underlag) if hidden and case.derived else ():
        for line in layout.lines:
            for column in layout.columns:
                told = next((each for each in hidden if _tells(layout, line, column, each, case)), None)
                if told:
                    values = {"table": layout.table.name, "cell": f"{line.entry.row.label}, {column.head}"}
                    found = IN_TABLE.found(line.entry.source(column.field), where=told.where, **values)
                    yield found.graded(_grave(case))


def texts_do_not_tell(case: Case) -> Iterator[Finding]:
    """No sentence holds a protected number of the persons that it, its row or its headings name."""
    hidden = secrets(case.underlag)
    if not hidden or case.derived is None:
        return
    above, year = headings_above(case), case.derived.association.year
    by_word = _by_first_word(hidden)
    for sentence in sentences(case):
        text = folded(sentence.text)
        # The cheap questions first: of most sentences nothing more need be asked.
        said = _said(text, by_word) if PERSONS.search(text) else frozenset()
        if not said:
            continue
        # A sentence that names an insats is about that one, wherever it stands.
        about = _insatser_in(text, case) or _with_insatser(_under(sentence, above), case)
        told = next((each for each in hidden if each.count in said and each.is_meant(text, year, about)), None)
        if told:
            yield IN_TEXT.found(sentence.place, where=told.where).graded(_grave(case))


def insatser_have_their_counts_alone(case: Case) -> Iterator[Finding]:
    """A small number of participants stands alone in its cell, so that it can be masked."""
    limit = protection(case.underlag).limit
    for entry in case.underlag.of(Insats):
        reached = entry.row.reached
        numbers = {int(each) for each in re.findall(r"(?<![\d,.–-])\d{1,3}(?![\d,.–-]|\s*(?:%|procent))", reached)}
        if whole_number(reached) is None and any(0 < each < limit for each in numbers):
            yield BESIDE_WORDS.found(entry.source("reached"), insats=entry.row.label).graded(_grave(case))


def what_was_hidden_stays_hidden(case: Case) -> Iterator[Finding]:
    """A count that last year's report masked is not told in this year's column of that year."""
    if case.derived is None or case.last_year is None:
        return
    figures = case.derived.figures
    for before in case.last_year.edition.figures:
        figure = figures.get(before.key) if before.state is State.MASKED else None
        if figure is not None and isinstance(figure.value, Decimal) and figure.unit == COUNT:
            year = before.period.end.year
            yield HIDDEN_LAST_YEAR.found(case.last_year.place, label=figure.label, year=year).graded(_grave(case))


def _grave(case: Case) -> Severity:
    return Severity.ERROR if case.state is ReportState.FINAL else Severity.WARNING


def _tells(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, secret: Secret, case: Case) -> bool:
    """Whether a cell is a protected number, or its share of a whole that is known, beside words for those persons."""
    value = layout.typed(line, column)
    if isinstance(value, str):
        value = Decimal(value.strip()) if value.strip().isdecimal() else None
    if value is None or not _is_number(value, column.unit, secret):
        return False
    title = folded(f"{layout.table.name} {layout.table.title}")
    beside = folded(f"{line.entry.row.label} {column.span} {column.head}")
    year = case.derived.association.year if case.derived else 0
    return secret.is_meant(f"{title} {beside}", year) and _is_of_persons(title, beside, secret)


def _is_number(value: Decimal, unit: str, secret: Secret) -> bool:
    if unit == COUNT:
        return value == secret.count
    if unit != SHARE:
        return False
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    half = Decimal(1).scaleb(-max(digits, 2)) / 2
    return any(
        whole < _PER_CENT and abs(Decimal(secret.count) / whole - value) <= half for whole in secret.wholes if whole
    )


def _is_of_persons(title: str, beside: str, secret: Secret) -> bool:
    """Whether a cell counts participants, and those of the secret: nothing else is named beside it."""
    if _THINGS.search(beside) or _PLANNED.search(beside) or (_THINGS.search(title) and not PERSONS.search(title)):
        return False
    left = beside
    for name in sorted(secret.names, key=len, reverse=True):
        left = left.replace(name, " ")
    for said_of_any in (PERSONS, _GENERAL, *SEX_WORDS.values(), re.compile(r"\d+")):
        left = said_of_any.sub(" ", left)
    named = set(_WORD.findall(title)) | {word for each in secret.titles for word in _WORD.findall(each)}
    about_persons = PERSONS.search(f"{title} {beside}") or any(holds(title, each) for each in secret.titles)
    return bool(about_persons) and named.issuperset(_WORD.findall(left))


_AFTER = re.compile(
    r"(?:\s*(?:[.,;:)!?–-]|$)|\s+(?:av|deltog|deltar|har|hade|var|är|som|blev|gick|fick|i|till|från|under|och|varav|på|"
    r"inom|st|stycken|unika|nya|av)\b)"
)


def _under(sentence: Sentence, above: Mapping[Place, str]) -> str:
    return " | ".join(filter(None, (*map(folded, sentence.under), above.get(place_of(sentence.place), ""))))


def _with_insatser(words: str, case: Case) -> str:
    return f"{words} | {_insatser_in(words, case)}" if words else ""


def _insatser_in(words: str, case: Case) -> str:
    """All names, in small letters, of the insatser that some words name by one."""
    named = (tuple(map(folded, names_of(insats))) for insats in case.underlag.named(Insats))
    return " | ".join(name for names in named if any(holds(words, each) for each in names) for name in names)


def _by_first_word(hidden: Iterable[Secret]) -> Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]:
    """The protected numbers as they may be written, by the first word of each."""
    found: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for count, spellings in {each.count: each.spellings for each in hidden}.items():
        for spelling in map(folded, sorted(spellings)):
            pattern = re.compile(rf"(?<![\w,.–-]){re.escape(spelling)}(?![\w%]|[,.]\d|\s*(?:%|procent))")
            found.setdefault(_WORD.findall(spelling)[0], []).append((count, pattern))
    return found


def _said(text: str, by_word: Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]) -> frozenset[int]:
    """The protected numbers that a sentence, in small letters, tells as a number of persons."""
    written = (each for word in set(_WORD.findall(text)) for each in by_word.get(word, ()))
    return frozenset(count for count, pattern in written if _is_said_of_persons(text, pattern))


def _is_said_of_persons(text: str, pattern: re.Pattern[str]) -> bool:
    # A number of something else than persons is none of these: tre möten.
    rests = (text[found.end() :] for found in pattern.finditer(text))
    return any(_AFTER.match(rest) or PERSONS.match(rest.lstrip()) for rest in rests)
