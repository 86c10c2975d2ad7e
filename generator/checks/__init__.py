"""Checks: what is wrong or worth knowing, said in Swedish with tab and cell."""
