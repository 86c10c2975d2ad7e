"""The texts of the rules: each is used, gets all its values, and reads as a sentence."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType

import generator
from generator.findings.message import message
from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.model.association import Association
from generator.model.messages import MISSING, OTHER_INVALID
from generator.model.refused import refusal, rule_of
from generator.rule_book import by_code, rule_book

PACKAGE = Path(generator.__file__).parent
RULES = rule_book()


@cache
def trees() -> dict[str, ast.Module]:
    files = {path: path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted(PACKAGE.rglob("*.py"))}
    return {".".join(name.parts): ast.parse(path.read_text(encoding="utf-8")) for path, name in files.items()}


def all_texts(rules: Iterable[Rule]) -> Iterable[tuple[str, str]]:
    return ((rule.code, text) for rule in rules for text in (rule.title, rule.what, rule.remedy, rule.expected) if text)


def written_rules() -> list[tuple[str, str, str]]:
    """Every Rule that the code makes as a constant: its module, its name there, its code."""
    return [
        (module, node.targets[0].id, str(node.value.args[0].value))
        for module, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "Rule"
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value.args[0], ast.Constant)
    ]


def uses() -> Iterator[tuple[str, str]]:
    """What the code takes from other modules, but for the lists of a subject's rules: the module and the name there."""
    for module, tree in trees().items():
        if module.endswith(".subject"):
            continue
        called: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((str(node.module), each.name) for each in node.names)
                called |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called:
                yield called[node.value.id], node.attr


def test_every_rule_that_is_written_is_once_in_the_book() -> None:
    written = [code for _, _, code in written_rules()]
    assert len(written) > 100
    assert [code for code in written if code not in RULES] == []
    assert [code for code, count in Counter(written).items() if count > 1] == []


def test_every_rule_is_used_somewhere() -> None:
    used = set(uses())
    assert [code for module, name, code in written_rules() if (module, name) not in used] == []


def test_a_code_belongs_to_one_rule() -> None:
    assert by_code([MISSING]) == {"missing": MISSING}
    with pytest.raises(ValueError, match="missing"):
        by_code([MISSING, replace(MISSING, title="Något annat")])


def test_pydantics_own_error_has_its_rule_and_another_is_told_as_a_wrong_value() -> None:
    assert "missing" in get_args(ErrorType)
    with pytest.raises(ValidationError) as raised:
        Association.model_validate({"name": 3})
    rules = {problem["loc"][0]: rule_of(problem) for problem in raised.value.errors()}
    assert rules["year"] is MISSING
    other = refusal({"type": "int_type", "loc": (), "msg": "", "input": ""}, Source(text="tre"), "År", "ett årtal")
    assert other.rule is OTHER_INVALID
    assert "tre" in message(other).what


def test_a_value_that_a_text_asks_for_and_nobody_gave_is_a_bug() -> None:
    with pytest.raises(TypeError, match="the rule missing lacks column"):
        MISSING.found(Source(), expects="ett datum")


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
