"""All subjects of a report, and what they bring together."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain
from types import MappingProxyType

from generator.blocks.block import Component
from generator.blocks.case import Case
from generator.blocks.subject import Subject
from generator.checks.rules import RULES
from generator.figures.declaration import Declaration
from generator.figures.derivation import Derivation
from generator.figures.naming import Names
from generator.figures.table import Table
from generator.findings.finding import Finding
from generator.model.fact import Typed
from generator.model.facts import Facts
from generator.model.rows import Tab
from generator.model.underlag import TABS, Underlag
from generator.subjects.accepted.subject import SUBJECT as ACCEPTED
from generator.subjects.activities.subject import SUBJECT as ACTIVITIES
from generator.subjects.appearance.subject import SUBJECT as APPEARANCE
from generator.subjects.appendices.subject import SUBJECT as APPENDICES
from generator.subjects.auditors.subject import SUBJECT as AUDITORS
from generator.subjects.balance_requirement.subject import SUBJECT as BALANCE_REQUIREMENT
from generator.subjects.board.subject import SUBJECT as BOARD
from generator.subjects.charts.subject import SUBJECT as CHARTS
from generator.subjects.contents.subject import SUBJECT as CONTENTS
from generator.subjects.control.subject import SUBJECT as CONTROL
from generator.subjects.cost_distribution.subject import SUBJECT as COST_DISTRIBUTION
from generator.subjects.equity_level.subject import SUBJECT as EQUITY_LEVEL
from generator.subjects.fact_sheets.subject import SUBJECT as FACT_SHEETS
from generator.subjects.financial_statements.subject import SUBJECT as FINANCIAL_STATEMENTS
from generator.subjects.free_tables.subject import SUBJECT as FREE_TABLES
from generator.subjects.goals.subject import SUBJECT as GOALS
from generator.subjects.granted.subject import SUBJECT as GRANTED
from generator.subjects.indicators.subject import SUBJECT as INDICATORS
from generator.subjects.insatser.subject import SUBJECT as INSATSER
from generator.subjects.investments.subject import SUBJECT as INVESTMENTS
from generator.subjects.ledger.subject import SUBJECT as LEDGER
from generator.subjects.members.subject import SUBJECT as MEMBERS
from generator.subjects.merger.subject import SUBJECT as MERGER
from generator.subjects.net_budgets.subject import SUBJECT as NET_BUDGETS
from generator.subjects.operating_statement.subject import SUBJECT as OPERATING_STATEMENT
from generator.subjects.overview.subject import SUBJECT as OVERVIEW
from generator.subjects.participants.subject import SUBJECT as PARTICIPANTS
from generator.subjects.placing import placing_rules
from generator.subjects.post_names.subject import SUBJECT as POST_NAMES
from generator.subjects.protection.figures import protecting
from generator.subjects.protection.subject import SUBJECT as PROTECTION
from generator.subjects.reaching import typed_rows_are_shown
from generator.subjects.roll_forward.subject import SUBJECT as ROLL_FORWARD
from generator.subjects.surveys.subject import SUBJECT as SURVEYS
from generator.subjects.tab_order import in_order
from generator.subjects.texts.subject import SUBJECT as TEXTS
from generator.subjects.waiting import placed_parts_are_filled
from generator.subjects.year_in_brief.subject import SUBJECT as YEAR_IN_BRIEF

SUBJECTS: tuple[Subject, ...] = (
    ACCEPTED,
    ACTIVITIES,
    APPEARANCE,
    APPENDICES,
    AUDITORS,
    BALANCE_REQUIREMENT,
    FINANCIAL_STATEMENTS,
    BOARD,
    CHARTS,
    CONTENTS,
    CONTROL,
    COST_DISTRIBUTION,
    EQUITY_LEVEL,
    FREE_TABLES,
    GOALS,
    GRANTED,
    INDICATORS,
    FACT_SHEETS,
    INSATSER,
    INVESTMENTS,
    LEDGER,
    MEMBERS,
    NET_BUDGETS,
    OPERATING_STATEMENT,
    OVERVIEW,
    PARTICIPANTS,
    POST_NAMES,
    PROTECTION,
    SURVEYS,
    ROLL_FORWARD,
    MERGER,
    TEXTS,
    YEAR_IN_BRIEF,
)


@cache
def all_components() -> MappingProxyType[str, Component]:
    """The components by name."""
    return MappingProxyType({each.name: each for subject in SUBJECTS for each in subject.components})


@cache
def parts_of_tab() -> MappingProxyType[str, tuple[str, ...]]:
    """The components of each tab's subject, by the tab's name."""
    return MappingProxyType(
        {tab.name: tuple(each.name for each in subject.components) for subject in SUBJECTS for tab in subject.tabs}
    )


def component_names() -> tuple[str, ...]:
    """The names that may be chosen in the tab *Innehåll*."""
    return tuple(sorted(all_components()))


def component_layouts() -> dict[str, tuple[str, ...]]:
    """The components' names, each with what may be chosen in *Utformning*, the usual one first."""
    return {name: all_components()[name].layouts for name in component_names()}


def all_tabs() -> tuple[Tab, ...]:
    """The workbook's tabs, the core's and the subjects', in the order in which they are filled in."""
    return in_order((*TABS, *(tab for subject in SUBJECTS for tab in subject.tabs)))


def more_facts() -> tuple[Callable[[Underlag, int], Iterable[Typed]], ...]:
    """What gives the subjects' Facts that no row gives alone."""
    return tuple(subject.facts for subject in SUBJECTS if subject.facts)


def all_declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """The figures that the subjects declare for an underlag, with the small counts of persons protected."""
    made = (subject.declarations(underlag, facts) for subject in SUBJECTS if subject.declarations)
    return protecting(underlag, chain.from_iterable(made))


def names_of(derived: Derivation, tables: Iterable[Table] = ()) -> Names:
    """The names of a report's figures, those that its tables give included."""
    patterns = {pattern: name for subject in SUBJECTS for pattern, name in subject.qualified.items()}
    called: dict[str, list[str]] = {}
    for subject in SUBJECTS:
        for code, names in (subject.called(derived.underlag) if subject.called else {}).items():
            called.setdefault(code, []).extend(names)
    return Names(derived.figures, derived.association.year, patterns, called, tables)


def all_rules() -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    """The rules of the core and of the subjects."""
    own = (rule for subject in SUBJECTS for rule in subject.rules)
    shown = partial(typed_rows_are_shown, SUBJECTS, all_components())
    return (*RULES, *placing_rules(SUBJECTS, all_components()), shown, partial(placed_parts_are_filled, SUBJECTS), *own)
