"""Who may ask: the page itself, on this machine or behind the office's log-in, and nobody's page else."""

import hmac
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FRAME_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""The frame holds a report, which has its style in it, and nothing that runs."""
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
MARK = "x-arsredovisning"
"""A header that no other site's page can send without asking first."""
_TOKEN = re.compile(r"^/([^/]+)(/.*)$")


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the page is asked for: hosts as in addresses (``127.0.0.1:8000``), the origins of its own pages.

    ``prefix`` (``/arsredovisning``) is what all its paths begin with. With a ``token`` they begin with that as well;
    without one anybody who is let through to it may ask.
    """

    hosts: frozenset[str]
    origins: frozenset[str]
    token: str = ""
    prefix: str = ""


def doors(
    own: Collection[str], public: Collection[str] = (), token: str = "", prefix: str = "", scheme: str = "https"
) -> Doors:
    """Doors at addresses of this machine, and at those that lead to it through a proxy."""
    here, there = ({each.lower() for each in hosts} for hosts in (own, public))
    origins = {f"http://{host}" for host in here} | {f"{scheme}://{host}" for host in there}
    return Doors(frozenset(here | there), frozenset(origins), token, prefix)


class Guard:
    """Lets in what comes to a known host, from the page's own origin, with the token in its address."""

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        """Guard an application."""
        self._app, self._doors = app, doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it without a word of what is inside."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        path, method, headers = str(scope["path"]), str(scope["method"]), Headers(scope=scope)
        inner = self._inner(path)
        if inner is None or not self._is_own(inner, method, headers):
            await _headed(PlainTextResponse("Sidan finns inte.", 404))(scope, receive, send)
            return
        if not inner:
            await _headed(RedirectResponse(f"{self._doors.prefix}/", 308))(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {"content-security-policy": POLICY, **_ALWAYS}.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app({**scope, "path": inner, "raw_path": quote(inner).encode()}, receive, headed)

    def _inner(self, path: str) -> str | None:
        """The path without prefix and token, empty for the prefix alone; None where they are not the right ones."""
        prefix, token = self._doors.prefix, self._doors.token
        if not path.startswith(prefix):
            return None
        path = path[len(prefix) :]
        if not token:
            return path if path.startswith("/") or not path else None
        found = _TOKEN.match(path)
        given = found[1] if found else ""
        return found[2] if found and hmac.compare_digest(given.encode(), token.encode()) else None

    def _is_own(self, inner: str, method: str, headers: Headers) -> bool:
        if headers.get("host", "").lower() not in self._doors.hosts:
            return False  # another name that leads here: DNS rebinding
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin.lower() not in self._doors.origins:
            return False
        if method in {"GET", "HEAD"}:
            return site in {None, "none", "same-origin"} or (inner in {"", "/"} and self._is_visit(headers))
        return method == "POST" and site in {None, "same-origin"} and headers.get(MARK) == "1"

    def _is_visit(self, headers: Headers) -> bool:
        """Whether somebody comes by a link, or from the log-in, to the page as a whole; not where it has a token."""
        whole = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return whole and not self._doors.token


def _headed(response: Response) -> Response:
    response.headers.update({"content-security-policy": POLICY, **_ALWAYS})
    return response
