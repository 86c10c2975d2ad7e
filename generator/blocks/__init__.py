"""What the report is put together of: blocks, tables of words, charts, and the part that makes them."""
