"""The process that reads files and draws: warm, to answer at once, and bounded, so that no file holds it up."""

import contextlib
import gc
import json
import os
import queue
import re
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from generator.desk import sent_out, told
from generator.desk.frames import GoneError, receive, send
from generator.desk.orders import CannotMakeError, Order
from generator.failures import sentence_of
from generator.memory import bound_child, bound_task, most_used, step_aside
from generator.pipeline import Examination, examine, sketch
from generator.stopping import deafen
from generator.workbook.load import find_workbook

_KINDS = {"report": told.report, "figures": told.figures, "changes": sent_out.changed}
"""What may be asked of an examination besides its findings."""
_OWN = re.compile(r"fonts\.conf|CACHEDIR\.TAG|.*\.cache-\w+")
"""What fontconfig is told and keeps of the program's own fonts."""
_LIFETIME = 4 * 3600
"""Seconds of a processor that one process may use in all, where the system counts them."""
_WORN = 700 << 20
"""Bytes of memory after which a new process takes over: what a file blew up is given back."""


class Desk:
    """Answers tasks, and keeps the last examination: what is asked of the same files need not be read again."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._key = self._folder = ""
        self._examination: Examination | None = None
        self._sketched: Examination | None = None

    def answer(self, task: Mapping[str, Any]) -> tuple[dict[str, object], bytes]:
        """Do what is asked: a head that tells how it went, and what came of it."""
        try:
            return self._done(task)
        except CannotMakeError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in a sentence
            problem = sentence_of(error)
        return {"ok": False, "problem": problem.replace(str(task.get("hide") or "\0"), "")}, b""

    def _done(self, task: Mapping[str, Any]) -> tuple[dict[str, object], bytes]:
        if "begin" in task:
            return _begun(task)
        if task.get("sketch"):
            self._sketched = sketch(Path(task["folder"]))  # the one before is held until then, as below
            return {"ok": True}, _as_json(told.report(self._sketched), task)
        examination = self._examined(str(task["folder"]), str(task.get("key", "")))
        if task.get("keep"):
            return {"ok": True, "name": sent_out.keep(examination)}, b""
        if "what" in task:
            from generator.desk.made import made  # noqa: PLC0415 - the libraries that draw; who examines needs none

            file = made(Order(examination, not task.get("hide")), str(task["what"]))
            return {"ok": True, "name": file.name}, file.data
        parts: dict[str, object] = told.examined(examination)
        for kind in task.get("parts") or ():
            parts |= _KINDS[kind](examination)
        return {"ok": True}, _as_json(parts, task)

    def _examined(self, folder: str, key: str) -> Examination:
        if self._examination is None or not key or key != self._key:
            # The old one is held until the new one is there: what is the same in both is not read anew.
            self._examination, self._key = examine(Path(folder)), key
        elif folder != self._folder:
            self._examination = _elsewhere(self._examination, Path(folder))
        self._folder = folder
        return self._examination


def _elsewhere(examination: Examination, folder: Path) -> Examination:
    """The same files, sent again: they lie in another folder, and where they lay there is nothing any more."""
    path, _ = find_workbook(folder)
    case = examination.case and replace(examination.case, folder=path.parent)
    return replace(examination, path=path, case=case)


def _as_json(told: Mapping[str, object], task: Mapping[str, Any]) -> bytes:
    """What is told, without the place that its files lie in for a while."""
    hide = str(task.get("hide") or "")
    data = json.dumps(told, ensure_ascii=False)
    return (data.replace(json.dumps(hide)[1:-1], "") if hide else data).encode()


def _begun(task: Mapping[str, Any]) -> tuple[dict[str, object], bytes]:
    """Begin a new folder."""
    from generator.desk.begin import begin  # noqa: PLC0415 - seldom asked for

    ledger = Path(task["ledger"]) if task["ledger"] else None
    begun = begin(task["begin"], ledger, is_at_home=bool(task["at_home"]))
    return {"ok": True, "name": begun.folder or begun.name, "told": begun.told}, begun.data


def work() -> None:
    """Answer the tasks that come to standard input until there are no more."""
    deafen()  # the one that asks ends this process
    answers = _own_output()
    niceness, memory = int(sys.argv[-2]), int(sys.argv[-1])
    bound_child(_LIFETIME, memory)
    step_aside(niceness)
    tasks: queue.SimpleQueue[Mapping[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(tasks,), daemon=True).start()
    desk, worn = Desk(), max(_WORN, most_used())  # where a system counts in what the one that asks has had
    gc.disable()  # while somebody waits
    _settle()
    try:
        while True:
            task = tasks.get()
            bound_task(float(task["seconds"]))
            head, body = desk.answer(task)
            is_worn = most_used() > worn or ("hide" in task and _has_left())
            send(answers, {**head, "worn": is_worn}, body)
            gc.collect()
    except GoneError:
        os._exit(0)


def _has_left() -> bool:
    """Whether something of what was sent lies here yet, as a font that is open: it goes when this process does."""
    corner = Path(tempfile.gettempdir())
    return any(each.is_file() and not _OWN.fullmatch(each.name) for each in corner.rglob("*"))


def _settle() -> None:
    """Read in what every examination needs, and look no more for garbage in it: that took a fifth of a short task."""
    import generator.document.web.page  # noqa: F401, PLC0415 - here, where nobody waits yet

    gc.collect()
    gc.freeze()


def _listen(tasks: queue.SimpleQueue[Mapping[str, Any]]) -> None:
    """Take tasks in; where whoever asks is no more, however it ended, this process ends too, amid its task."""
    with contextlib.suppress(GoneError):
        while True:
            tasks.put(receive(sys.stdin.buffer)[0])
    os._exit(0)


def _own_output() -> BinaryIO:
    """The way to the one that asks; whatever else is printed, as by a library, goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    return answers
