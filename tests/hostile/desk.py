"""The same attacks sent as uploads to a server: what it answered, what that took, and what is a fault in that."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from served import Reply, Served, serving

from generator.desk.workers import LOST, TOO_SLOW
from hostile.attack import FOLDER, OUR_OWN_FAULT, Attack

EXAMINED = "/examined?parts=report"
MADE = tuple(f"/made?what={what}" for what in ("pdf", "html", "arbetsutkast", "revisor", "nasta-ar", "blanketter"))
ASKED = (EXAMINED, *MADE)
LONGEST = 10.0
"""Seconds of a processor that an answer may take: twice that of the command, for papers are made of two."""
_TICKS = os.sysconf("SC_CLK_TCK")
_GOOD, _REFUSED = 200, frozenset({413, 422})


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an upload: seconds of a processor, HTTP's status, what was told, and what else is wrong."""

    attack: Attack
    asked: str
    seconds: float
    status: int
    told: str
    wrong: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with it, in a word each."""
        return (*self._faults(), *self.wrong)

    def _faults(self) -> Iterator[str]:
        if self.seconds > LONGEST:
            yield f"slow: {self.seconds:.1f} s"
        if OUR_OWN_FAULT.search(self.told):
            yield "our own fault"
        if self.status != _GOOD and self.status not in _REFUSED:
            yield f"status {self.status}"
        if self.told in {TOO_SLOW, LOST}:
            yield "broken off"
        if self.status != _GOOD and not self.told.strip():
            yield "refused without a word"
        if self.status == _GOOD and self.attack.refused and self.asked == MADE[0]:
            yield "called good"

    def __str__(self) -> str:
        """Give a line of a table."""
        faults = "; ".join(self.faults) or "-"
        asked = self.asked.rpartition("=")[2]
        return (
            f"{self.attack.name:40.40} {asked:12} {self.seconds:5.1f} s {self.status:3d} {faults:40.40} "
            f"{self.told[:150]!a}"
        )


class Servers:
    """Servers to send to, each used by one at a time; they are stopped at the end."""

    def __init__(self, count: int) -> None:
        """Begin so many."""
        self._open = ExitStack()
        self._free: list[Served] = []
        for number in range(count):
            room = Path(self._open.enter_context(TemporaryDirectory(prefix="hostile-"))) / f"{number}"
            room.mkdir()
            self._free.append(self._open.enter_context(serving(room, "--workers", "1")))

    def tried(self, attack: Attack, base: bytes, wanted: Sequence[str] | None = None) -> list[Answered]:
        """Send an attack on a report whose workbook is ``base``, for all that may be asked of it or what is wanted."""
        asked = [each for each in ASKED if wanted is None or each.rpartition("=")[2] in wanted]
        served = self._free.pop()
        try:
            sound = {f"{FOLDER}/underlag.xlsx": base}
            with TemporaryDirectory(prefix="hostile-") as temporary:
                files = _uploaded(attack, base, Path(temporary))
            return [_sent(served, attack, each, files, sound) for each in asked]
        finally:
            self._free.append(served)

    def end(self) -> None:
        """Stop them all."""
        self._open.close()


def _uploaded(attack: Attack, base: bytes, place: Path) -> Mapping[str, bytes]:
    """The files of an attack with their paths, as a browser sends those of a folder: what is no file is not there."""
    folder = place / FOLDER
    folder.mkdir()
    (folder / "underlag.xlsx").write_bytes(base)
    attack.put(folder)
    found = sorted(each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return {_as_sent(each.relative_to(place)): each.read_bytes() for each in found}


def _as_sent(path: Path) -> str:
    name = path.as_posix().encode(errors="surrogateescape").decode(errors="replace")
    return name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _sent(
    served: Served, attack: Attack, asked: str, files: Mapping[str, bytes], sound: Mapping[str, bytes]
) -> Answered:
    before = _used(served)
    try:
        reply = served.send(asked, files)
    except OSError as error:
        return Answered(attack, asked, _used(served) - before, 0, "", (f"no answer: {type(error).__name__}",))
    seconds = _used(served) - before
    return Answered(attack, asked, seconds, reply.status, _told(reply), tuple(_wrong(served, reply, sound)))


def _told(reply: Reply) -> str:
    """What a user reads of an answer: the findings of an examination, a refusal; nothing of a file."""
    if reply.headers.get("content-type") != "application/json":
        return "" if reply.status == _GOOD else reply.text
    told = json.loads(reply.data)
    findings = told.pop("findings", ())
    worst = sorted(findings, key=lambda each: each["severity"] != "Fel")
    said = [str(told.get("problem") or told.get("undrawn") or "")]
    said += [f"{each['severity']}: {each['place']['words']}: {each['what']} {each['remedy']}" for each in worst]
    return "\n".join(said).strip()


def _wrong(served: Served, reply: Reply, sound: Mapping[str, bytes]) -> Iterator[str]:
    if str(served.room).encode() in reply.data:
        yield "tells where it lay"
    if served.left():
        yield f"left behind: {', '.join(each.name for each in served.left())}"
    if lying := served.kept():
        yield f"left in a corner: {', '.join(each.name for each in lying)}"
    if served.process.poll() is not None:
        yield "the server has ended"
        return
    again = served.send("/examined", sound)
    if again.status != _GOOD or json.loads(again.data)["counts"]["Fel"]:
        yield f"a sound folder is not answered: {again.status} {again.text[:100]}"
    if "Traceback" in served.log.read_text(encoding="utf-8"):
        yield "a trace in the log"


def _used(served: Served) -> float:
    """Seconds of a processor that a server and all its processes have used, those that have ended among them."""
    return sum(_ticks(pid) for pid in (served.process.pid, *served.children())) / _TICKS


def _ticks(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return sum(map(int, stat.rpartition(")")[2].split()[11:15]))
