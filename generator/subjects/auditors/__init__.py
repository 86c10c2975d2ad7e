"""The auditors (*revisorer*) and the page where they sign."""
