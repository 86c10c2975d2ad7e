"""A number of the texts and what became of it: tied to a figure or not, and whether they agree."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.claims.answers import Answer, Lookup, answers, bears_out, other_answers
from generator.claims.claim import Claim
from generator.ground.source import Source


class Verdict(Enum):
    """What is said of a number: it agrees with a figure, it differs from the one it names, or nothing can be said."""

    AGREES = "stämmer"
    DIFFERS = "skiljer sig"
    ALONE = "lämnas"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim, its verdict, and the figure that it was held against, if any."""

    claim: Claim
    verdict: Verdict
    answer: Answer | None = None


_FAR = Decimal(6)
_THOUSANDS = (Decimal(1000), Decimal("0.001"))


def judge(claim: Claim, figures: Lookup) -> Judged:
    """Hold a claim against the figures that it may mean."""
    if not claim.is_tied:
        return Judged(claim, Verdict.ALONE)
    meant = list(answers(claim, figures))
    found = next((each for each in meant if bears_out(claim, each)), None)
    found = found or next((each for each in other_answers(claim, figures) if bears_out(claim, each)), None)
    if found:
        return Judged(claim, Verdict.AGREES, found)
    near = [each for each in meant if _is_of_its_size(claim, each)]
    if not claim.is_firm or not near or len(near) < len(meant) / 2:
        return Judged(claim, Verdict.ALONE)
    nearest = min(near, key=lambda each: abs(abs(each.amount) - claim.quantity.value))
    return Judged(claim, Verdict.DIFFERS, nearest if claim.things else near[0])


def _is_of_its_size(claim: Claim, answer: Answer) -> bool:
    """Whether a number may be a slip of the figure; what is far from it tells of something else."""
    amount, said = abs(answer.amount), abs(claim.quantity.value)
    if not amount or not said:
        return True
    ratio = said / amount
    digits = str(int(said)).rstrip("0")[:3], str(int(amount)).rstrip("0")[:3]
    return 1 / _FAR < ratio < _FAR or (len(digits[0]) > 1 and digits[0] == digits[1])


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number of the report's texts with its verdict, the sentence that it stands in and where that is."""

    judged: Judged
    sentence: str
    place: Source

    @property
    def written(self) -> str:
        """The number as it stands in the sentence."""
        number = self.judged.claim.quantity
        return self.sentence[number.start : number.end]
