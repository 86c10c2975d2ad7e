"""What the page's buttons order, and why it may not be had."""

from dataclasses import dataclass

from generator.pipeline import Examination
from generator.workbook.load import WORKBOOK_NAME

_HAS_ERRORS = "Underlaget har fel. Rätta dem först: de står under Kontroller."


class CannotMakeError(Exception):
    """What was asked for cannot be made; ``str`` of it is a Swedish sentence."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a file is made of. ``is_at_home``: the underlag lies where its user has it, so that links lead there."""

    examination: Examination
    is_at_home: bool

    @property
    def whole(self) -> Examination:
        """The examination, where it is without errors.

        Raises:
            CannotMakeError: it has some.

        """
        if self.examination.has_errors or self.examination.report is None:
            raise CannotMakeError(_HAS_ERRORS)
        return self.examination

    @property
    def name(self) -> str:
        """What files are called: as the folder, or the workbook where it has a name of its own."""
        path = self.examination.path
        return path.resolve().parent.name if path.name == WORKBOOK_NAME else path.stem
