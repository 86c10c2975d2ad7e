"""The report made once, for all its editions: its blocks in order, with what its texts may refer to."""
