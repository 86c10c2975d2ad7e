"""Participants (*deltagare*), with small numbers protected."""
