"""What the ledger books: its accounts become the rows that would else be typed, as *Kontoplan* says."""
