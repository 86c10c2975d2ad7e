"""What the report is put together of: blocks, tables, charts; the subject that makes them, the case it judges."""
