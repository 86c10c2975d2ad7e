"""What remains of the money granted: for each insats, by coming year, and in all."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Stated, plus
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.granted.rows import CODE, COMING, grants

TOTAL = f"{CODE}.total"
_PARTS = {"first": "nästa_år", "second": "om_två_år", "third": "om_tre_år", "rest": "ej_delat_på_år"}
_NAMES = {f"{CODE}.*": "beviljade_medel.*", TOTAL: "beviljade_medel.summa"}
QUALIFIED = _NAMES | {
    f"{code}.{part}": f"{name}.{word}" for code, name in _NAMES.items() for part, word in _PARTS.items()
}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare what remains for each insats, in all and by coming year, and the sums."""
    del facts
    rows = grants(underlag)
    for row in rows:
        for code in row.parts:
            yield Stated(code, f"Beviljat, {row.name}", observed(code), flow=False)
        yield Combined(row.code, f"Beviljade medel, {row.name}", plus(*row.parts), flow=False)
    if rows:
        for field in (*COMING, "rest"):
            codes = plus(*(f"{row.code}.{field}" for row in rows))
            yield Combined(f"{TOTAL}.{field}", "Summa beviljade medel", codes, flow=False)
        yield Combined(TOTAL, "Summa beviljade medel", plus(*(row.code for row in rows)), flow=False)
