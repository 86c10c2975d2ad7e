"""The web edition: the report of the same templates as one file for a browser, which needs nothing else."""
