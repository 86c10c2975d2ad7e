"""What one begins with: a new folder of what is filled in, or one of those that are there already."""

from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from generator.desk import home
from generator.desk.line import Pool
from generator.desk.pages import begin_page
from generator.desk.uploads import filled_in
from generator.desk.workers import DRAWING
from generator.starter.names import likely_year

Follow = Callable[[Path], Awaitable[None]]
"""Lets the page follow a folder from now on."""
_UNKNOWN = "Mappen finns inte längre bland dina dokument. Ladda om sidan."
_NOT_SHOWN = "Det gick inte att öppna den härifrån. Öppna den själv: {path}"


@dataclass(frozen=True, slots=True)
class Known:
    """A folder with an underlag, as the page shows it: its path, its name and what it lies in."""

    path: str
    name: str
    within: str


def known() -> tuple[Known, ...]:
    """The folders that the user of this machine has among the documents."""
    return tuple(Known(str(path), path.name, path.parent.name) for path in home.known())


class Starting:
    """Answers what is asked before there is a folder; ``follow`` is None where many are served, who have none here."""

    def __init__(self, pool: Pool, follow: Follow | None) -> None:
        """Keep who does the work."""
        self._pool, self._follow = pool, follow

    def routes(self) -> list[Route]:
        """What it answers to."""
        own = [Route("/chosen", self.chosen, methods=["POST"])] if self._follow else []
        return [Route("/new", self.page), Route("/begun", self.begun, methods=["POST"]), *own]

    async def page(self, request: Request) -> Response:
        """The form."""
        del request
        year = likely_year(date.today())  # noqa: DTZ011 - the user's own day
        return HTMLResponse(begin_page(year, str(home.documents()) if self._follow else ""))

    async def begun(self, request: Request) -> Response:
        """A new folder of the form: written among the user's documents, or sent as one file."""
        async with filled_in(request) as (form, ledger):
            task = {"begin": form, "ledger": str(ledger or ""), "at_home": self._follow is not None}
            answer = await self._pool.ask(task, DRAWING)
        if self._follow:
            await self._follow(Path(answer.name))
            return JSONResponse({"told": answer.told})
        return JSONResponse({"told": answer.told, "name": answer.name, "zip": b64encode(answer.data).decode()})

    async def chosen(self, request: Request) -> Response:
        """Follow one of the folders that the page has shown."""
        wanted = request.query_params.get("folder", "")
        found = next((each for each in await to_thread.run_sync(known) if each.path == wanted), None)
        if found is None or self._follow is None:
            raise HTTPException(422, _UNKNOWN)
        await self._follow(Path(found.path))
        return JSONResponse({"folder": found.path})


async def shown(path: Path) -> Response:
    """Open a folder or a workbook with the user's own program."""
    try:
        await to_thread.run_sync(home.show, path)
    except OSError as error:
        raise HTTPException(422, _NOT_SHOWN.format(path=path)) from error
    return JSONResponse({})
