"""What holds because of how the report is made: no rule tries it in a report, a property test proves it.

Each names its test in ``tests/test_guarantees.py``, which makes underlag at random and looks at what comes out.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guarantee:
    """What cannot go wrong: its code, a title, what is promised, the law behind it, and the test that proves it."""

    code: str
    title: str
    says: str
    test: str
    source: str = ""


GUARANTEES = (
    Guarantee(
        "balance_is_told",
        "Balansräkningen går ihop eller visar skillnaden",
        "Tillgångarna är lika stora som eget kapital, avsättningar och skulder. Där de inskrivna beloppen inte går "
        "ihop visar rapporten skillnaden som Avrundning, eller så stoppas den av ett fel som anger den.",
        "test_the_balance_sheet_balances_or_says_the_difference",
        "6 kap. 2 § LKBR",
    ),
    Guarantee(
        "equity_follows_result",
        "Eget kapital följer av resultatet",
        "Utgående eget kapital är ingående eget kapital, årets resultat och de direktförda justeringarna.",
        "test_equity_is_opening_equity_and_results",
        "4 kap. 4 § LKBR",
    ),
    Guarantee(
        "cash_flow_reaches_cash",
        "Kassaflödet når årets likvida medel",
        "Ingående likvida medel, det som tagits över vid en sammanläggning och årets kassaflöde blir balansräkningens "
        "likvida medel. Varje förändring av en balanspost står i precis en rad.",
        "test_the_cash_flow_reaches_the_closing_cash",
        "8 kap. 1 § LKBR",
    ),
    Guarantee(
        "notes_sum_to_lines",
        "Noternas summor är posternas",
        "En not som förklarar en hel post har postens summa, varje år.",
        "test_a_note_sums_to_its_line",
        "9 kap. 2 § LKBR",
    ),
    Guarantee(
        "changes_are_one",
        "Köp, försäljningar och lån är samma belopp överallt",
        "Det som är köpt, sålt, nedskrivet, lånat eller utbetalt skrivs en gång. Noten, investeringsredovisningen, "
        "resultaträkningen och kassaflödesanalysen är gjorda av samma rader.",
        "test_what_is_bought_sold_or_borrowed_is_one_amount_everywhere",
        "10 kap. 2 § LKBR; RKR R13",
    ),
    Guarantee(
        "operating_statement_is_result",
        "Driftredovisningens resultat är resultaträkningens",
        "Driftredovisningens rader är samma belopp som resultaträkningens, ordnade efter verksamhet.",
        "test_the_operating_statement_has_the_result_of_the_income_statement",
        "10 kap. 1 § LKBR",
    ),
    Guarantee(
        "contributions_are_one",
        "Medlemsbidragen är samma belopp överallt",
        "Medlemsbidragen i fliken Medlemmar är desamma i tabellen över medlemmarna, driftredovisningen, "
        "flerårsöversikten och måttet på eget kapital, och ingår i noten och resultaträkningen, med eller utan "
        "verksamhet.",
        "test_the_contributions_are_one_number_in_all_tables",
        "10 kap. 1 § LKBR",
    ),
    Guarantee(
        "overview_is_statements",
        "Flerårsöversiktens senaste år är räkningarnas",
        "Intäkter, kostnader, resultat och eget kapital för året och året före hämtas ur räkningarna.",
        "test_the_overview_has_the_figures_of_the_statements",
        "11 kap. 1 § LKBR",
    ),
    Guarantee(
        "printed_alike",
        "Samma siffra skrivs lika överallt",
        "En siffra som visas i flera tabeller i samma enhet har samma siffror i alla.",
        "test_the_same_figure_is_printed_alike_everywhere",
    ),
    Guarantee(
        "nil_has_one_meaning",
        "Noll och streck betyder var sin sak",
        "0 står för ett belopp som är inskrivet eller uträknat och blir noll, också efter avrundning. Tecknet för "
        "inget belopp står där inget är inskrivet, och i kassaflödesanalysen där inget har rört sig. Streck står "
        "alltid där det inte kan finnas något belopp.",
        "test_nil_and_nothing_have_a_sign_each",
    ),
    Guarantee(
        "rounding_is_told",
        "Avrundning som syns står under tabellen",
        "Visar en tabell en summa, en skillnad eller andelar som inte stämmer med de avrundade talen i samma kolumn "
        "eller på samma rad, står under tabellen att beloppen eller andelarna är avrundade var för sig.",
        "test_rounding_that_shows_is_told",
    ),
)
