"""The application: a page, what it asks for, and the news that something was saved. One for a folder, one for many."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

from anyio import Event, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from generator import __version__
from generator.desk.guard import FRAME_POLICY
from generator.desk.line import Pool
from generator.desk.pages import page
from generator.desk.starting import Starting, known, shown
from generator.desk.uploads import received
from generator.desk.watched import saves
from generator.desk.workers import DRAWING, EXAMINING, Answer, WorkError
from generator.ground.places import desk_folder
from generator.texts.files import text_files
from generator.workbook.load import find_workbook

_PARTS = ("report", "figures", "changes")
_FRAME = (
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Rapporten</title></head><body></body></html>'
)
_NOT_THERE, _NOBODYS = "Sidan finns inte.", frozenset((404, 405))
_BEAT = 15.0
"""Seconds between signs of life to a page that nothing happens to."""


class Folder:
    """The folder that is watched: its last examination, begun anew at each save, and those who wait for news of it."""

    def __init__(self, given: Path, examining: Pool, sketching: Pool) -> None:
        """Begin with nothing examined."""
        self.given, self._examining, self._sketching = given, examining, sketching
        self._session, self.version = secrets.token_hex(4), 0
        self._now: asyncio.Task[Answer] | None = None
        self._changed = asyncio.Condition()
        self._stop = Event()

    @property
    def key(self) -> str:
        """What the examination of the files as they are now is known by."""
        return f"{self._session}-{self.version}"

    async def watch(self) -> None:
        """Examine at each save, until it is stopped."""
        self._begin()
        async for _ in saves(self.given, self._stop):
            self.version += 1
            self._begin()
            async with self._changed:
                self._changed.notify_all()

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()

    def _begin(self) -> None:
        self._now = asyncio.create_task(self._both())

    async def _both(self) -> Answer:
        """What is found and the report as it stands, side by side: who reads the report waits for no judgement."""
        given = {"folder": str(self.given), "key": self.key}
        async with asyncio.TaskGroup() as group:
            found = group.create_task(self._examining.ask(given, EXAMINING + DRAWING))
            drawn = group.create_task(self._sketching.ask({**given, "sketch": True}, EXAMINING + DRAWING))
        return Answer(joined(found.result().data, drawn.result().data))

    async def examined(self) -> Answer:
        """What the last save came to; where another save comes meanwhile, what that one comes to.

        Raises:
            WorkError: nothing could be made of it.

        """
        while True:
            version = self.version
            if self._now is None or (self._now.done() and (self._now.cancelled() or self._now.exception())):
                self._begin()
            try:
                answer = await asyncio.shield(self._now)  # type: ignore[arg-type]
            except* WorkError as errors:
                raise errors.exceptions[0] from None
            if version == self.version:
                return answer

    async def news(self) -> AsyncIterator[str]:
        """A line for each save, and now and then one that tells nothing."""
        told = -1
        while not self._stop.is_set():
            if told != self.version:
                told = self.version
                yield f"event: saved\ndata: {told}\n\n"
            try:
                async with asyncio.timeout(_BEAT), self._changed:
                    await self._changed.wait_for(lambda: self.version != told)  # noqa: B023
            except TimeoutError:
                yield ": \n\n"


class Desk:
    """Answers what a page asks, of its folder or of files that it sends along."""

    def __init__(self, examining: Pool, drawing: Pool, sketching: Pool | None) -> None:
        """Keep who does the work; with ``sketching`` it is for the user of this machine, whose folders it follows."""
        self._examining, self._drawing, self._sketching = examining, drawing, sketching
        self._folder: Folder | None = None
        self._watching: asyncio.Task[None] | None = None

    async def follow(self, given: Path) -> None:
        """Follow a folder from now on, and the one before it no longer."""
        self.stop()
        self._folder = Folder(given, self._examining, self._sketching or self._examining)
        self._watching = asyncio.create_task(self._folder.watch())

    def stop(self) -> None:
        """Follow nothing any longer."""
        if self._folder and self._watching:
            self._folder.stop()
            self._watching.cancel()
        self._folder = None

    async def left(self, request: Request) -> Response:
        """Back to where one begins."""
        del request
        self.stop()
        return JSONResponse({})

    async def shown(self, request: Request) -> Response:
        """Open the workbook, the first file of texts or the folder with the user's own program."""
        if self._folder is None:
            raise HTTPException(404)
        workbook, _ = find_workbook(self._folder.given)
        texts = next(iter(text_files(workbook.parent)), workbook.parent)
        places = {"workbook": workbook, "texts": texts}
        return await shown(places.get(request.query_params.get("what", ""), workbook.parent))

    async def page(self, request: Request) -> Response:
        """The page itself."""
        del request
        name = self._folder.given.name if self._folder else ""
        is_at_home = self._sketching is not None
        there = await to_thread.run_sync(known) if is_at_home and not self._folder else ()
        return HTMLResponse(page(folder=name, version=__version__, known=there, is_at_home=is_at_home))

    async def frame(self, request: Request) -> Response:
        """What a report is put into."""
        del request
        return HTMLResponse(_FRAME, headers={"content-security-policy": FRAME_POLICY})

    async def examined(self, request: Request) -> Response:
        """What there is to say of the folder, or of the files that came along."""
        parts = [each for each in request.query_params.get("parts", "").split(",") if each in _PARTS]
        if self._folder and not _sends(request):
            if parts == ["report"]:
                answer = await self._folder.examined()
            else:
                task = {"folder": str(self._folder.given), "key": self._folder.key, "parts": parts}
                answer = await self._examining.ask(task, EXAMINING + DRAWING)
            return Response(answer.data, media_type="application/json")
        async with received(request) as sent:
            answer = await self._examining.ask(
                {**sent.task, "parts": parts}, EXAMINING + DRAWING, request.is_disconnected
            )
        return Response(answer.data, media_type="application/json")

    async def made(self, request: Request) -> Response:
        """A file that a button asks for."""
        what = request.query_params.get("what", "")
        if self._folder and not _sends(request):
            task = {"folder": str(self._folder.given), "key": self._folder.key, "what": what}
            return _download(await self._drawing.ask(task, DRAWING))
        async with received(request) as sent:
            return _download(await self._drawing.ask({**sent.task, "what": what}, DRAWING, request.is_disconnected))

    async def kept(self, request: Request) -> Response:
        """A copy of the folder as it is sent out now, kept beside the workbook."""
        del request
        if self._folder is None:
            raise HTTPException(404)
        task = {"folder": str(self._folder.given), "key": self._folder.key, "keep": True}
        answer = await self._drawing.ask(task, DRAWING)
        return JSONResponse({"name": answer.name})

    async def news(self, request: Request) -> Response:
        """The saves of the folder, as they come."""
        del request
        if self._folder is None:
            raise HTTPException(404)
        return StreamingResponse(self._folder.news(), media_type="text/event-stream")


