"""The questions that auditors ask of an association's annual report, and how each is answered."""

from decimal import Decimal
from typing import Any

from generator.audit.asked import Answer, Found, Question
from generator.audit.matter import Matter
from generator.audit.untested_here import unmapped
from generator.checks.parts import passages_of
from generator.findings.finding import Severity
from generator.findings.message import LONGEST, message, severity_of
from generator.ground.formatting import enumerated, first_of, kronor, long_date, so_many
from generator.ground.printable import one_line
from generator.ground.source import Source
from generator.model.amounts import DIRECT_ADJUSTMENT, BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.fact import Measure
from generator.model.law_parts import AUDIT_COST, VERDICT
from generator.model.rows import Entry, Row
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import CASH_FLOW
from generator.subjects.balance_requirement.rows import Adjustment
from generator.subjects.goals.rows import Goal
from generator.subjects.granted.rows import LIABILITY, Grant
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.members.rows import Member
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

_MOST = 6


def _first_place(matter: Matter, model: type[Row]) -> tuple[Source, ...]:
    """Where the first row of a model stands."""
    return tuple(entry.place for entry in matter.case.underlag.of(model)[:1])


def _of_part(matter: Matter, name: str, there: str, lacking: str) -> Answer:
    """An answer that a part of the report gives: whether it has the part, and what the rules say of it."""
    told = passages_of(name, matter.case)
    said = [each for each in matter.examination.findings if each.values.get("part") == name]
    if not told:
        accepted = next((each.accepted for each in said if each.accepted), None)
        if accepted is None:
            return Answer(Found.NONE, "", lacking)
        reason = f"Godtaget att den saknas: {one_line(accepted.reason, LONGEST)}"
        return Answer(Found.NONE, reason, lacking, "Granskning", (accepted.place,))
    headings = list(dict.fromkeys(each.heading for each in told if each.heading))
    wrong = " ".join(message(each).what for each in said if severity_of(each) >= Severity.WARNING)
    return Answer(
        Found.PART if wrong else Found.ALL, there, wrong, enumerated(first_of(headings, _MOST)), (told[0].place,)
    )


def _reconciliation(matter: Matter) -> Answer:
    use = matter.examination.ledger
    part = "Avstämning, Specifikationer, Huvudbok; checksummor i Om avstämningen"
    if use.became and not unmapped(matter):
        names = enumerated([each.called for each in use.ledgers])
        return Answer(Found.ALL, f"Varje post mot noten, raderna och huvudboken ({names}).", "", part)
    if use.became:
        return Answer(Found.PART, "Varje post mot noten, raderna och huvudboken.", "Konton saknas i Kontoplan.", part)
    return Answer(
        Found.PART,
        "Varje post mot noten och de rader som är inskrivna, med specifikation per balanspost.",
        "Ingen huvudbok: lägg SIE-filen eller saldolistan i mappen och fyll i Kontoplan.",
        part,
    )


def _opening(matter: Matter) -> Answer:
    if matter.derived.is_first_year:
        return Answer(Found.NOT_NEEDED, "Det är förbundets första år.")
    last = matter.case.last_year
    if last is None:
        return Answer(
            Found.NONE,
            f"Ingående balanser och jämförelsetal är {_how_given(matter)}.",
            "Fjolårets rapport: gör den med --format json och spara den som fjol.json i mappen.",
        )
    if last.edition.association.year != matter.year - 1:
        return Answer(
            Found.NONE,
            f"Filen {last.place.file} är rapporten för {last.edition.association.year}.",
            f"Lägg rapporten för {matter.year - 1} i mappen.",
            "Granskning",
            (last.place,),
        )
    wrong = [each for each in matter.examination.findings if each.code.startswith(("comparative_", "opening_"))]
    there = f"Jämförelsetalen är prövade mot {last.place.file}, rapporten för {last.edition.association.year}."
    if wrong:
        return Answer(
            Found.PART, there, f"{so_many(len(wrong), 'skillnad', 'skillnader')}: se Granskning.", "Granskning"
        )
    return Answer(Found.ALL, there, "", "Avstämning", (last.place,))


