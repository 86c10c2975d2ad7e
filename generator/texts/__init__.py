"""The report's texts: read from cells, Word and Markdown files, placed in the outline, parsed and judged.

Together with ``document`` the only part that knows markdown-it.
"""
