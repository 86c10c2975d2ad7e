"""From one year's folder to the next: the workbook rolled forward, the texts marked, the look copied."""
