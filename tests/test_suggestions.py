"""What a ledger's accounts are said to become: how many are right without a touch, and that none is wrongly sure."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pdfs import ROOT

from generator.ground.names import Name
from generator.ledger.row import LedgerObject
from generator.ledger.suggestions import charts
from generator.ledger.suggestions.charts import BAS, KOMMUN_BAS
from generator.ledger.suggestions.known import Known, UsedRow
from generator.ledger.suggestions.parties import party_of
from generator.ledger.suggestions.suggest import suggestions
from generator.ledger.suggestions.suggestion import Asked, Certainty, Suggestion
from generator.ledger.suggestions.tidy import row_of, tidied
from generator.ledger.suggestions.which import chart_of

POSTS = {
    "I": charts.INCOME,
    "C": charts.COSTS,
    "D": charts.DEPRECIATION,
    "FI": charts.FINANCIAL_INCOME,
    "FC": charts.FINANCIAL_COSTS,
    "XI": charts.EXTRAORDINARY,
    "IM": charts.INTANGIBLE,
    "LB": charts.LAND,
    "MA": charts.EQUIPMENT,
    "FA": charts.FINANCIAL_ASSETS,
    "ST": charts.STOCK,
    "R": charts.RECEIVABLES,
    "CI": charts.INVESTMENTS,
    "B": charts.CASH,
    "E": charts.EQUITY,
    "PP": charts.PENSIONS,
    "OP": charts.PROVISIONS,
    "LL": charts.LONG_DEBTS,
    "L": charts.DEBTS,
}
MEMBER, LEFT_OUT = "M", "X"
Truth = tuple[Asked, frozenset[str]]


def associations() -> Iterator[tuple[str, list[Truth]]]:
    """The invented associations: what each is, and its accounts with what they are."""
    text = (ROOT / "tests" / "suggestions" / "charts.txt").read_text(encoding="utf-8")
    for part in text.split("\n@ ")[1:]:
        title, *lines = part.splitlines()
        yield title, [truth(line) for line in lines]


def truth(line: str) -> Truth:
    account, rest = line.split(" ", 1)
    name, amount, what = rest.rsplit(" ", 2)
    return Asked(account, name, (Decimal(amount),)), frozenset(what.split("|"))


def is_right(made: Suggestion, what: frozenset[str]) -> bool:
    """A contribution is income on the same post, whether it is the member's or the account's."""
    if made.left_out:
        return LEFT_OUT in what
    return made.line in {POSTS["I" if each == MEMBER else each] for each in what - {LEFT_OUT}}


def one(account: str, name: str, *amounts: int, known: Known | None = None) -> Suggestion:
    (made,) = suggestions([Asked(account, name, tuple(map(Decimal, amounts)))], known or Known())
    return made


def test_most_accounts_of_invented_associations_are_right_without_a_touch_and_none_is_wrongly_sure() -> None:
    sure = every = Decimal(0)
    sure_amount = every_amount = Decimal(0)
    for title, accounts in associations():
        for (asked, what), made in zip(accounts, suggestions([each for each, _ in accounts]), strict=True):
            assert not made.is_sure or is_right(made, what), (title, asked, made)
            every, every_amount = every + 1, every_amount + abs(asked.amounts[0])
            if made.is_sure:
                sure, sure_amount = sure + 1, sure_amount + abs(asked.amounts[0])
    assert every > 750
    assert sure / every > Decimal("0.9")
    assert sure_amount / every_amount > Decimal("0.9")


@pytest.mark.parametrize(
    ("account", "name", "amount"),
    [
        ("3002", "Ränteintäkter", -1),
        ("4010", "Ränteintäkter", -1),
        ("5010", "Bidrag från ESF", -100),
        ("1630", "Skattekonto", 4),
        ("1689", "Avräkning kommunen", 900),
        ("2641", "Ingående moms", 30),
        ("2440", "Leverantörsskulder", 15),
        ("1710", "Upplupna kostnader", 9),
        ("2910", "Upplupna intäkter", -9),
        ("8910", "Skatt", 3),
        ("1480", "Förskott till leverantörer", 9),
        ("1930", "", 100),
        ("4010", "Insatser", -100),
    ],
)
def test_what_the_name_or_the_side_speaks_against_is_not_sure(account: str, name: str, amount: int) -> None:
    made = one(account, name, amount)
    assert not made.is_sure
    assert made.why


def test_a_class_that_the_charts_use_differently_is_sure_only_where_the_chart_is_clear() -> None:
    unclear = one("7900", "Övrigt", 10)
    assert unclear.certainty is Certainty.GUESS
    assert {"Verksamhetens kostnader", "Avskrivningar"} <= set(unclear.why.removeprefix("kan vara ").split(" eller "))
    bas = chart_of({"7010": "Löner", "7832": "Avskrivningar", "2440": "Leverantörsskulder"})
    (cost,) = suggestions([Asked("7900", "Övrigt", (Decimal(10),))], chart=bas)
    assert (cost.line, cost.is_sure) == (charts.COSTS, True)


def test_the_chart_is_told_by_its_accounts_names_and_a_program_that_always_says_bas_is_not_believed() -> None:
    municipal = {"5010": "Löner", "5610": "Arbetsgivaravgifter", "7910": "Avskrivningar", "8410": "Ränteintäkter"}
    assert chart_of(municipal, "EUBAS97").charts == (KOMMUN_BAS,)
    assert chart_of({"7010": "Löner", "8310": "Ränteintäkter"}).charts == (BAS,)
    assert chart_of({"4010": "Insatser"}).charts == (BAS, KOMMUN_BAS)
    assert chart_of({"4010": "Insatser"}, "Kommun-Bas 21").charts == (KOMMUN_BAS,)


def test_equity_is_only_compared_and_the_result_is_left_out_with_a_reason() -> None:
    equity, result = one("2099", "Årets resultat", 44), one("8999", "Årets resultat", -44)
    assert (equity.line, equity.compared, equity.is_sure) == (charts.EQUITY, True, True)
    assert result.is_sure
    assert result.words == "räknas inte (årets resultat räknas fram i rapporten)"


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Erh kommunala bidrag Storå kn", "Storå kommun"),
        ("Erhållna medlemsbidrag Region Väst", "Region Väst"),
        ("Statligt bidrag FK", "Försäkringskassan"),
        ("Kommunala medlemsbidrag, Norrtälje kommun", "Norrtälje kommun"),
    ],
)
def test_a_member_is_called_by_its_name_alone(name: str, member: str) -> None:
    party = party_of(Asked("3988", name, (Decimal(-1),)))
    assert party is not None
    assert party.name == member


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Förutbet kostn", "Förutbetalda kostnader"),
        ("Ber lagstadg soc avg", "Beräknade lagstadgade sociala avgifter"),
        ("Ränteint omsättn.tillg", "Ränteintäkter omsättningstillgångar"),
        ("Ack avskrivn inv", "Ackumulerade avskrivningar inventarier"),
        ("Ack avskrivning inventarier", "Ackumulerad avskrivning inventarier"),
        ("Bergs kommun", "Bergs kommun"),
    ],
)
def test_an_abbreviation_is_spelled_out_whole(name: str, row: str) -> None:
    assert row_of(name) == row


def test_contributions_that_are_halves_and_quarters_are_the_members() -> None:
    asked = [
        Asked("3511", "Bidrag Försäkringskassan", (Decimal(-2000),)),
        Asked("3512", "Bidrag från Region Västmarken", (Decimal(-1000),)),
        Asked("3513", "Bidrag Ekeby kommun", (Decimal(-1000),)),
        Asked("3590", "Bidrag projekt Ung", (Decimal(-300),)),
    ]
    made = suggestions(asked)
    assert [str(each.member) for each in made] == ["Försäkringskassan", "Region Västmarken", "Ekeby kommun", ""]
    assert [each.category for each in made] == ["staten", "region", "kommun", ""]
    other = suggestions([*asked[:2], Asked("3513", "Bidrag Ekeby kommun", (Decimal(-10),))])
    assert [each.certainty for each in other] == [Certainty.LIKELY] * 3
    assert other[2].words == "medlemsbidrag från Ekeby kommun"


@pytest.mark.parametrize(
    "names",
    [
        ("Bidr. FK", "Bidr. Reg. Västmark", "Bidr. k:ner"),
        ("Bidrag Försäkringskassan", "Bidrag Region Västmark", "Bidrag k:ner"),
        ("Bidrag Försäkringskassan", "Medlemsbidr. Region", "Medlemsavg. kommuner"),
    ],
)
def test_contributions_are_the_members_however_they_are_abbreviated(names: tuple[str, ...]) -> None:
    amounts = (Decimal(-2000), Decimal(-1000), Decimal(-1000))
    asked = [Asked(f"351{at}", name, (amount,)) for at, (name, amount) in enumerate(zip(names, amounts, strict=True))]
    made = suggestions(asked)
    assert [each.category for each in made if each.is_sure] == ["staten", "region", "kommun"]
    assert (made[0].member, made[2].member) == ("Försäkringskassan", "Kommunerna")


def test_a_bare_contribution_of_a_party_is_likely_a_members_where_the_amounts_are_not_those_of_the_law() -> None:
    made = one("3511", "Bidr. fr. Reg. Västmark", -700)
    assert (made.certainty, made.words) == (Certainty.LIKELY, "medlemsbidrag från Region Västmark")


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Kundfordr.", "Kundfordringar"),
        ("Förutb.kostn", "Förutbetalda kostnader"),
        ("Arb.giv.avg.", "Arbetsgivaravgifter"),
        ("Sem.lön o div. int.", "Semesterlön och diverse intäkter"),
        ("Sakk. bitr. rev.", "Sakk. bitr. rev."),
        ("Repr. int/ext", "Representation int/ext"),
        ("Interna avgifter", "Interna avgifter"),
    ],
)
def test_abbreviations_of_bookkeeping_are_spelled_out_and_others_stay_with_their_stops(name: str, spelled: str) -> None:
    assert row_of(name) == spelled


def test_a_name_that_is_to_be_looked_into_gives_no_row_of_a_note() -> None:
    assert [row_of(name) for name in ("OBS! utred", "Utredningskonto", "xxx", "Diff?", "Observationer")] == [
        "", "", "", "", "Observationer",
    ]  # fmt: skip


def test_reasons_are_true_of_the_year_and_of_all_accounts_together() -> None:
    assert one("8990", "Årets res.", 216).left_out
    assert one("3699", "Öresavr.", -1, 1).is_sure
    assert "saldot ett tidigare år är debet" in one("3690", "Div. int.", -12, 3).why
    claim, debt = (Asked("1681", "Fordr. moms", (Decimal(41),)), Asked("2611", "Utg moms 25%", (Decimal(-3),)))
    assert "alla momskonton tillsammans är en fordran" in suggestions([claim, debt])[1].why


def test_a_contribution_is_the_objects_where_they_are_the_members() -> None:
    ekeby = LedgerObject("20", "05", "Ekeby kommun")
    (made,) = suggestions([Asked("3010", "Medlemsbidrag", (Decimal(-100),), (ekeby,))])
    assert (made.member, made.category, made.is_sure) == ("Ekeby kommun", "kommun", True)


def test_a_row_that_is_there_is_joined_also_where_it_is_written_a_little_otherwise() -> None:
    known = Known(
        rows=(UsedRow(charts.COSTS, Name("Arvoden"), Name("Kostnader"), Name("Styrelsen"), "Intäkter och kostnader"),),
        activities={Name("Klara steget"): Name("Steget"), Name("Steget"): Name("Steget")},
    )
    made = one("4011", "ARVODEN", 10, known=known)
    assert made.words == "Verksamhetens kostnader · Kostnader · Arvoden · Styrelsen"
    assert one("4012", "Insatsmedel Klara steget", 10, known=known).activity == "Steget"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("LOKALHYRA", "Lokalhyra"),
        ("ESF-projekt", "ESF-projekt"),
        ("BIDRAG FRÅN ESF", "Bidrag från ESF"),
        ("4010  arvoden .", "Arvoden"),
        ("Uppl soc avg", "Uppl soc avg"),
    ],
)
def test_a_row_of_a_note_is_the_accounts_name_tidied(typed: str, shown: str) -> None:
    assert tidied(typed, "4010") == shown


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Driftbidrag från region", "Region Örebro län"),
        ("Driftbidrag Hallsberg", "Hallsbergs kommun"),
        ("Driftbidrag Kumla kommun", "Kumla"),
        ("Driftbidrag från kommuner", ""),
        ("Driftbidrag kommunerna", ""),
    ],
)
def test_a_contribution_is_that_of_a_member_who_is_there_however_it_is_called(name: str, member: str) -> None:
    members = {Name(each): Name(each) for each in ("Region Örebro län", "Hallsbergs kommun", "Kumla")}
    also = Asked("3519", "Driftbidrag Region Örebro län", (Decimal(-1),))
    made, _ = suggestions([Asked("3510", name, (Decimal(-100),)), also], Known(members=members))
    assert made.member == member
    assert made.is_sure


def test_a_contribution_of_one_who_is_no_member_is_not_sure() -> None:
    known = Known(members={Name("Kumla"): Name("Kumla")})
    assert not one("3510", "Medlemsbidrag Laxå kommun", -100, known=known).is_sure


def test_a_post_whose_changes_have_a_tab_of_their_own_is_not_booked_beside_it() -> None:
    made = one("2211", "Pensionsavsättning", -100, known=Known(rolled=frozenset({charts.PENSIONS})))
    assert not made.is_sure
    assert "Årets förändringar" in made.why


def test_in_a_chart_of_its_own_a_number_alone_makes_nothing_sure() -> None:
    own = [
        *(("100", "Kassa", 5), ("110", "Bankkonto", 900), ("120", "Kundfordringar", 40), ("130", "Placeringar", 80)),
        *(("220", "Leverantörsskulder", -70), ("400", "Medlemsbidrag", -900), ("500", "Ränteintäkter", -3)),
        *(("600", "Löner", 300), ("610", "Insatser", 400)),
    ]
    made = suggestions([Asked(account, name, (Decimal(amount),)) for account, name, amount in own])
    assert [each.note_row for each in made if each.is_sure] == ["Löner"]


def test_what_stands_beside_the_statements_is_left_out_where_it_comes_to_nothing() -> None:
    bought, sold = Asked("9511", "Interna köp", (Decimal(12),)), Asked("9521", "Interna intäkter", (Decimal(-12),))
    assert all(each.left_out for each in suggestions([bought, sold]))
    assert not any(each.left_out or each.is_sure for each in suggestions([bought]))
