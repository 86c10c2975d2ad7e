"""The JSON edition as it is written: a report's figures and tables in the form of ``edition.schema``."""
