"""The rules of the report's texts, from cells and from text files."""
