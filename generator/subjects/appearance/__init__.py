"""The look of the report (*utseende*), as the workbook chooses it."""
