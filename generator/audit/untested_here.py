"""What was not tried because of what this underlag has and has not: a function for each kind of it, and the list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.audit.matter import Matter
from generator.figures.figure import Figure, Masked, Missing
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.findings.rule import RuleKind
from generator.ground.formatting import enumerated, first_of, small_first, so_many
from generator.ground.printable import one_line
from generator.ground.source import Source
from generator.ledger.became import Became, Use
from generator.model.fact import Measure
from generator.report.appended import PDF
from generator.subjects.appendices.rows import Appendix
from generator.subjects.board.rows import BoardMember
from generator.subjects.control.rows import ControlAmount
from generator.subjects.goals.rows import Goal
from generator.subjects.granted.rows import Grant
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.members.rows import Member
from generator.subjects.participants.rows import Participants
from generator.subjects.registry import all_tabs

_OF_SUBSTANCE = frozenset({Member, Insats, Grant, Goal, Participants, BoardMember})
"""What an association tells of that has tabs of its own."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Untested:
    """Something that was not tried: what it is, why not, and how it is brought about; ``place`` where it stands."""

    what: str
    why: str = ""
    how: str = ""
    place: Source | None = None


def _last_year(matter: Matter) -> Iterator[Untested]:
    last = matter.case.last_year
    if matter.derived.is_first_year:
        return
    if last is None:
        yield Untested(
            "Att årets ingående balanser är fjolårets utgående, och att jämförelsetalen är de som trycktes",
            "Fjolårets rapport finns inte som JSON bredvid arbetsboken. Jämförelsetalen är prövade mot varandra men "
            "inte mot det som trycktes.",
            "Gör fjolårets rapport med --format json och spara filen som fjol.json i mappen.",
        )
    elif last.edition.association.year != matter.year - 1:
        yield Untested(
            "Att årets ingående balanser är fjolårets utgående",
            f"Filen {last.place.file} gäller ett annat år.",
            f"Lägg rapporten för {matter.year - 1} i mappen.",
        )


def unmapped(matter: Matter) -> list[Became]:
    """The accounts with any amount that the chart says nothing of."""
    return [
        each
        for each in matter.examination.ledger.became
        if each.use is Use.UNMAPPED
        and any(amount for row in each.part.rows.values() for amount in row.amounts.values())
    ]


def _ledger(matter: Matter) -> Iterator[Untested]:
    use = matter.examination.ledger
    if not use.ledgers:
        yield Untested(
            "Beloppen mot huvudboken",
            "Det finns ingen huvudbok bredvid arbetsboken. Beloppen är inskrivna för hand och jämförda med varandra.",
            "Lägg årets SIE-fil eller saldolista i mappen, och fyll i fliken Kontoplan.",
        )
        return
    if not use.became:
        yield Untested(
            "Vad kontona blir i rapporten",
            "Huvudboken är läst, men fliken Kontoplan säger inte vad kontona blir.",
            "Fyll i fliken Kontoplan; arsredovisning ledger MAPP föreslår vad kontona blir.",
        )
        return
    lacking = unmapped(matter)
    if lacking:
        names = enumerated(first_of([each.part.called for each in lacking], _MOST))
        yield Untested(
            f"Vad {so_many(len(lacking), 'konto', 'konton')} blir i rapporten",
            f"De har belopp i huvudboken men ingen rad i Kontoplan: {names}.",
            "Skriv en rad i Kontoplan för vart och ett, också om de inte ska räknas.",
        )
    years = {year for each in use.became for year in each.part.rows}
    if matter.year - 1 not in years and not matter.derived.is_first_year:
        yield Untested(
            f"Jämförelsetalen {matter.year - 1} mot huvudboken",
            f"Huvudboken har inga belopp för {matter.year - 1}.",
            "Lägg fjolårets SIE-fil bredvid, eller en saldolista med båda åren.",
        )


def _budget(matter: Matter) -> Iterator[Untested]:
    budgeted = {fact.measure for fact in matter.derived.facts.amounts if fact.year == matter.year}
    if budgeted <= {Measure.OUTCOME}:
        yield Untested(
            "Utfallet mot budgeten",
            "Ingen budget är inskriven för året (10 kap. 1 § LKBR).",
            "Skriv den beslutade budgeten i fliken Intäkter och kostnader.",
        )
    elif Measure.BUDGET_DECIDED not in budgeted:
        yield Untested(
            "Utfallet mot den budget som styrelsen först beslutade",
            "Bara en reviderad budget är inskriven.",
            "Skriv också den ursprungliga budgeten i kolumnen Budget beslutad.",
        )
    yield Untested(
        "Att budgeten är den som styrelsen beslutade",
        "Underlaget har beloppen men inte beslutet.",
        "Jämför med protokollet: dag, paragraf och belopp.",
    )


def _control(matter: Matter) -> Iterator[Untested]:
    if not matter.case.underlag.rows(ControlAmount):
        yield Untested(
            "Beräknade siffror mot kontrollbelopp",
            "Fliken Avstämning i arbetsboken har inga kontrollbelopp.",
            "Skriv några kända belopp där, till exempel årets resultat och banksaldot enligt huvudboken.",
        )


