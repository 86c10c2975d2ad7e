"""The rule book: every rule that a finding may be of, by its code; for the handbook and the acceptances."""

from collections.abc import Iterable, Iterator, Mapping

from generator.booking import messages as booking
from generator.checks import (
    messages_amounts,
    messages_content,
    messages_final,
    messages_last_year,
    messages_parts,
    messages_plausible,
    messages_prose,
    messages_unlikely,
)
from generator.document import messages as document
from generator.edition import messages as edition
from generator.files import messages as files
from generator.findings import limit_messages
from generator.findings.rule import Rule, RuleKind, rules_in
from generator.forms import messages as forms
from generator.ledger import files_messages as ledger_files
from generator.ledger import messages as ledger
from generator.ledger.lists import messages as lists
from generator.ledger.sie import messages as sie
from generator.look import messages as look
from generator.model import messages as cells
from generator.model import messages_formats as cell_formats
from generator.subjects import messages as placing
from generator.subjects.registry import SUBJECTS
from generator.texts import figure_messages, file_messages, word_messages
from generator.texts import messages as texts
from generator.workbook import file_messages as workbook_file
from generator.workbook import messages as workbook

_CORE = (
    limit_messages,
    files,
    workbook_file,
    workbook,
    cells,
    cell_formats,
    edition,
    lists,
    ledger,
    ledger_files,
    booking,
    messages_content,
    messages_amounts,
    messages_parts,
    messages_final,
    messages_plausible,
    messages_prose,
    messages_unlikely,
    messages_last_year,
    file_messages,
    word_messages,
    texts,
    figure_messages,
    sie,
    forms,
    look,
    placing,
    document,
)
"""The modules of messages that belong to no subject."""


def rule_book() -> dict[str, Rule]:
    """All rules by code: the core's and the subjects'.

    Raises:
        ValueError: two rules have one code.

    """
    return by_code((*rules_in(*_CORE), *(rule for subject in SUBJECTS for rule in subject.messages)))


def by_code(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Lay rules out by their codes.

    Raises:
        ValueError: two rules have one code.

    """
    book: dict[str, Rule] = {}
    for rule in rules:
        if book.setdefault(rule.code, rule) is not rule:
            twice = f"two rules with the code {rule.code}"
            raise ValueError(twice)
    return book


def by_kind(book: Mapping[str, Rule]) -> Iterator[tuple[RuleKind, list[Rule]]]:
    """The rules of each kind, the gravest first."""
    for kind in RuleKind:
        found = [rule for rule in book.values() if rule.kind is kind]
        if found:
            yield kind, sorted(found, key=lambda rule: (-rule.severity, rule.title, rule.code))
