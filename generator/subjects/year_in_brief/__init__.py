"""The year in brief (*året i korthet*)."""