def _unread(matter: Matter) -> Iterator[Untested]:
    for hole in matter.case.underlag.holes:
        yield Untested(
            f"Beloppen i {hole}",
            "Raden kunde inte läsas, så det som räknas fram saknar den.",
            "Rätta raden; Granskning säger vad som är fel.",
            hole,
        )


def _unread_files(matter: Matter) -> Iterator[Untested]:
    """Files that could not be read at all."""
    for finding in matter.examination.findings:
        place, grave = finding.place, severity_of(finding) >= Severity.WARNING
        if finding.rule.kind is RuleKind.READING and grave and place.file and not place.row:
            told = message(finding)
            yield Untested(f"Innehållet i {place}", told.what, told.remedy, place)


def _empty_tabs(matter: Matter) -> Iterator[Untested]:
    """Tabs that nobody has filled in: what the texts tell of their things is held against nothing."""
    underlag = matter.case.underlag
    of_substance = (tab for tab in all_tabs() if any(section.model in _OF_SUBSTANCE for section in tab.sections))
    empty = [tab.name for tab in of_substance if not any(underlag.raw[each.model].rows for each in tab.sections)]
    if empty:
        yield Untested(
            f"Det som texterna säger om {enumerated([small_first(each) for each in empty])}",
            "Inget är inskrivet i de flikarna, så reglerna för dem har inget att pröva texterna mot.",
            "Fyll i de flikar som gäller förbundet. De andra kan lämnas.",
        )


def _unknown(matter: Matter) -> Iterator[Untested]:
    shown = (cell.of for table in matter.examination.whole.tables for row in table.rows for cell in row.cells)
    unknown = {each.key.code: each for each in shown if isinstance(each, Figure) and each.value is Missing.UNKNOWN}
    if unknown:
        labels = list(dict.fromkeys(f"{each.label} {each.key.year}" for each in unknown.values()))
        yield Untested(
            f"{so_many(len(unknown), 'siffra som rapporten visar som', 'siffror som rapporten visar som')} ”saknas”",
            f"Underlaget har inte de belopp som behövs: {enumerated(first_of(labels, _MOST))}.",
            "Fyll i beloppen för de åren.",
        )


def _masked(matter: Matter) -> Iterator[Untested]:
    masked = [key for key, figure in matter.figures.items() if isinstance(figure.value, Masked)]
    if masked:
        yield Untested(
            f"{so_many(len(matter.hidden), 'skyddad siffra', 'skyddade siffror')} om personer",
            "Programmet har prövat dem, men de visas inte här: få personer finns bakom dem.",
            "Se dem i arbetsboken, hos förbundet.",
        )


def _insatser(matter: Matter) -> Iterator[Untested]:
    if not matter.case.underlag.rows(InsatsCost):
        yield Untested(
            "Insatsernas egna redovisningar mot bokföringen",
            "Fliken Insatsernas ekonomi är tom.",
            "Skriv insatsernas slutredovisningar där, eller skicka ut blanketter: arsredovisning forms MAPP.",
        )


def _own_tables(matter: Matter) -> Iterator[Untested]:
    titles = [
        block.table.title or block.caption
        for block in matter.examination.whole.blocks
        if block.template == "free_table" and block.table
    ]
    if titles:
        names = enumerated(first_of([f"”{one_line(each, 80)}”" for each in dict.fromkeys(filter(None, titles))], _MOST))
        yield Untested(
            f"Talen i {so_many(len(titles), 'egen tabell', 'egna tabeller')}",
            f"De är inskrivna som de står och räknas inte fram av något: {names}. Summor och andelar i dem är prövade "
            "där programmet förstår dem.",
            "Jämför med källan.",
        )


def _appended(matter: Matter) -> Iterator[Untested]:
    names = [
        str(row.file)
        for row in matter.case.underlag.rows(Appendix)
        if row.inserted and str(row.file).lower().endswith(PDF)
    ]
    if names:
        yield Untested(
            f"Innehållet i {so_many(len(names), 'bilaga', 'bilagor')} som PDF: {enumerated(first_of(names, _MOST))}",
            "Sidorna visas som bilder och deras siffror läses inte.",
            "Läs bilagorna mot rapporten.",
        )


def _findings(matter: Matter) -> Iterator[Untested]:
    """What rules themselves have told that they could not try."""
    for finding in matter.examination.findings:
        if finding.code.endswith("_untested"):
            told = message(finding)
            yield Untested(told.what, "Kontrollen säger varför.", told.remedy, finding.place)


GATHERED: tuple[Callable[[Matter], Iterable[Untested]], ...] = (
    _last_year,
    _ledger,
    _budget,
    _control,
    _insatser,
    _unread,
    _unread_files,
    _unknown,
    _masked,
    _own_tables,
    _appended,
    _findings,
    _empty_tabs,
)
"""What may be lacking, in the order in which it is told."""


def of_this(matter: Matter) -> Iterator[Untested]:
    """What was not tried because of what this underlag has and has not."""
    for gather in GATHERED:
        yield from gather(matter)
