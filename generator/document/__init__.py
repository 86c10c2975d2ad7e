"""The document: from Blocks and Tables to HTML and PDF. The only part that knows Jinja2 and WeasyPrint."""
