"""Judging a look's style sheets before the report is drawn: every rule is one that can be followed."""

import logging
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.document.errors import LookFaultError
from generator.document.messages import LOOK_STYLE_WRONG
from generator.document.pdf.log import collected_log
from generator.document.pdf.named_fonts import unknown_fonts
from generator.document.pdf.tools import drawing_tools
from generator.document.style_limits import style_faults
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.look.chosen import ChosenLook
from generator.look.folders import STYLE, LookFolder
from generator.look.fonts import families

_IGNORED = "Ignored `%s:%s` at %d:%d, %s."
"""WeasyPrint's own words for a declaration that it leaves out: name, value, line, column, reason."""

_SELECTOR = "Invalid or unsupported selector, %s"

_LONGEST = 200
"""Letters of a message that WeasyPrint has no shorter form of."""

_UNPARSED = "Parse error"
UNPARSED = "här går den inte att tolka; en { eller }, ett kolon eller ett citattecken saknas eller är för mycket"
ITSELF = "den läser in sig själv, eller för mycket i vartannat"
_REASONS = {
    "unknown property": "egenskapen finns inte",
    "invalid value": "värdet går inte att använda",
    "no value": "värdet saknas",
}


def judge_styles(chosen: ChosenLook, folder: Path) -> None:
    """Read the extra style sheets of a look as the drawing will.

    Raises:
        LookFaultError: a rule cannot be followed, or asks for a file that may not be read.

    """
    sheets = [look for look in chosen.folders if look.has(STYLE)]
    if not sheets:
        return
    weasyprint, fetcher = drawing_tools(folder, chosen)
    there = families(chosen.font_folders)
    findings = [finding for look in sheets for finding in _findings(look, weasyprint, fetcher)]
    findings += [each for look in sheets for each in unknown_fonts(look.text(STYLE) or "", there, look.file(STYLE))]
    if findings:
        raise LookFaultError(findings)


def _findings(look: LookFolder, weasyprint: ModuleType, fetcher: Any) -> Iterator[Finding]:
    source = look.file(STYLE)
    text = look.text(STYLE) or ""
    faults = list(style_faults(text, source))
    if faults:
        yield from faults
        return
    with collected_log() as records:
        try:
            base = (look.path / STYLE).resolve().as_uri()
            weasyprint.CSS(string=text, base_url=base, url_fetcher=fetcher)
        except weasyprint.urls.FatalURLFetchingError as error:
            cause = error.__cause__ or error
            if isinstance(cause, LookFaultError):
                yield from cause.findings
                return
            told = ITSELF if isinstance(cause, RecursionError) else str(cause).rstrip(".")
            yield LOOK_STYLE_WRONG.found(source, detail=told)
        except RecursionError:
            yield LOOK_STYLE_WRONG.found(source, detail=ITSELF)
        except Exception as error:  # noqa: BLE001 - what a library may raise for what somebody wrote is not known
            yield LOOK_STYLE_WRONG.found(source, detail=brief(f"den går inte att tolka ({error})"))
    yield from (_finding(source, record) for record in records)


def _finding(source: Source, record: logging.LogRecord) -> Finding:
    arguments = record.args if isinstance(record.args, tuple) else ()
    lines = [argument for argument in arguments if isinstance(argument, int)]
    detail = record.getMessage().rstrip(".")
    if len(detail) > _LONGEST:
        detail = brief(detail)
    if record.msg == _SELECTOR:
        detail = f"väljaren framför {{ är felskriven eller finns inte ({brief(str(arguments[0]))})"
    if record.msg == _IGNORED:
        name, value, _, _, reason = arguments
        detail = f"{name}: {str(value).strip()} ({_REASONS.get(str(reason), reason)})"
    if record.msg.startswith(_UNPARSED):
        detail = UNPARSED
    return LOOK_STYLE_WRONG.found(Source(row=lines[0] if lines else 0, file=source.file), detail=detail)
