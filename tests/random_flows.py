"""Associations at random with all that moves balances without a payment, and the ledger that a bookkeeper would keep.

The ledger here knows nothing of the program: each event is booked by hand on cash, result and the sections of the cash
flow, and what is typed in the workbook is only what the program asks for. What the program derives is held against it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from random_underlag import Drawn, Values, derive

from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Activity, Note, OutlineBlock
from generator.subjects.investments.rows import Investment
from generator.subjects.merger.rows import TakenOver
from generator.subjects.overview.rows import KNOWN, KeyFigure
from generator.subjects.roll_forward.rows import RollRow

YEAR = 2024
EQUIPMENT, SHARES, PENSIONS = "Maskiner och inventarier", "Finansiella anläggningstillgångar", "Andra avsättningar"
LOANS, CASH, CLAIMS, DEBTS = "Långfristiga skulder", "Kassa och bank", "Fordringar", "Kortfristiga skulder"
MERGED, CORRECTED = "Sammanläggning", "Rättelse"
COST, WORN = "Anskaffningsvärde", "Ackumulerade avskrivningar"
PARTS = ((EQUIPMENT, COST), (EQUIPMENT, WORN), (SHARES, ""), (PENSIONS, ""), (LOANS, ""))
OTHER = (CLAIMS, DEBTS)
SIGNS = {EQUIPMENT: 1, SHARES: 1, CLAIMS: 1, CASH: 1, PENSIONS: -1, LOANS: -1, DEBTS: -1}
COMPONENTS = (
    *("Flerårsöversikt", "Driftredovisning", "Investeringsredovisning", "Resultaträkning", "Balansräkning"),
    *("Kassaflödesanalys", "Noter", "Balanskravsutredning", "Eget kapital mot bidragen", "Kostnadsfördelning"),
)

Part = tuple[str, str]


@dataclass
class Year:
    """What a year did to cash, by section, and to the result; and what it closed with."""

    flows: Counter[str] = field(default_factory=Counter)
    result: Decimal = Decimal(0)
    gains: Decimal = Decimal(0)
    bought: Decimal = Decimal(0)
    taken_equity: Decimal = Decimal(0)
    adjusted: Decimal = Decimal(0)
    closing: dict[str, Decimal] = field(default_factory=dict)
    equity: Decimal = Decimal(0)


class Ledger:
    """Books the events of an association's years, and types what the workbook asks for."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same associations every time
        self.kind = self.random.choice(("öre", "kr", "tkr"))
        self.enough = Decimal(5_000_000 if self.kind == "tkr" else 5_000)
        self.age = self.random.choice((0, 1, 2, 2, 2))
        self.first = self.age == 0
        known = self.age < 2 and self.random.random() < 0.7
        self.first_day = date(YEAR - self.age, self.random.randint(1, 12), 1) if known else None
        self.noted = Random(seed).sample(("intäkter", "kostnader"), seed % 3)  # noqa: S311 - as above
        self.parts: dict[Part, Decimal] = dict.fromkeys(PARTS, Decimal(0))
        self.other = dict.fromkeys((*OTHER, CASH), Decimal(0))
        self.equity = Decimal(0)
        self.rolls: list[dict[str, Any]] = []
        self.taken: list[dict[str, Any]] = []
        self.income: list[dict[str, Any]] = []
        self.adjustments: list[dict[str, Any]] = []
        self.opening: list[dict[str, Any]] = []
        self.restated = Decimal(0)
        self.years: dict[int, Year] = {}
        self.other_opening = Decimal(0)
        if self.age > 1:
            self._open()
            self.other_opening = self.other[CASH]
        if not self.first:
            self._year(YEAR - 1)
        self._year(YEAR)

    def amount(self, most: int = 500) -> Decimal:
        whole = self.random.randint(1, most)
        if self.kind == "tkr":
            return Decimal(whole) * 1000
        return Decimal(whole) + (Decimal(self.random.randint(0, 99)) / 100 if self.kind == "öre" else 0)

    def maybe(self, share: float = 0.6) -> bool:
        return self.random.random() < share

    def _open(self) -> None:
        for part in PARTS:
            if self.maybe():
                sign = -1 if part[1] == WORN else 1
                self.parts[part] = sign * self.amount(100 if sign < 0 else 900)
                self.rolls.append(_roll(part, "ingående", "", last_year=self.parts[part]))
        for line in (*OTHER, CASH):
            self.other[line] = self.amount()
            self.opening.append({"line": line, "amount": self.other[line]})
        self.equity = self._net()
        self.opening.append({"line": "Eget kapital", "amount": self.equity})

    def _net(self) -> Decimal:
        own = ((line, amount) for (line, _), amount in self.parts.items())
        return sum((SIGNS[line] * amount for line, amount in (*own, *self.other.items())), start=Decimal(0))

    def _year(self, number: int) -> None:
        year = self.years[number] = Year()
        column = "this_year" if number == YEAR else "last_year"
        for make in (self._merge, self._operate, self._invest, self._shares, self._provide, self._borrow, self._adjust):
            make(year, column)
        year.closing = self._by_line() | self.other
        self.equity += year.result + year.taken_equity + year.adjusted
        year.equity = self.equity
        assert self.equity == self._net(), "the ledger itself balances"

    def _by_line(self) -> dict[str, Decimal]:
        found: dict[str, Decimal] = {}
        for (line, _), amount in self.parts.items():
            found[line] = found.get(line, Decimal(0)) + amount
        return found

    def _pay(self, year: Year, section: str, amount: Decimal) -> None:
        self.other[CASH] += amount
        year.flows[section] += amount  # type: ignore[assignment] # a Counter of Decimals

    def _change(self, part: Part, kind: str, text: str, amount: Decimal, column: str, **more: Any) -> None:
        self.parts[part] += amount
        self.rolls.append(_roll(part, kind, text, **{column: amount}, **more))

    def _operate(self, year: Year, column: str) -> None:
        for line, activity, effect in (
            ("intäkter", "Bidrag", 1),
            ("kostnader", "Insats", -1),
            ("kostnader", "Kansli", -1),
        ):
            amount = self.amount(900) + (10 * self.amount(1000) + self.enough if effect > 0 else 0)
            noted = {"note": f"Not {line}"} if line in self.noted else {}
            self.income.append({"line": f"Verksamhetens {line}", "activity": activity, column: amount, **noted})
            year.result += effect * amount
            self._pay(year, "operating", effect * amount)
        for line in OTHER:
            change = self.random.choice((self.amount(), -min(self.amount(), self.other[line])))
            self.other[line] += change
            self._pay(year, "operating", -SIGNS[line] * change)

    def _invest(self, year: Year, column: str) -> None:
        cost, worn = (EQUIPMENT, COST), (EQUIPMENT, WORN)
        for text in ("Möbler", "Datorer", ""):
            if self.maybe(0.4):
                amount = self.amount()
                self._change(cost, "inköp", text, amount, column)
                self._pay(year, "investing", -amount)
                year.bought += amount
        for kind, text in (("försäljning", "Såld bil"), ("försäljning", "Sålda möbler"), ("utrangering", "Skrotat")):
            most = min(self.parts[cost], Decimal(200_000 if self.kind == "tkr" else 200))
            if self.maybe(0.4) and most > 0:
                self._dispose(year, column, kind, text, most)
        for kind, text in (("avskrivning", ""), ("nedskrivning", "")):
            left = self.parts[cost] + self.parts[worn]
            amount = min(self.amount(60), left)
            if self.maybe() and amount > 0:
                self._change(worn, kind, text, -amount, column, activity="Kansli")
                year.result -= amount

    def _dispose(self, year: Year, column: str, kind: str, text: str, gone: Decimal) -> None:
        cost, worn = (EQUIPMENT, COST), (EQUIPMENT, WORN)
        back = min(gone, -self.parts[worn]) if self.maybe() else Decimal(0)
        price = self.amount(300) if kind == "försäljning" else Decimal(0)
        priced = {"price" if column == "this_year" else "price_last_year": price} if kind == "försäljning" else {}
        self._change(cost, kind, text, -gone, column, activity="Kansli", **priced)
        if back:
            self._change(worn, kind, text, back, column)
        gain = price - (gone - back)
        year.result += gain
        year.gains += gain if kind == "försäljning" else 0
        self._pay(year, "investing", price)

    def _shares(self, year: Year, column: str) -> None:
        part = (SHARES, "")
        if self.maybe(0.4):
            amount = self.amount()
            self._change(part, "inköp", "Andelar", amount, column)
            self._pay(year, "investing", -amount)
            year.bought += amount
        if self.maybe(0.3) and self.parts[part] > 0:
            amount, price = self.parts[part], self.amount()
            priced = {"price" if column == "this_year" else "price_last_year": price}
            self._change(part, "försäljning", "", -amount, column, **priced)
            year.result += price - amount
            year.gains += price - amount
            self._pay(year, "investing", price)
        elif self.maybe(0.3) and self.parts[part] > 0:
            amount = min(self.amount(50), self.parts[part])
            self._change(part, "nedskrivning", "", -amount, column)
            year.result -= amount

    def _provide(self, year: Year, column: str) -> None:
        part = (PENSIONS, "")
        if self.maybe():
            amount = self.amount()
            self._change(part, "förändring", "Nya avsättningar", amount, column)
            noted = {"note": "Not kostnader"} if "kostnader" in self.noted else {}
            self.income.append({"line": "Verksamhetens kostnader", "activity": "Kansli", column: amount, **noted})
            year.result -= amount
        if self.maybe() and self.parts[part] > 0:
            amount = min(self.amount(200), self.parts[part])
            self._change(part, "utbetalning", "", -amount, column)
            self._pay(year, "payments", -amount)

    def _borrow(self, year: Year, column: str) -> None:
        part = (LOANS, "")
        if self.maybe(0.4):
            amount = self.amount()
            self._change(part, "nytt lån", "", amount, column)
            self._pay(year, "financing", amount)
        if self.maybe() and self.parts[part] > 0:
            amount = min(self.amount(200), self.parts[part])
            self._change(part, "amortering", "", -amount, column)
            self._pay(year, "financing", -amount)

    def _merge(self, year: Year, column: str) -> None:
        if not self.maybe(0.3):
            return
        before = self._net()
        for line in (CASH, *self.random.sample(OTHER, self.random.randint(0, 2))):
            amount = self.amount()
            self.other[line] += amount
            self.taken.append({"line": line, "note": MERGED, column: amount})
        for part in ((EQUIPMENT, COST), (PENSIONS, ""), (LOANS, "")):
            if self.maybe(0.3):
                self._change(part, "övertaget vid sammanläggning", "", self.amount(), column)
        year.taken_equity = self._net() - before

    def _adjust(self, year: Year, column: str) -> None:
        """An error of 100 at most is corrected; last year's column is restated, or left as it was printed."""
        if self.age < 2 or not self.maybe(0.3):
            return
        amount = self.amount(100)
        number = YEAR if column == "this_year" else YEAR - 1
        self.other[CLAIMS] += amount
        year.adjusted = amount
        row = {"year": number, "amount": amount, "reason": "Rättelse", "note": CORRECTED}
        if number < YEAR and self.maybe():
            row["line"] = CLAIMS
            self.restated = amount
        self.adjustments.append(row)

    def values(self) -> Values:
        """What is typed: never a sum, a closing amount that is derived, or the result of what was sold."""
        return {
            Association: [
                {
                    "name": "Provet",
                    "year": YEAR,
                    "first_day": self.first_day and datetime.combine(self.first_day, time()),
                    "shown_unit": self.random.choice(("kr", "tkr", "mnkr")),
                    "date_style": self.random.choice(("datum", "kort datum", "år")),
                }
            ],
            OutlineBlock: [{"level": 1, "heading": name, "content": name} for name in COMPONENTS],
            Activity: [
                {"key": key, "group": "finansiering" if key == "Bidrag" else "egen"}
                for key in ("Bidrag", "Insats", "Kansli")
            ],
            Note: [
                *({"key": note} for note in dict.fromkeys(row["note"] for row in self.rolls)),
                *({"key": f"Not {line}"} for line in self.noted),
                *({"key": MERGED, "text": "Ett annat förbund gick upp i förbundet."} for _ in self.taken[:1]),
                *({"key": CORRECTED, "text": "Ett fel rättas."} for _ in self.adjustments[:1]),
            ],
            KeyFigure: [{"key": key} for key in KNOWN],
            IncomeOrCost: self.income,
            BalanceItem: [self._closing(line) for line in (*OTHER, CASH)],
            OpeningBalance: self.opening or _opening_of_nothing(known=self.first_day is not None),
            DirectAdjustment: self.adjustments,
            RollRow: self.rolls,
            TakenOver: self.taken,
            Investment: [{"name": "Möbler", "budget": self.amount()}] if self.maybe(0.3) else [],
        }

    def _closing(self, line: str) -> dict[str, Any]:
        columns = (("last_year", YEAR - 1), ("this_year", YEAR))
        closing = {name: self.years[at].closing[line] for name, at in columns if at in self.years}
        if line == CLAIMS and "last_year" in closing:  # is typed as it was printed
            closing["last_year"] -= self.restated
        return {"line": line} | closing


def _roll(part: Part, kind: str, text: str, **amounts: Any) -> dict[str, Any]:
    line, group = part
    return {"line": line, "note": f"Not {line}", "group": group, "kind": kind, "label": text, **amounts}


def _opening_of_nothing(*, known: bool) -> list[dict[str, Any]]:
    """A new association types a nought, unless it has said when it began."""
    noughts = [{"line": line, "amount": Decimal(0)} for line in ("Eget kapital", CASH)]
    return [] if known else noughts


@cache
def booked(seed: int) -> tuple[Ledger, Drawn]:
    """An association at random with its ledger, and what the program derives of what is typed."""
    ledger = Ledger(seed)
    return ledger, derive(ledger.values())


def for_any_books(test: Callable[[Ledger, Drawn], None]) -> Callable[[], None]:
    """Let a test judge many associations with their ledgers, always the same ones."""

    def judged() -> None:
        for seed in range(40):
            test(*booked(seed))

    judged.__name__, judged.__qualname__, judged.__module__ = test.__name__, test.__qualname__, test.__module__
    return judged
