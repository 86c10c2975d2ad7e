"""Tables of the association's own (*egna tabeller*)."""
