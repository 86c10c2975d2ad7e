"""Drafts: what is put on the pages of a report that is laid out already, so that none of its own places move."""
