"""The two drafts of a report: one for the board, and one to work with, which prints what is left to look at."""

from enum import StrEnum


class Draft(StrEnum):
    """A draft, by whom it is for.

    *Styrelseutkast* goes out with the notice of a meeting: the report with UTKAST on every page and nothing else. The
    board decides on its figures and sees no findings, so that none of them may be an error. *Arbetsutkast* is for those
    who make the report, and the auditors: its findings stand in the margin, errors too, where they bite.
    """

    BOARD = "styrelse"
    WORK = "arbete"

    @property
    def mark(self) -> str:
        """What the draft calls itself: on its cover, on each of its pages and in its title."""
        return {Draft.BOARD: "Utkast", Draft.WORK: "Arbetsutkast"}[self]

    @property
    def may_have_errors(self) -> bool:
        """Whether it may be made of an underlag with errors: only what tells them may."""
        return self is Draft.WORK
