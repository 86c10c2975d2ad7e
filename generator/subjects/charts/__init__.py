"""Diagrams (*diagram*)."""
