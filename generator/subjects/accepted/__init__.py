"""Accepted deviations (*godtagna avvikelser*)."""
