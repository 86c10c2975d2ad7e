"""What everything stands on: names, formatting, sources, dates, pictures. Knows nothing of the rest."""
