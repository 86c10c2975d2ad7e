"""The workbook: the only part that knows openpyxl. Reading gives raw values with Sources; writing makes new ones."""
