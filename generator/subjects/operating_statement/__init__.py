"""The operating statement (*driftredovisning*), and the analysis of its deviations."""
