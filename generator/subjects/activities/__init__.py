"""The activities (*verksamheter*): what each costs and brings in, and how costs are divided among them."""
