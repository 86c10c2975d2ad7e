"""The appendices (*bilagor*)."""