def _how_given(matter: Matter) -> str:
    """How last year's amounts came into the workbook: typed, from the ledger, or both."""
    underlag = matter.case.underlag
    amounts = [
        *(
            each.is_booked
            for model in (IncomeOrCost, BalanceItem)
            for each in underlag.of(model)
            if _has_last_year(each)
        ),
        *(each.is_booked for each in underlag.of(OpeningBalance)),
    ]
    if not any(amounts):
        return "inskrivna"
    ledgers = f"ur huvudboken ({enumerated([each.called for each in matter.examination.ledger.ledgers])})"
    return f"hämtade {ledgers}" if all(amounts) else f"dels inskrivna, dels hämtade {ledgers}"


def _has_last_year(entry: Entry[Any]) -> bool:
    return entry.row.last_year is not None


def _equity(matter: Matter) -> Answer:
    adjusted = matter.derived.facts.of(DIRECT_ADJUSTMENT)
    equity = matter.known(EQUITY)
    if equity is None:
        return Answer(Found.NONE, "", "Utgående eget kapital kan inte räknas fram än: se Granskning.", "Granskning")
    there = f"Ingående, årets resultat och utgående {kronor(equity.amount)}."
    if adjusted:
        there += f" {so_many(len(adjusted), 'direktförd justering', 'direktförda justeringar')} med skäl."
    else:
        there += " Inga direktförda justeringar."
    return Answer(Found.ALL, there, "", "Avstämning: Eget kapital", tuple(each.source for each in adjusted[:1]))


def _contributions(matter: Matter) -> Answer:
    members = matter.case.underlag.rows(Member)
    figure = matter.known(CONTRIBUTIONS)
    if not members:
        return Answer(
            Found.PART if figure and figure.amount else Found.NONE,
            f"Bidragen är {kronor(figure.amount)} i resultaträkningen." if figure else "",
            "Skriv medlemmarna och deras bidrag i fliken Medlemmar, så prövas fördelningen 50/25/25.",
        )
    shares = [each for each in matter.examination.findings if each.code in {"contribution_shares", "contribution_key"}]
    there = (
        f"{so_many(len(members), 'medlem', 'medlemmar')} med beslutade bidrag, {kronor(figure.amount)}."
        if figure
        else ""
    )
    there += " Fördelningen mellan parterna är prövad" + ("." if not shares else f": {len(shares)} avviker.")
    missing = "Fakturor, inbetalningar och förutbetalda bidrag lämnas vid sidan av."
    return Answer(Found.PART, there, missing, "Medlemmar", _first_place(matter, Member))


def _insatser(matter: Matter) -> Answer:
    insatser, costs = matter.case.underlag.rows(Insats), matter.case.underlag.rows(InsatsCost)
    grants = [row for row in matter.case.underlag.rows(Grant) if row.decision]
    if not insatser:
        return Answer(Found.NONE, "", "Skriv insatserna i fliken Insatser, och deras ekonomi i Insatsernas ekonomi.")
    told = len({row.insats for row in costs})
    there = (
        f"{so_many(len(insatser), 'insats', 'insatser')} i registret; {told} har redovisat sin ekonomi; "
        f"{so_many(len(grants), 'beslut', 'beslut')} står i Beviljade medel."
    )
    missing = "Avtal, rekvisitioner, slutrapporter och återkrav lämnas vid sidan av."
    if told < len(insatser):
        without = so_many(len(insatser) - told, "insats", "insatser")
        missing = f"{without} saknar egen redovisning (fliken Insatsernas ekonomi). {missing}"
    return Answer(Found.PART, there, missing, "Insatserna", _first_place(matter, Insats))


def _accruals(matter: Matter) -> Answer:
    words = ("upplupn", "förutbetal", "interim", "periodis")
    facts = [
        each
        for each in matter.derived.facts.amounts
        if each.year == matter.year
        and not each.line.is_flow
        and each.amount
        and any(word in f"{each.row} {each.sub_item} {each.source.text}".casefold() for word in words)
    ]
    if not facts:
        return Answer(
            Found.ELSEWHERE,
            "Ingen rad i balansräkningen heter upplupen eller förutbetald.",
            "Underlag för periodisering av de sista rekvisitionerna lämnas vid sidan av.",
        )
    names = enumerated(first_of(list(dict.fromkeys(str(each.row or each.sub_item) for each in facts)), _MOST))
    return Answer(
        Found.PART,
        f"Rader i balansräkningen: {names}.",
        "Rekvisitionerna lämnas vid sidan av.",
        "Specifikationer",
        (facts[0].source,),
    )


