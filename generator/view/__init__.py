"""What templates see of a report: frozen parts of texts and classes, made of its blocks."""
