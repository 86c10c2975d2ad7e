"""The auditor's papers: a workbook of live reconciliations and a PDF, made of an examination and nothing else."""
