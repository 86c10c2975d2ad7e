"""What may be wrong with a look's own style sheet and templates, in words."""

from generator.findings.rule import FEL, READING, Rule

LOOK_STYLE_WRONG = Rule(
    "look_style_wrong",
    FEL,
    "Fel i stilmallen",
    "Stilmallen kan inte följas: {detail}.",
    "Rätta raden. Vad som går att använda står i mallhandledningen (mallar.md).",
    kind=READING,
)
TEMPLATE_SYNTAX = Rule(
    "template_syntax",
    FEL,
    "Sidmallen kan inte läsas",
    "{where}Sidmallen är felskriven: {detail}.",
    "Rätta raden.",
    kind=READING,
)
TEMPLATE_BLOCK_UNKNOWN = Rule(
    "template_block_unknown",
    FEL,
    "Okänt block",
    "Blocket {found} finns inte i {parent}.{hint}",
    "Använd ett block som finns: {exist}.",
    kind=READING,
)
TEMPLATE_OUTSIDE_BLOCKS = Rule(
    "template_outside_blocks",
    FEL,
    "Innehåll utanför blocken",
    "{found} står utanför blocken och skulle aldrig visas.",
    "Flytta in det i ett block. Utanför får bara extends, import, macro och set stå.",
    kind=READING,
)
TEMPLATE_PARENT_UNKNOWN = Rule(
    "template_parent_unknown",
    FEL,
    "Sidmallen bygger på något som inte finns",
    "Sidmallen bygger på {found}, som inte finns.{hint}",
    "Skriv sökvägen inom raka citattecken. De som finns: {exist}.",
    kind=READING,
)
TEMPLATE_EXTENDS_ITSELF = Rule(
    "template_extends_itself",
    FEL,
    "Sidmallen bygger på sig själv",
    "Sidmallen bygger på sig själv.",
    "Skriv base/{found} efter extends, inom raka citattecken, för att bygga på grundutseendets sidmall med samma namn.",
    kind=READING,
)
TEMPLATE_LEAVES_OUT = Rule(
    "template_leaves_out",
    FEL,
    "Sidmallen utelämnar något",
    "”{found}” i {heading} skrivs inte av sidmallen, och skulle inte finnas i rapporten.",
    "Skriv {{{{ super() }}}} i blocket som ersätts, eller {{{{ block.text }}}} och tabellen där de ska stå. Det som "
    "inte ska vara med tas bort i fliken Innehåll.",
    kind=READING,
)
TEMPLATE_FAILED = Rule(
    "template_failed", FEL, "Sidmallen kan inte användas", "{where}{detail}", "{advice}", kind=READING
)
TEMPLATE_RAN_AWAY = Rule(
    "template_ran_away",
    FEL,
    "Sidmallen blev aldrig klar",
    "Mallens egna sidmallar ({files}) {detail} och avbröts.",
    "Ta bort slingor som upprepar för mycket och texter som görs orimligt långa.",
    kind=READING,
)
COVER_TEXT_HIDDEN = Rule(
    "cover_text_hidden",
    FEL,
    "Omslaget döljer sin text",
    "Texten ”{found}” på omslaget {wrong}.",
    "Ändra omslaget i mallens stil.css, eller välj en annan inställning för Omslag, Omslagsbildens plats eller "
    "Logotypens plats. Är texten lång kan den kortas.",
    source="lag (2018:1937), EN 301 549, WCAG 1.4.3",
    kind=READING,
)
TEXT_UNSEEN = Rule(
    "text_unseen",
    FEL,
    "Utseendet döljer text",
    "Text {wrong}, först ”{found}”.",
    "Ändra mallens stil.css eller sidmall: allt som står i rapporten ska gå att läsa.",
    source="lag (2018:1937), EN 301 549, WCAG 1.4.3",
    kind=READING,
)
