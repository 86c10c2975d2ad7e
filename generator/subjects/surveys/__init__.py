"""Surveys (*enkäter*) and response rates (*svarsfrekvenser*)."""
