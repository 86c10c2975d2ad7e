"""What a balance opens with and how it changes, as it is typed in the tab *Årets förändringar*."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name, slug
from generator.model import topics
from generator.model.amounts import ActivityName, NoteName
from generator.model.booked import Booked
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, TableName
from generator.model.fact import Fact, Observation, Typed
from generator.model.next_year import Ended, Takes
from generator.model.rows import YEARS, Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY_LINE, FIXED_ASSETS, LIABILITIES, PROVISIONS
from generator.statements.changes import Change
from generator.statements.lines import BY_LABEL, LINES

NAME = "Årets förändringar"
CODE = "roll"
OPENING, CHANGE, DEPRECIATION = "ingående", "förändring", "avskrivning"
DEPRECIATION_LINE = LINES["depreciation"]
LOANS = tuple(line for line in LIABILITIES.lines if line.code == "long_term_liabilities")
FINANCIAL_ASSETS = tuple(line for line in FIXED_ASSETS.lines if line.code == "financial_fixed_assets")
LINES_OF_KIND = {
    DEPRECIATION: tuple(line for line in FIXED_ASSETS.lines if line not in FINANCIAL_ASSETS),
    **dict.fromkeys(
        (each.value for each in (Change.PURCHASE, Change.SALE, Change.SCRAPPING, Change.WRITE_DOWN)), FIXED_ASSETS.lines
    ),
    Change.PAYMENT.value: PROVISIONS.lines,
    Change.BORROWING.value: LOANS,
    Change.REPAYMENT.value: LOANS,
}
"""The lines that a kind of row is for; a kind that is not here is for all."""
_SUB_ITEMS = {Change.WRITE_DOWN.value: Name("Nedskrivningar"), Change.SCRAPPING.value: Name("Utrangeringar")}
"""The sub-items of the costs that follow from what is typed here."""
_LINES = (*FIXED_ASSETS.lines, *PROVISIONS.lines, *LOANS)
_TOLD = {change.value: change for change in Change if change is not Change.PRICE}
_ALIASES = (
    ("anskaffning", Change.PURCHASE.value),
    ("investering", Change.PURCHASE.value),
    ("skrotning", Change.SCRAPPING.value),
    ("upptaget lån", Change.BORROWING.value),
    ("nyupptaget lån", Change.BORROWING.value),
    ("sammanläggning", Change.TAKEN_OVER.value),
    ("övertaget", Change.TAKEN_OVER.value),
)
_USUAL_TEXTS = {
    DEPRECIATION: Name("Årets avskrivningar"),
    Change.PURCHASE.value: Name("Inköp"),
    Change.SALE.value: Name("Försäljning"),
    Change.SCRAPPING.value: Name("Utrangering"),
    Change.WRITE_DOWN.value: Name("Årets nedskrivningar"),
    Change.PAYMENT.value: Name("Årets utbetalningar"),
    Change.BORROWING.value: Name("Nya lån"),
    Change.REPAYMENT.value: Name("Amortering"),
    Change.TAKEN_OVER.value: Name("Övertaget vid sammanläggning"),
}
"""The text of a row that has none of its own."""

NO_PARTS = ("row", "in", "opening")
"""What stands where a part's name does in the codes of a line of one part."""


def _costs(field: str, shift: int) -> Iterator[Booked]:
    """The costs that follow from a column: what is depreciated, written down or scrapped, by what it was."""
    yield Booked(field, shift, on=DEPRECIATION_LINE, sign=-1, only=(("kind", DEPRECIATION),))
    for line in FIXED_ASSETS.lines:
        financial = line in FINANCIAL_ASSETS
        for kind, on in ((Change.WRITE_DOWN, "depreciation"), (Change.SCRAPPING, "operating_costs")):
            cost = LINES["financial_costs" if financial else on]
            yield Booked(field, shift, on=cost, sign=-1, only=(("kind", kind.value), ("line", line.label)))


def _in_sums(field: str, price: str, shift: int) -> Iterator[Booked]:
    """What several rows come to together: the result of what was sold, the equity that was taken over."""
    result = LINES["operating_income"]
    for each in (field, price):
        yield Booked(each, shift, on=result, only=(("kind", Change.SALE.value),))
    for line in _LINES:
        only = (("kind", Change.TAKEN_OVER.value), ("line", line.label))
        yield Booked(field, shift, on=EQUITY_LINE, sign=line.sign, only=only)


