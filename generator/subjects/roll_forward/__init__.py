"""Provisions and fixed assets from opening to closing."""
