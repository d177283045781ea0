"""German words that claim something, by family; matched against folded text, where ``ü`` is ``u``."""

_PEOPLE = (
    r"(?:kund(?:e|en|in|innen)|menschen|leute|personen|andere[nr]?|kauf(?:er|ern|erin|erinnen)|nutzer(?:n|innen)?|"
    r"jemand|alle|"
    r"besucher(?:n|innen)?|tausende[nr]?|hunderte[nr]?|millionen|viele[nr]?|mitglieder[n]?)"
)
_DID = (
    r"(?:gekauft|kauf(?:t|en|ten)|bestellt\w*|bestellen|ange(?:sehen|schaut)|sehen (?:sich|dies|das|gerade)|"
    r"schauen (?:sich|dies|das|"
    r"gerade)|betracht\w+|lieb(?:en|t|ten)|entschied\w+|wahl(?:en|ten)|gewahlt|empf(?:ehlen|ohlen|iehlt)|vertrau\w+|"
    r"interessier\w+|beobachte\w+|begeistert|schwor\w+|mogen)"
)
_NUMBER = r"(?:\d[\d.,]*|ein\w*|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|wenige\w*|paar)"
_GOODS = r"(?:stuck\w*|artikel\w*|exemplar\w*|platz\w*|platze\w*|paar\w*|teile\w*|produkt\w*|einheit\w*)"

_BACK = r"(?:ruckgabe|rucksendung|umtausch|retoure|rucksenden|zuruck(?:geben|schicken|senden)|umtauschen|widerruf)"
_EASE = (
    r"\b(?:kostenlos|gratis|umsonst|innerhalb|binnen|jederzeit|einfach|moglich|problemlos|unkompliziert|bequem|leicht|"
    r"frei|ausgeschlossen|garantiert|immer|kein problem|lebenslang|tagen?|wochen|monaten?|ein leben)"
)

