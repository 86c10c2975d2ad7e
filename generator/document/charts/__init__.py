"""Charts drawn as vector graphics."""
