"""What is read of a ledger (*huvudbok*): SIE files, pasted lists and lists in Excel or CSV, all into one type."""
