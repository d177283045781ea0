"""Meta talk: a draft speaks to the shopper, never about its writer, its orders or its own form."""

from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.patterns import compile_words

_TALK = compile_words(
    r"\bas an? (?:\w+ )?(?:ai|assistant|model|chatbot|copywriter)\b|\b(?:an? )?(?:ai|language|chat) (?:model|"
    r"assistant)\b|"
    r"\bopenai\b|\bchat ?gpt\b|\bgpt\b|\bllm\b|\bjson\b|\bxml\b|\bhtml\b|\bsystem ?prompt|\bprompts?\b|\bsystem ?:|"
    r"\bassistant ?:|\buser ?:|\bheadline\b|\bbody ?:|\bplaceholders?\b|\bslots?\b|\bschema\b|\bguardrails?\b|"
    r"\bthe (?:shopper|visitor|customer)(?:'s)?\b|\binstruct(?:ed|ions?)\b|\b(?:follow|obey|"
    r"ignor)\w* (?:\w+ ){0,3}(?:rules?|"
    r"orders?|commands?)\b|\bi(?: am|'m) (?:not )?(?:able|allowed|permitted|unable|sorry|afraid|programmed)\b|"
    r"\bi (?:cannot|can't|can not|must not|will not|won't)\b|\bi(?:'ve| have)? (?:made|written|created|generated|"
    r"removed)\b|"
    r"\bsorry\b|\bapolog\w+|\bhere(?:'s| is| are) (?:the|your|a|an|some) (?:\w+ )?(?:draft|text|copy|message|headline|"
    r"version|response|output)|^(?:sure|certainly|of course|okay|ok)\b[,!.:]|\blorem ipsum\b|\b(?:undefined|"
    r"null|"
    r"nan|none) ?[:;]|\buntrusted\b|"
    r"\bals (?:ki|kunstliche intelligenz|sprachmodell|assistent)\b|\bsprachmodell\w*|\bkunstliche\w* intelligenz|"
    r"\banweisung\w*|\bplatzhalter\w*|\bsystemnachricht\w*|\bder (?:kunde|besucher|kaufer)\b|\bdie (?:kundin|"
    r"besucherin)\b|"
    r"\bentschuldig\w*|\bes tut (?:mir|uns) leid\b|\bleider\b|\bich (?:kann|darf|werde) (?:\w+ ){0,3}nicht\b|"
    r"\bhier ist (?:der|die|das|ein|eine) (?:\w+ )?(?:entwurf|text|uberschrift|nachricht|version)|"
    r"^(?:gerne|naturlich|klar|sicher)\b[,!.:]|\buberschrift\b"
)


def check(field: Field) -> Iterator[Violation]:
    """Yield ``meta.talk`` for leaked orders, apologies, refusals and the furniture of a model's answer."""
    for reading in field.spoken:
        found = _TALK.search(reading)
        if found is not None:
            yield field.breach("meta.talk", found[0])
            return
