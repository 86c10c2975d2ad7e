"""Addresses that are written out are links."""

from xml.etree.ElementTree import fromstring

import pytest

from generator.document.addresses import link_addresses


def linked(html: str) -> list[tuple[str, str]]:
    root = fromstring(f"<body>{html}</body>")  # noqa: S314 - our own
    before = "".join(root.itertext())
    link_addresses(root)
    assert "".join(root.itertext()) == before
    return [(link.get("href", ""), link.text or "") for link in root.iter("a")]


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<p>Läs på www.exempel.se.</p>", [("https://www.exempel.se", "www.exempel.se")]),
        ("<p>Läs på exempel.se, eller <b>https://a.se/b?c=1</b>.</p>", ["https://exempel.se", "https://a.se/b?c=1"]),
        (
            "<p>Skriv till <b>oss</b>: info@exempel.se (kansli@exempel.se).</p>",
            ["mailto:info@exempel.se", "mailto:kansli@exempel.se"],
        ),
        ('<p><a href="https://x.se">exempel.se</a></p>', ["https://x.se"]),
        ("<p>Bilden karta.png, 1.5 procent, t.ex. kl. 10.30.</p><code>a.se</code>", []),
        ("<p>Rapporten lämnas.Se bilaga 1.</p>", []),
    ],
)
def test_an_address_is_a_link_with_its_own_words(html: str, links: list[object]) -> None:
    found = linked(html)
    assert found == links or [address for address, _ in found] == links
