"""The abbreviations of Swedish bookkeeping, as data, and a name with them spelled out: *Lev.skulder*, *Bidr. k:ner*.

A point within an abbreviation here may be a point, a blank or nothing in a name; one at its end must be there, for
without it the letters are a word, or an abbreviation of something else.
"""

import re
from functools import lru_cache

from generator.ground.names import plain

_WORDS = {
    "ack": "ackumulerade",
    "ack. avskrivning": "ackumulerad avskrivning",
    "ack. värdeminskning": "ackumulerad värdeminskning",
    "adm": "administration",
    "ag.avg": "arbetsgivaravgifter",
    "arb.avg": "arbetsgivaravgifter",
    "arb.giv.avg": "arbetsgivaravgifter",
    "anl. tillg": "anläggningstillgångar",
    "arb.förtj": "arbetsförtjänst",
    "arb.g.avg": "arbetsgivaravgifter",
    "arv.": "arvoden",
    "avs. pens": "avsättningar pensioner",
    "avskr": "avskrivningar",
    "avskrivn": "avskrivningar",
    "avsättn": "avsättningar",
    "bal. res": "balanserat resultat",
    "bdr": "bidrag",
    "ber": "beräknade",
    "bidr": "bidrag",
    "div.": "diverse",
    "ers.": "ersättningar",
    "ersättn": "ersättningar",
    "fk": "Försäkringskassan",
    "f.kassan": "Försäkringskassan",
    "fin.": "finansiella",
    "forts. utb.": "fortbildning",
    "förbr.inv": "förbrukningsinventarier",
    "förbr.mtrl": "förbrukningsmaterial",
    "förs. kassan": "Försäkringskassan",
    "försäkr.kassan": "Försäkringskassan",
    "förtr.valda": "förtroendevalda",
    "förutb": "förutbetalda",
    "förutbet": "förutbetalda",
    "förutb. intäkt": "förutbetalda intäkter",
    "förändr": "förändring",
    "ing. moms": "ingående moms",
    "int.": "intäkter",
    "inv": "inventarier",
    "k:n": "kommun",
    "k:ner": "kommuner",
    "kn": "kommun",
    "kom:n": "kommun",
    "kommunbidr": "kommunbidrag",
    "kont.mtrl": "kontorsmaterial",
    "kortfr": "kortfristiga",
    "kortfrist": "kortfristiga",
    "lagst": "lagstadgade",
    "lagstadg": "lagstadgade",
    "lev.skuld": "leverantörsskuld",
    "lev.skulder": "leverantörsskulder",
    "lskatt": "löneskatt",
    "långfr": "långfristiga",
    "långfrist": "långfristiga",
    "medl.avg": "medlemsavgifter",
    "medl.bidr": "medlemsbidrag",
    "mtrl": "material",
    "mån.lön": "månadslön",
    "o": "och",
    "oms. tillg": "omsättningstillgångar",
    "omsättn. tillg": "omsättningstillgångar",
    "pens": "pensioner",
    "pens.avg": "pensionsavgifter",
    "pens.kostn": "pensionskostnader",
    "pens.premier": "pensionspremier",
    "proj": "projekt",
    "proj.bidr": "projektbidrag",
    "reg.": "region",
    "repr": "representation",
    "sem.lön": "semesterlön",
    "sem.löneskuld": "semesterlöneskuld",
    "sem.sk": "semesterlöneskuld",
    "sem.skuld": "semesterlöneskuld",
    "soc.avg": "sociala avgifter",
    "särsk": "särskild",
    "trakt": "traktamenten",
    "uppl": "upplupna",
    "uppl. intäkt": "upplupna intäkter",
    "upplup": "upplupna",
    "utb.": "utbildning",
    "utbildn": "utbildning",
    "utg. moms": "utgående moms",
    "verks.": "verksamhet",
    "årets res": "årets resultat",
    "öres.avr": "öresavrundning",
    "öresavrundn": "öresavrundning",
    "övr": "övriga",
}
_ENDS = {
    "avg": "avgifter",
    "bidr": "bidrag",
    "fordr": "fordringar",
    "kostn": "kostnader",
    "kto": "konto",
    "ränteint": "ränteintäkter",
}
"""What a word may end with; the word itself may be longer."""
_WHOLE, _END = "whole", "end"


def _written(abbreviation: str) -> str:
    """The pattern of an abbreviation as it may be written."""
    body, stop = (abbreviation[:-1], r"\.") if abbreviation.endswith(".") else (abbreviation, r"\.?+")
    parts = re.split(r"\. ?", body)
    return r"[. -]{0,2}".join(map(re.escape, parts)) + stop


_BY_LENGTH = sorted(_WORDS, key=lambda each: (-len(each), each))
_PATTERN = re.compile(
    rf"(?<![\w:.])(?P<{_WHOLE}>{'|'.join(map(_written, _BY_LENGTH))})(?![\w:])"
    rf"|(?P<{_END}>{'|'.join(map(re.escape, _ENDS))})\.?+(?![\w:])",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<=\w\w)\.(?=[A-Za-zÅÄÖåäö]{2})")
"""A point between two words without a blank: the abbreviations beside it are read one by one."""
_KEYS = {re.sub(r"[. -]", "", each): word for each, word in _WORDS.items()}
_REMEMBERED = 5_000


@lru_cache(maxsize=_REMEMBERED)
def spelled_out(name: str) -> str:
    """A name with the abbreviations that are known spelled out; others, and their points, stay as they are."""
    text = plain(name)
    if text.isupper():
        return _PATTERN.sub(lambda found: _word(found).upper(), text)
    return _PATTERN.sub(_word, _JOINED.sub(". ", _PATTERN.sub(_word, text)))


def _word(found: re.Match[str]) -> str:
    said, end = found[0], found[_END]
    word = _ENDS[end.lower()] if end else _KEYS[re.sub(r"[. -]", "", said).lower()]
    return word[:1].upper() + word[1:] if said[:1].isupper() else word
