"""A number of the texts and what became of it: tied to a figure or not, and whether they agree."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from generator.claims.answers import Answer, Lookup, answers, bears_out, before_of, is_contrary, other_answers
from generator.claims.claim import Claim, Kind
from generator.claims.numbers import Quantity
from generator.ground.formatting import COUNT, KRONOR
from generator.ground.names import with_plain_signs
from generator.ground.source import Source


class Verdict(Enum):
    """What is said of a number: it agrees with a figure, it differs from the one it names, or nothing can be said."""

    AGREES = "stämmer"
    DIFFERS = "skiljer sig"
    ALONE = "lämnas"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim, its verdict, and the figure that it was held against, if any.

    ``is_contrary``: the figure went the other way than the words say.
    """

    claim: Claim
    verdict: Verdict
    answer: Answer | None = None
    is_contrary: bool = False


_WRITTEN_OUT = 5
"""An amount with so many digits is like another by no chance."""
_MOVED = 4
_FAR, _FAR_OF_TERM = Decimal(6), Decimal(20)
"""So many times a figure is no slip of it; a term of the trade means nothing else, and may be slipped further."""
_NO_CHANCE = 20
"""A count of so many agrees with another by little chance."""
_THOUSANDS = (Decimal(1000), Decimal("0.001"))


def judge(claim: Claim, figures: Lookup) -> Judged:
    """Hold a claim against the figures that it may mean."""
    if not claim.is_tied:
        return Judged(claim, Verdict.ALONE)
    meant = list(answers(claim, figures))
    found = next((each for each in meant if bears_out(claim, each)), None)
    found = found or next((each for each in other_answers(claim, figures) if bears_out(claim, each)), None)
    if found:
        contrary = before_of(claim, found, figures) if claim.is_firm else None
        return Judged(claim, Verdict.DIFFERS if contrary else Verdict.AGREES, contrary or found, bool(contrary))
    return _differing(claim, meant) or Judged(claim, Verdict.ALONE)


def _differing(claim: Claim, meant: list[Answer]) -> Judged | None:
    """What a claim that nothing bears out contradicts; None where it may tell of something else."""
    contrary = [each for each in meant if is_contrary(claim, each)]
    agrees = any(claim.quantity.agrees(each.amount) for each in contrary)
    if contrary and claim.is_firm and (agrees or not claim.things):
        return Judged(claim, Verdict.DIFFERS, contrary[0], is_contrary=True)
    slip = next((each for each in meant if is_slip(claim.quantity, each.amount)), None)
    if slip and not claim.is_held_back:
        return Judged(claim, Verdict.DIFFERS, slip)
    near = [each for each in meant if _is_of_its_size(claim, each)]
    other_way = claim.things and len(contrary) == len(meant)
    if other_way or not claim.is_firm or not near or len(near) < len(meant) / 2:
        return None
    nearest = min(near, key=lambda each: abs(abs(each.amount) - claim.quantity.value))
    return Judged(claim, Verdict.DIFFERS, nearest if claim.things else near[0])


def judged_after(claim: Claim, earlier: Judged, figures: Lookup) -> Judged | None:
    """Hold what something went to against this year's figure, where what it came from is last year's: ``från 92 till``.

    None where the first number is so small that it agrees by chance, or nothing surely differs.
    """
    answer, said = earlier.answer, earlier.claim.quantity
    if answer is None or earlier.verdict is not Verdict.AGREES or answer.of or claim.is_held_back:
        return None
    surely = said.value >= _NO_CHANCE if said.unit == COUNT else said.is_exact
    now = figures.get(answer.figure.key._replace(year=max(claim.years, default=0)))
    if not surely or now is None or not isinstance(now.value, Decimal) or now.key.year == answer.figure.key.year:
        return None
    found = Answer(now, now.amount)
    if claim.quantity.unit != now.unit or claim.quantity.agrees(now.amount) or not _is_of_its_size(claim, found):
        return None
    return Judged(claim, Verdict.DIFFERS, found)


def is_slip(number: Quantity, amount: Decimal) -> bool:
    """Whether a number is an amount with a digit wrong or two that changed places: written out, and nearly the same."""
    said, known = (str(int(abs(each))) for each in (number.value, amount.quantize(Decimal(1), ROUND_HALF_UP)))
    if number.unit != KRONOR or len(said) != len(known) or len(said.rstrip("0")) < _WRITTEN_OUT or said == known:
        return False
    wrong = [place for place, (one, other) in enumerate(zip(said, known, strict=True)) if one != other]
    return len(wrong) == 1 or (sorted(said) == sorted(known) and len(wrong) <= _MOVED)


def _is_of_its_size(claim: Claim, answer: Answer) -> bool:
    """Whether a number may be a slip of the figure; what is far from it tells of something else."""
    amount, said = abs(answer.amount), abs(claim.quantity.value)
    if not amount or not said:
        return True
    ratio = said / amount
    digits = str(int(said)).rstrip("0")[:3]
    is_line = answer.figure.key.code.startswith(("income_statement.", "balance_sheet."))
    is_part_of_all = claim.kind is Kind.PART and claim.is_firm and bool(claim.wholes)
    far = _FAR if claim.things and not is_line and not is_part_of_all else _FAR_OF_TERM
    return 1 / far < ratio < far or (len(digits) > 1 and str(int(amount)).startswith(digits))


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number of the report's texts with its verdict, the sentence that it stands in and where that is.

    ``before`` is the sentence before, ``under`` what the text is about, by the names that it stands under.
    """

    judged: Judged
    sentence: str
    place: Source
    before: str = ""
    under: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The number as it stands in the sentence."""
        number = self.judged.claim.quantity
        return self.sentence[number.start : number.end]

    @property
    def found(self) -> str:
        """The words of the claim as they were typed."""
        found, end = self.judged.claim.found, self.judged.claim.quantity.end
        typed = self.sentence[max(0, end - len(found)) : end]
        same = with_plain_signs(typed)
        return typed if same[-1:] == found[-1:] and same[:1] == found[:1] else found
