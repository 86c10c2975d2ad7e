"""How the numbers in running text are read: sentences that are wrong or right are put into a report's texts.

``tests/prose/*.txt`` hold them, each file of the report that its name begins with, a line each: ``FEL``, the sentence
and the figure that it contradicts; or ``RÄTT`` and a sentence that must pass in silence, since it is true or nobody can
test it. Run by hand, with or without names of files: ``script/prose sofint-2020``. ``test_prose_measure``
holds the share.
"""

import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fifth_report import fifth_report, texts
from pdfs import ROOT, written

from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.pipeline import examine

CORPUS = ROOT / "tests" / "prose"
WRONG, RIGHT = "FEL", "RÄTT"
ALL, INVENTED = "alla", "fifth-report"
REPORTS = (*sorted(each.name for each in (ROOT / "inputs").iterdir()), INVENTED)


@dataclass(frozen=True)
class Planted:
    """A sentence that was put into a report: whether it is wrong, and against which figure."""

    sentence: str
    wrong: bool
    figure: str = ""


@dataclass(frozen=True)
class Told:
    """A sentence and what was said of it: the rule's code and the message's first part, for each warning."""

    planted: Planted
    warnings: tuple[tuple[str, str], ...]

    @property
    def word(self) -> str:
        """How it went."""
        if self.planted.wrong:
            return "funnen" if self.warnings else "missad"
        return "falsk" if self.warnings else "tyst"


def planted(path: Path) -> list[Planted]:
    """The sentences of a file."""
    return [_planted(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _planted(line: str) -> Planted:
    kind, sentence, *figure = line.split("\t")
    if kind not in {WRONG, RIGHT}:
        raise ValueError(line)
    return Planted(sentence, kind == WRONG, figure[0] if figure else "")


@cache
def measured(report: str) -> tuple[Told, ...]:
    """All sentences that are planted in a report, which is examined once."""
    return read_in(report, [each for path in files_of(report) for each in planted(path)])


def files_of(report: str) -> list[Path]:
    """The files of sentences for a report: those that begin with its name, and those for all."""
    return [path for path in sorted(CORPUS.glob("*.txt")) if report in reports_of(path)]


def reports_of(path: Path) -> list[str]:
    """The reports that a file of sentences is read in."""
    return [each for each in REPORTS if path.stem == ALL or path.stem.startswith(each)]


def read_in(report: str, sentences: Sequence[Planted]) -> tuple[Told, ...]:
    """Put sentences into a report's texts, each in a paragraph of its own, and examine it."""
    with TemporaryDirectory() as folder:
        file = _copied(report, Path(folder))
        before, own = _parted(file.read_text(encoding="utf-8"))
        file.write_text("\n".join([*before, *(f"{each.sentence}\n" for each in sentences), *own]), encoding="utf-8")
        found = _warnings(examine(Path(folder)).findings, file.name)
    return tuple(Told(each, tuple(found[len(before) + 1 + 2 * place])) for place, each in enumerate(sentences))


def _copied(report: str, folder: Path) -> Path:
    """Copy a report into a folder. Returns its file of texts."""
    if report == INVENTED:
        written(fifth_report(), folder)
        (folder / "texter.md").write_text(texts(), encoding="utf-8")
    else:
        shutil.copytree(ROOT / "inputs" / report, folder, dirs_exist_ok=True)
    return folder / "texter.md"


def _parted(text: str) -> tuple[list[str], list[str]]:
    """Part the lines where the second heading stands: what is put there belongs to the first section's end."""
    lines = text.splitlines()
    second = [row for row, line in enumerate(lines) if line.startswith("#")][1]
    return lines[:second], ["", *lines[second:]]


def _warnings(findings: Iterable[Finding], file: str) -> dict[int, list[tuple[str, str]]]:
    """What is warned of, by the line of the file where it stands."""
    by_row: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for finding in findings:
        if severity_of(finding) >= Severity.WARNING:
            for place in {place.row for place in finding.subjects if place.file == file}:
                by_row[place].append((finding.code, message(finding).what))
    return by_row


def files(names: Sequence[str]) -> list[Path]:
    """The files of sentences that are meant: a path, a report's name, or all."""
    if not names:
        return sorted(CORPUS.glob("*.txt"))
    return [path if (path := Path(name)).suffix else CORPUS / f"{name}.txt" for name in names]


def score(told: Iterable[Told]) -> Counter[str]:
    """How many were found, missed, told for nothing and left alone."""
    return Counter(each.word for each in told)


def _listing(name: str, told: Iterable[Told]) -> Iterator[str]:
    told = list(told)
    yield f"{name}: {_counts(score(told))}"
    for each in told:
        if each.word in {"missad", "falsk"}:
            yield f"  {each.word}: {each.planted.sentence} [{each.planted.figure or 'riktig'}]"
            yield from (f"    {code}: {what}" for code, what in each.warnings)


def _counts(counts: Counter[str]) -> str:
    wrong, right = counts["funnen"] + counts["missad"], counts["falsk"] + counts["tyst"]
    return f"{counts['funnen']} av {wrong} felaktiga funna, {counts['falsk']} av {right} riktiga påtalade"


def main(names: Sequence[str], say: Callable[[str], object] = print) -> None:
    """Print the score of each file, its sentences that went wrong, and the score of all."""
    total: Counter[str] = Counter()
    for path in files(names):
        for report in reports_of(path):
            told = read_in(report, planted(path))
            total += score(told)
            for line in _listing(path.stem if path.stem.startswith(report) else f"{path.stem}, {report}", told):
                say(line)
    say(f"Alla: {_counts(total)}")


if __name__ == "__main__":
    main(sys.argv[1:])