def _granted(matter: Matter) -> Answer:
    grants = matter.case.underlag.rows(Grant)
    if not grants:
        return Answer(
            Found.NONE,
            "",
            "Finns beviljade men inte utbetalda medel skrivs de i fliken Beviljade medel. "
            "Finns inga räcker en mening i noterna.",
        )
    as_liability = sum(1 for row in grants if row.shown_as == LIABILITY)
    there = f"{so_many(len(grants), 'rad', 'rader')}, varav {as_liability} som ansvarsförbindelse."
    return Answer(
        Found.PART,
        there,
        "Varför de är ansvarsförbindelse och inte skuld skrivs bland principerna.",
        "Beviljade medel",
        _first_place(matter, Grant),
    )


def _other_grants(matter: Matter) -> Answer:
    words = ("esf", "eu-", "socialfond", "statsbidrag", "projektmedel")
    facts = [
        each
        for each in matter.derived.facts.amounts
        if each.year == matter.year
        and each.measure is Measure.OUTCOME
        and not each.part_of
        and each.line.code == "operating_income"
        and each.amount
        and not each.contribution
        and any(word in f"{each.row} {each.sub_item}".casefold() for word in words)
    ]
    if not facts:
        return Answer(
            Found.NOT_NEEDED,
            "Ingen intäktsrad heter ESF, EU-medel, statsbidrag eller projektmedel.",
            "Finns sådana bidrag under annat namn: lämna rekvisitioner och beslut vid sidan av.",
        )
    total = sum((each.amount for each in facts), Decimal(0))
    return Answer(
        Found.PART,
        f"{kronor(total)} på {so_many(len(facts), 'rad', 'rader')}.",
        "Rekvisitioner, godkännanden och risk för återkrav lämnas vid sidan av.",
        "Resultaträkningen och dess not",
        (facts[0].source,),
    )


def _audit_cost(matter: Matter) -> Answer:
    return _of_part(matter, AUDIT_COST, "Upplysningen finns.", "Skriv noten; fliken Noter, med Del enligt lagen.")


def _principles(matter: Matter) -> Answer:
    return _of_part(
        matter,
        "Not om redovisningsprinciper",
        "Principerna finns.",
        "Skriv vilka rekommendationer som följs, och avvikelser med skäl.",
    )


def _balance_requirement(matter: Matter) -> Answer:
    adjusted = matter.case.underlag.rows(Adjustment)
    found = _of_part(
        matter, "Balanskravsresultat", "Balanskravsutredningen finns.", "Lägg Balanskravsutredning i Innehåll."
    )
    more = f" {so_many(len(adjusted), 'justering', 'justeringar')}." if adjusted else ""
    return Answer(found.found, f"{found.there}{more}", found.missing, found.part, found.places)


def _goals(matter: Matter) -> Answer:
    goals = [row for row in matter.case.underlag.rows(Goal) if row.goal]
    if not goals:
        return Answer(Found.NONE, "", "Skriv målen ur budgeten i fliken Mål, med samma ord, och utfall och bedömning.")
    judged = sum(1 for row in goals if row.assessment)
    told = passages_of(VERDICT, matter.case)
    lacking = [] if told else ["en samlad bedömning"]
    lacking += [f"bedömning av {len(goals) - judged} mål"] if judged < len(goals) else []
    there = f"{so_many(len(goals), 'mål', 'mål')}, {judged} bedömda."
    there += " Samlad bedömning finns." if told else ""
    missing = f"Saknas: {enumerated(lacking)}. " if lacking else ""
    return Answer(
        Found.PART if lacking else Found.ALL,
        there,
        f"{missing}Jämför målens ord med budgeten: Mål i avstämningen.",
        "Mål",
        _first_place(matter, Goal),
    )


def _budget(matter: Matter) -> Answer:
    measures = {fact.measure for fact in matter.derived.facts.amounts if fact.year == matter.year}
    there = [each.value for each in (Measure.BUDGET_DECIDED, Measure.BUDGET_REVISED) if each in measures]
    if not there:
        return Answer(Found.NONE, "", "Skriv budgeten i fliken Intäkter och kostnader.")
    return Answer(
        Found.PART,
        f"Belopp finns för {enumerated(there)}.",
        "Beslutets dag och paragraf, och ändringarnas, lämnas vid sidan av eller skrivs i texten.",
        "Driftredovisning",
    )


