"""All files of a new folder, for whoever writes or sends them."""

from dataclasses import dataclass
from pathlib import Path

from generator.model.topics import LEDGER, Topic
from generator.starter.booked import Booked, CannotBeginError
from generator.starter.folder import TEXTS_NAME, begun_of, new_texts, new_workbook
from generator.starter.from_ledger import Begun, too_many


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a folder is begun of: whose it is and for which year, what they have, and their ledger, if it is given.

    ``path`` is where the workbook will lie.
    """

    name: str
    year: int
    wanted: tuple[Topic, ...]
    booked: Booked | None
    path: Path


def new_files(beginning: Beginning, *, with_texts: bool) -> tuple[dict[str, bytes], Begun | None]:
    """The files by their names, the workbook last, and what the ledger gave of it. Writes nothing.

    Raises:
        CannotBeginError: the ledger has too many accounts.

    """
    booked, path = beginning.booked, beginning.path
    wanted = (*beginning.wanted, LEDGER) if booked else beginning.wanted
    begun = begun_of(booked.ledger, beginning.year, wanted) if booked else None
    if booked and begun and (wrong := too_many(len(begun.suggested), booked.ledger.called)):
        raise CannotBeginError(wrong)
    files = {TEXTS_NAME: new_texts(wanted)} if with_texts else {}
    if booked and not booked.lies_in(path.parent):
        files[booked.name_in(path.name)] = booked.data
    files[path.name] = new_workbook(beginning.name, beginning.year, wanted, folder=str(path.parent), begun=begun)
    return files, begun
