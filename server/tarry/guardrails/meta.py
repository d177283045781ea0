"""Meta talk: a draft speaks to the shopper, never about its writer, its orders or its own form."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import unmarked
from tarry.guardrails.patterns import compile_words

_WORDS = (
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
    r"|\ben tant qu(?:'|e )(?:ia|intelligence|modele|assistant)|\bmodele de langage\b|\bvoici (?:votre|le|un|ma|"
    r"mon) (?:\w+ )?"
    r"(?:titre|texte|message|brouillon|version|proposition|slogan)|\bdesole\w*|\bexcus\w+|\bje ne (?:peux|dois|suis)\b|"
    r"\binstructions?\b|\bconsignes?\b|\ble visiteur\b|\bbien sur[ ,!]|\bpardon\b|\bgene occasionnee\b|"
    r"\bcomo (?:ia|inteligencia|modelo|asistente)\b|\bmodelo de lenguaje\b|\baqui (?:tiene|tienes|esta|va) (?:el|la|"
    r"su|tu|un|"
    r"una) (?:\w+ )?(?:titulo|texto|mensaje|borrador|version|propuesta|titular)|\blament(?:amos|o)\b|\bdisculp\w+|"
    r"\bperdon\w*|"
    r"\bno (?:puedo|debo|me permiten)\b|\binstrucciones\b|\bel visitante\b|^(?:claro|por supuesto|"
    r"desde luego)[,!.:]|"
    r"\bbeeintrachtig\w*|\b(?:ignor|oubli|vergiss|vergess|olvid|missacht)\w* (?:\w+ ){0,3}(?:regles?|regeln?|"
    r"reglas?)\b|\b(?:lob|preis)e? \W?thing"
    r"|"
    r"\bmy (?:instructions?|orders?|rules?|training|prompt|developers?|creators?|task)\b|"
    r"\blanguage model\b|\b(?:told|asked|instructed|ordered|supposed) (?:to|not to) (?:say|mention|tell|"
    r"write|praise)\b|\b(?:laut|gemass|nach) (?:meiner|meinen|der|den) (?:anweisung|vorgabe|regel)\w*|"
    r"\bselon (?:mes|les|vos|ma|la) (?:consigne|instruction|regle|directive)s?\b|\bmes (?:consignes|"
    r"instructions|regles)\b|\bsegun (?:mis|las|sus|mi) (?:instruccion|orden|regla|norma)\w*|"
    r"\bmis (?:instrucciones|ordenes|reglas)\b"
)
_LETTERS = unmarked(
    r"aiとして|言語モデル|アシスタントとして|お答えできません|見出し|プロンプト|申し訳|お詫び|すみません|ご不便|指示|命令|"
    r"ルールを|承知(?:し|いた)|かしこまりました|以下(?:は|が)(?:文案|コピー|文章)|訪問者|"
    r"بصفت(?:ي|نا)|نموذج\w* لغوي|ذكاء اصطناعي|نعتذر|اعتذر|\bاسف(?:ون|ين|ه)?\b|عذرا|اليك (?:ال)?(?:عنوان|نص|رسال|"
    r"مسود|نسخ)\w*|"
    r"لا (?:استطيع|يمكنني|اقدر|يسمح لي)|تعليمات\w*|(?:ال)?قواعد|تجاهل\w*|الزائر\b|بالتاكيد[،!]|بالطبع[،!]"
    r"|"
    r"指示(?:により|に従|どおり|通り|された)|言われた(?:とおり|通り)|\bحسب (?:ال)?(?:تعليمات|اوامر|قواعد)\w*|"
    r"\bوفق\w* (?:ال)?(?:تعليمات|اوامر)\w*"
)
"""The same in letters that know no capitals: looked for wherever it stands."""
_TALK, _IN_LETTERS = compile_words(_WORDS), re.compile(_LETTERS)
ALL = _WORDS + _LETTERS
"""Every word looked for."""


def check(field: Field) -> Iterator[Violation]:
    """Yield ``meta.talk`` for leaked orders, apologies, refusals and the furniture of a model's answer."""
    for reading in field.spoken:
        found = _TALK.search(reading) or _IN_LETTERS.search(reading)
        if found is not None:
            yield field.breach("meta.talk", found[0])
            return
