"""What an association may have or not: each topic brings tabs of its own, which one without it need not see.

A new workbook asks for those that have a question. The tabs of the others are there all the same, hidden, so that they
can be shown when they are needed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name on the command line, and the question whether an association has it; empty: never asked."""

    name: str
    question: str = ""


INSATSER = Topic("insatser", "Ska insatserna beskrivas var för sig, med faktablad eller egen ekonomi?")
GOALS = Topic("mål", "Har ni mål som bedöms?")
PARTICIPANTS = Topic("deltagare", "Ska antal deltagare redovisas?")
SURVEYS = Topic("enkäter", "Har ni enkäter eller indikatorer?")
ASSETS = Topic("tillgångar", "Har ni avsättningar, till exempel pensioner, eller inventarier och investeringar?")
GRANTED = Topic("beviljade medel", "Har styrelsen beviljat medel som ännu inte är utbetalda?")
TABLES = Topic("tabeller", "Ska rapporten ha egna tabeller eller diagram?")
LOOK = Topic("utseende", "Ska rapporten ha egna färger, typsnitt eller ett eget omslag?")
APPENDICES = Topic("bilagor", "Har rapporten bilagor?")
EMPLOYEES = Topic("anställda", "Har förbundet egna anställda?")
AUDITORS = Topic("revisorer", "Ska rapporten räkna upp revisorerna och ha en sida för deras påteckning?")
SHARED_COSTS = Topic("delade kostnader", "Delas någon kostnad mellan flera verksamheter, till exempel en lön?")
BALANCE_REQUIREMENT = Topic(
    "balanskrav", "Ska resultatet justeras för balanskravet, eller finns underskott att återställa?"
)
CONTROL = Topic("avstämning", "Vill du stämma av mot belopp ur bokföringen eller en tryckt rapport?")
LEDGER = Topic("huvudbok", "Ska beloppen hämtas ur bokföringen, ur en SIE-fil eller en saldolista?")
ACCEPTED = Topic("godtagna avvikelser")
MERGER = Topic("sammanläggning")
EQUITY_LEVEL = Topic("trappan")
NET_BUDGETS = Topic("nettobudget")
POST_NAMES = Topic("egna namn")

TOPICS = (
    EMPLOYEES,
    AUDITORS,
    INSATSER,
    GOALS,
    PARTICIPANTS,
    SURVEYS,
    SHARED_COSTS,
    ASSETS,
    GRANTED,
    BALANCE_REQUIREMENT,
    TABLES,
    APPENDICES,
    LOOK,
    CONTROL,
    LEDGER,
    ACCEPTED,
    MERGER,
    EQUITY_LEVEL,
    NET_BUDGETS,
    POST_NAMES,
)
"""All topics, in the order in which they are asked for."""
