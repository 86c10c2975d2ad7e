"""The statements and notes (*räkningar och noter*), as they are shown."""