class RollRow(Row):
    """An opening amount, or a change of the year, of a balance that is shown from opening to closing."""

    rare: ClassVar[frozenset[str]] = frozenset({"activity", "price", "price_last_year"})

    line: Annotated[str, ChoiceColumn(36, allowed=tuple(line.label for line in _LINES))] = Field(
        title="Post", description="Posten i balansräkningen. Den skrivs då inte i fliken Balansposter."
    )
    note: NoteName = Field(NO_NAME, title="Not", description="Noten som tabellen står i.")
    group: TableName = Field(
        NO_NAME,
        title="Del",
        description="Delens namn, om noten har flera: Anskaffningsvärde, Ackumulerade avskrivningar. Tomt: en enda.",
    )
    kind: Annotated[str, ChoiceColumn(26, allowed=(CHANGE, OPENING, DEPRECIATION, *_TOLD), aliases=_ALIASES)] = Field(
        CHANGE,
        title="Radslag",
        description=(
            "ingående: beloppet när fjolåret började, en rad per del. avskrivning, nedskrivning, utrangering och "
            "försäljning blir också kostnad eller resultat i resultaträkningen. Radslaget styr raden i "
            "kassaflödesanalysen. förändring: allt annat."
        ),
    )
    label: TableName = Field(
        NO_NAME,
        title="Rad",
        description="Radens text, till exempel Nyintjänad pension. Ett inköp med egen text är en egen investering.",
    )
    this_year: AmountNow = Field(
        None,
        title="I år",
        description="Årets förändring. Minskning, till exempel utbetalning eller avskrivning, med minus.",
    )
    last_year: Annotated[AmountLast, Takes("this_year", derived=True)] = Field(
        None, title="I fjol", description="Fjolårets förändring; på raden ingående det som fanns när fjolåret började."
    )

    activity: ActivityName = Field(
        NO_NAME,
        title="Verksamhet",
        description="Verksamheten som en avskrivning, nedskrivning, utrangering eller försäljning hör till.",
    )
    price: AmountNow = Field(
        None,
        title="Försäljningspris i år",
        description="På en rad med radslaget försäljning: vad köparen betalade. Vinst eller förlust räknas fram.",
    )
    price_last_year: Annotated[AmountLast, Takes("price")] = Field(
        None, title="Försäljningspris i fjol", description="Föregående års försäljningspris."
    )

    @property
    def is_derived(self) -> bool:
        """Whether an amount that is left empty is derived: what a part opens with, and no change."""
        return self.kind == OPENING

    @property
    def text(self) -> Name:
        """The row's text; most kinds have a usual one."""
        return self.label or _USUAL_TEXTS.get(self.kind, NO_NAME)

    @property
    def is_unnamed(self) -> bool:
        """Whether the row has no text but the usual one of its kind."""
        return self.text == _USUAL_TEXTS.get(self.kind, NO_NAME)

    @property
    def change(self) -> Change | None:
        """The kind of change that is told apart; None for an opening amount, a depreciation and all else."""
        return _TOLD.get(self.kind)

    @property
    def bought(self) -> Name:
        """What a purchase is called as an investment: by its text, else by its balance."""
        return self.label or Name(self.line)

    @property
    def disposal(self) -> str:
        """The code of what was sold: the rows of it in several parts have one text."""
        return f"{BY_LABEL[self.line].code}.{slug(self.text)}"

    @property
    def part(self) -> str:
        """The code of the part that the row belongs to: what it closes with."""
        return f"{CODE}.{BY_LABEL[self.line].code}" + (f".{slug(self.group, but=NO_PARTS)}" if self.group else "")

    @property
    def code(self) -> str:
        """The code of the row's figures; the opening row's is that of its part, which it becomes next year.

        One thing may be bought and sold in a year: the kinds that are told apart are so here too.
        """
        kind = f"{self.change.name.lower()}." if self.change else ""
        return self.part if self.kind == OPENING else f"{self.part}.row.{kind}{slug(self.text)}"

    @property
    def kind_and_text(self) -> Name:
        """The row's text with its kind before it, where another row has the same text."""
        usual = _USUAL_TEXTS.get(self.kind)
        return Name(f"{usual}, {self.text}") if usual and usual != self.text else self.text

    booked: ClassVar = (
        Booked("last_year", -2, only=(("kind", OPENING),)),
        *_costs("last_year", -1),
        Booked("last_year", -1),
        Booked("last_year", 0),
        Booked("this_year", -2, only=(("kind", OPENING),)),
        *_costs("this_year", 0),
        Booked("this_year", 0),
    )
    booked_together: ClassVar = (*_in_sums("last_year", "price_last_year", -1), *_in_sums("this_year", "price", 0))

    @classmethod
    def added_next_year(cls, rows: Sequence[Row], ended: Ended) -> Iterator[Mapping[str, object]]:
        """Give each part that began from nothing what it opens with, once its first changes are too old to be shown."""
        own = {row.part: row for row in rows if isinstance(row, RollRow)}
        opened = {row.part for row in rows if isinstance(row, RollRow) and row.kind == OPENING}
        for code, row in own.items():
            amount = ended.amount(code, ended.year - 1) if code not in opened else None
            if amount:
                yield {"line": row.line, "note": row.note, "group": row.group, "kind": OPENING, "last_year": amount}

    @staticmethod
    def facts(entry: "Entry[RollRow]", year: int) -> Iterator[Typed]:
        """Give the typed amounts, and the balances of the line that they make up."""
        row, line = entry.row, BY_LABEL[entry.row.line]
        for shift, amount, source in entry.typed(YEARS):
            if row.kind == OPENING:
                yield Observation(f"{row.part}.opening", year - 2, amount, source, opening=True)
            else:
                yield Observation(row.code, year + shift, amount, source)
            if row.change:
                yield Observation(row.change.of(line.code), year + shift, amount, source)
        label = row.text or Name(row.kind)
        for each, amount in row.booked_amounts():
            made = Fact(line, year + each.shift, amount, entry.source(each.field), rolled=True)
            if each.on is not None:
                yield replace(made, line=each.on, sub_item=_SUB_ITEMS.get(row.kind, NO_NAME), activity=row.activity)
            elif each.only:
                yield replace(made, opening=True)
            else:
                yield replace(made, note=row.note, row=label)
        for shift, price, source in entry.typed({"price": 0, "price_last_year": -1}):
            yield Observation(Change.PRICE.of(line.code), year + shift, price, source)


