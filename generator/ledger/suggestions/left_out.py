"""Accounts that are no part of a report: the year's result, what closes the books, and what stands beside them."""

import re
from collections.abc import Iterable

from generator.ground.names import folded
from generator.ledger.suggestions.charts import INTERNAL_CLASS, RESULT_GROUP
from generator.ledger.suggestions.suggestion import Asked, Certainty, Suggestion

RESULT_REASON = "Årets resultat räknas fram i rapporten."
INTERNAL_REASON = "Intern fördelning, inte en del av räkningarna."
CLOSING_REASON = "Stänger räkenskaperna, är ingen egen post."
_INTERNAL_DOUBT = "kontoklass 9 räknas vanligen inte, men då ska kontona där vara noll tillsammans, och det är de inte"
_RESULT = re.compile(r"^(?!skatt).*resultat\b|^(?:över|under)skott")
_CLOSING = re.compile(
    r"(?:ingående|utgående) balans(?:konto)?$|^balanskonto|vinst- och förlust|^resultaträkning$|motkonto"
)


def is_internal(asked: Iterable[Asked]) -> bool:
    """Whether what stands beside the statements comes to nothing: else the rest would not, were it left out.

    What is told by objects may be told twice, and is not added up.
    """
    beside = [each for each in asked if each.account.startswith(INTERNAL_CLASS)]
    return any(each.objects for each in beside) or not sum(each.amounts[0] for each in beside if each.amounts)


def left_out(asked: Asked, *, internal: bool = True) -> Suggestion | None:
    """The suggestion that an account is left out; None where it is a part of the report.

    ``internal``: the accounts of the class beside the statements come to nothing together.
    """
    name = folded(asked.name)
    if asked.account.startswith(RESULT_GROUP):
        if _RESULT.search(name) and "skatt" not in name:
            return Suggestion(Certainty.SURE, "kontogrupp 89, årets resultat", reason=RESULT_REASON)
        says = "namnet säger skatt" if "skatt" in name else "det säger inte namnet"
        return Suggestion(Certainty.GUESS, f"kontogrupp 89 är årets resultat, men {says}")
    if _CLOSING.search(name) and not asked.account.startswith("20"):
        return Suggestion(Certainty.LIKELY, "namnet talar för det", reason=CLOSING_REASON)
    if asked.account.startswith(INTERNAL_CLASS):
        if not internal:
            return Suggestion(Certainty.GUESS, _INTERNAL_DOUBT)
        return Suggestion(Certainty.LIKELY, "kontoklass 9 står bredvid räkningarna", reason=INTERNAL_REASON)
    return None
