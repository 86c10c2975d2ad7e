"""Annual reports for Swedish coordination associations (samordningsförbund), from a workbook to a PDF.

The way of the data, one direction, every arrow a function that a test can call:

    workbook  cells -> raw values with their Sources
    model     raw rows -> validated rows -> Facts
    figures   Facts -> Figures -> Tables, by declarations
    checks    Facts and Figures -> Findings
    document  Blocks and Tables -> HTML -> PDF

``pipeline`` chains them, ``cli`` is the command line, ``output`` the only place that writes a finished file.
"""

__version__ = "0.1.0"
