"""From HTML to PDF: drawing with WeasyPrint, and what it leaves undone."""