def application(
    examining: Pool,
    drawing: Pool,
    given: Path | None = None,
    begun: Callable[[], None] = lambda: None,
    *,
    sketching: Pool | None = None,
) -> Starlette:
    """The application of a folder, or of all that is dropped on the page. ``begun`` is called when it can be asked.

    With ``sketching`` it is for the user of this machine, whose own folders may be chosen, begun and followed.
    """
    is_at_home = sketching is not None
    desk = Desk(examining, drawing, sketching)
    own = (
        [
            Route("/kept", desk.kept, methods=["POST"]),
            Route("/left", desk.left, methods=["POST"]),
            Route("/shown", desk.shown, methods=["POST"]),
        ]
        if is_at_home
        else []
    )

    @asynccontextmanager
    async def alive(app: Starlette) -> AsyncIterator[None]:
        del app
        await to_thread.run_sync(examining.begin)
        if given:
            await desk.follow(given)
        begun()
        yield
        desk.stop()
        for pool in filter(None, (examining, drawing, sketching)):
            pool.end()

    return Starlette(
        routes=[
            Route("/", desk.page),
            Route("/frame", desk.frame),
            Route("/news", desk.news),
            Route("/examined", desk.examined, methods=["POST"]),
            Route("/made", desk.made, methods=["POST"]),
            *own,
            *Starting(drawing, desk.follow if is_at_home else None).routes(),
            Mount("/static", StaticFiles(directory=desk_folder("static"))),
        ],
        lifespan=alive,
        exception_handlers={WorkError: _could_not, HTTPException: _refused, Exception: _broke},
    )


def joined(one: bytes, other: bytes) -> bytes:
    """Two objects of JSON as one."""
    return one.rstrip()[:-1] + b", " + other.lstrip()[1:]


def _sends(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("multipart/")


def _download(answer: Answer) -> Response:
    name = quote(answer.name)
    return Response(
        answer.data,
        media_type="application/octet-stream",
        headers={"content-disposition": f"attachment; filename*=UTF-8''{name}"},
    )


async def _could_not(request: Request, error: Exception) -> Response:
    del request
    busy = isinstance(error, WorkError) and error.busy
    return JSONResponse({"problem": str(error)}, 503 if busy else 422, {"retry-after": "3"} if busy else None)


async def _refused(request: Request, error: Exception) -> Response:
    del request
    status = error.status_code if isinstance(error, HTTPException) else 400
    told = str(error.detail) if isinstance(error, HTTPException) else ""
    return JSONResponse({"problem": _NOT_THERE if status in _NOBODYS else told}, status)


async def _broke(request: Request, error: Exception) -> Response:
    del request, error
    return JSONResponse({"problem": "Ett fel i programmet stoppade det. Ladda om sidan."}, 500)
