"""The rule book: every code that a finding may have, with its severity, its Swedish text and what to do.

``what`` says what is wrong and may hold the finding's values in braces; ``expected`` what should stand there;
``remedy`` what to do. The handbook and the messages are both made from this table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.finding import Finding, Severity
from generator.formatting import kronor
from generator.model.source import Source

FEL, VARNING, NOTERA, REMAINS = Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.REMAINING


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how grave it is, and its texts. ``source`` is the law or recommendation behind it."""

    code: str
    severity: Severity
    title: str
    what: str
    remedy: str
    expected: str = ""
    source: str = ""


_RULES = (
    # The file
    Rule(
        "file_not_found",
        FEL,
        "Filen finns inte",
        "Det finns ingen fil eller mapp som heter {name}.",
        "Kontrollera stavningen. En ny arbetsbok skapas med kommandot arsredovisning new.",
    ),
    Rule(
        "file_no_workbook_in_folder",
        FEL,
        "Ingen arbetsbok i mappen",
        "Mappen {name} innehåller ingen arbetsbok som heter underlag.xlsx.",
        "Lägg arbetsboken i mappen och kalla den underlag.xlsx, eller ange filens namn.",
    ),
    Rule(
        "file_several_workbooks",
        FEL,
        "Flera arbetsböcker i mappen",
        "Mappen {name} innehåller flera arbetsböcker ({found}), men ingen heter underlag.xlsx.",
        "Kalla den som gäller underlag.xlsx, eller ange filens namn.",
    ),
    Rule(
        "file_is_lock",
        FEL,
        "Excels låsfil",
        "{name} är en låsfil som Excel skapar medan arbetsboken är öppen. Den är ingen arbetsbok.",
        "Ange arbetsboken i stället. Stäng den i Excel om den inte går att läsa.",
    ),
    Rule(
        "file_locked",
        FEL,
        "Filen kan inte läsas",
        "{name} kan inte läsas. Den är öppen i ett annat program, eller så saknar du behörighet.",
        "Stäng filen i Excel och försök igen.",
    ),
    Rule(
        "file_open_in_excel",
        NOTERA,
        "Filen är öppen i Excel",
        "Arbetsboken är öppen i Excel. Det som inte är sparat kommer inte med.",
        "Spara i Excel innan du kontrollerar eller gör rapporten.",
    ),
    Rule(
        "file_password",
        FEL,
        "Filen har lösenord",
        "{name} är skyddad med lösenord och kan inte läsas.",
        "Öppna filen i Excel och ta bort lösenordet: Arkiv, Information, Skydda arbetsbok.",
    ),
    Rule(
        "file_old_format",
        FEL,
        "Fel filformat",
        "{name} är sparad i formatet {format} och kan inte läsas.",
        "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
    ),
    Rule(
        "file_not_excel",
        FEL,
        "Ingen Excel-arbetsbok",
        "{name} är ingen läsbar Excel-arbetsbok.",
        "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx). Går den inte att öppna är den "
        "skadad: hämta den senaste säkerhetskopian.",
    ),
    Rule(
        "file_too_large",
        FEL,
        "Filen är för stor",
        "{name} innehåller {size} MB data när den packas upp. Mer än {limit} MB läses inte.",
        "Kopiera bara de ifyllda cellerna till en ny arbetsbok.",
    ),
    Rule(
        "file_forbidden_xml",
        FEL,
        "Otillåtet innehåll",
        "{name} innehåller definitioner (DOCTYPE) som en arbetsbok inte ska ha, och läses därför inte.",
        "Öppna filen i Excel och spara den på nytt. Gör det bara om du vet varifrån den kommer.",
    ),
    # Tabs and columns
    Rule(
        "tab_missing",
        FEL,
        "Flik saknas",
        "Fliken {tab} saknas.{hint}",
        "Lägg till fliken, eller ge den dess rätta namn.",
    ),
    Rule(
        "tab_unknown",
        VARNING,
        "Okänd flik",
        "Fliken {tab} är okänd och läses inte.",
        "Ge fliken dess rätta namn, eller låt namnet börja med _ om den är din egen.",
    ),
    Rule(
        "tab_twice",
        FEL,
        "Två flikar för samma sak",
        "Flikarna {tab} och {other} betyder samma sak. Bara {other} läses.",
        "Ta bort den flik som inte gäller, eller låt dess namn börja med _.",
    ),
    Rule(
        "tab_no_heading",
        FEL,
        "Rubrikrad saknas",
        "I fliken {tab}{under} finns ingen rad med rubrikerna {headings}.",
        "Lägg tillbaka rubrikraden. Den kan kopieras från fjolårets arbetsbok eller från en ny.",
    ),
    Rule(
        "section_missing",
        NOTERA,
        "Avsnitt saknas",
        "Avsnittet ”{section}” finns inte i fliken {tab}.",
        "Behövs det, kopiera det från fjolårets arbetsbok eller från en ny. Annars behöver inget göras.",
    ),
    Rule(
        "section_misspelled",
        FEL,
        "Avsnittets rubrik är ändrad",
        "”{found}” läses som avsnittet ”{section}”, men rubriken är ändrad.",
        "Skriv rubriken så här: {section}.",
    ),
    Rule(
        "column_missing",
        FEL,
        "Kolumn saknas",
        "Kolumnen ”{column}” saknas i fliken {tab}.",
        "Lägg till kolumnen, eller skriv dess rubrik på rubrikraden om den är borta.",
    ),
    Rule(
        "column_misspelled",
        FEL,
        "Kolumnens rubrik är ändrad",
        "Kolumnen ”{column}” är okänd och läses inte. Menade du ”{meant}”?",
        "Ändra rubriken till ”{meant}”, eller låt den börja med _ om kolumnen är din egen.",
    ),
    Rule(
        "column_unknown",
        VARNING,
        "Okänd kolumn",
        "Kolumnen ”{column}” är okänd och läses inte.",
        "Ge kolumnen dess rätta rubrik, eller låt rubriken börja med _ om kolumnen är din egen.",
    ),
    Rule(
        "column_twice",
        FEL,
        "Två kolumner för samma sak",
        "Kolumnen ”{column}” finns två gånger ({cells}). Bara den första läses.",
        "Ta bort den ena, eller låt dess rubrik börja med _.",
    ),
    Rule(
        "field_missing",
        FEL,
        "Uppgift saknas",
        "Raden ”{column}” saknas i fliken {tab}.",
        "Skriv {column} i kolumn A och uppgiften i kolumn B.",
    ),
    Rule(
        "field_unknown",
        VARNING,
        "Okänd uppgift",
        "Uppgiften ”{column}” är okänd och läses inte.{hint}",
        "Rätta namnet i kolumn A, eller ta bort raden.",
    ),
    Rule(
        "field_twice",
        FEL,
        "Uppgift två gånger",
        "Uppgiften ”{column}” finns på flera rader ({cells}). Bara den första läses.",
        "Ta bort den rad som inte gäller.",
    ),
    Rule(
        "unit_unknown",
        FEL,
        "Okänd enhet",
        "”{found}” är ingen enhet för beloppen i fliken {tab}.",
        "Skriv kr eller tkr i cellen.",
    ),
    Rule(
        "value_outside_columns",
        VARNING,
        "Värde utan kolumn",
        "”{found}”{more} står i en kolumn utan rubrik och läses inte.",
        "Flytta till rätt kolumn, eller ge kolumnen en rubrik som börjar med _.",
    ),
    # Cells
    Rule(
        "missing",
        FEL,
        "Uppgift saknas",
        "{column} saknas.",
        "Fyll i cellen.",
        "{expects}",
    ),
    Rule(
        "missing_for_now",
        REMAINS,
        "Uppgift saknas",
        "{column} är inte ifyllt.",
        "Fyll i cellen när du vet.",
    ),
    Rule(
        "missing_until_final",
        NOTERA,
        "Behövs när rapporten görs slutlig",
        "{column} saknas.",
        "Behövs först när rapporten görs slutlig.",
    ),
    Rule(
        "cell_error_value",
        FEL,
        "Felvärde",
        "Cellen visar felvärdet {found}.",
        "Rätta formeln, eller skriv värdet i stället.",
        "{expects}",
    ),
    Rule(
        "cell_never_calculated",
        FEL,
        "Formel utan värde",
        "Cellen innehåller en formel som aldrig har räknats ut.",
        "Öppna arbetsboken i Excel och spara den. Då räknas formlerna ut.",
        "{expects}",
    ),
    Rule(
        "cell_merged",
        FEL,
        "Sammanfogade celler",
        "Cellen ingår i de sammanfogade cellerna {area}. Där går det inte att se vad som hör till vilken rad.",
        "Upphäv sammanfogningen i Excel och fyll i varje cell för sig.",
    ),
    Rule(
        "amount_not_a_number",
        FEL,
        "Inget belopp",
        "”{found}” är inget belopp.",
        "Skriv bara siffror, till exempel 1 234,50. Finns inget belopp lämnas cellen tom.",
    ),
    Rule(
        "amount_ambiguous",
        FEL,
        "Tvetydigt belopp",
        "”{found}” kan betyda {thousands} eller {decimal}.",
        "Menar du tusental: skriv {thousands}, utan punkt och komma. Menar du decimaler: ge cellen talformat "
        "och skriv {decimal}.",
    ),
    Rule(
        "amount_is_date",
        FEL,
        "Datum i stället för belopp",
        "Cellen innehåller datumet {found}.",
        "Ge cellen talformat och skriv beloppet på nytt. Excel gör gärna om det man skriver till ett datum.",
    ),
    Rule(
        "amount_too_many_decimals",
        FEL,
        "För många decimaler",
        "{found} har fler decimaler än ören.",
        "Avrunda till hela ören. I en formel: =AVRUNDA(…;2).",
    ),
    Rule(
        "amount_too_large",
        FEL,
        "Orimligt belopp",
        "{found} är större än 1 000 miljarder kronor.",
        "Kontrollera beloppet, och vilken enhet beloppen i fliken anges i.",
    ),
    Rule(
        "total_typed",
        FEL,
        "Summa inskriven",
        "”{found}” ser ut att vara en summa. Summor räknas fram och skrivs inte in: beloppen skulle räknas två gånger.",
        "Ta bort raden. Är den ingen summa, ge den ett annat namn.",
    ),
    Rule(
        "number_not_whole",
        FEL,
        "Inget heltal",
        "”{found}” är inget heltal.",
        "Skriv ett tal utan decimaler.",
    ),
    Rule(
        "year_not_a_year",
        FEL,
        "Inget årtal",
        "”{found}” är inget årtal.",
        "Skriv ett år med fyra siffror, till exempel 2025.",
    ),
    Rule(
        "year_is_date",
        FEL,
        "Datum i stället för årtal",
        "Cellen innehåller datumet {found}.",
        "Ge cellen talformat och skriv bara året, med fyra siffror.",
    ),
    Rule(
        "date_not_a_date",
        FEL,
        "Inget datum",
        "”{found}” kan inte läsas som ett datum.",
        "Skriv datumet som år-månad-dag, till exempel 2021-03-05.",
    ),
    Rule(
        "partial_date_unclear",
        FEL,
        "Varken datum, månad eller år",
        "”{found}” kan inte läsas som ett datum, en månad eller ett årtal.",
        "Skriv 2021-06-30, 2021-06 eller 2021, så noga som du vet.",
    ),
    Rule(
        "date_ambiguous",
        FEL,
        "Tvetydigt datum",
        "”{found}” kan betyda {first} eller {second}.",
        "Skriv det som gäller: {first} eller {second}.",
    ),
    Rule(
        "date_with_time",
        FEL,
        "Datum med klockslag",
        "Cellen innehåller ett klockslag ({found}).",
        "Skriv bara datumet, utan klockslag.",
    ),
    Rule(
        "yes_no_unclear",
        FEL,
        "Varken ja eller nej",
        "”{found}” är varken ja eller nej.",
        "Skriv ja eller nej.",
    ),
    Rule(
        "choice_unknown",
        FEL,
        "Okänt val",
        "”{found}” är inget av valen för {column}.{hint}",
        "Välj {choices}.",
    ),
    Rule(
        "reference_unknown",
        FEL,
        "Okänt namn",
        "”{found}” finns inte i fliken {where}.{hint}",
        "Rätta namnet här, eller lägg till det i fliken {where}.",
    ),
    Rule(
        "reference_ambiguous",
        FEL,
        "Tvetydigt namn",
        "”{found}” i fliken {where} kan betyda {meant}.",
        "Skriv det som gäller: {meant}.",
    ),
    Rule(
        "component_unknown",
        FEL,
        "Okänt innehåll",
        "”{found}” är inget innehåll som programmet känner till.{hint}",
        "Välj ett av: {choices}.",
    ),
    Rule(
        "placed_name_unknown",
        FEL,
        "Okänt namn",
        "{content} har inget som heter ”{found}”.{hint}",
        "Rätta namnet. Att välja på: {choices}. Lämna cellen tom om allt ska visas.",
    ),
    Rule(
        "placed_name_unused",
        VARNING,
        "Namnet används inte",
        "{content} visas som en helhet, så namnet ”{found}” betyder inget här.",
        "Ta bort namnet.",
    ),
    Rule(
        "placed_name_left_out",
        NOTERA,
        "Allt visas inte",
        "{content} visas bara för vissa namn. Inte med i rapporten: {names}.",
        "Är det meningen behöver inget göras. Annars: lägg till en rad för var och en, eller en rad utan namn.",
    ),
    Rule(
        "key_twice",
        FEL,
        "Samma namn två gånger",
        "”{found}” finns på flera rader ({cells}).",
        "Ge raderna olika namn, eller ta bort den som inte gäller.",
    ),
    Rule(
        "other_invalid",
        FEL,
        "Otillåtet värde",
        "”{found}” kan inte användas här.",
        "Rätta cellen.",
        "{expects}",
    ),
    # Content
    Rule(
        "equity_typed",
        FEL,
        "Eget kapital ska inte skrivas in",
        "Utgående eget kapital skrivs inte in. Det räknas fram ur ingående eget kapital och resultaten.",
        "Ta bort raden. Ingående eget kapital skrivs under ”Ingående balanser för jämförelseåret”.",
    ),
    Rule(
        "level_of_outline",
        FEL,
        "Rubriknivå",
        "Nivå {found} finns inte.",
        "Skriv 1, 2, 3 eller 4.",
    ),
    Rule(
        "organisation_number_form",
        VARNING,
        "Organisationsnumrets form",
        "”{found}” ser inte ut som ett organisationsnummer.",
        "Skriv tio siffror, till exempel 222000-0000.",
    ),
    Rule(
        "organisation_number_check",
        VARNING,
        "Organisationsnumrets kontrollsiffra",
        "Kontrollsiffran i {found} stämmer inte.",
        "Jämför med registreringsbeviset.",
    ),
    Rule(
        "personal_number",
        VARNING,
        "Personnummer",
        "Cellen ser ut att innehålla ett personnummer eller samordningsnummer.",
        "Ta bort det. Personnummer hör inte hemma i en rapport som publiceras. Är det ett annat slags nummer "
        "behöver inget göras.",
    ),
    Rule(
        "picture_missing",
        FEL,
        "Bilden finns inte",
        "Bildfilen {found} finns inte i mappen {folder}.{hint}",
        "Lägg filen i samma mapp som arbetsboken, eller rätta namnet.",
    ),
    Rule(
        "picture_outside",
        FEL,
        "Bild utanför mappen",
        "Bilden {found} ligger inte i mappen {folder}.",
        "Kopiera bilden till den mapp som arbetsboken ligger i, och skriv bara filens namn.",
    ),
    Rule(
        "picture_format",
        FEL,
        "Bildens format",
        "{found} är ingen bild i formatet png, jpg eller svg.",
        "Spara bilden som png eller jpg.",
    ),
    Rule(
        "note_of_mixed_lines",
        FEL,
        "Not med olika slags poster",
        "Noten ”{note}” har rader från olika slags poster ({lines}). Då går de inte att summera.",
        "Gör en not för varje slags post.",
    ),
    Rule(
        "note_without_rows",
        VARNING,
        "Not utan rader",
        "Noten ”{note}” har inga rader med belopp.",
        "Skriv notens namn i kolumnen Not på de rader som hör dit, ge noten slaget text, eller ta bort den.",
    ),
    Rule(
        "liquid_not_current_asset",
        FEL,
        "Likvida medel på fel post",
        "{line} kan inte räknas som likvida medel.",
        "Ta bort ja i kolumnen Likvida medel. Bara omsättningstillgångar kan vara likvida medel.",
    ),
    Rule(
        "line_not_in_law",
        FEL,
        "Posten gäller inte för året",
        "Posten {line} gäller inte för {year}.",
        "Välj en post som gäller för året.",
    ),
    # Between inputs
    Rule(
        "balance_differs",
        FEL,
        "Balansräkningen går inte ihop",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}{bound}.",
        "Jämför med huvudboken, post för post. Felet kan också finnas i ingående eget kapital eller bland "
        "intäkter och kostnader, eftersom eget kapital räknas fram.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_rounding_large",
        VARNING,
        "Stor avrundning i balansräkningen",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference}. Avrundning av "
        "{amounts} belopp i {unit} kan ge högst {limit}, men så stor skillnad är ovanlig.",
        "Kontrollera beloppen, eller ange dem med ören.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_rounding",
        NOTERA,
        "Avrundning i balansräkningen",
        "{day}: tillgångar {assets}, eget kapital och skulder {claims}. Skillnad {difference} ryms i "
        "avrundningen av {amounts} belopp i {unit}.",
        "Inget behöver göras{shown}. Vill du få bort skillnaden, ange beloppen med ören.",
        source="6 kap. 2 § LKBR",
    ),
    Rule(
        "balance_untested",
        NOTERA,
        "Balansräkningen är inte prövad",
        "{day}: balansräkningen är inte prövad, eftersom {reason}.",
        "Rätta det först. Sedan prövas balansräkningen.",
    ),
    Rule(
        "opening_equity_missing",
        FEL,
        "Ingående eget kapital saknas",
        "Ingående eget kapital för jämförelseåret saknas.",
        "Skriv det i fliken Balansposter, under ”Ingående balanser för jämförelseåret”. Är förbundet nytt: skriv 0.",
    ),
    Rule(
        "opening_balances_missing",
        VARNING,
        "Ingående balanser saknas",
        "Ingående balanser för jämförelseåret saknas, så kassaflödet för {year} kan inte räknas fram.",
        "Skriv dem i fliken Balansposter, under ”Ingående balanser för jämförelseåret”.",
        source="5 kap. 6 § LKBR",
    ),
    Rule(
        "adjustment_without_reason",
        FEL,
        "Justering utan skäl",
        "En justering av eget kapital på {amount} saknar skäl.",
        "Skriv vad som rättas och varför.",
        source="RKR R12",
    ),
    Rule(
        "adjustment_without_note",
        FEL,
        "Justering utan not",
        "En justering av eget kapital på {amount} förklaras inte i någon not.",
        "Skriv notens namn i kolumnen Not. Finns ingen sådan not, lägg till den i fliken Noter.",
        source="RKR R12",
    ),
    Rule(
        "adjustment_year",
        FEL,
        "Justering för fel år",
        "Justeringen gäller {found}, men rapporten visar {years}.",
        "Rätta året, eller ta bort raden om ändringen redan ingår i ingående eget kapital.",
    ),
    Rule(
        "no_amounts",
        REMAINS,
        "Inga belopp ännu",
        "Fliken {tab} har inga belopp för {year}.",
        "Fyll i fliken.",
    ),
    Rule(
        "statement_not_placed",
        VARNING,
        "Räkningen visas inte",
        "{statement} finns inte med i fliken Innehåll.",
        "Lägg till en rad och välj {statement} i kolumnen Innehåll.",
        source="4 kap. 1 § LKBR",
    ),
    Rule(
        "outline_heading_gap",
        VARNING,
        "Rubriknivå hoppas över",
        "Rubriken ”{heading}” har nivå {found}. Här kan nivån vara högst {wanted}.",
        "Välj nivå {wanted}, så att ingen nivå hoppas över.",
    ),
    Rule(
        "block_empty",
        VARNING,
        "Tomt block",
        "Raden har varken rubrik, innehåll eller text.",
        "Fyll i raden eller ta bort den.",
    ),
    Rule(
        "picture_without_description",
        FEL,
        "Bild utan beskrivning",
        "Bilden {found} saknar beskrivning för den som inte kan se den.",
        "Skriv i kolumnen Text vad bilden visar.",
    ),
)

