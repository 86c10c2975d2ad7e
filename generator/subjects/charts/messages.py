"""What may be wrong with diagrams, in words."""

from generator.findings.rule import FEL, REMAINS, VARNING, Rule

TABLE_UNKNOWN = Rule(
    "chart_table_unknown",
    FEL,
    "Diagram av en tabell som inte finns",
    "Det finns ingen tabell som heter ”{found}”.{hint}",
    "Skriv namnet på en egen tabell, en deltagartabell, en enkätfråga eller en av rapportens delar.",
)
PART_UNKNOWN = Rule(
    "chart_part_unknown",
    FEL,
    "Diagram av en kolumn eller rad som inte finns",
    "Tabellen {table} har ingen {what} som heter ”{found}”. De som finns är {choices}.",
    "Skriv som i tabellen, med semikolon mellan.",
)
EMPTY = Rule(
    "chart_empty",
    FEL,
    "Diagram utan siffror",
    "Diagrammet ”{chart}” har inga siffror att visa.",
    "Välj andra kolumner eller rader, eller ta bort diagrammet.",
)
WAITS = Rule(
    "chart_waits",
    REMAINS,
    "Diagram som väntar på årets siffror",
    "Diagrammet ”{chart}” kan inte visas än: {table} saknar årets siffror.",
    "Fyll i dem, så visas diagrammet.",
)
MIXED_UNITS = Rule(
    "chart_units",
    FEL,
    "Diagram med olika enheter",
    "Diagrammet ”{chart}” blandar belopp, andelar och antal, som inte kan visas på samma skala.",
    "Välj kolumner med samma enhet.",
)
UNFIT_RING = Rule(
    "chart_ring",
    FEL,
    "Ring som inte visar delar av en helhet",
    "Diagrammet ”{chart}” är en ring. En ring visar en enda serie, utan minustal och med högst {most} delar.",
    "Välj liggande i stället, eller färre rader eller kolumner.",
)
RING_NOT_WHOLE = Rule(
    "chart_ring_whole",
    FEL,
    "Ring vars delar inte är helheten",
    "Diagrammet ”{chart}” är en ring, och {why}.",
    "Välj i kolumnen Rader de rader som är delar av samma helhet, var och en en gång, eller liggande i stället.",
)
LINE_OF_ONE_POINT = Rule(
    "chart_line_of_one_point",
    VARNING,
    "Linje med en enda punkt",
    "Diagrammet ”{chart}” har slaget linjer, men bara en punkt i varje serie: {category}.",
    "Välj fler kolumner eller rader, eller staplar i kolumnen Slag.",
    about="{chart}",
)
