"""The subjects of a report, a folder for each: what is typed, derived, judged and shown. ``registry`` lists them."""
