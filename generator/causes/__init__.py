"""What may explain a difference: a search among the typed cells, of which it knows no single rule. Pure."""
