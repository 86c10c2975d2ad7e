"""The members (*medlemmar*) and their contributions."""