def _events(matter: Matter) -> Answer:
    return _of_part(
        matter,
        "Händelser efter årets slut",
        "Avsnittet finns.",
        "Skriv vad som har hänt sedan årsskiftet; är det inget räcker en mening.",
    )


def _cash_flow(matter: Matter) -> Answer:
    if not any(table.key == CASH_FLOW.key for table in matter.examination.whole.tables):
        return Answer(Found.NONE, "", "Lägg Kassaflödesanalys i Innehåll.")
    return Answer(Found.ALL, "Kassaflödesanalysen finns.", "", "Avstämning: Kassaflödesanalys")


def _operations(matter: Matter) -> Answer:
    return _of_part(matter, "Driftredovisning", "Driftredovisningen finns.", "Lägg Driftredovisning i Innehåll.")


def _investments(matter: Matter) -> Answer:
    return _of_part(
        matter,
        "Investeringsredovisning",
        "Investeringarna är redovisade, eller så står det att inga har gjorts.",
        "Lägg Investeringsredovisning i Innehåll; har inga investeringar gjorts räcker en mening.",
    )


def _accepted(matter: Matter) -> Answer:
    accepted = [each for each in matter.examination.findings if severity_of(each) is Severity.ACCEPTED]
    open_ones = [each for each in matter.examination.findings if severity_of(each) is Severity.WARNING]
    one, many = "varning är varken rättad eller godtagen.", "varningar är varken rättade eller godtagna."
    missing = so_many(len(open_ones), one, many) if open_ones else ""
    there = f"{so_many(len(accepted), 'godtagen avvikelse', 'godtagna avvikelser')} med skäl, namn och dag."
    there = there if accepted else "Inga avvikelser är godtagna."
    return Answer(
        Found.PART if open_ones else Found.ALL,
        there,
        missing,
        "Granskning",
        tuple(each.accepted.place for each in accepted[:1] if each.accepted),
    )


def decided(matter: Matter) -> str:
    """The day that the board decides, as the workbook says it."""
    day = matter.derived.association.decision_date
    return long_date(day) if day else ""


QUESTIONS = (
    Question(
        "Avstämning av räkningarna mot huvudboken, med specifikation per balanspost", "4 kap. 6 § LKBR", _reconciliation
    ),
    Question("Ingående balanser är fjolårets utgående", "4 kap. 4 § LKBR", _opening),
    Question("Eget kapital från ingående till utgående, med rättelser", "4 kap. 4 § LKBR; RKR R12", _equity),
    Question("Medlemsbidrag: beslutade, fakturerade, betalda och förutbetalda", "5 § finsamlagen", _contributions),
    Question(
        "Per insats: beslut, avtal, beviljat, rekvirerat, slutrapport, återkrav, skuld eller fordran", "", _insatser
    ),
    Question("Periodisering av de sista rekvisitionerna", "4 kap. 4 § LKBR", _accruals),
    Question("Beviljade medel: varför ansvarsförbindelse och inte skuld", "RKR R9", _granted),
    Question("ESF och andra bidrag: rekvisition, godkänt, risk för återkrav", "", _other_grants),
    Question("Not om kostnaden för räkenskapsrevision", "9 kap. 13 § LKBR", _audit_cost),
    Question(
        "Redovisningsprinciper och avvikelser från rekommendationer", "9 kap. 4 § och 4 kap. 3 § LKBR", _principles
    ),
    Question("Balanskravsutredning med styrelsens skäl", "11 kap. 10–11 §§ LKBR", _balance_requirement),
    Question(
        "Målen som de beslutades i budgeten, utfall, bedömning och samlad bedömning",
        "11 kap. 6 § KL; 11 kap. 8 § LKBR",
        _goals,
    ),
    Question("Budgetens beslutsdag och ändringar", "10 kap. 1 § LKBR", _budget),
    Question("Händelser efter balansdagen", "11 kap. 3 § LKBR", _events),
    Question("Godtagna avvikelser: skäl, vem och när", "", _accepted),
    Question("Kassaflödesanalys", "8 kap. 1 § LKBR", _cash_flow),
    Question("Driftredovisning: utfallet mot budgeten", "10 kap. 1 § LKBR", _operations),
    Question("Investeringsredovisning", "10 kap. 2 § LKBR", _investments),
)
"""In the order in which auditors use to ask, then the other parts that their reports have a heading for."""
