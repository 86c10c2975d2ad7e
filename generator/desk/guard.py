"""Who may ask: the page itself, on this machine or behind the office's log-in, and nobody's page else."""

import hmac
import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
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


class Guard:
    """Lets in what comes to a known host, from the page's own origin, with the token in its address."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], token: str = "", scheme: str = "http") -> None:
        """Guard an application. ``hosts`` as in addresses (``127.0.0.1:8000``); without a token anybody may ask."""
        self._app, self._token = app, token
        self._hosts = frozenset(host.lower() for host in hosts)
        self._origins = frozenset(f"{scheme}://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it without a word of what is inside."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        inner = self._inner(str(scope["path"]))
        if inner is None or not self._is_own(Headers(scope=scope), str(scope["method"])):
            await _headed(PlainTextResponse("Sidan finns inte.", 404))(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {"content-security-policy": POLICY, **_ALWAYS}.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app({**scope, "path": inner, "raw_path": inner.encode()}, receive, headed)

    def _inner(self, path: str) -> str | None:
        """The path without the token; None where it has not the right one."""
        if not self._token:
            return path
        found = _TOKEN.match(path)
        given = found[1] if found else ""
        return found[2] if found and hmac.compare_digest(given.encode(), self._token.encode()) else None

    def _is_own(self, headers: Headers, method: str) -> bool:
        if headers.get("host", "").lower() not in self._hosts:
            return False  # another name that leads here: DNS rebinding
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin.lower() not in self._origins:
            return False
        if method in {"GET", "HEAD"}:
            return site in {None, "none", "same-origin"}
        return method == "POST" and site in {None, "same-origin"} and headers.get(MARK) == "1"


def _headed(response: PlainTextResponse) -> PlainTextResponse:
    response.headers.update({"content-security-policy": POLICY, **_ALWAYS})
    return response
