"""What sentences claim of a report's figures: numbers in words and digits, the year they speak of, what they are about.

Pure reading: nothing here compares. ``generator/checks/prose.py`` does, with the figures.
"""
