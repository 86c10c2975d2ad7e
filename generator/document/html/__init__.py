"""From the view to HTML: templates in a sandbox, base's with the look's own above them. No other room knows Jinja2."""
