"""Whether a workbook that is examined anew, after a change, is told of as one that nobody has examined before."""

import sys
from functools import _lru_cache_wrapper

from generator.pipeline import Examination, examine
from generator.workbook import kept


def forget() -> None:
    """Forget the tabs that were read, and what was remembered of texts."""
    kept._GRIDS.clear()
    kept._LATEST.clear()
    modules = [module for name, module in sys.modules.items() if name.startswith("generator")]
    for each in (each for module in modules for each in vars(module).values()):
        if isinstance(each, _lru_cache_wrapper) and each.cache_info().maxsize is not None:
            each.cache_clear()


def as_saved(before: Examination, changed: Examination) -> tuple[Examination, Examination]:
    """Examine the changed workbook as one that has been saved, after the one before; and as the first one."""
    forget()
    held = examine(before.path)
    warm = examine(changed.path)
    del held
    forget()
    return warm, examine(changed.path)
