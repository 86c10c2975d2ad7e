"""Files that a browser sends: so many, so large and of such kinds as a folder of an association's has."""

import os
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from anyio import to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from generator.opener import is_folder, listed

MOST_BYTES = 60_000_000
MOST_FILES = 300
_DEEPEST = 4
_CALLED = "Årsredovisning"
"""What a folder is called that came without a name, as where a workbook came alone."""
_LONGEST, _SHOWN = 150, 80
_NOT_PARSED = 400
_FIELDS = 60
"""Fields of the form that begins a folder: one for each topic, and room."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that Windows takes for something else than a file, whatever comes after the point."""
KINDS = frozenset(
    (
        *(".xlsx", ".xlsm", ".csv", ".txt", ".md", ".docx", ".se", ".si", ".sie", ".json", ".toml", ".pdf"),
        *(".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".css", ".html", ".ttf", ".otf", ".woff", ".woff2"),
    )
)
"""What a folder may hold that a report is made of."""

TOO_LARGE = "Filerna är för stora: högst 60 MB tas emot på en gång. Släpp bara mappen med arbetsboken och dess texter."
TOO_MANY = f"Filerna är för många: högst {MOST_FILES} tas emot. Släpp bara mappen med arbetsboken och dess texter."
NOT_WHOLE = "Filerna kom inte fram hela. Försök igen."
NOTHING = "Inga filer kom fram. Släpp en mapp med arbetsboken i, eller arbetsboken själv."
BAD_NAME = "Filnamnet ”{name}” kan inte användas. Döp om filen och försök igen."


def limited(request: Request, most: int = MOST_BYTES) -> Request:
    """A request of which no more is read than that, whatever it says of itself.

    Raises:
        HTTPException: it says that it is larger.

    """
    if int(request.headers.get("content-length") or 0) > most:
        raise HTTPException(413, TOO_LARGE)
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        message = await request.receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, TOO_LARGE)
        return message

    return Request(request.scope, receive)


@dataclass(frozen=True, slots=True)
class Sent:
    """Files that were sent, in a folder of their own: ``root`` is what to examine, ``place`` where that lies.

    ``key`` is what they are known by when they come again: their names and what is in them.
    """

    root: Path
    place: Path
    key: str

    @property
    def task(self) -> dict[str, str]:
        """What a worker is told of them; their place is this program's own, and no name that anybody knows."""
        return {"folder": str(self.root), "key": self.key, "hide": f"{self.place}{os.sep}"}


@asynccontextmanager
async def received(request: Request) -> AsyncIterator[Sent]:
    """The files of a request, in a folder that is gone afterwards.

    Raises:
        HTTPException: they are too large, too many or none, or one has a name that no file has.

    """
    with tempfile.TemporaryDirectory(prefix="arsredovisning-", ignore_cleanup_errors=True) as place:
        top = await to_thread.run_sync(Path(place).resolve)
        unnamed = top / _CALLED
        known = sha256()
        async with _form(request) as form:
            files = [each for each in form.getlist("file") if isinstance(each, UploadFile)]
            if not files:
                raise HTTPException(422, NOTHING)
            for file in files:
                path = inside(file.filename or "")
                if path is not None and path.suffix.lower() in KINDS:  # nothing else is part of a report
                    data = await file.read()
                    known.update(f"{path}\0{len(data)}\0".encode() + data)
                    await to_thread.run_sync(_keep, unnamed / path, data)
        yield Sent(await to_thread.run_sync(_root, unnamed), top, known.hexdigest())


@asynccontextmanager
async def filled_in(request: Request) -> AsyncIterator[tuple[dict[str, object], Path | None]]:
    """A form that begins a folder: its ``name``, ``year`` and ``topics``, and the ledger's file if one came along.

    Raises:
        HTTPException: it is too large, or its file has a name that no file has.

    """
    with tempfile.TemporaryDirectory(prefix="arsredovisning-", ignore_cleanup_errors=True) as place:
        async with _form(request, files=1, fields=_FIELDS) as form:
            typed = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
            told: dict[str, object] = dict(typed)
            told["topics"] = [value for name, value in typed if name == "topic"]
            file = form.get("file")
            path = inside(file.filename or "") if isinstance(file, UploadFile) else None
            ledger = Path(place) / path.name if path else None
            if ledger is not None and isinstance(file, UploadFile):
                await to_thread.run_sync(_keep, ledger, await file.read())
        yield told, ledger


@asynccontextmanager
async def _form(request: Request, files: int = MOST_FILES, fields: int = 8) -> AsyncIterator[FormData]:
    try:
        form = await limited(request).form(max_files=files, max_fields=fields, max_part_size=4096)
    except HTTPException as error:
        if error.status_code != _NOT_PARSED:
            raise
        many = str(error.detail).startswith("Too many files")
        raise HTTPException(413 if many else 400, TOO_MANY if many else NOT_WHOLE) from error
    try:
        yield form
    finally:
        await form.close()


def _keep(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except (OSError, ValueError) as error:
        raise HTTPException(422, BAD_NAME.format(name=target.name[:_SHOWN])) from error


def inside(name: str) -> PurePosixPath | None:
    """A name that a browser gives as a path within a folder; None for one that no report is made of.

    Raises:
        HTTPException: it would lead out of the folder, or no file can have it.

    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", "."}]
    if not parts or any(part.startswith((".", "~$")) and part != ".." for part in parts):
        return None
    wrong = any(
        part == ".."
        or part.endswith(" ")
        or set(part) & set('<>:"|?*\x00')
        or not part.isprintable()
        or _DEVICES.fullmatch(part)
        for part in parts
    )
    if wrong or len(parts) > _DEEPEST + 1 or max(map(len, parts)) > _LONGEST:
        raise HTTPException(422, BAD_NAME.format(name=parts[-1][:_SHOWN]))
    return PurePosixPath(*parts)


def _root(top: Path) -> Path:
    """The folder that was dropped; where several things came, or a workbook alone, the place that they lie in."""
    found = listed(top)
    return found[0] if len(found) == 1 and is_folder(found[0], top) else top
