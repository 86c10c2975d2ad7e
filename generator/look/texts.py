"""The texts of the rules about looks: settings, folders, fonts, pictures, contrast and templates."""

from generator.findings.rule import FEL, Rule

_SETTINGS = (
    Rule(
        "colour_unknown",
        FEL,
        "Okänd färg",
        "”{found}” är ingen färg.{hint}",
        "Skriv färgen som #1f4e5f, eller använd ett av namnen {names}.",
        "{expects}",
    ),
    Rule(
        "length_unclear",
        FEL,
        "Ingen längd",
        "”{found}” är ingen längd.",
        "Skriv ett tal och en av enheterna {units}.",
        "{expects}",
    ),
    Rule(
        "length_without_unit",
        FEL,
        "Längd utan enhet",
        "”{found}” saknar enhet.",
        "Skriv enheten efter talet, till exempel {number} mm eller {number} pt.",
    ),
    Rule(
        "setting_not_a_number",
        FEL,
        "Inget tal",
        "”{found}” är inget tal.",
        "Skriv ett tal, till exempel 1,4.",
    ),
    Rule(
        "setting_out_of_bounds",
        FEL,
        "För litet eller för stort",
        "{column} kan inte vara {found}.",
        "Skriv ett värde mellan {least} och {most}.",
    ),
    Rule(
        "look_unknown",
        FEL,
        "Mallen finns inte",
        "Det finns ingen mall som heter ”{found}”.{hint}",
        "Välj en som finns: {exist}. En ny börjar du med kommandot arsredovisning template.",
    ),
    Rule(
        "look_setting_unknown",
        FEL,
        "Okänd inställning",
        "Inställningen ”{found}” finns inte.{hint}",
        "Använd en som finns: {exist}.",
    ),
    Rule(
        "look_profile_not_toml",
        FEL,
        "profil.toml kan inte läsas",
        "Raden kan inte läsas.",
        "Skriv en inställning per rad: namnet, ett likhetstecken och värdet inom raka citattecken. Exempel finns i "
        "mallhandledningen (mallar.md).",
    ),
    Rule(
        "look_contract_differs",
        FEL,
        "Mallen är gjord för en annan version",
        "Mallen är gjord för kontrakt {found}. Programmet har kontrakt {contract}.",
        "Läs i mallhandledningen (mallar.md) vad som skiljer, ändra mallen och skriv kontrakt = {contract}.",
    ),
    Rule(
        "look_contrast",
        FEL,
        "För liten kontrast",
        "{above} på {ground} har kontrasten {found}. Minst {least} behövs för att alla ska kunna läsa.",
        "Ändra {setting}. Närmaste färg som räcker är {colour}.",
        source="lag (2018:1937), EN 301 549, WCAG 1.4.3",
    ),
)

_FILES = (
    Rule(
        "look_font_unknown",
        FEL,
        "Typsnittet finns inte",
        "Typsnittet ”{found}” finns inte.{hint}",
        "Välj ett som finns ({exist}), eller lägg typsnittets filer i mallens mapp fonts.",
    ),
    Rule(
        "look_font_unreadable",
        FEL,
        "Typsnittet kan inte läsas",
        "{found} är inget typsnitt i formatet ttf eller otf.",
        "Lägg dit typsnittet som ttf eller otf, eller ta bort filen.",
    ),
    Rule(
        "look_picture_missing",
        FEL,
        "Bilden finns inte",
        "Bildfilen {found} finns inte.",
        "Lägg filen i samma mapp som arbetsboken eller i mallens mapp bilder, eller rätta namnet.",
    ),
    Rule(
        "look_cover_without_picture",
        FEL,
        "Omslag utan bild",
        "Omslaget ska ha en bild, men ingen är angiven.",
        "Ange bilden i {column}, eller välj ett annat omslag.",
    ),
    Rule(
        "look_picture_without_text",
        FEL,
        "Bild utan beskrivning",
        "Omslagsbilden {found} saknar beskrivning för den som inte ser den.",
        "Beskriv bilden i Omslagsbildens beskrivning, eller skriv ett streck (–) om den bara är utsmyckning.",
        source="lag (2018:1937), WCAG 1.1.1",
    ),
    Rule(
        "look_file_unknown",
        FEL,
        "Okänd fil i mallen",
        "{found} är ingen fil som en mall kan ha.{hint}",
        "Här kan finnas {exist}. En egen fil ska ha ett namn som börjar med _.",
    ),
    Rule(
        "look_template_unknown",
        FEL,
        "Okänd sidmall",
        "Det finns ingen sidmall {found} att ersätta.{hint}",
        "Ge filen namnet på den som ska ersättas ({exist}), eller låt namnet börja med _ om den är din egen.",
    ),
    Rule(
        "look_file_outside",
        FEL,
        "Filen ligger utanför mallen",
        "{found} är en länk till en fil utanför mallens mapp och läses inte.",
        "Kopiera filen till mallens mapp.",
    ),
    Rule(
        "look_file_too_large",
        FEL,
        "Filen är för stor",
        "{found} är större än 2 MB och läses inte.",
        "Ta bort det som inte behövs. Bilder ligger i mappen bilder, typsnitt i mappen fonts.",
    ),
    Rule(
        "look_file_not_utf8",
        FEL,
        "Filen kan inte läsas",
        "{found} kan inte läsas som text.",
        "Spara filen som text med teckenkodningen UTF-8.",
    ),
    Rule(
        "look_style_wrong",
        FEL,
        "Fel i stilmallen",
        "Stilmallen kan inte följas: {detail}.",
        "Rätta raden. Vad som går att använda står i mallhandledningen (mallar.md).",
    ),
)

_TEMPLATES = (
    Rule(
        "template_syntax",
        FEL,
        "Sidmallen kan inte läsas",
        "{where}Sidmallen är felskriven: {detail}.",
        "Rätta raden.",
    ),
    Rule(
        "template_block_unknown",
        FEL,
        "Okänt block",
        "Blocket {found} finns inte i {parent}.{hint}",
        "Använd ett block som finns: {exist}.",
    ),
    Rule(
        "template_outside_blocks",
        FEL,
        "Innehåll utanför blocken",
        "{found} står utanför blocken och skulle aldrig visas.",
        "Flytta in det i ett block. Utanför får bara extends, import, macro och set stå.",
    ),
    Rule(
        "template_parent_unknown",
        FEL,
        "Sidmallen bygger på något som inte finns",
        "Sidmallen bygger på {found}, som inte finns.{hint}",
        "Skriv sökvägen inom raka citattecken. De som finns: {exist}.",
    ),
    Rule(
        "template_extends_itself",
        FEL,
        "Sidmallen bygger på sig själv",
        "Sidmallen bygger på sig själv.",
        "Skriv base/{found} efter extends, inom raka citattecken, för att bygga på grundutseendets sidmall med samma "
        "namn.",
    ),
    Rule(
        "template_failed",
        FEL,
        "Sidmallen kan inte användas",
        "{where}{detail}",
        "{advice}",
    ),
    Rule(
        "template_ran_away",
        FEL,
        "Sidmallen blev aldrig klar",
        "Mallens egna sidmallar ({files}) {detail} och avbröts.",
        "Ta bort slingor som upprepar för mycket och texter som görs orimligt långa.",
    ),
)

TEXTS = (*_SETTINGS, *_FILES, *_TEMPLATES)
