"""Which headings in a table a row is told to stand under."""

from generator.figures.table import RowKind, TableRow
from generator.view.groups import row_groups


def under(*rows: tuple[RowKind, str, int, str]) -> list[str]:
    """Each row's label after those of the headings that it stands under."""
    made = [TableRow(kind, label, level, (), block=block) for kind, label, level, block in rows]
    groups = list(row_groups(made))
    heads = {group.number: row.label for row, group in zip(made, groups, strict=True) if group.number}
    return [
        "/".join((*(heads[number] for number in group.under), row.label))
        for row, group in zip(made, groups, strict=True)
    ]


def test_a_row_stands_under_the_headings_of_its_block_and_of_what_that_is_part_of() -> None:
    heading, row, total = RowKind.HEADING, RowKind.ROW, RowKind.TOTAL
    assert under(
        (heading, "Tillgångar", 0, "assets"),
        (heading, "Omsättningstillgångar", 1, "assets/current"),
        (row, "Fordringar", 1, "assets/current"),
        (total, "Summa tillgångar", 0, ""),
        (heading, "Skulder", 0, "claims"),
        (row, "Kortfristiga", 1, "claims"),
    ) == [
        "Tillgångar",
        "Tillgångar/Omsättningstillgångar",
        "Tillgångar/Omsättningstillgångar/Fordringar",
        "Summa tillgångar",
        "Skulder",
        "Skulder/Kortfristiga",
    ]


def test_a_heading_of_no_block_is_over_what_follows_until_the_next_one_or_a_total() -> None:
    heading, row = RowKind.HEADING, RowKind.ROW
    assert under(
        (row, "Ingress", 0, ""),
        (heading, "Kvinnor", 0, ""),
        (heading, "Svarande 77 %", 2, ""),
        (row, "Alla", 0, ""),
        (row, "En annan grupp", 0, "alone"),
        (heading, "Män", 0, ""),
        (row, "Alla", 0, ""),
        (RowKind.TOTAL, "Summa", 0, ""),
    ) == ["Ingress", "Kvinnor", "Kvinnor/Svarande 77 %", "Kvinnor/Alla", "En annan grupp", "Män", "Män/Alla", "Summa"]


def test_a_row_with_amounts_is_over_the_deeper_ones_right_below_it() -> None:
    heading, row, part, total = RowKind.HEADING, RowKind.ROW, RowKind.PART, RowKind.TOTAL
    assert under(
        (RowKind.SUBTOTAL, "Insatser", 0, ""),
        (row, "Teamet", 1, ""),
        (row, "Mässan", 1, ""),
        (total, "Summa", 0, ""),
        (heading, "Den löpande verksamheten", 0, "operating"),
        (row, "Justering", 0, "operating"),
        (part, "varav avsättningar", 1, "operating"),
        (row, "Fordringar", 0, "operating"),
    ) == [
        "Insatser",
        "Insatser/Teamet",
        "Insatser/Mässan",
        "Summa",
        "Den löpande verksamheten",
        "Den löpande verksamheten/Justering",
        "Den löpande verksamheten/Justering/varav avsättningar",
        "Den löpande verksamheten/Fordringar",
    ]
