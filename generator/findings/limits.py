"""What is told of something that there is more of than the program reads."""

from decimal import Decimal

from generator.findings.finding import Finding
from generator.findings.limit_messages import TOO_MUCH
from generator.ground.formatting import number
from generator.ground.limits import Limit
from generator.ground.source import Source


class TooMuchError(Exception):
    """There is more of something than is read; ``finding`` says of what and where."""

    def __init__(self, finding: Finding) -> None:
        """Keep what is told."""
        super().__init__(finding.code)
        self.finding = finding


def too_much(limit: Limit, count: int, *places: Source, more: bool = False) -> Finding:
    """Tell that there are ``count`` of something; ``more`` where nobody has counted to the end."""
    told = f"{'Minst ' if more else ''}{number(Decimal(count))}"
    return TOO_MUCH.found(*places, what=limit.what, count=told, most=number(Decimal(limit.most)), remedy=limit.remedy)


def hold(limit: Limit, count: int, *places: Source) -> None:
    """Stop where there are more than is read.

    Raises:
        TooMuchError: there are.

    """
    if count > limit.most:
        raise TooMuchError(too_much(limit, count, *places))
