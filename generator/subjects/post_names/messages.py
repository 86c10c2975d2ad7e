"""What may be wrong with an own name of a post, in words."""

from generator.findings.rule import FEL, VARNING, Rule

POST_NAME_OF_ANOTHER = Rule(
    "post_name_of_another",
    FEL,
    "Namnet är upptaget",
    "{line} kan inte heta ”{name}” i rapporten: så heter {other}.",
    "Välj ett namn som bara den här posten har, eller ta bort raden.",
    source="5 kap. 3 § och 6 kap. 3 § LKBR",
)
POST_NAMED_TWICE = Rule(
    "post_named_twice",
    FEL,
    "Två namn på samma post",
    "{line} har ett namn redan i cell {cell}.",
    "Ta bort den ena raden.",
)
POST_NAME_OF_OTHER_KIND = Rule(
    "post_name_of_other_kind",
    VARNING,
    "Namnet säger något annat än posten",
    "{line} är en {kind}, men namnet i rapporten är ”{name}”.",
    "Skriv ett namn som säger vad som ingår i posten.",
    about="{line}",
    source="5 kap. 3 § och 6 kap. 3 § LKBR",
)
