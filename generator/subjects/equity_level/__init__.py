"""Equity against the contributions."""
