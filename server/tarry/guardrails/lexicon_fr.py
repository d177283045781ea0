"""French words that claim something, by family; matched against folded text, accents already gone."""

_PEOPLE = (
    r"(?:personnes?|gens|client(?:e?s)?|clients?|acheteurs?|visiteurs?|utilisateurs?|internautes?|autres?|quelqu'un|"
    r"milliers|centaines|millions|beaucoup|plusieurs|tous|tout le monde|chacun|membres?|fans)"
)
_DID = (
    r"(?:regard\w+|consult\w+|vo(?:it|ient)|ont vu|achet\w+|command\w+|ador\w+|aim(?:e|ent|es)\b|chois\w+|"
    r"recommand\w+|fa(?:it|isai\w+|isant|ont) confiance|font confiance|parle(?:nt)?|s'arrache(?:nt)?|plebiscit\w+|"
    r"veulent|veut|ajout\w+|reserv\w+|craqu\w+|convoit\w+|l'ont|en ont)"
)
_NUMBER = r"(?:\d[\d.,]*|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quelques|peu de)"
_GOODS = r"(?:pieces?|articles?|exemplaires?|unites?|paires?|places?|produits?|modeles?|tailles?|lots?)"
_TIME = r"(?:secondes?|minutes?|heures?|jours?|semaines?|instants?)"
_BUY = (
    r"(?:achet\w+|command(?:ez|e|er)|profit\w+|reserv(?:ez|e|er)|decid\w+|saisiss\w+|saisir|fonc\w+|craqu\w+|"
    r"agiss\w+|agir|finalis\w+|valid(?:ez|e|er)|ajout\w+|prenez-l[ea]|offrez-vous|pren(?:ez|ds)-en)"
)
_NOW = (
    r"(?:maintenant|vite|aujourd'hui|tout de suite|sans attendre|sans tarder|immediatement|des a present|rapidement|"
    r"avant (?:qu|la fin|minuit|demain|ce soir|de partir|les autres)|ce soir|pendant qu|tant qu)"
)

