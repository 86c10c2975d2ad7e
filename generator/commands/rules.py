"""The command ``rules``: the rule book by kind, as a person reads it and as another program does."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

import click

from generator.checks.guarantees import GUARANTEES, Guarantee
from generator.commands import GOOD
from generator.commands.inputs import JSON, format_option
from generator.findings.finding import Severity
from generator.findings.message import readable
from generator.findings.rule import Rule, RuleKind
from generator.swedish_click import SwedishCommand, say

_WIDTH = 100

_Kinds = Iterable[tuple[RuleKind, list[Rule]]]


@click.command(cls=SwedishCommand)
@format_option
def rules(form: str) -> int:
    """Visa allt som kontrolleras, slag för slag, och det som alltid gäller."""
    from generator.rule_book import by_kind, rule_book  # noqa: PLC0415 - all subjects: not needed by `new --help`

    every = tuple(by_kind(rule_book()))
    say(_as_json(every) if form == JSON else "\n".join(_as_text(every)))
    return GOOD


def _as_text(kinds: _Kinds) -> Iterator[str]:
    yield RuleKind.CONSTRUCTION.value.upper()
    for guarantee in GUARANTEES:
        yield from _entry(f"{guarantee.title}{_law(guarantee.source)}", guarantee.says)
    for kind, every in kinds:
        yield ""
        yield f"{kind.value.upper()} ({len(every)})"
        for severity, some in groupby(every, key=lambda rule: rule.severity):
            for rule in some:
                yield from _entry(f"{severity.word}: {rule.title}{_law(rule.source)}", readable(rule.what))
                yield from (f"        - {each}" for each in rule.covers)
    yield ""
    yield "Bara Fel hindrar att rapporten görs. En Varning kan godtas med skäl i fliken Godtagna avvikelser."


def _entry(title: str, text: str) -> Iterator[str]:
    yield f"  {title}"
    yield from wrap(text, _WIDTH, initial_indent="      ", subsequent_indent="      ")


def _law(source: str) -> str:
    return f" ({source})" if source else ""


def _as_json(kinds: _Kinds) -> str:
    found = [*map(_guarantee, GUARANTEES), *(_rule(rule) for _, every in kinds for rule in every)]
    return json.dumps(found, ensure_ascii=True, indent=2)


def _guarantee(guarantee: Guarantee) -> dict[str, object]:
    return {
        "rule": guarantee.code,
        "kind": RuleKind.CONSTRUCTION.word,
        "severity": None,
        "title": guarantee.title,
        "source": guarantee.source,
        "message": guarantee.says,
        "remedy": "",
        "test": guarantee.test,
    }


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "rule": rule.code,
        "kind": rule.kind.word,
        "severity": rule.severity.word,
        "title": rule.title,
        "source": rule.source,
        "message": readable(rule.what),
        "remedy": readable(rule.remedy),
        "acceptable": rule.severity is Severity.WARNING,
        "covers": list(rule.covers),
    }
