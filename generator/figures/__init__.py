"""Figures: everything that the report says in numbers, derived from the Facts by declarations."""
