"""The goals (*mål*), and how far they were reached."""
