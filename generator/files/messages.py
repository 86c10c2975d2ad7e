"""What may be wrong with a picture file, in words."""

from generator.findings.rule import FEL, Rule

PICTURE_MISSING = Rule(
    "picture_missing",
    FEL,
    "Bilden finns inte",
    "Bildfilen {found} finns inte i mappen {folder}.{hint}",
    "Lägg filen i samma mapp som arbetsboken, eller rätta namnet.",
)
PICTURE_OUTSIDE = Rule(
    "picture_outside",
    FEL,
    "Bild utanför mappen",
    "Bilden {found} ligger inte i mappen {folder}.",
    "Kopiera bilden till den mapp som arbetsboken ligger i, och skriv bara filens namn.",
)
PICTURE_FORMAT = Rule(
    "picture_format",
    FEL,
    "Bildens format",
    "{found} är ingen bild i formatet png, jpg eller svg.",
    "Spara bilden som png eller jpg.",
)
PICTURE_CMYK = Rule(
    "picture_cmyk",
    FEL,
    "Bilden har färger för tryckeri",
    "{found} har färger för tryckeri (CMYK), som inte får stå i en PDF för arkivet.",
    "Spara om bilden med färger för skärm (RGB), som png eller jpg.",
)
PICTURE_DAMAGED = Rule(
    "picture_damaged",
    FEL,
    "Bilden är skadad",
    "{found} går inte att läsa: filen är skadad, inte hel eller mycket stor.",
    "Spara om bilden som png eller jpg, högst några tusen punkter bred.",
)
