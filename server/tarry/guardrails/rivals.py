"""Words for other sellers and ill words of what they sell, by language; matched against folded text.

No shop may let a program speak of others in its name, whether ill or well.
"""

from collections.abc import Mapping, Sequence

RIVALS: Mapping[str, Sequence[str]] = {
    "en": (
        r"\bcompetitors?\b|\bcompeting (?:shops?|brands?|products?)\b|\b(?:other|cheaper|rival|ordinary|lesser|"
        r"so-called) (?:shops?|stores?|brands?|sellers?|makers?|sites?|retailers?)\b|"
        r"\b(?:rivals?|imitations|copycats?|knock-?offs?)\b|"
        r"\b(?:junk|rubbish|trash|garbage|crap|tat|shoddy|flimsy)\b",
    ),
    "de": (
        r"\b(?:konkurren\w+|mitbewerb\w+|wettbewerber\w*)\b|\b(?:andere|billige\w*|sogenannte) (?:shops?|laden|handler|"
        r"marken|anbieter|hersteller)\b|\b(?:nachahm\w+|billigware|schrott|mull|ramsch|plunder)\b",
    ),
    "fr": (
        r"\bconcurren(?:ts?|tes?|ce)\b|\b(?:autres|pretendues?|soi-disant) (?:boutiques?|marques?|magasins?|vendeurs?|"
        r"sites?|fabricants?)\b|\b(?:camelote|pacotille|imitations|contrefacons?|contrefaits?|"
        r"de mauvaise qualite)\b",
    ),
    "es": (
        r"\b(?:la competencia|competidor\w*|rivales)\b|\b(?:otras|otros|supuest[oa]s) (?:tiendas?|marcas?|vendedores|"
        r"sitios|fabricantes)\b|\b(?:basura|porqueria|chatarra|imitaciones|baratijas?|de mala calidad)\b",
    ),
    "ja": (
        r"他社|競合|(?:他|ほか)の(?:店|お店|ブランド|メーカー|商品|ショップ)(?:は|の|では|だと|より)|ライバル|類似品|模造|偽物|"
        r"粗悪|安物|がらくた|ゴミ同然|すぐ(?:に)?壊れ",
    ),
    "ar": (
        r"\b(?:ال)?(?:منافس\w*|مقلده?)\b|\b(?:متاجر|ماركات|علامات|مواقع|بائعون|محلات) اخري\b|"
        r"\b(?:رديء\w*|رديئ\w*|نفايات|خرده|مغشوش\w*|سيئه الصنع)\b",
    ),
}
