"""Equity: the balance requirement (*balanskrav*), and its level against the contributions."""
