"""Indicators (*indikatorer*)."""
