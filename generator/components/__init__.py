"""The parts of a report, one module per part. Each tells what it is called in the outline and what it shows."""
