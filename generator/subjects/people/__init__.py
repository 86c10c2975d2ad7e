"""Those who decide, audit and sign: the board, the auditors, and their pages."""
