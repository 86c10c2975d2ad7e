"""The JSON edition of a report: every figure and table for other programs, and last year's as a control of this year's.

``schema`` says what the file holds, as pydantic models; ``read`` reads last year's, and ``guide`` makes the chapters
of docs/json.md and the JSON Schema. ``json_edition`` writes it.
"""