TAB = Tab(
    topic=topics.ASSETS,
    name=NAME,
    help=(
        "För avsättningar, anläggningstillgångar och lån som visas från ingående till utgående belopp i en not. "
        "Utgående belopp räknas fram. Inköp, försäljning och amortering följer med till kassaflödesanalysen."
    ),
    sections=(Section(RollRow, prepared=20),),
    in_unit=True,
)


@dataclass(frozen=True, slots=True)
class NotePart:
    """A part of a note: its code, name, and its changes by code."""

    code: str
    group: Name
    note: Name
    line: str
    changes: Mapping[str, str]


def parts(underlag: Underlag) -> list[NotePart]:
    """The parts of the notes, in the order that they are first typed."""
    made: dict[str, NotePart] = {}
    texts = _texts(underlag)
    for row in underlag.rows(RollRow):
        part = made.get(row.part) or NotePart(row.part, row.group, row.note, BY_LABEL[row.line].code, {})
        changes = part.changes if row.kind == OPENING else {**part.changes, row.code: texts[row.code]}
        made[row.part] = NotePart(part.code, part.group, part.note or row.note, part.line, changes)
    return list(made.values())


def _texts(underlag: Underlag) -> dict[str, Name]:
    """What each change is called: by its text, and by its kind too where a part has one text for several kinds."""
    found = {row.code: row for row in underlag.rows(RollRow)}
    times = Counter((row.part, str(row.text)) for row in found.values())
    several = {key for key, count in times.items() if count > 1}
    return {
        code: row.kind_and_text if (row.part, str(row.text)) in several else row.text for code, row in found.items()
    }
