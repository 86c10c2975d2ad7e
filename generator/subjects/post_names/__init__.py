"""The association's own names of posts (*egna namn på poster*)."""
