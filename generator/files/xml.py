"""XML of somebody else's, parsed without what may mean endless text or other files."""

from xml.etree.ElementTree import Element, ParseError


def parsed(xml: bytes) -> Element | None:
    """Parse XML; None for what is none, or may not be parsed."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - needed only where there is a Word file
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(xml)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    return root