RULES = {rule.code: rule for rule in _RULES}


def register(rules: Iterable[Rule]) -> None:
    """Add the rules that a component brings.

    Raises:
        ValueError: another rule has the code already: a fault of the component.

    """
    for rule in rules:
        if RULES.setdefault(rule.code, rule) != rule:
            message = f"Regeln {rule.code} finns redan"
            raise ValueError(message)


class _Shown(dict[str, str]):
    """The values of a finding as texts; an unknown one is left out rather than stopping the message."""

    def __missing__(self, key: str) -> str:
        return ""


def _as_text(value: object) -> str:
    if isinstance(value, Decimal):
        return kronor(value)
    return str(value)


@dataclass(frozen=True, slots=True)
class Message:
    """A finding in words."""

    severity: Severity
    place: Source
    what: str
    expected: str
    remedy: str


def severity_of(finding: Finding) -> Severity:
    """The finding's own severity, else its rule's."""
    return finding.severity or RULES[finding.rule].severity


def message(finding: Finding) -> Message:
    """Write a finding's texts."""
    rule = RULES[finding.rule]
    values = _Shown({key: _as_text(value) for key, value in finding.values.items()})
    return Message(
        severity_of(finding),
        finding.place,
        rule.what.format_map(values),
        rule.expected.format_map(values),
        rule.remedy.format_map(values),
    )


def in_workbook_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as one reads the workbook: tab by tab, row by row; what concerns the whole comes first."""
    return sorted(
        findings,
        key=lambda finding: (
            finding.place.order,
            finding.place.file,
            finding.place.row,
            finding.place.column,
            finding.rule,
        ),
    )


def hint(names: Iterable[str]) -> str:
    """Make the question that helps: `` Menade du …?``; nothing where nothing is near."""
    names = tuple(names)
    return f" Menade du {' eller '.join(f'”{name}”' for name in names)}?" if names else ""
