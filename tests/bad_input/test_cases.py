"""Every broken workbook in ``cases`` gives exactly the findings that stand beside it."""

import os
import re

import pytest
from cases import CASES, NOTHING, Case, all_cases, as_listed, examined, rewritten

from generator.console import findings_as_text
from generator.findings.message import message
from generator.rule_book import rule_book

ALL = list(all_cases())
RULES = rule_book()


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_whole_list_of_findings(case: Case) -> None:
    found = as_listed(examined(case).findings)
    if os.environ.get("REWRITE_CASES") and found != case.expected:
        rewritten(case, found)
    assert found == case.expected


@pytest.mark.parametrize("case", ALL, ids=str)
def test_every_finding_has_a_rule_that_somebody_thought_of_and_the_values_of_its_texts(case: Case) -> None:
    for finding in examined(case).findings:
        assert finding.code != "other_invalid"
        assert RULES[finding.code].placeholders <= set(finding.values), finding.code


@pytest.mark.parametrize("case", ALL, ids=str)
def test_every_message_reads_as_sentences(case: Case) -> None:
    for finding in examined(case).findings:
        each = message(finding)
        for text in (each.what, each.remedy):
            assert re.search(r"[.?]$", text), text
            assert not re.search(r"””|\s\s|\s[.,;:?](\s|$)|\(\)|\bNone\b|[{}<>]", text), text
            assert text[0].isupper() or text[0] in "”(" or text[0].isdigit() or finding.code.startswith("picture"), text


def test_the_base_that_all_cases_are_laid_over_has_nothing_wrong() -> None:
    examination = examined(Case("base", "", "", NOTHING))
    assert as_listed(examination.findings) == NOTHING
    assert not examination.has_errors


def test_titles_tell_the_cases_apart() -> None:
    titles = [str(case) for case in ALL]
    assert len(set(titles)) == len(titles)
    assert all(path.stem == "base" or any(case.file == path.stem for case in ALL) for path in CASES.glob("*.txt"))


@pytest.mark.parametrize("case", ALL[::7], ids=str)
def test_check_prints_the_texts_of_the_list(case: Case) -> None:
    printed = findings_as_text([examined(case)])
    by_themselves = as_listed([finding for finding in examined(case).findings if finding.follows is None])
    for line in by_themselves.splitlines():
        if line.startswith("    ") and not line.startswith("    Väntat"):
            assert line.strip() in printed
