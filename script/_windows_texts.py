"""What the folder for Windows says: the file that is double-clicked, and the few lines to read."""

ENCODING_OF_NOTES = "utf-8-sig"
"""Notepad of any age knows UTF-8 by its mark."""

START = "Årsredovisning.cmd"
NOTES = "LÄS MIG.txt"
COMMANDS = "program/arsredovisning.cmd"

# The folder's path is taken as it is: `cd` cannot go to a network share, and a drive that `pushd` lends would be taken
# back while the program runs. Commands are ASCII; what is told stands last, after `chcp`, in UTF-8.
START_TEXT = """\
@echo off
setlocal DisableDelayedExpansion
chcp 65001 >nul
if not exist "%~dp0program\\python\\pythonw.exe" goto packed
start "" "%~dp0program\\python\\pythonw.exe" "%~dp0program\\start.pyw" %*
if errorlevel 1 goto blocked
echo.
echo   Sidan öppnas strax i webbläsaren. Det här fönstret stängs av sig självt.
timeout /t 8 >nul 2>nul
exit /b 0
:packed
echo.
echo   Packa upp mappen först: stäng fönstret, högerklicka på zip-filen, välj Extrahera alla,
echo   och dubbelklicka på Årsredovisning i mappen som öppnas.
goto wait
:blocked
echo.
echo   Windows stoppade programmet. Läs om det i LÄS MIG, eller fråga den som sköter datorn.
:wait
echo.
echo   Tryck på en tangent för att stänga fönstret.
pause >nul
exit /b 1
"""

COMMANDS_TEXT = """\
@echo off
setlocal DisableDelayedExpansion
"%~dp0python\\python.exe" "%~dp0command.py" %*
"""
"""The commands of the handbook, for who has a terminal."""

NOTES_TEXT = """\
ÅRSREDOVISNING FÖR SAMORDNINGSFÖRBUND, {version}

Ingenting behöver installeras. Så här gör du:

1. Packa upp zip-filen: högerklicka på den, välj Extrahera alla. Lägg mappen var du vill, till exempel i Dokument.
2. Dubbelklicka på Årsredovisning i den uppackade mappen. En sida öppnas i din webbläsare.
   Du kan också dra förbundets mapp eller arbetsbok till filen Årsredovisning.
3. Sidan visas bara på din dator, och ingenting skickas därifrån. I arbetsboken ändrar programmet aldrig något.

OM WINDOWS SÄGER NEJ

- "Windows skyddade datorn": välj Mer information, Kör ändå. Eller innan du packar upp: högerklicka på zip-filen,
  välj Egenskaper, kryssa för Avblockera.
- "Blockerat av administratören": bara de som sköter datorn kan tillåta programmet. Fråga dem, eller om kansliet har
  programmet på en server, som öppnas i webbläsaren.
- Ingenting händer: packa upp zip-filen igen, i en mapp med kort sökväg. Något antivirusprogram kan ha tagit en fil.

Ta bort mappen, så är programmet borta. Handboken berättar allt: program\\handbok.md.
Delarna, vems de är och deras licenser: program\\licenser.txt.
"""

LICENCES_TEXT = """\
PROGRAMMETS DELAR OCH DERAS LICENSER

Licensernas texter ligger i mappen program\\licenser, Pythons i program\\python\\LICENSE.txt.
Pango, GLib och FriBidi (LGPL 2.1 eller senare), HarfBuzz, fontconfig, FreeType, Expat, libffi, libpng, PCRE2, zlib
och bzip2 (MIT och liknande) ligger oförändrade i program\\pango och kan bytas mot andra. Källkoden finns hos
gstreamer.freedesktop.org. LGPL:s text ligger också hos pyphen, i program\\licenser\\pyphen.

{parts}"""

GUI = '''\
"""What a double click starts."""

try:
    from generator.double_click import main
except Exception:
    import ctypes

    ctypes.windll.user32.MessageBoxW(
        None,
        "Programmets mapp är inte hel. Packa upp zip-filen igen, och dubbelklicka på Årsredovisning i den nya mappen.",
        "Årsredovisning",
        0x10,
    )
else:
    if __name__ == "__main__":  # other processes of the program read this file too
        main()
'''

COMMAND = '''\
"""What a command in a terminal starts."""

from generator.start import main

if __name__ == "__main__":  # other processes of the program read this file too
    main()
'''


def lines_of_windows(text: str) -> str:
    """The text with the line ends that Windows has."""
    return text.replace("\n", "\r\n")
