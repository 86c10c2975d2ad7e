"""SIE files of types 1 to 4: read into a Ledger, and judged by what they say of themselves."""
