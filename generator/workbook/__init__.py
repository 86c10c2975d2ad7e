"""The workbook: what is read gives raw values with Sources; what is written is new, by openpyxl, known here only."""
