"""The forms that the insatser fill in: written from a workbook, mailed out, and read back as if typed in its tabs."""
