"""The ledger as the source of the amounts: the chart of accounts (*Kontoplan*) and what each account becomes."""
