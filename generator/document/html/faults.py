"""What went wrong in a template, in Swedish: from Jinja2's exceptions to findings with file, line and block."""

import re
import traceback

from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from generator.document.html.sources import Templates
from generator.document.messages import TEMPLATE_FAILED, TEMPLATE_SYNTAX
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.ground.source import Source

_SYNTAX = (
    (
        r"Encountered unknown tag '(end\w+|elif|else)'.*innermost block that needs to be closed is '(\w+)'.*",
        r"{% \2 %} är inte avslutat före {% \1 %}",
    ),
    (r"Encountered unknown tag '(\w+)'.*", r"taggen {% \1 %} finns inte"),
    (
        r"[Uu]nexpected end of template.*innermost block that needs to be closed is '(\w+)'.*",
        r"{% \1 %} är inte avslutat",
    ),
    (r"[Uu]nexpected end of template.*", "sidmallen tar slut mitt i ett block eller uttryck"),
    (r"unexpected char '(.*)' at \d+", r"tecknet \1 kan inte stå där; använd raka citattecken"),
    (r"unexpected '(.*)'", r"\1 kan inte stå där"),
    (r"expected token '(.*)', got '(.*)'", r"här skulle stå \1, men där står \2"),
    (r"No filter named '(\w+)'\.?.*", r"filtret \1 finns inte"),
    (r"No test named '(\w+)'\.?.*", r"testet \1 finns inte"),
    (r"block '(\w+)' defined twice", r"blocket \1 finns två gånger"),
    (r"Missing end of comment tag", "kommentaren saknar slut, #}"),
)
_TOKENS = {
    "end of statement block": "%}",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "name": "ett namn",
    "string": "en text inom citattecken",
    "end of template": "slutet på sidmallen",
}
_BLOCK = re.compile(r"\{%-?\s*(?:block\s+(\w+)|(endblock))")
_SANDBOX = re.compile(r"access to attribute '(\w+)' of '(\w+)' object is unsafe\.?")

NOT_ALLOWED = "Mallar får bara använda det som står i mallhandledningen (mallar.md)."
MENDING = "Rätta raden."


def syntax_finding(error: TemplateSyntaxError, templates: Templates) -> Finding:
    """Say that a template cannot be read."""
    file = error.filename or ""
    values = {"detail": _in_swedish(error.message or ""), "where": _in_block(templates, file, error.lineno)}
    return TEMPLATE_SYNTAX.found(Source(row=error.lineno, file=file), **values)


def run_finding(error: Exception, templates: Templates) -> Finding:
    """Say why a template could not be run to its end."""
    if isinstance(error, TemplateSyntaxError):
        return syntax_finding(error, templates)
    file, line = _place(error, templates)
    detail, advice = _told(error, templates)
    values = {
        "detail": detail if detail[-1] in ".?" else f"{detail}.",
        "advice": advice,
        "where": _in_block(templates, file, line),
    }
    return TEMPLATE_FAILED.found(Source(row=line, file=file), **values)


def _told(error: Exception, templates: Templates) -> tuple[str, str]:
    """What happened and what to do."""
    match error:
        case UndefinedError():
            told = str(error), "Rätta namnet. Vad som finns står i mallhandledningen (mallar.md)."
        case SecurityError():
            unsafe = _SANDBOX.fullmatch(str(error))
            told = (f"Mallen får inte använda {unsafe[1]}" if unsafe else str(error)), NOT_ALLOWED
        case TemplateNotFound():
            near = hint(nearest(str(error.name), templates))
            told = f"Sidmallen {error.name} finns inte, eller ligger där mallar inte får läsa.{near}", MENDING
        case OverflowError():
            told = "Slingan går för många varv", NOT_ALLOWED
        case RecursionError():
            told = "Sidmallarna använder varandra runt i en ring", "Ta bort den include som går tillbaka."
        case ZeroDivisionError():
            told = "Uttrycket delar med noll", "Räkna inte i mallen: det som ska visas finns färdigt."
        case _:
            told = f"Uttrycket går inte att använda ({type(error).__name__}: {error})", MENDING
    return told


def _place(error: Exception, templates: Templates) -> tuple[str, int]:
    """The innermost line of a template that the error came through."""
    files = {template.file for template in templates.values()}
    lines = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    return next(((file, line) for file, line in reversed(lines) if file in files), ("", 0))


def _in_block(templates: Templates, file: str, line: int) -> str:
    text = next((template.text for template in templates.values() if template.file == file), "")
    inner = list(_open_blocks(text, line))
    return f"I blocket {inner[-1]}: " if inner else ""


def _open_blocks(text: str, line: int) -> list[str]:
    """The blocks that a line stands in, the innermost last."""
    opened: list[str] = []
    before = "\n".join(text.splitlines()[:line])
    for match in _BLOCK.finditer(before):
        if match[1]:
            opened.append(match[1])
        elif opened and before.count("\n", 0, match.start()) + 1 < line:
            opened.pop()
    return opened


def _in_swedish(message: str) -> str:
    for pattern, told in _SYNTAX:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return _with_signs(match.expand(told))
    return f"Jinja2 säger ”{message}”"


def _with_signs(text: str) -> str:
    for word, sign in _TOKENS.items():
        text = text.replace(word, sign)
    return text.replace("'", "").replace(" or ", " eller ")
