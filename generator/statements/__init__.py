"""What the law's statements are, each said once: its lines, sums and signs. All else is made of these values."""
