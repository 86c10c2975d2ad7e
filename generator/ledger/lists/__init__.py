"""Lists of accounts (*saldolista*, *balansrapport*, *resultatrapport*) in a tab, an Excel file or a CSV file."""
