"""A new underlag: the workbook and the Word file that a folder holds before anyone has typed in it."""
