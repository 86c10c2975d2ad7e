"""The multi-year overview (*flerårsöversikt*)."""
