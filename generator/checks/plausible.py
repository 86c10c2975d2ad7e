"""The rules of plausibility: what is possible but unlikely, and what to ask about it. None of them stops a report."""

from generator.checks.plausible_amounts import RULES as AMOUNTS
from generator.checks.plausible_texts import RULES as TEXTS

RULES = (*AMOUNTS, *TEXTS)
