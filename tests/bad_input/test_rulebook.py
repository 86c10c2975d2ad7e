"""The texts of the rules: each is used, gets all its values, and reads as a sentence."""

import ast
import re
import string
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from cases import all_cases, examined
from pydantic_core.core_schema import ErrorType

import generator
from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.findings.rulebook import RULES, message, register
from generator.model import reading
from generator.model.rows import columns
from generator.subjects.registry import all_components, all_tabs

PACKAGE = Path(generator.__file__).parent
# What pydantic itself can raise when a reader has done its work: a required field without a cell.
RAISED_BY_PYDANTIC = {"missing"}


def findings_of_all_cases() -> list[Finding]:
    return [finding for case in all_cases() for finding in examined(case).findings]


def texts_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def placeholders(rule: Rule) -> set[str]:
    texts = (rule.what, rule.remedy, rule.expected)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def all_texts(rules: Iterable[Rule]) -> Iterable[tuple[str, str]]:
    return ((rule.code, text) for rule in rules for text in (rule.title, rule.what, rule.remedy, rule.expected) if text)


def test_every_error_that_reading_raises_has_a_rule() -> None:
    tree = ast.parse(Path(reading.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "refuse"]
    raised = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    assert len(raised) > 15
    assert raised <= set(RULES)


def test_every_value_refused_by_a_column_has_a_rule() -> None:
    refused = {
        rule
        for tab in all_tabs()
        for section in tab.sections
        for _, _, _, column, _ in columns(section.model)
        for _, rule in getattr(column, "refused", ())
    }
    assert refused
    assert refused <= set(RULES)


def test_pydantics_own_errors_have_a_rule() -> None:
    assert set(get_args(ErrorType)) >= RAISED_BY_PYDANTIC
    assert set(RULES) >= RAISED_BY_PYDANTIC


def test_every_rule_is_used_somewhere() -> None:
    all_components()
    modules = [path for path in PACKAGE.rglob("*.py") if not path.name.startswith(("rulebook", "texts_"))]
    used = set().union(*(texts_in(path) for path in modules)) | RAISED_BY_PYDANTIC
    assert set(RULES) - used == set()


def test_a_code_belongs_to_one_rule() -> None:
    before = dict(RULES)
    register([RULES["missing"]])
    with pytest.raises(ValueError, match="missing"):
        register([replace(RULES["missing"], title="Något annat")])
    assert before == RULES


def test_a_value_that_a_text_asks_for_and_nobody_gave_is_a_bug() -> None:
    with pytest.raises(KeyError):
        message(Finding("missing"))


def test_no_finding_falls_back_on_the_rule_for_what_nobody_thought_of() -> None:
    assert [finding for finding in findings_of_all_cases() if finding.code == "other_invalid"] == []


def test_every_finding_brings_the_values_that_its_texts_ask_for() -> None:
    lacking = {
        (finding.code, name)
        for finding in findings_of_all_cases()
        for name in placeholders(RULES[finding.code]) - set(finding.values)
    }
    assert lacking == set()


def test_every_message_reads_as_sentences() -> None:
    for finding in findings_of_all_cases():
        each = message(finding)
        for text in (each.what, each.remedy):
            assert re.search(r"[.?]$", text), text
            assert not re.search(r"””|\s\s|\s[.,;:?](\s|$)|\(\)|\bNone\b|[{}<>]", text), text
            assert text[0].isupper() or text[0] in "”(" or text[0].isdigit() or finding.code.startswith("picture"), text


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (r"\b(blad|ark|kalkylblad)(et|en)?\b", "fliken"),
        (r"\banmärkning", "kontrollpunkt: auditors direct an anmärkning against a board"),
        (r"\binte giltig|ogiltig|\binvalid|\berror\b|\bparse|\bsträng|\bfält(et)?\b", "a library's tone"),
        (r'["\']', "curly quotes"),
        (r" - ", "a dash or two sentences"),
        (r"\bdu måste\b|!", "a colleague's tone"),
        (r"revision(en)? krävs|landsting|medlemsavgift|nettointäkt|suppleant", "the words of the trade"),
    ],
)
def test_the_texts_keep_to_the_words_agreed_on(wrong: str, why: str) -> None:
    found = [(code, text) for code, text in all_texts(RULES.values()) if re.search(wrong, text, re.IGNORECASE)]
    assert found == [], why


def test_texts_are_short() -> None:
    assert [code for code, text in all_texts(RULES.values()) if len(text) > 240] == []
