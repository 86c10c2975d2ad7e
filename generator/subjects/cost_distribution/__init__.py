"""The cost distribution (*kostnadsfördelning*)."""
