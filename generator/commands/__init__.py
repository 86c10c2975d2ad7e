"""Commands with a module of their own, each put into the group by ``generator.cli``."""

GOOD, ERRORS, USAGE, UNREADABLE = 0, 1, 2, 3
"""The exit statuses: good, errors found, wrong usage, a file that could not be read or written."""
