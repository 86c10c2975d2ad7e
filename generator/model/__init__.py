"""The facts and registers of an annual report: what may be typed, and what each typed thing means."""
