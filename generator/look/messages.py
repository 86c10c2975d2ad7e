"""What may be wrong with a look: settings, folders, fonts, pictures and contrast, in words."""

from generator.findings.rule import FEL, READING, Rule

COLOUR_UNKNOWN = Rule(
    "colour_unknown",
    FEL,
    "Okänd färg",
    "”{found}” är ingen färg.{hint}",
    "Skriv färgen som #1f4e5f, eller använd ett av namnen {names}.",
    "{expects}",
    kind=READING,
)
LENGTH_UNCLEAR = Rule(
    "length_unclear",
    FEL,
    "Ingen längd",
    "”{found}” är ingen längd.",
    "Skriv ett tal och en av enheterna {units}.",
    "{expects}",
    kind=READING,
)
LENGTH_WITHOUT_UNIT = Rule(
    "length_without_unit",
    FEL,
    "Längd utan enhet",
    "”{found}” saknar enhet.",
    "Skriv enheten efter talet, till exempel {number} mm eller {number} pt.",
    kind=READING,
)
POINT_UNCLEAR = Rule(
    "point_unclear",
    FEL,
    "Ingen punkt i bilden",
    "”{found}” är ingen punkt i en bild.",
    "Skriv uppe, mitten eller nere och vänster, mitten eller höger, till exempel uppe till höger. Eller skriv två "
    "procenttal, från vänster och uppifrån, till exempel 50 % 30 %.",
    kind=READING,
)
POINT_OUTSIDE = Rule(
    "point_outside",
    FEL,
    "Punkten är utanför bilden",
    "{column} kan inte vara {found}.",
    "Skriv två procenttal mellan 0 % och 100 %.",
    kind=READING,
)
SETTING_NOT_A_NUMBER = Rule(
    "setting_not_a_number",
    FEL,
    "Inget tal",
    "”{found}” är inget tal.",
    "Skriv ett tal, till exempel 1,4.",
    kind=READING,
)
SETTING_OUT_OF_BOUNDS = Rule(
    "setting_out_of_bounds",
    FEL,
    "För litet eller för stort",
    "{column} kan inte vara {found}.",
    "Skriv ett värde mellan {least} och {most}.",
    kind=READING,
)
LOOK_UNKNOWN = Rule(
    "look_unknown",
    FEL,
    "Mallen finns inte",
    "Det finns ingen mall som heter ”{found}”.{hint}",
    "Välj en som finns: {exist}. En ny börjar du med kommandot arsredovisning template.",
    kind=READING,
)
LOOK_SETTING_UNKNOWN = Rule(
    "look_setting_unknown",
    FEL,
    "Okänd inställning",
    "Inställningen ”{found}” finns inte.{hint}",
    "Använd en som finns: {exist}.",
    kind=READING,
)
LOOK_PROFILE_NOT_TOML = Rule(
    "look_profile_not_toml",
    FEL,
    "profil.toml kan inte läsas",
    "Raden kan inte läsas.",
    "Skriv en inställning per rad: namnet, ett likhetstecken och värdet inom raka citattecken. Ett namn med å, ä "
    "eller ö skrivs utan prickar, som huvudfarg, eller inom citattecken. Exempel finns i "
    "mallhandledningen (mallar.md).",
    kind=READING,
)
LOOK_CONTRACT_DIFFERS = Rule(
    "look_contract_differs",
    FEL,
    "Mallen är gjord för en annan version",
    "Mallen är gjord för kontrakt {found}. Programmet har kontrakt {contract}.",
    "Läs i mallhandledningen (mallar.md) vad som skiljer, ändra mallen och skriv kontrakt = {contract}.",
    kind=READING,
)
LOOK_CONTRAST = Rule(
    "look_contrast",
    FEL,
    "För liten kontrast",
    "{above} på {ground} har kontrasten {found}. Minst {least} behövs för att alla ska kunna läsa.",
    "Ändra {setting}. Närmaste färg som räcker är {colour}.",
    source="lag (2018:1937), EN 301 549, WCAG 1.4.3",
    kind=READING,
)
LOOK_FONT_UNKNOWN = Rule(
    "look_font_unknown",
    FEL,
    "Typsnittet finns inte",
    "Typsnittet ”{found}” finns inte.{hint}",
    "Välj ett som finns ({exist}), eller lägg typsnittets filer i mallens mapp fonts.",
    kind=READING,
)
LOOK_FONT_UNREADABLE = Rule(
    "look_font_unreadable",
    FEL,
    "Typsnittet kan inte läsas",
    "{found} är inget typsnitt i formatet ttf eller otf.",
    "Lägg dit typsnittet som ttf eller otf, eller ta bort filen.",
    kind=READING,
)
LOOK_PICTURE_MISSING = Rule(
    "look_picture_missing",
    FEL,
    "Bilden finns inte",
    "Bildfilen {found} finns inte.",
    "Lägg filen i samma mapp som arbetsboken eller i mallens mapp bilder, eller rätta namnet.",
    kind=READING,
)
LOOK_IMAGE_WITHOUT_ALT = Rule(
    "look_image_without_alt",
    FEL,
    "Bild utan beskrivning i en sidmall",
    "Bilden {found} har ingen beskrivning (alt).",
    "Skriv vad bilden visar som alt i taggen img, eller ett tomt alt om bilden bara är utsmyckning.",
    source="lag (2018:1937), EN 301 549, WCAG 1.1.1",
    kind=READING,
)
LOOK_COVER_WITHOUT_PICTURE = Rule(
    "look_cover_without_picture",
    FEL,
    "Omslag utan bild",
    "Omslaget ska ha en bild, men ingen är angiven.",
    "Ange bilden i {column}, eller välj ett annat omslag.",
    kind=READING,
)
LOOK_PICTURE_WITHOUT_TEXT = Rule(
    "look_picture_without_text",
    FEL,
    "Bild utan beskrivning",
    "Omslagsbilden {found} saknar beskrivning för den som inte ser den.",
    "Beskriv bilden i Omslagsbildens beskrivning, eller skriv ett streck (–) om den bara är utsmyckning.",
    source="lag (2018:1937), WCAG 1.1.1",
    kind=READING,
)
LOOK_FILE_UNKNOWN = Rule(
    "look_file_unknown",
    FEL,
    "Okänd fil i mallen",
    "{found} är ingen fil som en mall kan ha.{hint}",
    "Här kan finnas {exist}. En egen fil ska ha ett namn som börjar med _.",
    kind=READING,
)
LOOK_TEMPLATE_UNKNOWN = Rule(
    "look_template_unknown",
    FEL,
    "Okänd sidmall",
    "Det finns ingen sidmall {found} att ersätta.{hint}",
    "Ge filen namnet på den som ska ersättas ({exist}), eller låt namnet börja med _ om den är din egen.",
    kind=READING,
)
LOOK_FILE_NOT_UTF8 = Rule(
    "look_file_not_utf8",
    FEL,
    "Filen kan inte läsas",
    "{found} kan inte läsas som text.",
    "Spara filen som text med teckenkodningen UTF-8.",
    kind=READING,
)
