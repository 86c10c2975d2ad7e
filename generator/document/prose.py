"""Prose: Markdown from the workbook to HTML. Texts are data: no HTML passes through, and nothing in them runs."""

from functools import cache

from markdown_it import MarkdownIt


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def prose_html(text: str) -> str:
    """Turn a text into HTML; empty for no text."""
    return str(_parser().render(text)) if text else ""
