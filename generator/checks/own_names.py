"""What a finding calls a post by the law's name, as all tabs do, is told under the name that the report has too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.model.post_names import PostName
from generator.model.underlag import Underlag


def with_own_names(findings: Iterable[Finding], underlag: Underlag) -> Iterator[Finding]:
    """Add to each finding what the posts that it names are called in the report, where that is otherwise."""
    own = {row.line: str(row.name) for row in underlag.rows(PostName)}
    if not own:
        yield from findings
        return
    named = re.compile("|".join(rf"\b{re.escape(line)}\b" for line in sorted(own, key=len, reverse=True)))
    for finding in findings:
        what = message(finding).what
        lines = dict.fromkeys(line for line in named.findall(what) if own[line] not in what)
        told = (f"I rapporten heter {line} ”{own[line]}”." for line in lines)
        yield replace(finding, besides=" ".join(told)) if lines else finding
