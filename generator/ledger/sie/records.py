"""A SIE file's text into a Book: each line by its label. What a line says that cannot be read is a Trouble."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from generator.findings.limits import hold
from generator.ground.limits import SIE_LINE_LETTERS, SIE_LINES
from generator.ground.source import Source
from generator.ledger.sie.book import Amount, Book, Key, Movement, Period, Trouble, Verification, Years
from generator.ledger.sie.fields import (
    amount_in,
    day_in,
    fields,
    is_ended,
    lines,
    objects_of,
    plain,
    word_at,
    year_number,
)

_ONCE = ("SIETYP", "ORGNR", "FNAMN", "PROGRAM", "OMFATTN", "KPTYP")
_PERIODS = ("PSALDO", "PBUDGET")
_LABEL = re.compile(r"#([A-Za-z]+)(?=\s|$)")
_SO_MANY_ALIKE = 10
"""Amounts that are written alike by their program, and not by chance."""
_CLOSING = re.compile(r"\s\}$")
_BEFORE_BRACE = re.compile(r'((?:[^"{]|"(?:[^"\\]|\\.)*(?:"|\\?$))*)(\{.*)')


class _Reader:
    """Reads line by line; ``open`` is the verification whose brace is open, ``last`` the latest one."""

    def __init__(self) -> None:
        self.book = Book()
        self.open: Verification | None = None
        self.last: Verification | None = None
        self.handlers: dict[str, Callable[[int, list[str]], None]] = {
            "KONTO": self._account,
            "KTYP": self._kind,
            "RAR": self._year,
            "DIM": self._dimension,
            "UNDERDIM": self._dimension,
            "OBJEKT": self._object,
            "VER": self._verification,
            "TRANS": self._transaction,
            **dict.fromkeys(("IB", "UB", "RES", "OIB", "OUB"), self._balance),
            **dict.fromkeys(_PERIODS, self._period),
            **dict.fromkeys(_ONCE, self._once),
        }

    def line(self, number: int, line: str) -> None:
        """Read a line; what stands behind a brace on it is read as a line of its own."""
        while line:
            if line[0] in "{}":
                self._brace(number, line[0])
                line = line[1:].lstrip()
            else:
                line = self._labelled(number, line)

    def _labelled(self, number: int, line: str) -> str:
        """Read a record; the rest of the line, where braces of a verification begin."""
        match = _LABEL.match(line)
        label = match[1].upper() if match else ""
        if label not in self.handlers:
            return ""
        self.book.records += 1
        if label == "VER" and "{" in line and (parts := _BEFORE_BRACE.match(line)):
            self._record(number, label, parts[1])
            return parts[2]
        if label == "TRANS" and (" #" in line or _CLOSING.search(line)):
            self._several(number, line)
        else:
            self._record(number, label, line)
        return ""

    def end(self, number: int, line: str, *, ended: bool) -> None:
        """Tell of a file that ends in the middle of something; ``line`` is its last, ``ended`` if anything ends it."""
        troubles = self.book.troubles
        words = fields(line)
        if troubles and troubles[-1].what in {"short", "amount"} and troubles[-1].line == number:
            troubles[-1] = Trouble("cut", number, found="en rad")
        elif words and words != ["{"] and (not is_ended(words[-1]) or self._is_begun(words)):
            self._tell(Trouble("cut", number, found="en rad"))
        elif not ended and self._is_short_of_decimals(number):
            self._tell(Trouble("cut", number, found="ett belopp"))
        elif self.open or (words and words[0].upper() == "#VER"):
            at = self.open.line if self.open else number
            self._tell(Trouble("cut", at, found="verifikationen som börjar på raden"))
        self.book.damaged |= {self.open.line} if self.open else set()

    def _is_begun(self, words: list[str]) -> bool:
        """Whether a line is only the beginning of a label."""
        if len(words) > 1 or not words[0].startswith("#"):
            return False
        begun = words[0][1:].upper()
        return begun not in self.handlers and any(each.startswith(begun) for each in self.handlers)

    def _is_short_of_decimals(self, number: int) -> bool:
        """Whether the amount of a line has fewer decimals than all others have, which have as many."""
        every = [*self.book.balances.values(), *self.book.periods.values()]
        last = next((each.value.as_tuple().exponent for each in every if each.line == number), None)
        others = {each.value.as_tuple().exponent for each in every if each.line != number}
        return last is not None and len(others) == 1 and last not in others and len(every) > _SO_MANY_ALIKE

    def _record(self, number: int, label: str, line: str) -> None:
        self.handlers[label](number, [label, *fields(line)[1:]])

    def _several(self, number: int, line: str) -> None:
        """A line of transactions that goes on after the first of them, or closes the brace."""
        words = fields(line)
        starts = [0, *(place for place, word in enumerate(words) if place and word.upper() == "#TRANS")]
        self.book.records += len(starts) - 1
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            self._transaction(number, ["TRANS", *words[start + 1 : end]])
        if words[-1] == "}":
            self._brace(number, "}")

    def _brace(self, number: int, brace: str) -> None:
        if brace == "{":
            self.open = self.open or self.last or self._begun(Verification("", "", None, number, []))
        else:
            self.open = self.last = None

    def _tell(self, trouble: Trouble) -> None:
        self.book.troubles.append(trouble)

    def _once(self, number: int, words: list[str]) -> None:
        if words[0] not in self.book.head:
            self.book.head[words[0]] = [plain(each) for each in words[1:]]
            self.book.lines_of[words[0]] = number

    def _account(self, _: int, words: list[str]) -> None:
        account, name = word_at(words, 1), word_at(words, 2)
        if not self.book.names.get(account):
            self.book.names[account] = name

    def _kind(self, _: int, words: list[str]) -> None:
        self.book.kinds[word_at(words, 1)] = word_at(words, 2).upper()

    def _year(self, number: int, words: list[str]) -> None:
        year = year_number(word_at(words, 1))
        start, end = day_in(word_at(words, 2)), day_in(word_at(words, 3))
        if year is not None:
            self.book.lines_of.setdefault(f"RAR {year}", number)
            if start and end:
                self.book.years.setdefault(year, Years(start, end))

    def _dimension(self, _: int, words: list[str]) -> None:
        self.book.dimensions[word_at(words, 1)] = word_at(words, 2)

    def _object(self, _: int, words: list[str]) -> None:
        self.book.objects[word_at(words, 1), word_at(words, 2)] = word_at(words, 3)

    def _balance(self, number: int, words: list[str]) -> None:
        label, account = words[0], word_at(words, 2)
        objects, at = _objects(words, 3)
        read = self._of_year(number, words, account, at)
        if read is None or (label.startswith("O") and not objects):
            return  # of no object: what the account has is in the record without the O
        year, amount = read
        first = self.book.balances.setdefault(Key(label.removeprefix("O"), year, account, objects), amount)
        self._tell_twice(label, account, amount, first)

    def _period(self, number: int, words: list[str]) -> None:
        label, account = words[0], word_at(words, 3)
        objects, at = _objects(words, 4)
        read = self._of_year(number, words, account, at)
        if read is None:
            return
        year, amount = read
        first = self.book.periods.setdefault(Period(label, year, account, objects, word_at(words, 2)), amount)
        self._tell_twice(label, account, amount, first)

    def _tell_twice(self, label: str, account: str, amount: Amount, first: Amount) -> None:
        """Tell of an amount that is not the first of its kind, which is the one that holds."""
        if amount is not first:
            is_same = label not in _PERIODS and amount.value == first.value  # a period's may be meant to be added
            what = "repeated" if is_same else "twice"
            self._tell(Trouble(what, amount.line, f"#{label}", account, "", amount.value, first))

    def _of_year(self, number: int, words: list[str], account: str, at: int) -> tuple[int, Amount] | None:
        """The year's number and the amount of a record that has both; what cannot be read is told."""
        label, year = words[0], year_number(word_at(words, 1))
        value = self._amount(number, label, account, words, at)
        if value is None:
            return None
        if year is None:
            self._tell(Trouble("year", number, f"#{label}", account, word_at(words, 1)))
            return None
        return year, Amount(value, number)

    def _begun(self, verification: Verification) -> Verification:
        self.book.verifications.append(verification)
        return verification

    def _verification(self, number: int, words: list[str]) -> None:
        if self.open:
            self._tell(Trouble("braces", self.open.line))
        self.open = None
        self.last = self._begun(
            Verification(word_at(words, 1), word_at(words, 2), day_in(word_at(words, 3)), number, [])
        )

    def _transaction(self, number: int, words: list[str]) -> None:
        account = word_at(words, 1)
        objects, at = _objects(words, 2)
        value = self._amount(number, "TRANS", account, words, at)
        if value is None:
            self.book.damaged |= {self.open.line} if self.open else set()
            return
        movement = Movement(account, objects, value, number)
        if self.open:
            self.open.transactions.append(movement)
        else:
            self.book.loose.append(movement)
            self._tell(Trouble("loose", number, "#TRANS", account, "", value))

    def _amount(self, number: int, label: str, account: str, words: list[str], at: int) -> Decimal | None:
        if len(words) <= at or not account:
            self._tell(Trouble("short", number, f"#{label}", account))
            return None
        value = amount_in(words[at])
        if value is None:
            self._tell(Trouble("amount", number, f"#{label}", account, plain(words[at])))
        return value


def _objects(words: list[str], at: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The objects of a record, if it has a list of them there, and where the amount is."""
    if len(words) > at and words[at].startswith("{"):
        return objects_of(words[at]), at + 1
    return (), at


def read_records(text: str, place: Source) -> Book:
    """Read a file's text into a Book.

    Raises:
        TooMuchError: a line is longer than what is read, or there are more records on them.

    """
    reader, last = _Reader(), (0, "")
    for number, line in lines(text):
        if line:
            if len(line) > SIE_LINE_LETTERS.most:
                hold(SIE_LINE_LETTERS, len(line), replace(place, row=number))
            reader.line(number, line)
            if reader.book.records > SIE_LINES.most:
                hold(SIE_LINES, reader.book.records, place)
            last = (number, line)
    reader.end(*last, ended=text.endswith(("\n", "\r")))
    return reader.book
