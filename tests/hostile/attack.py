"""An attack on the program, what came of it, and what is a fault in that."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

COMMAND = Path(os.environ.get("PROGRAM", Path(sys.executable).with_name("arsredovisning")))
"""The program that is attacked: this checkout's, or another that the environment names."""
LONGEST = 5.0
"""Seconds of a processor that a run may take; it is stopped when twelve times that have passed."""
MEMORY = 1_500
"""Megabytes that a run may take."""
FOLDER = "underlaget"
"""The folder of the report that is attacked, within the folder that the command is run in."""
OUR_OWN_FAULT = re.compile(r"Traceback|Ett fel i programmet|Errno|\b[A-Z][a-z]+(?:Error|Exception)\b|Fatal Python")
CHECK, RENDER = ("check", FOLDER), ("render", FOLDER)

Content = str | bytes | Callable[[], str | bytes]
"""What stands in a file; what is large is made when it is asked for."""

Run = tuple[str, ...]
"""A command line without the program: words, of which ``FOLDER`` is the report. ``sh`` first: a line for the shell."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One thing that no association has. ``put`` lays it into the folder of a report with nothing wrong.

    ``runs`` are the command lines to try; ``place`` is a pattern of what a refusal must name; ``silent`` where nothing
    can be told, as there is nobody to hear it.
    """

    name: str
    put: Callable[[Path], object] = str
    runs: Sequence[Run] = (CHECK, RENDER)
    place: str = ""
    environment: Mapping[str, str | None] = field(default_factory=dict)
    silent: bool = False
    refused: bool = False
    """Whether no report can come of it: good as a status would be a lie."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: seconds, megabytes, exit status, what was told, and what lies where it was run."""

    attack: Attack
    run: Run
    seconds: float
    memory: float
    status: int
    told: str
    left: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with it, in a word each."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[str]:
        if self.seconds > LONGEST:
            yield f"slow: {self.seconds:.1f} s"
        if self.memory > MEMORY:
            yield f"memory: {self.memory:.0f} MB"
        if OUR_OWN_FAULT.search(self.told):
            yield "our own fault"
        if self.status not in {0, 1, 2, 3}:
            yield f"status {self.status}"
        if self.status and not self.told.strip() and not self.attack.silent:
            yield "refused without a word"
        if self.status == 0 and self.attack.refused:
            yield "called good"
        if self.status and self.attack.place and not re.search(self.attack.place, self.told):
            yield f"no place: {self.attack.place}"
        if any(re.match(r"tmp|\.ny-|\..*-\w{8}", name) for name in self.left):
            yield f"left behind: {', '.join(self.left)}"

    def __str__(self) -> str:
        """Give a line of a table."""
        faults = "; ".join(self.faults) or "-"
        said = next((line.strip() for line in self.told.splitlines() if re.search("Fel:|Varning|kan inte", line)), "")
        said = said or " / ".join(self.told.strip().splitlines()[-2:])
        run = " ".join(self.run)
        return (
            f"{self.attack.name:32.32} {run:24.24} {self.seconds:5.1f} s {self.memory:5.0f} MB {self.status:3d} "
            f"{faults:40.40} {said[:150]!a}"
        )


def as_bytes(content: Content) -> bytes:
    """What is to stand in a file."""
    made = content() if callable(content) else content
    return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made


def tried(attack: Attack, base: bytes, texts: str = "", commands: Sequence[str] | None = None) -> list[Outcome]:
    """Try an attack on a report whose workbook is ``base``; only with the commands that are named."""
    runs = [run for run in attack.runs if commands is None or run[0] in commands]
    return [_outcome(attack, run, base, texts) for run in runs]


def _outcome(attack: Attack, run: Run, base: bytes, texts: str) -> Outcome:
    with TemporaryDirectory(prefix="hostile-") as temporary:
        place = Path(temporary)
        folder = place / FOLDER
        folder.mkdir()
        (folder / "underlag.xlsx").write_bytes(base)
        if texts:
            (folder / "texter.md").write_text(texts, encoding="utf-8")
        attack.put(folder)
        before = {path.name for path in place.iterdir()}
        environment = {**os.environ, "ARSREDOVISNING_DEBUG": "", **attack.environment}
        done = _process(_line(run), place, {name: text for name, text in environment.items() if text is not None})
        made = [path.name for path in place.rglob("*") if path.parent.name == "output" or path.parent == place]
        shutil.rmtree(folder, ignore_errors=True)
        return Outcome(attack, run, *done, tuple(sorted(set(made) - before)))


def _line(run: Run) -> list[str]:
    if run[0] == "sh":
        return ["sh", "-c", run[1].replace("PROGRAM", str(COMMAND))]
    return [str(COMMAND), *run]


def _process(line: list[str], place: Path, environment: Mapping[str, str]) -> tuple[float, float, int, str]:
    """Run a command. Gives seconds of a processor, megabytes, status, and all that it told."""
    with TemporaryDirectory(prefix="told-") as temporary:
        told = Path(temporary) / "told"
        with told.open("wb") as file:
            process = subprocess.Popen(  # noqa: S603 - our own program
                line, stdout=file, stderr=file, stdin=subprocess.DEVNULL, cwd=place, env=environment, process_group=0
            )
            memory, waited, usage = _waited(process.pid, time.monotonic() + 12 * LONGEST)
            process.returncode = os.waitstatus_to_exitcode(waited)
        seconds = usage.ru_utime + usage.ru_stime
        return seconds, memory, process.returncode, told.read_bytes().decode(errors="replace")


def _waited(pid: int, until: float) -> tuple[float, int, resource.struct_rusage]:
    """Wait for a process of ours; at ``until`` it is killed, with its children. Gives its megabytes, status and use."""
    memory = 0.0
    while time.monotonic() < until:
        memory = max(memory, _memory(pid))
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return memory, status, usage
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    return memory, *os.wait4(pid, 0)[1:]


def _memory(pid: int) -> float:
    """The most that a process has taken, in megabytes; what it was started from is not counted, as in its use it is."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+)", status)
    return int(found[1]) / 1000 if found else 0
