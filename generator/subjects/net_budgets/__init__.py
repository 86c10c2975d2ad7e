"""Budgets that the board decided only as the net of income and costs (*nettobudget*)."""