DISCOUNT = (
    r"\b(?:remises?|rabais|ristournes?|reductions?|bons? d'achat|coupons?|cashback|soldes?|solde[er]?s?|demarque\w*|"
    r"liquidation|destockage|promos?|promotion\w*|code[- ]?(?:promo|reduc\w*|avantage|cadeau|secret|de reduction))\b",
    r"\bcodes?\b(?: \w+){0,3} (?:attend|paiement|panier|caisse|promo|reduction)|\b(?:avec|entrez|utilisez) (?:le|votre|"
    r"ce|un) code\b|\bcode[: ]+\w*\d",
    r"\bprix(?: \w+){0,3} (?:reduit|barre|casse|baisse|en baisse|coupe|sacrifie|ecrase|plancher|mini|doux|imbattable|"
    r"exceptionnel|special|promotionnel)\w*|\b(?:baisse|chute|reduit|cassons|reduction) (?:de |les |des |le |du )*prix|"
    r"\bmoitie prix\b|\bdemi[- ]tarif\b|\btarif (?:reduit|preferentiel|special)",
    r"\b(?:economis\w+|economies?)\b|\b(?:moins|plus) chere?s?\b|\bpay\w+ moins\b|\bmoins (?:couteu\w+|eleve)\b",
    r"\bgratuit\w*\b|\bgratis\b|\bofferte?s?\b|\boffrons\b|\bsans (?:frais|supplement)\b|\ba notre charge\b|"
    r"\b(?:port|livraison|frais|expedition)(?: \w+){0,3} (?:pour nous|compris|inclus\w*)\b|\bc'est (?:pour nous|"
    r"cadeau)",
    r"(?:\d|%|pour ?cent|euros?) (?:de moins|de reduction|en moins)|\b(?:un|deux|trois) (?:achete\w*|pour le prix)",
    r"\bon vous (?:fait|enleve|retire) \w+|\bgeste (?:commercial|sur le prix)\b|\bavantages? (?:client|exclusi\w+)",
    r"\beconom\w+|\bcoute\w* (?:\w+ )?(?:plus cher|moins|presque rien|trois fois rien)\b|"
    r"\bsera plus cher\b|\bsans (?:les )?frais\b|\bpas de frais\b|\bpresque rien\b|\bprix (?:tout |si |"
    r"tres )?(?:doux|leger|petit|reduit|ami)s?\b",
)
OFFER = (
    r"\b(?:offres?|cadeaux?|bonus|surprise|prime|bonnes? affaires?|aubaine|affaire a)\b(?! d'aide)",
    r"\b(?:petit|meilleur|bon|super|tout) prix\b|\b(?:prix|tarif) (?:le plus bas|imbattable|avantageux|juste)|"
    r"\b(?:bon marche|abordable\w*|pas cher\w*|avantageu\w+)\b",
    r"\bpoints? (?:fidelite|bonus|cadeau)|\bdoublez vos points\b|\bexclusi(?:f|ve|vite)\w* (?:pour vous|client|membre)|"
    r"\brien que pour (?:vous|toi)\b|\bau lieu de\b|\b(?:etait|avant|auparavant) (?:a )?\d",
    r"\bglisson\w+|\b(?:petite|jolie) surprise\b|\b(?:jamais|rarement) (?:\w+[' ]?){0,4}(?:abordable|"
    r"bon marche|aussi bas|moins cher)\w*|\ben prime\b|\bpour vous remercier\b|\bun prix \w+(?:x|able|ant|"
    r"el)\b",
    r"\ba (?:ce|un tel) (?:prix|tarif)\b|\bsolde\w*\b|\bsans piege\b",
)
URGENCY = (
    r"\b(?:depech\w+|hate[zr]?[- ]vous|pressez[- ]vous|faites vite|fais vite|vite\b ?[,!.]|au plus vite|ne tard\w+|"
    r"n'attend\w+|n'hesit\w+|sans (?:plus )?(?:attendre|tarder)|ne (?:rat|manqu|laiss|perd)\w+)\b",
    rf"\b{_BUY}\b(?:[ -][\w']+){{0,4}}[ ,-]+{_NOW}",
    r"\b(?:derniere|ultime|unique|seule) (?:chance|occasion|opportunite|heure|minute|ligne droite|relance|appel)\w*|"
    r"\bdernier(?:s|es)? (?:jours?|heures?|minutes?|instants?|appel|delai|rappel)\b|\bderniere ligne\b",
    rf"\b(?:reste|plus que|encore|dans|sous|pendant)\b(?: \w+){{0,3}} {_TIME}\b|\b(?:quelques|{_NUMBER}) {_TIME} "
    r"(?:restante?s?|encore|seulement)",
    r"\b(?:aujourd'hui|ce soir|maintenant|cette semaine|ce week-end) (?:seulement|uniquement|ou jamais)|"
    r"\b(?:uniquement|seulement|que) (?:aujourd'hui|ce soir|maintenant|cette semaine)|\bmaintenant ou jamais\b",
    r"\bexpir\w+|\bse termine\w*|\bprend\w* fin\b|\bs'acheve\w*|\bfin (?:de l'offre|imminente|proche)|"
    r"\btouche a sa fin|"
    r"\bjusqu'a (?:ce soir|demain|minuit|dimanche|epuisement)|\bdate limite\b|\bcompte a rebours\b|\bcaduc\w*",
    r"\btemps (?:est )?(?:limite|compte|presse|file|s'ecoule|qui reste)|\bplus beaucoup de temps\b|"
    r"\b(?:bientot|presque|deja) (?:fini|termine|trop tard|parti|fermee?)\w*|\btrop tard\b|\bl'heure tourne\b|"
    r"\bduree limitee\b|\burgen\w+|\bpendant qu'il (?:est|en)|\btant qu'il\b|\bavant qu(?:'|e )(?:il|elle|quelqu|un|"
    r"les|"
    r"d'autre|ce soit|tout|la)\w*",
    r"\breserve\w* (?:pour vous )?(?:pendant|encore|jusqu)|\ben ce moment seulement\b|\bprix\b(?: \w+){0,3} (?:augment|"
    r"mont|grimp|disparai|chang)\w+|\bdemain (?:il|ce|ca|le prix|elle)\b|\b(?:risque|risquez) de (?:rater|manquer|"
    r"perdre|ne plus|disparaitre)|\bdisparai\w+|\bva(?: \w+)? (?:partir|filer|disparaitre)",
    r"\bbientot\b|\bcompte a rebours\b|\btant qu(?:'il|e vous|'elle)\b|\bsaisiss\w+|\bqu'attend\w+|"
    r"\bpourquoi attendre\b|\bminuit\b|\bdemain\b|\bau plus tot\b|\bpour peu de temps\b|"
    r"\bplus (?:pour )?longtemps\b|\bc'est (?:maintenant|le moment)\b|\bcette fois seulement\b|"
    r"\btout de suite\b|\bimmediatement\b|\bnous quitter\b|\bne dur\w+ pas\b",
    r"\bjusqu'(?:a|au) (?:la fin|soir|"
    r"demain|minuit|week|bout)\w*|\b(?:plus )?jamais\b|\bpour toujours\b|\bne laiss\w+|"
    r"\bavant les autres\b|\bpanier\b(?: \w+){0,5} (?:vide|efface|supprime|perdu)\w*\b",
)
SCARCITY = (
    rf"\b(?:reste|restent|plus que|seulement|encore)\b(?: plus)?(?: que| qu')?(?: \w+){{0,2}} ?{_NUMBER}\b(?! (?:tap|"
    rf"clic|pas|geste|articles? (?:dans|attend)))(?: {_GOODS}|[ .!]|$)|\b{_NUMBER} {_GOODS} (?:restant|disponible|"
    r"en stock)\w*",
    r"\b(?:en|du|de|le|votre|notre) stock\b|\bstocks?\b(?: \w+){0,2} (?:limite|faible|bas|epuise|disponible|restreint|"
    r"reduit|fond|s'epuise)\w*|\bstock limite\b|\bapprovisionn\w+",
    r"\b(?:epuise|indisponible|introuvable|rarissime)\w*\b|\bse (?:fait|font|faire) rares?\b|\b(?:tres|si) rares?\b|"
    r"\brupture\b|\bvictime de son succes\b|\bdernier(?:s|e|es)? "
    rf"(?:{_NUMBER} )?{_GOODS}\b|\bpart(?:ent|ira|iront|i|is)? (?:tres )?vite\b|\bs'arrache\w*|\bs'envole\w*",
    r"\b(?:quantites?|disponibilites?|nombre|edition|serie|places?) (?:tres )?(?:limite|restreint)\w*|"
    r"\bforte demande\b|"
    r"\btres (?:demande|recherche|prise)\w*|\bde retour\b(?! (?:sur|chez|parmi|dans|ici|a votre|[,.!?]|vers))(?: \w+)* "
    r"?(?:en|stock)|\bde nouveau disponible|\bplus (?:jamais )?(?:disponible|en rayon)|\bplus (?:\w+ )?rien\b|"
    r"\b(?:jamais|pas|plus) reapprovisionn\w*|\ben voie d'epuisement\b|\bpresque (?:plus|vide)\b|\bplus beaucoup\b",
    r"\bpresque plus\b|\bquasi(?:ment)? (?:plus|epuise)\w*|\ba peine (?:quelques|de)\b|\bil n'y en a\b|"
    r"\bpenurie\b|\bruee\b|\bles? derniers?\b(?! (?:fois|visite|passage|etape|mot))|\bplus nulle part\b|"
    r"\bs'arrach\w+|\bpart\w* comme\b",
    r"\bdemande (?:est|reste|explose|depasse|actuelle|record)\b|\bne (?:pouvons|peut|pourrons) (?:pas |rien )?"
    r"(?:vous )?(?:promettre|garantir|assurer)\b",
    r"\b(?:quasi(?:ment)?|presque|deja|bientot) (?:vendu|parti|reserve)\w*\b|\bvendu\w*\b|"
    r"\bpiece unique\b|\bunique en son genre\b|\bintrouvable\w*",
)
SOCIAL = (
    rf"\b{_PEOPLE}\b(?:,? (?!ce\b|que\b|qui\b)[\w'-]+){{0,5}} (?:\w*')?{_DID}",
    r"\b(?:vient|viennent) (?:juste )?d'(?:acheter|ajouter|commander|adopter|en prendre|en acheter|reserver)|"
    r"\bvient de (?:choisir|prendre|commander|reserver|craquer|passer)|\b\d+ (?:\w+ )?(?:ventes?|vendus?|achats?|avis|"
    r"commandes?|vues|personnes|clients|achete\w*)\b|\bdans \w+ (?:autres )?paniers\b|\brejoignez (?:les|nos|des|plus|"
    r"\d|la communaute)",
    r"\b(?:nos|les|des) clients (?:satisfait|heureu|ravi|conquis)\w*|\btout le monde\b|\bcomme des petits pains\b|"
    r"\bfont confiance\b",
    r"\b(?:neuf|huit|sept|\d+) (?:\w+ )?sur (?:dix|cinq|\d+)\b|\b(?:un|une) (?:client\w*|femme|homme|"
    r"famille|acheteu\w+|internaute) (?:de|a|en|vient)\b|\ba l'instant\b|\bil y a (?:quelques|\d+|un|"
    r"deux) (?:minutes?|heures?|instants?)\b|\brecommand\w+",
    r"\b(?:mamans?|meres|papas?|parents|voisin\w*|experts?|connaisseurs?|professionnels|medecins|"
    r"stylistes|stars|quelqu'un d'autre|d'autres que vous)\b",
)
PRAISE = (
    r"\b(?:best[- ]?sellers?|meilleure?s? ventes?|plus vendue?s?|populaire\w*|tendance|coup de c(?:oe|œ)ur|"
    r"incontestable)\b",
    r"\b(?:prefere\w*|favori\w*|chouchou\w*|adore\w*|plebiscite\w*) (?:de |par |des )(?:nos|tous|vous|clients|tout)|"
    r"\b(?:bien|mieux|tres bien) note\w*|\bnote\w* (?:\d|cinq|quatre)|\b(?:cinq|quatre|5|4)[ -]etoiles|\betoiles\b|"
    r"\bavis (?:positif|client|verifie|elogieu|enthousiast)\w*|\bexcellents? avis\b",
    r"\belue?s? \w+|\bprime\w* (?:par|au)|\brecompens\w+|\brecommande\w* par\b|\bnumero (?:un|1)\b|\bn ?[o°] ?1\b|"
    r"\b(?:le|la|les) meilleure?s? (?:\w+ )?(?:du (?:marche|monde)|de l'annee|qui soit|de tous)|\bvu a la tele|"
    r"\b(?:experts?|medecins?|professionnels?|stars?) (?:\w+ )?(?:recommand|conseill|choisi|ador)\w*",
    r"\bchouchou\w*|\bprefere\w*\b(?= (?:de|des|par))|\bfavori\w*\b|\b(?:le|la|les) meilleure?s?\b|"
    r"\binegale\w*|\bimbattable\w*|\bsans egal\b|\bnumero un\b",
    r"\bfait l'unanimite\b|\bcarton\w*\b|\bfait fureur\b",
)
DELIVERY = (
    r"\b(?:livr\w+|expedi\w+|envoy\w+|recu\w*|recev\w+|chez (?:vous|toi)|a votre porte)\b(?: [\w']+){0,4} (?:demain|"
    r"aujourd'hui|des (?:demain|lundi|ce)|sous|en \d|en (?:un|deux|trois)|le (?:jour|lendemain|\d|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi)|dans (?:l'heure|les|la|un|deux|\d)|avant|a temps|immediat\w*|rapide\w*|express|vite)",
    r"\b(?:livraison|expedition|envoi|port)\b(?: \w+){0,2} (?:rapide|express|offert\w*|gratuit\w*|immediat\w*|incluse?|"
    r"en \d|en (?:un|deux|trois)|sous|24|48|de \d|garantie)|\bfrais de (?:livraison|port|envoi|expedition)\b|"
    r"\b(?:demain|apres-demain|lundi|vendredi) (?:chez|dans vos|a votre)|\bsans frais de port\b|\bfranco de port\b|"
    r"\bexpedi\w+ le jour\b|\blivre\w* avant\b|\ba temps pour\b",
    r"\bboite aux lettres\b|\b(?:arrive|arrivera|sera|chez vous) (?:\w+ ){0,2}(?:demain|vite|rapidement|"
    r"avant)\b|\ba votre porte\b|\bsur le pas de\b",
)
GUARANTEE = (
    r"\bgaranti\w*|\bsatisfaite? ou\b|\brembours\w+|\bsans (?:aucun )?risque\b|\baucun risque\b|\brien a perdre\b|"
    r"\b(?:nous )?(?:vous )?(?:le |la )?promett\w+|\bpromis\b|\bpromesse\b|\bzero risque\b",
    r"\b(?:retours?|echanges?|annulation) (?:\w+ )?(?:gratuit|facile|simple|possible|sous|illimite|sans|accepte)\w*|"
    r"\b(?:renvoy|retourn|rendre|echang|annul)\w*\b(?: [\w']+){0,4} (?:quand|a tout|tout moment|sans|gratuit\w*|"
    r"pendant|sous|dans les|jusqu|plus)|\bplus (?:le |la |les )?(?:renvoyer|retourner|rendre|echanger|annuler)|"
    r"\bessay\w+\b(?: \w+){0,3} (?:sans|chez vous|gratuit\w*)",
    r"\bprouve\w*\b|\bcliniquement\b|\bscientifiquement\b|\bneutre en carbone\b|\b(?:100|cent) ?(?:%|pour ?cent)|"
    r"\bmiracle\b|\bmiraculeu\w+|\bne vous decevra\w*|\bvous (?:l'|allez l'|ne le )?(?:adorer|regretterez pas)\w*",
    r"\bechange\w* ou\b|\brembours\w*|\bsans discuter\b|\bne (?:le |la )?regrett\w+",
)
PRIZE = (
    r"\bfelicitations?\b|\bbravo\b|\b(?:vous avez|tu as|avez) (?:gagn|remport)\w+|\b(?:avez|as) ete (?:choisi|"
    r"selectionn|tire|retenu)\w*|"
    r"\bgagn(?:ez|er|ant|ante|ants|e)\b|\bheureu(?:x|se) (?:gagnant|elu)\w*|\btirage\b|\bloterie\b|\bconcours\b|"
    r"\bjackpot\b|\bun prix a gagner\b|\bchanceu(?:x|se)\b|\bvisiteur (?:chanceux|du jour)|\broue de la\b|\bgros lot\b|"
    r"\btombola\b",
    r"\bheureu(?:x|se)s? (?:elu|gagnant)\w*|\btire\w* au sort\b|\bau hasard\b",
)
SHAMING = (
    r"\bnon,? ?(?:merci|je)\b|\bje (?:prefere|n'aime|ne veux|n'ai pas|renonce|refuse|me moque|m'en|deteste|paie|"
    r"paierai|passe mon)\b|\btant pis\b",
    r"\bregrett\w+|\bregrets?\b|\bdecu(?:e|s|es)?\b|\bdecevoir\b|\bdommage\b|\bhonte\w*|\bcoupabl\w+|\bculpabilis\w+|"
    r"\bs'en mord\w*|\ben voudr\w+|\bpardonner\w*",
    r"\babandonn\w+|\bdelaiss\w+|\blaisser (?:tomber|passer|filer)|\bpasser? a cote\b|\bseule?s? sans\b|\bsans "
    r"(?:vous|toi)\b|\b(?:triste|orphelin\w*|pleure\w*|malheureu\w+)\b|\bvous (?:lui )?manqu\w+|\b(?:lui|nous) "
    r"manqu\w+|\bs'ennuie\w*|\bsolitude\b",
    r"\b(?:imprudent|imbecile|idiot|bete|inconscient|insense|ignorant)\w*\b|\bseule?s? (?:un|une|les|des) "
    r"\w+ (?:pass|ignor|refus|laiss)\w*|\bvraiment (?:partir|abandonner|renoncer|laisser|quitter)|\betes-vous sur\w*|"
    r"\bces gens qui\b|\bmalins?\b|\ble merite\w*|\bmeritez\b",
    r"\bfaudrait etre (?:fou|folle|bete|idiot)\w*|\b(?:etre|est|serait) (?:fou|folle)\b|\btriste\w*\b|"
    r"\bmanque de gout\b|\bsans gout\b|\bn'aime pas les\b|\bnous fend\w*|\b(?:pleur|souffr|boud)\w+",
    r"\bseule?s? (?:les|un|une|ceux)\b|\b(?:vide|triste|fade|ennuyeux|incomplet)\w* sans\b|"
    r"\bbien vide\b|\bvous passez a\b|\bconnaisseurs?\b",
    r"\bjalou\w+|\benvi(?:er|ent|eront)\b|\bsous le nez\b|\bsouffler\b|"
    r"\b(?:entre|des) (?:les |vos )?(?:doigts|mains)\b|"
    r"\b(?:avise|intelligent|raisonnable|futee?|responsable)s? (?:\w+ )?(?:choisi|prefer|achet|command)\w+|"
    r"\ba votre place,? n'importe\b|\bn'importe qui\b",
)
PRESSURE = (
    r"\b(?:il )?(?:vous|te) (?:le|la|les|en) faut\b|\b(?:vous (?:devez|devriez)|tu (?:dois|devrais)|il faut "
    r"(?:absolument|l'avoir|le))\b|\bincontournable\w*|\bindispensable\w*|\bun must\b|\bmust[- ]have\b|\bessentiel a "
    r"avoir\b|\bfaites-vous plaisir\b|\bfais-toi plaisir\b|\bcraquez\b|\blaissez-vous tenter\b|\boffrez-vous\b|"
    r"\bne (?:pouvez|pourrez|peux) (?:pas |plus )?(?:vivre|vous passer|resister|t'en passer)|\babonn\w+|\badher\w+|"
    r"\brenouvel\w+ automatique\w*|\bajoutez(?:-en)? (?:un|une|encore|deux)|\bsautez le pas\b|\ballez,|\bachetez\b|"
    r"\bachete[- ]l\w|\bprocurez-vous\b|\btout le monde (?:en a|devrait)",
    r"\b(?:prenez|achetez|commandez|emportez|adoptez) (?:thing|le|la|les|donc|vite|sans)\b(?! temps)|"
    r"\bpour (?:prendre|acheter|adopter|commander) thing\b|\bdites oui\b|\bosez\b|\bcedez\b|\bn'hesitez\b",
    r"\bsans thing\b|\bqui (?:peut|pourrait|dit|dirait|saurait) (?:\w+ ){0,3}(?:non|resister|refuser|"
    r"s'en)\b|\bresister\b|\brefuser\b|\bil vous manque\b|\bvous manque\b",
)
HEALTH = (
    r"\b(?:soulag|guer|soign|trait(?:e|ent|er)\b|calm(?:e|ent) (?:la|les) doul|combat\w* (?:la|le|les)|"
    r"previen\w+ (?:la|"
    r"les)|detox|amaigri|minci|maigr)\w*|\bperdre du (?:poids|ventre)|\bperte de poids\b|\bbrule-graisse\w*|\bcalor\w+|"
    r"\b(?:defenses )?immunitaires?\b|\bimmunite\b|\bmedical\w*|\bmedicament\w*|\bmedecins?\b|\btherap\w+|"
    r"\bdouleurs?\b|"
    r"\bmal de (?:dos|tete)|\bmaladies?\b|\banti[- ]?(?:age|rides|stress|douleur|cellulite)\w*|\brajeuni\w+|"
    r"\bameliore\w* (?:le |la |votre )?(?:sommeil|sante|digestion|memoire|humeur|circulation)|\bbon pour la sante\b|"
    r"\bbrulures?\b|\bcancer\b|\bvertus?\b",
    r"\b(?:apais\w+|detend\w*|relax\w+|stress\w*|tension arterielle|cholesterol|metabolisme|"
    r"articulations?|inflammation\w*|allergi\w+|migraines?|bien-etre|muscles?|bienfaits?)\b",
    r"\b(?:affine\w*|silhouette|minceur|cellulite|votre peau|la peau|rides|jeunesse|plus jeune|"
    r"raffermi\w*|hydrat\w+)\b",
)
FINANCE = (
    r"\bplacements?\b(?! (?:du|de la|des) )|\binvestiss\w+|\brendement\w*|\bprend\w* de la valeur|\bplus-value\w*|"
    r"\bsans interets?\b|\btaux (?:zero|0|d'interet)|\bcredits? (?:gratuit|accepte|approuve|immediat|sans)\w*|\bprets? "
    r"(?:immediat|accepte|sans)\w*|\b(?:paye[zr]?|payer|regle[zr]?) (?:\w+ )?(?:en|\d+) ?(?:plusieurs )?(?:fois|"
    r"mensualites)|\bpayez plus tard\b|\bmensualites?\b|\bpar mois\b|\bdefiscalis\w+|\bdeductible\w*|\benrichi\w+|"
    r"\bse rembourse\b|\brapporte\w* (?:de l'argent|gros)|\bsans verification\b",
    r"\ben (?:deux|trois|quatre|\d+) fois\b|\bprendra de la valeur\b|\bvaudra (?:plus|davantage)\b|"
    r"\bpar (?:semaine|an)\b|\bun investissement\b|\bplacement\b",
    r"\bne pay\w+ (?:\w+ ){0,3}(?:que|qu'|rien)\b|\bpay\w+ (?:\w+ ){0,3}(?:plus tard|dans)\b",
)
PEOPLE = (
    r"\b(?:client(?:e|s|es)?|acheteurs?|visiteurs?|gens|personnes|familles|voisin\w*|ami(?:s|es)|"
    r"celebrites?|tout le monde|chacun|quelqu'un|personne ne|milliers|centaines|"
    r"millions)\b(?! (?:\w+ ){0,2}(?:demand\w+|se demand\w+|veu\w+ savoir)\b)",
)
SELF = (r"(?:\bje\b|\bj'\w|\bmoi\b|\bmon\b|\bma\b|\bmes\b)[^.?!]*(?:[.!]|$)",)
FAMILIES = {
    "discount": DISCOUNT, "offer": OFFER, "urgency": URGENCY, "scarcity": SCARCITY, "social": SOCIAL, "praise": PRAISE,
    "delivery": DELIVERY, "guarantee": GUARANTEE, "prize": PRIZE, "shaming": SHAMING, "pressure": PRESSURE,
    "health": HEALTH, "finance": FINANCE, "people": PEOPLE, "self": SELF,
}  # fmt: skip
