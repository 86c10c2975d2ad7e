"""The look: settings with a stated precedence, the folders they come from, and what is judged of them.

Knows neither Jinja2 nor WeasyPrint, so that ``check`` can judge a look without loading them.
"""