DISCOUNT = (
    r"\brabatt\w*|\w+rabatt\w*|\bnachlass\w*|\bpreisnachlass\w*|\bgutschein\w*|\bskonto\b|\bermassig\w*|"
    r"\bermaessig\w*|\bvergunstig\w*",
    r"\b(?:rabatt|aktions|gutschein|promo|vorteils)[- ]?codes?\b|\bcodes?\b(?: \w+){0,2} (?:eingeben|einlosen|nutzen|"
    r"verwenden)|"
    r"\b(?:mit|dem|per|den) code\b|\bcode[: ]+\w*\d",
    r"\breduzier\w*|\bherabgesetzt\w*|\bpreis(?:sturz|senkung|reduzier|fall|sturz|knaller|hammer|vorteil|bruch)\w*|"
    r"\bpreise? "
    r"(?:\w+ ){0,2}(?:gesenkt|gesunken|gefallen|runter|reduziert)|\bhalbe[nrms]? preis\w*|\bhalbpreis\w*|"
    r"\bzum halben\b",
    r"\b(?:gratis|kostenlos\w*|kostenfrei\w*|umsonst|geschenkt|unentgeltlich\w*)\b|\bkostenlos\w*|\bohne aufpreis\b|"
    r"\bauf kosten des\b",
    r"\b(?:prozent|%|eur|euro) ?(?:weniger|gunstiger|guenstiger|billiger|rabatt|gespart|sparen|auf|nachlass)|"
    r"\bminus \d",
    r"\bspar(?:en|t|e|st|preis\w*|angebot\w*)\b(?: sie)?|\bersparnis\w*|\bgespart\b|\bsparvorteil\w*|"
    r"\bschnappchen\w*|\bschnaeppchen\w*",
    r"\bschlussverkauf\w*|\bausverkauf(?:spreis)?\w*(?!t)|\braumungs\w*|\bsonderverkauf\w*|\bzwei (?:fur|zum preis)",
    r"\b\d+ ?(?:%|prozent) (?:auf|weniger|auf alles|gunstiger)|\b(?:prozent|%) auf (?:alles|das|die|ihre\w*)\b|"
    r"\bwir (?:schenken|ubernehmen|erlassen|zahlen) ihnen\b|\bwir (?:ubernehmen|schenken) (?:den|die|das) (?:versand|"
    r"porto|lieferung)|\bgunstiger wird\b|\bweniger (?:zahlen|bezahlen|ausgeben)\b|\bmit (?:diesem|dem|ihrem) code\b|"
    r"\bauf kosten des hauses\b|\bgeht aufs haus\b",
    r"\b(?:drittel|viertel|halfte|zehntel) (?:weniger|gunstiger|billiger|sparen)\b|\b(?:versand|porto|"
    r"lieferung) (?:geht )?auf uns\b|\bvorteilspreis\w*|\blegen (?:noch )?(?:etwas|was|eins) drauf\b|"
    r"\b(?:porto|versand|lieferung|kosten|gebuhr\w*) (?:ubernehmen|schenken|tragen|zahlen|erlassen) wir\b|\bam preis\b",
    r"\bsparen?\b|\bkostet (?:\w+ )?(?:mehr|weniger|fast nichts|kaum)\b|\bohne (?:\w+ )?(?:versandkosten|"
    r"porto|liefer\w+)\b|\bbares geld\b|\bgeld sparen\b|\bschnapp\w+|\bzum (?:\w+)?preis von\b|"
    r"\bnachgelassen\b",
)
OFFER = (
    r"\b(?:\w+)?angebote?(?:s|n|en)?\b(?!\w)|\bsonderpreis\w*|\baktion(?:s\w*|en)?\b|\bim sale\b|\bsale\W*$|"
    r"\bdeals?\b|\bvorzugspreis\w*|\bpraemie\w*",
    r"\b(?:kleines|ein|ihr|unser|als|gratis|willkommens|dankeschon) ?geschenk\w*|\bzugabe\w*|\bbonus\w*|\bpramie\w*|"
    r"\bextra fur sie\b",
    r"\b(?:gunstig|guenstig|billig|preiswert|erschwinglich)\w*\b|\b(?:best|tiefst|niedrigst)preis\w*|"
    r"\bbeste[nr]? preis\w*|"
    r"\b(?:kleine|gute|faire|niedrige|tolle|super|fairer|guter|kleiner)[nmr]? preis\w*",
    r"\b(?:jetzt|nur|nur noch|statt|bisher|fruher|vorher|ab|fur nur) (?:\d+ eur|[€$£] ?\d)|\bvollen? preis\b|"
    r"\bstatt (?:bisher|fruher)\b",
    r"\btreuepunkt\w*|\bpunkte (?:sammeln|sichern)|\bexklusiv\w* (?:fur sie|preis|vorteil|zugang)|\bnur fur sie\b|"
    r"\bvorteil\w* sichern\b",
    r"\b(?:kleines?|kleine) (?:dankeschon|uberraschung|extra|aufmerksamkeit)\b|\b(?:uberraschung|dankeschon|"
    r"belohnung|vorteil\w*) (?:wartet|fur sie|sichern|inklusive)\b|\bbelohn\w+",
    r"\b(?:nie|noch nie|selten) (?:\w+ ){0,4}(?:gunstig|billig|preiswert)\w*|\blegen (?:wir|ihnen|"
    r"dir) (?:\w+ ){0,4}(?:dazu|bei|drauf|obendrauf)\b|\b(?:etwas|was) kleines (?:dazu|obendrauf|"
    r"gratis)\b|\b(?:heute|jetzt) zum\b|\bein(?:en|em)? \w+en preis\b|\bobendrauf\b|\bals dankeschon\b",
    r"\bzu (?:diesem|dem|solch einem) preis\b|\bso gunstig\b|\bohne haken\b|"
    r"\bjeden cent wert\b",
)
URGENCY = (
    r"\b(?:beeil\w*|schnell (?:sein|zugreifen|sichern|bestellen|kaufen)|zugreifen|zuschlagen|greifen sie (?:schnell |"
    r"jetzt )?zu)\b|"
    r"\bschlagen sie (?:jetzt |schnell )?zu\b|\bseien sie schnell\b|\bschnell,|\bschnell!",
    r"\b(?:jetzt|heute|sofort|gleich|schnell|noch heute)\b(?: \w+){0,3} (?:kaufen|bestellen|sichern|zugreifen|holen|"
    r"shoppen|buchen|"
    r"reservieren|entscheiden|handeln|zuschlagen|abschliessen)\b|"
    r"\b(?:kaufen|bestellen|sichern|holen|buchen|handeln|entscheiden) sie (?:\w+ ){0,3}(?:jetzt|heute|sofort|gleich|"
    r"schnell|noch heute)\b",
    r"\bnur (?:heute|noch heute|jetzt|bis|kurze? zeit|diese woche|fur kurze|wenige (?:tage|stunden))\b|"
    r"\bnur fur (?:kurze|begrenzte)|"
    r"\bheute noch\b|\bnoch heute\b|\bjetzt oder nie\b|\bheute letzter?\b",
    r"\bzeitlich (?:begrenzt|limitiert)\w*|\bbegrenzte zeit\b|\bbefristet\w*|\bfur kurze zeit\b|"
    r"\bsolange (?:der )?(?:vorrat|es|sie|noch)",
    r"\b(?:letzte|einmalige|allerletzte)[nr]? (?:chance|gelegenheit|moglichkeit|stunden?|minuten?|tage?|aufruf|"
    r"erinnerung)\b",
    r"\b(?:endet|enden|lauft|laufen)\b(?: \w+){0,3} (?:bald|heute|morgen|in\b|um\b|ab\b|aus\b|mitternacht)|"
    r"\babgelaufen\b|\bablauf(?:end\w*|datum|frist)\b|\b(?:angebot|aktion|preis|frist|"
    r"warenkorb)\w*(?: \w+){0,4} ablauft\b|"
    r"\bverfall\w*|\bgilt nur\b|\bcountdown\w*|\bfrist\b",
    r"\bnicht (?:verpassen|entgehen|warten|zogern|verpasst|vergessen|lange)\b|\bverpass\w*|\bwarten sie nicht\b|"
    r"\bzogern sie nicht\b|"
    r"\bvergessen sie nicht\b|\bentgehen\b|\bbevor (?:es|sie|er) (?:\w+ )?(?:zu spat|weg|vergriffen|ausverkauft|"
    r"jemand|vorbei)|"
    r"\bbevor (?:jemand|andere)|\bzu spat\b",
    r"\b(?:bald|schnell|fast|gleich|sofort|schon) (?:vorbei|weg|vergriffen|zu ende|ausverkauft)\b|\bzeit (?:lauft|"
    r"drangt|ist knapp)\b|"
    r"\bdie uhr tickt\b|\bdringend\b|\beilig?t?\b|\bin letzter minute\b|\breserviert (?:fur|bis)\b|\bnur solange\b|"
    r"\bunverzuglich\b",
    r"\bpreise? (?:steig\w+|erhoh\w+|klettern|geh\w+ (?:bald )?(?:hoch|nach oben))|\bpreiserhohung\w*|\b(?:innerhalb|"
    r"binnen) (?:der |von )?(?:nachste\w*|\d+|einer|eines|zwei|weniger)\b|\bnoch \d+ (?:stunden?|minuten?|tage?|"
    r"sekunden?)\b|\b(?:nur )?noch (?:eine|wenige|ein paar) (?:stunden?|minuten?|tage?)\b|\b(?:gleich|bald|morgen|"
    r"schnell|dann) (?:ist|sind) (?:es|sie|er|alles) (?:weg|vorbei|fort|vergriffen)\b|\bleer aus(?:gehen)?\b|"
    r"\bgultig bis\b|\bnoch gultig\b|\bjetzt sichern\b|\bnutzen sie die (?:chance|gelegenheit)\b|"
    r"\bmorgen (?:schon )?(?:teurer|weg|vorbei)\b|\bteurer\b|\bendspurt\b|\blauft (?:bald )?ab\b",
    r"\b(?:handeln|entscheiden|bestellen|kaufen) sie (?:rasch|schnell|bald|zugig)\b|\brasch\b|"
    r"\bandere sind schneller\b|\bbald nicht mehr\b|\bnicht mehr lange\b",
    r"\bgleich (?:weg|vorbei|fort)\b|\bsput\w+|\bdie uhr\b|\bkurze (?:zeit|dauer|frist)\b|"
    r"\bnicht mehr lang\w*|\bmitternacht\b|\bbald (?:nicht|kein|fort|schon|endet|ist)\w*|\bin kurze\b|"
    r"\bendlich\b|\bworauf warten\b|\bwarum warten\b|\bdie zeit (?:lauft|ist|wird|drangt|rennt)\b|"
    r"\bwird (?:\w+ )?knapp\b|\bmorgen (?:ist|kostet|schon|wird|nicht|sind)\b|\bab morgen\b|\bsofort\b|"
    r"\bnoch schnell\b|\bso lange noch\b|\bkein\w* minute\b",
    r"\bbis (?:zum |"
    r"zur )?(?:wochenende|monatsende|mitternacht|heute|morgen|abend|ende)\b|\bnie (?:wieder|mehr)\b|"
    r"\bfur immer\b|\behe (?:andere|es|er|sie|jemand|noch)\b|\blassen sie (?:\w+ ){0,3}nicht\b|"
    r"\bwarenkorb\w*(?: \w+){0,4} (?:geleert|geloscht|verworfen|aufgelost)\b|\bgleich (?:geleert|geloscht|"
    r"entfernt)\b",
)
SCARCITY = (
    rf"\bnur noch\b|\bnoch (?:nur )?{_NUMBER}(?: \w+){{0,2}} (?:ubrig|verfugbar|da\b|vorratig|auf lager|lieferbar|"
    rf"erhaltlich)|"
    rf"\bletzte[nrs]? (?:{_NUMBER} )?{_GOODS}\b|\bletzte \d|\brestposten\b|\brest(?:bestand|stuck|exemplar)\w*|"
    rf"\bletzten? ihrer art\b",
    r"\b(?:wenige|kaum) (?:\w+ )?(?:ubrig|verfugbar|vorratig|stuck|exemplare)\b|\b\d+ (?:\w+ )?(?:ubrig|verfugbar|"
    r"auf lager|vorratig)\b",
    r"\b(?:auf|am|ab) lager\b|\bvorratig\b|\bvorrat\w*|\blagerbestand\w*|\b(?:sofort |wieder |bald |"
    r"nicht )?(?:verfugbar|verfuegbar|lieferbar)\b",
    r"\bausverkauft\b|\bvergriffen\b|\bnicht mehr (?:erhaltlich|lange|da)\b|\bbald weg\b|\bschon weg\b|"
    r"\b(?<!sie )wieder da\b",
    r"\blimitiert\w*|\bbegrenzt\w*|\bgrosse nachfrage\b|\b(?:stark|sehr|heiss) (?:nachgefragt|begehrt|gefragt)\b|"
    r"\bbegehrt\w*|"
    r"\bhohe[rn]? nachfrage\b|\bgefragt\b(?! (?:haben|werden|wird))|\bknapp(?:e|er|es|en)?\b|\bselten(?:e|er|"
    r"es)? gelegenheit",
    r"\bgeht (?:bald )?(?:zur neige|aus)\b|\bzur neige\b|\breissen(?:den)? absatz\b|\bweg ist weg\b|\bwenn weg\b|"
    r"\bnachschub\b|\bwieder (?:lieferbar|vorratig|verfugbar|auf lager)\b|\bletzte[nrs]? (?:ihrer|seiner) art\b|"
    r"\bheiss begehrt\b",
    r"\bnicht mehr (?:zu haben|lieferbar|da|verfugbar|zu bekommen)\b|\bnachfrage\b|"
    r"\bbestand\w* (?:\w+ )?(?:schwind\w*|sinkt|schrumpft|niedrig|klein|gering)\b|\bschwind\w+|\bkaum noch\b|"
    r"\bkommt nicht "
    r"wieder\b|\bsind (?:\w+ ){0,2}ubrig\b",
    r"\b(?:fast|beinahe|so gut wie|praktisch) (?:nichts|keine?\w*|alle\w*|leer|weg)\b|\bansturm\b|"
    r"\brun auf\b|\briesig\w* (?:nachfrage|interesse)|\b(?:nur|bloss) (?:noch )?(?:wenige|ein paar|"
    r"vereinzelt)\b|\bgeht weg wie\b|\bkaum\b(?= (?:noch|mehr|welche|zu haben))|\bnirgends (?:mehr|"
    r"sonst)\b|\bimmer seltener\b|\brar\b|\bsolange (?:\w+ )?(?:da|vorhanden)\b",
    r"\b(?:so gut wie|beinahe|fast|bald) (?:\w+ )?(?:verkauft|vergeben|weg)\b|\baus den handen gerissen\b|"
    r"\bgerissen\b|\beinzelstuck\w*|\beinmalig\w*|\bkein zweites mal\b",
)
SOCIAL = (
    rf"\b(?:sehen|schauen) sich (?:\w+ ){{0,3}}(?:andere|leute|menschen|kund\w+|personen)\b|"
    rf"\b{_PEOPLE}(?:[ ,]+(?!was\b)[\w'+]+){{0,6}}[ ,]+{_DID}\b|\b(?:haben|"
    rf"hat) (?:\w+ ){{0,3}}\d+ (?:\w+ )?(?:gekauft|bestellt)",
    r"\bgekauft\b|\bin \w+ (?:anderen )?warenkorben\b|\b(?:immer mehr|schon \d+|bereits \d+) \w+\b",
    r"\balle (?:wollen|reden|lieben|sprechen|schwarmen|haben)\b|\b\d+ mal (?:verkauft|angesehen|bestellt|gekauft)\b|"
    r"\b\d+ (?:personen|kunden|leute|menschen|besucher)\b|\bverkauft\b",
    r"\b(?:zufriedene|gluckliche|begeisterte)[nr]? (?:kund\w+|besitzer\w*|kaufer\w*)|\bvon (?:tausenden|hunderten|"
    r"vielen|millionen)\b|\b\d+ mal\b",
    r"\b(?:neun|acht|sieben|drei|vier|\d+) von (?:zehn|funf|vier|\d+)\b|\b(?:ein|eine|einer) (?:kund\w+|"
    r"frau|mann|familie|kaufer\w*|person) (?:aus|in|hat)\b|\bim warenkorb\b(?= (?:anderer|vieler))|"
    r"\b(?:viele|manche|etliche|tausende|hunderte) (?:\w+ )?(?:haben|hat|im|greifen|kaufen|legen)\b|"
    r"\bweiterempf\w+|\b(?:eben|soeben|gerade eben|vorhin) (?:\w+ )?(?:bestellt|gekauft|gewahlt|"
    r"ausgesucht)\b",
)
PRAISE = (
    r"\b(?:meist|best|vielfach|oft|haufig) ?(?:verkauf|gewahlt|bestellt)\w*|\bbestseller\w*|\bverkaufsschlager\w*",
    r"\bbeliebt\w*|\bliebling\w* (?:der|unserer|vieler|aller)\b|\bkundenliebling\w*|\bpublikumsliebling\w*|"
    r"\bim trend\b|\btrendig\w*|\bempfohlen von\b|\bgeliebt von\b",
    r"\b(?:top|best|hoch|gut|sehr gut)[- ]?bewertet\w*|\bbewertung\w*|\brezension\w*|\b(?:funf|5|vier|"
    r"4)[- ]sterne\w*|\bsterne\b",
    r"\bausgezeichnet(?:e|er|es|en)?\b (?:von|mit)|\btestsieger\w*|\bnummer eins\b|\bnr\.? ?1\b|\bplatz eins\b|"
    r"\bweltbeste\w*",
    r"\btopseller\b|\bbekannt aus\b|\bpreisgekront\w*|\bpramiert\w*|\bexpert\w+ (?:empf\w+|raten|schworen)\b|"
    r"\b(?:von|durch) (?:arzten|experten|profis|kunden) (?:\w+ )?(?:empfohlen|gewahlt|getestet|geliebt)\b|"
    r"\bprodukt des (?:jahres|monats)\b|\b\d[.,]?\d? von (?:5|10|funf|zehn)\b|\bweltberuhmt\w*|\berste wahl der\b|"
    r"\bkunden (?:lieben|schworen|empfehlen)\b",
    r"\bliebling\w*\b|\b(?:der|die|das|unser\w*) beste[nrsm]?\b|\bunubertroffen\w*|\bunschlagbar\w*|"
    r"\bkultobjekt\b|\bspitzenreiter\b|\bnummer 1\b|\bfavorit\w*",
)
DELIVERY = (
    r"\b(?:versandkostenfrei|portofrei|versandfrei|lieferfrei)\w*|\b(?:gratis|kostenlos|frei|express|blitz|schnell|"
    r"sofort)\w*[- ]?"
    r"(?:versand|lieferung|liefern|zustellung)\w*|\bschnelle[rn]? (?:versand|lieferung)\b|\bversand (?:ist|gratis|"
    r"inklusive|frei|heute)\b",
    r"\b(?:geliefert|lieferung|versand|versendet|verschickt|liefern|zugestellt|ankunft|bei ihnen|ankommen|"
    r"da)\b(?: \w+){0,3} "
    r"(?:heute|morgen|ubermorgen|innerhalb|binnen|in (?:\d|ein|zwei|drei|wenigen)|sofort|rechtzeitig|montag|dienstag|"
    r"mittwoch|"
    r"donnerstag|freitag|samstag|weihnachten)\b|\b(?:heute|morgen|ubermorgen|sofort) (?:\w+ ){0,2}(?:geliefert|da|"
    r"bei ihnen|verschickt|"
    r"versandfertig|lieferbar|zugestellt)\b|\blieferzeit\w*|\bversandkosten\w*|\bversandbereit\b",
    r"\b(?:am|bis|schon am) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|\b(?:rechtzeitig|"
    r"punktlich) (?:zu|vor|bis|da)\b|\b(?:am|noch am) (?:selben|gleichen) (?:tag|werktag)\b|\bwir (?:verschicken|"
    r"versenden|"
    r"liefern)\b|\bnach(?:ster|sten) (?:tag|werktag)\b",
    r"\b(?:morgen|ubermorgen|bald|in (?:\w+ )?(?:stunden|tagen|kurze)) (?:\w+ ){0,3}(?:handen|haus\w*|tur|"
    r"bei ihnen|bei dir)\b|\bvor (?:der|ihrer|deiner) (?:haus)?tur\b",
)
GUARANTEE = (
    r"\bgaranti\w*|\bgewahrleist\w*|\bgeld[- ]?zuruck\w*|\bohne (?:jedes )?risiko\b|\brisiko(?:los|frei)\w*|"
    r"\bkein risiko\b|"
    r"\bnichts zu verlieren\b|\bversprechen wir\b|\bwir versprechen\b|\bversprochen\b",
    rf"\b{_BACK}\w*(?:,? [\w-]+){{0,4}} {_EASE}|{_EASE}\w*(?: [\w-]+){{0,3}} {_BACK}|"
    r"\b(?:konnen|durfen|kannst|darfst) (?:sie|du|es|ihn)\b(?: \w+){0,5} (?:zuruck(?:geben|schicken|senden)|"
    r"rucksenden|umtauschen)|\bruckgabe(?:recht|frist|garantie)\w*|\bwiderrufs(?:recht|frist)\w*|"
    r"\berstatt\w*|\bjederzeit (?:kundbar|kundigen|stornier\w*)",
    r"\bklinisch\b|\bnachweislich\b|\bheilt\b|\bheilung\w*|\bwunder(?:mittel|wirkung)\w*|\bklimaneutral\w*|"
    r"\bco2[- ]?neutral\w*|\b100 ?%|"
    r"\b(?:der|die|das) (?:beste|besten) (?:\w+ )?(?:der welt|auf dem markt|aller zeiten|uberhaupt)\b",
    r"\b(?:schicken|geben|senden|bringen) sie (?:es|ihn|sie|ihre\w*) (?:\w+ ){0,3}zuruck\b|\brisiko\b|"
    r"\bzufriedenheit\w*\b|\btesten sie (?:es |ihn |sie )?(?:ohne|kostenlos|in ruhe zu hause)\b|"
    r"\bohne (?:verpflichtung|bindung)\b",
    r"\bgeld(?:\w+ ){0,3}? ?-?zuruck\w*|\bgeld (?:\w+ ){0,3}zuruck\b|\b(?:nicht|nie) (?:bereuen|"
    r"enttausch\w+)\b|\bversprech\w*",
)
PRIZE = (
    r"\bgewonnen\b|\bgewinn(?:e|en|er|erin|spiel\w*|t|chance\w*)?\b|\bverlos\w*|\bgluckwunsch\w*|\bglueckwunsch\w*|"
    r"\blotterie\w*|"
    r"\bhauptpreis\w*|\bsie wurden (?:ausgewahlt|ausgelost)\b|\bglucksrad\w*|\bgluckspilz\w*|\bherzlichen gluck\w*",
    r"\bgewinner\w*\b|\bglucklichen? gewinn\w*|\bsie (?:sind|wurden) (?:\w+ )?(?:ausgewahlt|ausgelost|gezogen)\b",
    r"\bausgelost\b|\bzufallig (?:ausgewahlt|gezogen)\b",
)
SHAMING = (
    r"\bnein,? ?(?:danke|ich)\b|\bich (?:zahle|bezahle|will|mochte|mag|brauche|verzichte|"
    r"hasse) (?:\w+ ){0,4}(?:lieber|nicht|kein\w*|"
    r"mehr|vollen|gern\w*)\b|\bich verzichte\b|\blieber (?:mehr|voll|nicht)\w* (?:bezahlen|zahlen|sparen)?",
    r"\bbereu\w*|\bargern\b|\benttausch\w*|\bschade,|\bschade!|\bselbst schuld\b|\bschuld(?:ig|gefuhl)\w*|\bscham\w*|"
    r"\bschamen\b|\bpeinlich\b",
    r"\bim stich\b|\b(?:einsam|traurig|weint|vermisst sie|vermissen sie|vermisst)\b|\bdumm\w*|\bklug(?:e|er|"
    r"en)? (?:kund|kauf|kopf|wahl)\w*|"
    r"\bwirklich (?:gehen|verzichten|aufgeben)\b|\bsicher, dass sie\b|\bsie haben es (?:sich )?verdient\b|"
    r"\bverdienen sie\b|\baufgeben\b",
    r"\bich bin nicht interessiert\b|\bkein interesse an\b|\b(?:verruckt|unklug|leichtsinnig|toricht),? (?:wer|wenn|"
    r"das)\b|\bwas fur (?:eine|ein) (?:schande|verschwendung)\b|\bnur (?:dumme|narren)\b|\bich mag kein\w*\b|"
    r"\btut (?:uns )?weh\b|\bbricht uns das herz\b",
    r"\b(?:ist|sind) mir (?:egal|gleich|gleichgultig)\b|\bmir (?:ist|sind) (?:\w+ )?(?:egal|gleichgultig)\b|"
    r"\bverzeih\w*|\bverpassen\b|\bnur wer\b|\bwer (?:\w+ ){0,3}(?:nicht|jetzt) (?:\w+ ){0,3}(?:geht|rechnen|denkt|"
    r"versteht)\b",
    r"\bbanause\w*|\bspiesser\w*|\bnarr(?:en)?\b|\bdummkopf\w*|\bschlechte[nrm]? geschmack\b|"
    r"\bkeinen geschmack\b|\benttauscht von\b|\b(?:weint|trauert|schmollt|leidet|sehnt sich|"
    r"wartet sehnsuchtig)\b|\bliegen ?(?:lassen|gelassen)\b(?= (?:haben|wollen))|\blassen (?:thing|es|ihn|"
    r"sie) liegen\b|\bverruckt\b|\bwahnsinn\w*",
    r"\bnur (?:ein|eine|wer|echte|wahre|kenner|kluge|ein echter)\b(?! (?:tipp|klick|schritt|wort|artikel|"
    r"moment|augenblick|wenig|paar|blick))|\btrostlos\b|\b(?:leer|ode|kahl|langweilig) (?:ohne|"
    r"bei ihnen)\b|\bfehlt ihnen\b|\bentgeht\b",
    r"\bbeneid\w*|\bneid(?:isch)?\b|\barger(?:t|st|n)\b|\bwer (?:\w+ ){0,2}nicht (?:\w+ )?(?:zugreif\w*|bestell\w*|"
    r"kauf\w*|zuschlag\w*)",
)
PRESSURE = (
    r"\bgonnen sie sich\b|\b(?:sie )?(?:mussen|sollten) sie\b|\bsie (?:mussen|sollten)\b(?!(?: \w+){0,6} nicht\b)|"
    r"\bmust[- ]?have\w*|"
    r"\bunverzichtbar\w*|"
    r"\bholen sie sich\b|\bsichern sie sich\b|\bmehr kaufen\b|\bunbedingt\b|\babo(?:nnier\w*|nnement\w*)?\b|"
    r"\bmitgliedschaft\w*|\bmuss (?:man|jede[r]?|frau|ich)\b|\beinfach haben\b|\bohne (?:\w+ )?geht (?:es |"
    r"gar )?nicht\w*\b|"
    r"\bgreifen sie zu\b|\bsie haben es (?:sich )?verdient\b|\bdarf (?:\w+ )?nicht fehlen\b|\bgehort in jede\w*",
    r"\b(?:kaufen|bestellen|nehmen|holen|greifen|schnappen) sie (?:thing|es|ihn|sie|das|den|die|zu|sich|"
    r"doch|endlich|einfach)\b|\bgehort (?:schon )?ihnen\b|\bwerden sie (?:besitzer|mitglied)\w*|"
    r"\bnicht (?:langer|mehr) (?:zogern|uberlegen|warten)\b|\bschluss mit (?:zogern|uberlegen)\b|"
    r"\bsagen sie ja\b|\btrauen sie sich\b",
    r"\bohne thing\b|\bschnappen\b|\bwer (?:kann|konnte|wurde|will|sagt|mochte) (?:\w+ ){0,3}(?:nein|"
    r"widerstehen|verzichten|schon)\b|\bwiderstehen\b|\bverzichten\b|\bdas muss\b|\bein muss\b",
)
HEALTH = (
    r"\b(?:heil(?:t|en|end\w*|ung|mittel|kraft|sam\w*)|linder\w*|kurier\w*|therap\w+|medizin\w*|medikament\w*|"
    r"arzt\w*|arzte\w*|"
    r"arztlich\w*|apotheke\w*|diat\w*|abnehm\w*|nimmt? ab|schlank\w* mach\w*|kalorien\w*|entgift\w*|detox\w*|immun\w+|"
    r"abwehrkraft\w*|schmerz\w*|\w+schmerzen|beschwerden|krank\w*|krebs|symptom\w*|falten(?:frei|reduz\w*)?|verjung\w*|"
    r"anti[- ]?(?:aging|falten)\w*|gesundheit\w*|gesund|gesunder)\b|\b(?:fordert|verbessert|starkt|unterstutzt) (?:\w+ "
    r"){0,2}(?:schlaf|verdauung|gedachtnis|durchblutung|stimmung|stoffwechsel|immun\w*|konzentration)\b|\b(?:gut|"
    r"wohltat) "
    r"fur (?:die |den |ihre |ihren )?(?:haut|gesundheit|rucken|schlaf|gelenke)\b|\bbesser(?:er|en)? schlaf\w*",
    r"\b(?:blutdruck|stress\w*|verspann\w+|entspannt|cholesterin\w*|stoffwechsel|hormon\w*|gelenk\w*|"
    r"entzund\w+|allergi\w+|migrane|rheuma|hilft gegen|wirkt gegen|wohltuend\w*|wohlbefinden|muskel\w*|"
    r"nerven)\b",
    r"\b(?:schlank\w*|figur|ihre haut|der haut|cellulite|falten|jung\w* aus\w*|fit|fitter|kilos|"
    r"kraft gibt)\b",
)
FINANCE = (
    r"\b(?:geldanlage\w*|wertanlage\w*|investition\w*|investier\w*|rendite\w*|wertsteiger\w*|gewinnt an wert|"
    r"wertstabil\w*|"
    r"zins(?:frei|los|en|e)?\w*|kredit\w*|darlehen\w*|finanzier\w*|raten(?:zahlung|kauf)?|schufa\w*|monatlich\w*|"
    r"pro monat|"
    r"im monat|steuer(?:frei|lich|vorteil)\w*|reich werden|geld verdienen|rechnet sich|macht sich bezahlt|"
    r"amortisier\w*|"
    r"spater (?:be)?zahlen|zahlen sie (?:erst )?spater)\b|\bauf raten\b|\bohne anzahlung\b",
    r"\b(?:im|pro|jeden) (?:monat|jahr|woche)\b|\b(?:mehr wert|wertvoller|steigt im wert|an wert)\b|"
    r"\brate[n]?\b|\bsparanlage\w*",
    r"\b(?:erst|spater) (?:\w+ ){0,3}(?:zahlen|bezahlen)\b|\b(?:zahlen|bezahlen) (?:\w+ ){0,4}(?:erst|"
    r"spater)\b",
)
PEOPLE = (
    r"\b(?:kund(?:e|en|in|innen)|kaufer\w*|besucher\w*|leute|menschen|familien|nachbar\w*|freunde|"
    r"promi\w*|alle (?:welt|anderen kaufen)|jeder|niemand|tausende|hunderte|"
    r"millionen)\b(?! (?:\w+ ){0,2}(?:frag\w+|wissen|wundern)\b)(?! (?:service|dienst|konto))",
    r"\b(?:mutter|vater|eltern|nachbar\w*|experten|kenner|profis|fachleute|designer|arzte|stars)\b",
)
SELF = (r"\b(?:ich|mir|mich|mein\w*)\b[^.?!]*(?:[.!]|$)",)
FAMILIES = {
    "discount": DISCOUNT, "offer": OFFER, "urgency": URGENCY, "scarcity": SCARCITY, "social": SOCIAL, "praise": PRAISE,
    "delivery": DELIVERY, "guarantee": GUARANTEE, "prize": PRIZE, "shaming": SHAMING, "pressure": PRESSURE,
    "health": HEALTH, "finance": FINANCE, "people": PEOPLE, "self": SELF,
}  # fmt: skip
