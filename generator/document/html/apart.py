"""Running templates that did not come with the program: in a process of their own, with limits of time and memory.

The process gets what it needs through its standard input and answers with JSON; it has no file to read and nothing to
write to. It is stopped when it has not answered in time, on every platform; its memory is bounded by the operating
system where that can be had (not on Windows), and everywhere by what ``html.environment`` refuses.
"""

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.document import messages
from generator.document.html.sources import Templates, own_templates
from generator.document.messages import TEMPLATE_RAN_AWAY
from generator.findings.finding import Finding
from generator.findings.rule import rules_in
from generator.ground.source import Source
from generator.isolated import command_of
from generator.memory import bound_child, bound_task

_RULES = {rule.code: rule for rule in rules_in(messages)}
"""What running a template may find."""
TOO_MUCH_MEMORY = "behövde mer minne än de får"
_PATIENCE = 4
"""So many times longer may it take by the clock, where others have the processor or the system does not count."""
_TIME_IS_UP = -getattr(signal, "SIGXCPU", 24)
"""How the system says that a process has used its time; none of ours ends so by itself."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a report's templates may use: seconds of a processor, bytes of memory, characters of HTML.

    A report of thirty pages takes half a second and 200 000 characters.
    """

    seconds: float = 5
    memory: int = 1 << 30
    characters: int = 8_000_000


class RunawayError(Exception):
    """A template used more than it may; ``str`` says what, in Swedish."""


def rendered_apart(templates: Templates, context: dict[str, Any], limits: Limits) -> str | Finding:
    """Run the report's templates in a process of their own. Returns the HTML, or what was wrong."""
    # What is sent is our own; what comes back has been near foreign templates, and is therefore JSON.
    try:
        with _lifeline() as inherited:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module
                command_of(__name__, answer.__name__),
                input=pickle.dumps((dict(templates), context, limits, inherited)),
                capture_output=True,
                timeout=limits.seconds * _PATIENCE,
                pass_fds=inherited,
                check=False,
            )
        status = done.returncode
    except subprocess.TimeoutExpired:
        status = _TIME_IS_UP
    if status == _TIME_IS_UP:
        return _ran_away(templates, f"blev inte klara på {limits.seconds:g} sekunder")
    if status != 0:
        return _ran_away(templates, TOO_MUCH_MEMORY)
    told = json.loads(done.stdout)
    return str(told["html"]) if "html" in told else _finding(told)


@contextlib.contextmanager
def _lifeline() -> Iterator[tuple[int, ...]]:
    """A pipe that ends when this process does, whatever ends it. The other process ends then too; not on Windows."""
    if os.name != "posix":
        yield ()
        return
    read_end, write_end = os.pipe()
    try:
        yield (read_end,)
    finally:
        os.close(read_end)
        os.close(write_end)


def _end_with(lifeline: int) -> None:
    os.read(lifeline, 1)
    os._exit(1)


def _ran_away(templates: Templates, detail: str) -> Finding:
    """Say that the templates used too much; which of them cannot be known where there are several."""
    own = tuple(own_templates(templates))
    source = Source(file=own[0] if len(own) == 1 else "")
    return TEMPLATE_RAN_AWAY.found(source, detail=detail, files=", ".join(own))


def _finding(answer: dict[str, Any]) -> Finding:
    """The finding that the other process told of, its rule by code."""
    return _RULES[answer["rule"]].found(Source(row=answer["row"], file=answer["file"]), **answer["values"])


def rendered(templates: Templates, context: dict[str, Any], most: int) -> str:
    """Run the report's templates here.

    Raises:
        RunawayError: the HTML became longer than ``most`` characters.

    """
    from generator.document.html.environment import environment_of  # noqa: PLC0415 - Jinja2

    pieces: list[str] = []
    size = 0
    for piece in environment_of(templates).get_template("report.html").generate(context):
        size += len(piece)
        if size > most:
            message = f"gav mer än {most // 1_000_000} miljoner tecken"
            raise RunawayError(message)
        pieces.append(piece)
    return "".join(pieces)


def attempted(templates: Templates, context: dict[str, Any], most: int) -> str | Finding:
    """Run the report's templates here. Returns the HTML, or what was wrong."""
    from generator.document.html.faults import run_finding  # noqa: PLC0415 - Jinja2

    try:
        return rendered(templates, context, most)
    except RunawayError as error:
        return _ran_away(templates, str(error))
    except MemoryError:
        return _ran_away(templates, TOO_MUCH_MEMORY)
    except Exception as error:  # noqa: BLE001 - a template may raise anything
        return run_finding(error, templates)


def _answer(task: bytes) -> dict[str, Any]:
    # Our own parent process sent it. Reading it loads all that is needed, before the memory is bounded.
    templates, context, limits, inherited = pickle.loads(task)  # noqa: S301
    for lifeline in inherited:
        threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    bound_child(limits.seconds * _PATIENCE, limits.memory)
    bound_task(limits.seconds)
    drawn = attempted(templates, context, limits.characters)
    if isinstance(drawn, str):
        return {"html": drawn}
    values = {name: str(value) for name, value in drawn.values.items()}
    return {"rule": drawn.code, "file": drawn.place.file, "row": drawn.place.row, "values": values}


def answer() -> None:
    """What the process of its own does: read the task, answer."""
    answered = json.dumps(_answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.write(answered.encode())
