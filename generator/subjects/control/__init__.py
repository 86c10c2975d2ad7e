"""Control amounts (*avstämning*)."""
