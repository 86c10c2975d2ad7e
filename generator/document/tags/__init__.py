"""The tag tree of a PDF put right: what a screen reader reads."""
