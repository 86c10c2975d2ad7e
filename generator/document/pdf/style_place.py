"""Where a look's own style sheets say something of an element: what a message names as the line to mend."""

import importlib
from collections.abc import Collection, Iterator
from typing import Any

from generator.ground.source import Source
from generator.look.chosen import ChosenLook
from generator.look.folders import STYLE


def place_in_styles(chosen: ChosenLook, root: Any, element: Any, names: Collection[str]) -> Source:
    """The line that states one of the properties ``names`` for an element of ``root``, or for the nearest around it.

    Where none does it is the folder of the look: a template may have said it.
    """
    selectors: Any = importlib.import_module("cssselect2")
    around = _around(selectors.ElementWrapper.from_html_root(root), element)
    looks = [look for look in chosen.folders if not look.is_of_package]
    for each in around:
        for look in looks:
            lines = [line for match, line in _stated(selectors, look.text(STYLE) or "", names) if each.matches(match)]
            if lines:
                return Source(row=lines[-1], file=look.file(STYLE).file)
    return Source(file=looks[0].shown if looks else "")


def _around(root: Any, element: Any) -> Iterator[Any]:
    """The element and those that it stands in, the innermost first."""
    found = next((each for each in root.iter_subtree() if each.etree_element is element), None)
    while found is not None:
        yield found
        found = found.parent


def _stated(selectors: Any, css: str, names: Collection[str]) -> Iterator[tuple[Any, int]]:
    """The rules that state a property, each as a selector that is compiled and the line of the property."""
    parser: Any = importlib.import_module("tinycss2")
    for rule in parser.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from _of_rules(selectors, parser, parser.parse_rule_list(rule.content), names)
        else:
            yield from _of_rules(selectors, parser, [rule], names)


def _of_rules(selectors: Any, parser: Any, rules: Any, names: Collection[str]) -> Iterator[tuple[Any, int]]:
    for rule in rules:
        if rule.type != "qualified-rule":
            continue
        inside = parser.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        lines = [each.source_line for each in inside if each.type == "declaration" and each.lower_name in names]
        for match in selectors.compile_selector_list(rule.prelude) if lines else ():
            yield match, lines[-1]
