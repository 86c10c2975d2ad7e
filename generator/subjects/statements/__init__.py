"""The statements and notes (*räkningar och noter*), and the list of contents, as they are shown."""
