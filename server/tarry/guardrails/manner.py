"""Manner: no louder than the owner and the moment allow, and one form of address throughout."""

import re
from collections.abc import Iterator, Mapping

from tarry.core.brief import Violation
from tarry.core.copyrules import LOUDNESS
from tarry.guardrails.field import Field
from tarry.guardrails.fold import unmarked

_START = r"(?:^|(?<=[.!?:;] ))"
COMMANDS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        _START + r"(?:buy|get|grab|order|shop|click|add|finish|complete|check ?out|claim|"
        r"decide|act)\b"
    ),
    "de": re.compile(
        _START + r"(?:(?:kauf|bestell|nehm|hol|klick|greif|entscheid|schliess|probier|sicher)en sie|"
        r"(?:kauf|bestell|hol|klick|greif|entscheid|probier|sicher)e?|nimm)\b"
    ),
    "fr": re.compile(
        _START + r"(?:achete[zr]?|command(?:ez|e)|prenez(?! (?:votre|le|tout votre) temps)|clique[zr]?|"
        r"decidez|ajoutez|finalisez|terminez|profitez)\b"
    ),
    "es": re.compile(
        _START + r"(?:compr[ae]|pid[ae]|llev[ae]\w*|haga clic|haz clic|decid[ae]|anad[ae]|"
        r"termin[ae]|finali[cz]e|aprovech[ae])\b"
    ),
    "ja": re.compile(unmarked(r"(?:買っ|注文し|購入し|クリックし|追加し|決め)て(?:ください|くれ|みろ)|しろ[。!]|せよ")),
    "ar": re.compile(r"(?:^|(?<=[.!؟،:] ))(?:اشتر\w*|اطلب|اضغط|انقر|قرر|اكمل|احصل)\b"),
}
"""How a command begins, in folded text: the verbs a shop gives orders with, where a sentence starts."""
FAMILIAR: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:du|dich|dir|dein\w*)\b"),
    "fr": re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt'\w"),
    "es": re.compile(r"\b(?:tu|tus|te|ti|contigo)\b"),
}
FORMAL: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"(?<![.!?] )(?<!^)\b(?:Sie|Ihr\w*|Ihnen)\b"),
    "fr": re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE),
    "es": re.compile(r"\busted(?:es)?\b", re.IGNORECASE),
}


def check(field: Field) -> Iterator[Violation]:
    """Yield ``manner.loud`` for louder marks than the owner wants, ``manner.command`` for an order in soft words."""
    loudest = min(LOUDNESS[field.brief.tone], LOUDNESS[field.rules.loudest])
    text = field.folded
    if field.rules.loudest != "direct" and re.search("[!¡]", text):
        yield field.breach("manner.loud", "!")
    command = COMMANDS[field.language].search(text) if field.language in COMMANDS else None
    if command is not None and loudest == LOUDNESS["soft"]:
        yield field.breach("manner.command", command[0])


def check_address(field: Field) -> Iterator[Violation]:
    """Yield ``manner.address`` where a model does not address people as the site does; the house has what it has."""
    wrong = FAMILIAR if field.brief.formality == "formal" else FORMAL
    spoken = field.folded if field.brief.formality == "formal" else field.seen
    address = wrong[field.language].search(spoken) if field.language in wrong else None
    if address is not None:
        yield field.breach("manner.address", address[0])
