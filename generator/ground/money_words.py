"""The words for kronor, thousands and millions in a cell, the same wherever a number is read; prose has more forms."""

from collections.abc import Mapping
from decimal import Decimal

from generator.ground.formatting import KRONOR, MILLIONS, THOUSANDS

SPELLINGS: Mapping[str, tuple[str, ...]] = {
    KRONOR: ("kr", "kr.", "kronor", "sek", ":-", ",-"),
    THOUSANDS: ("tkr", "kkr", "ksek", "tusen kr", "tusen kronor", "tusental kronor"),
    MILLIONS: ("mnkr", "mkr", "msek", "mn kr", "milj kr", "milj. kr", "miljoner kr", "miljoner kronor"),
}
"""What each unit is called, folded."""

UNIT_OF: Mapping[str, str] = {word: unit for unit, words in SPELLINGS.items() for word in words}
"""The unit that a word means."""

IN_WORDS = {Decimal(1): "kronor", Decimal(1000): "tusental kronor", Decimal(1_000_000): "miljoner kronor"}
"""What a unit of so many kronor is called in a message."""
