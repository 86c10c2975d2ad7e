"""The board (*styrelsen*) and the page where it signs."""
