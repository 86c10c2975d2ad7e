"""Fixed assets and provisions from opening to closing, and the investment statement."""
