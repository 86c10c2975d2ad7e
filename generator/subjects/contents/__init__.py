"""The list of contents (*innehållsförteckning*)."""
