"""What the accounts of a ledger most likely become in the report, and how sure that is. Pure: no file, no workbook."""
