"""Number formats: what a cell shows of the value that it holds, as a Swedish Excel shows it."""
