"""The fetcher that WeasyPrint is given: what a page may fetch while it is drawn, and nothing else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import Any

from generator.document.fetched import Allowed, fetched

_NOTHING_HELD: Mapping[str, bytes] = MappingProxyType({})


def closed_fetcher(
    weasyprint: ModuleType, allowed: Allowed, held: Mapping[str, bytes] = _NOTHING_HELD
) -> Callable[[str], Any]:
    """A fetcher for WeasyPrint that reads what is allowed, and raises ValueError, with a sentence, for all else.

    ``held`` are pictures (JPEG) of our own making, by address.
    A style sheet that is more than can be drawn is a LookFaultError.
    """

    class Response(weasyprint.urls.URLFetcherResponse):  # type: ignore[name-defined,misc]
        path = None
        """What has been read is not read again from its file, which may be another by then."""

    class ClosedFetcher:
        _fail_on_errors = True  # asked for by WeasyPrint: whatever is refused stops the drawing

        def __call__(self, url: str) -> Any:
            found = fetched(url, allowed, held)
            return Response(url, found.data, {"Content-Type": found.kind})

    return ClosedFetcher()
