"""The balance requirement (*balanskrav*)."""
