"""Names of products, goals and shops: what a page calls them, when that is a name and not a message."""

import re

from tarry.guardrails import markup
from tarry.guardrails.claims import IN_NAMES, NAMED_IN, claims_in
from tarry.guardrails.field import SLOT
from tarry.guardrails.fold import is_spaced_out, readings, unmarked, visible
from tarry.guardrails.links import leads_somewhere

NAME_MAX = 80
"""Longest name that is passed on, in characters; a longer one is cut at a word."""
READ_MAX = 240
"""Characters of a name that are read at all; the rest can no longer reach the page."""
_MONEY = re.compile(
    r"[$€£¥₹₽₩₺₴₪¢฿] ?\d|\d ?(?:[$€£¥₹₽₩₺₴₪¢฿]|(?:eur|usd|gbp|chf)\b|euros?\b|dollars?\b|cents?\b)|\b(?:eur|usd|gbp|"
    r"chf) ?\d"
)
_KEPT = "™℠²³¹½¼¾"
_ORDERS = re.compile(
    r"\b(?:ignor|disregard|forget|overrid|bypass|ignorier|missachte|vergiss|vergessen)\w* (?:\w+ ){0,3}(?:all|any|"
    r"the|previous|"
    r"prior|above|your|every|rules?|instructions?|prompts?|orders?|alle\w*|vorherige\w*|bisherige\w*|regeln?|"
    r"anweisung\w*)\b|"
    r"\b(?:say|tell|write|announce|mention|claim|state|print|output|reply|respond|answer|repeat|reveal|promise|offer|"
    r"include|"
    r"add|sag\w*|schreib\w*|antworte\w*|verrate\w*|versprich) (?:\w+ ){0,2}(?:that|the|them|shoppers?|customers?|"
    r"users?|visitors?|everyone|"
    r"this|only|with|it|your|my|dass|den kunden|ihnen)\b|\bsystem ?:|\bassistant ?:|\buser ?:|\bsystem prompt\b|"
    r"\binstructions?\b|\bprompts?\b|\byou (?:must|are now|should|will|have to)\b|\bact as\b|\bpretend\b|"
    r"\bnew rules?\b|\bjailbreak\w*|"
    r"\bdeveloper mode\b|\b(?:headline|body|json)\b ?[:\"=]|\bas an ai\b|\blanguage model\b|\banweisung\w*|"
    r"\bdu (?:musst|bist jetzt)\b|"
    r"\b(?:ignore[zr]?|oublie[zr]?|ignora|ignore|olvida|olvide)\w* (?:\w+ ){0,3}(?:regles?|consignes?|"
    r"instructions?|reglas?|instrucciones|ordenes|todo|tout)\b|"
    r"\b(?:dis|dites|ecri\w+|di|diga|escrib\w+) (?:que|aux?|a los|a las)\b|"
    + unmarked(
        r"(?:指示|命令|ルール|規則)[^.]{0,8}(?:無視|忘れ)|と(?:言って|書いて|伝えて)ください|"
        r"(?:تجاهل|انس)\w* (?:\w+ ){0,2}(?:ال)?(?:تعليمات|قواعد|اوامر)\w*|"
        r"\b(?:قل|اكتب|اخبر)\w* (?:ان|للزوار|لهم|الزائر)\b"
    )
)


def safe_name(text: str) -> str | None:
    """Return a name as it may be shown, or ``None`` when it carries markup, an address, an order, a price or a claim.

    Digits, capitals and trade marks are part of many honest names and stay. What comes back is in compatibility
    form (NFKC, but for ``™ ² ½`` and their like), without invisible characters, its whitespace folded, at most
    ``NAME_MAX`` characters long.
    """
    text = text[:READ_MAX]
    name, drawn = visible(text), _drawn(text)
    if not any(char.isalnum() for char in drawn) or is_spaced_out(name):
        return None
    if markup.TAG.search(name) or markup.ENTITY.search(text) or markup.MARKDOWN.search(name) or SLOT.search(name):
        return None
    if leads_somewhere(name) or claims_in(name, IN_NAMES, NAMED_IN):
        return None
    if any(_MONEY.search(reading) or _ORDERS.search(reading) for reading in readings(name)):
        return None
    return _cut(drawn)


def _drawn(text: str) -> str:
    """Return the visible text with the few signs kept that compatibility form would spell out."""
    kept = re.split(f"([{_KEPT}])", text)
    return " ".join("".join(part if part in _KEPT else _edges(part) for part in kept).split())


def _edges(part: str) -> str:
    """Return a part as a reader sees it, with a blank at an end that had one."""
    lead, trail = (" " if part[:1].isspace() else ""), (" " if part[-1:].isspace() else "")
    return lead + visible(part) + trail


def _cut(name: str) -> str:
    if len(name) <= NAME_MAX:
        return name
    return name[: NAME_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"
