"""Money granted for coming years (*beviljade medel*)."""
