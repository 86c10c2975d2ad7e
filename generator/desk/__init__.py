"""The desk: a page to work at, which shows the report beside what is found in it, and follows each save."""
