"""Spanish words that claim something, by family; matched against folded text, accents and tildes already gone."""

_PEOPLE = (
    r"(?:personas?|gente|client(?:es?|as?)|comprador(?:es|as)?|visitantes?|usuari[oa]s?|otr[oa]s|alguien|miles|"
    r"cientos|millones|much[oa]s|vari[oa]s|tod[oa]s|todo el mundo|miembros|fans|familias)"
)
_DID = (
    r"(?:mira\w*|estan (?:viendo|mirando|comprando)|vie(?:ron|ndo)|ven\b|compr\w+|pidi\w+|pide[n]?|ador\w+|aman\b|"
    r"eli(?:g|j)\w+|escog\w+|recomiend\w+|recomendad\w+|confi(?:an|a|aron)\b|habla[n]?\b|quieren|quiere|anadi\w+|"
    r"reserv\w+|prefieren|lo tienen|la tienen|acaba\w* de|le[s]? encanta|repiten|disfrut\w+)"
)
_NUMBER = (
    r"(?:\d[\d.,]*|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|poc[oa]s|algun[oa]s|contad[oa]s)"
)
_GOODS = r"(?:unidad(?:es)?|piezas?|articulos?|ejemplares|pares|plazas?|productos?|modelos?|tallas?|existencias)"
_TIME = r"(?:segundos?|minutos?|horas?|dias?|semanas?|instantes?)"
_BUY = (
    r"(?:compr[ae]\w*|pid[ae]\w*|pedir\w*|reserv[ae]\w*|aprovech\w+|decid[ae]\w*|actu[ae]\w*|llev[ae](?:te|se|lo|"
    r"la)\w*|"
    r"consig[ua]\w*|anad[ae]\w*|haz(?:te|lo)|haga(?:se|lo)|finali[cz]\w+|termin[ae] (?:su|tu)|cog[ea]\w*)"
)
_NOW = (
    r"(?:ya\b|ahora|hoy|cuanto antes|rapido|enseguida|inmediatamente|de inmediato|sin (?:demora|esperar|pensarlo)|"
    r"antes de(?: que| medianoche| las| manana)|esta noche|mientras|pronto)"
)

DISCOUNT = (
    r"\b(?:descuent\w*|rebaj\w+|cupon\w*|vales? (?:de|descuento)|promo\w*|liquidacion\w*|chollo\w*|ganga\w*|saldos?|"
    r"bonificacion\w*|reembolso en)\b|\bcodigos?\b(?: \w+){0,4} (?:espera|pago|caja|descuento|promo\w*|cesta|carrito)|"
    r"\bcon (?:el|este|su|tu) codigo\b|\bcodigo[: ]+\w*\d",
    r"\bprecio\w*(?: \w+){0,3} (?:rebajad|reducid|baj|caid|especial|tachad|menor|minim|inferior|de escandalo|"
    r"irresistible)\w*|\b(?:baja|bajan|bajamos|reducimos|rebajamos|caida|bajada|reduccion) (?:de |del |los |"
    r"el )*precio|"
    r"\bmitad de(?:l)? precio\b|\ba mitad\b|\bmedio precio\b",
    r"\bahorr\w+|\bmas (?:barat|economic)\w+|\bpag\w+ menos\b|\bmenos dinero\b|\bsin (?:coste|costo|cargo|gastos)\b",
    r"\bgratis\b|\bgratuit\w+|\bde regalo\b|\bregal(?:amos|o|os|e|a|ado)\b|\b(?:envio|portes?|gastos)(?: \w+){0,3} "
    r"(?:incluid\w+|cuenta|nuestra|nosotros|invitamos)|\binvita la casa\b|\bpor nuestra cuenta\b|\ba cargo nuestro\b",
    r"(?:\d|%|por ?ciento|euros?) (?:de descuento|menos)|\b(?:dos|2|tres|3) (?:por|x) (?:uno|1|dos|2)\b|\bdos por el "
    r"precio\b",
    r"\bahorr\w+|\bcost\w+ (?:mas|menos|casi nada)\b|\bmas car[oa]\b|\bdineral\b|\bprecio de (?:risa|"
    r"ganga|locura|amigo)\b|\bcasi nada\b|\bpor cuatro duros\b|\bun precio (?:rebajad|especial|increibl|irresistibl|"
    r"justo|baj|ridicul|inmejorabl|imbatibl|excepcional|estupend|genial|muy)\w*",
)
OFFER = (
    r"\b(?:oferta\w*|regal\w+|obsequi\w+|bonus|sorpresa|prima|oportunidad (?:unica|de oro)|un detalle (?:para|de)|"
    r"pequeno detalle)\b",
    r"\b(?:mejor|buen|gran|super) precio\b|\bprecio (?:mas bajo|imbatible|inmejorable|justo|amigo)|\b(?:barat|economic|"
    r"asequible)\w*\b|\ben ningun (?:otro )?(?:sitio|lugar)\b|\bantes (?:costaba|a) \d|\ben vez de\b \d|"
    r"\ben lugar de\b \d",
    r"\bpuntos (?:extra|dobles|de)|\bexclusiv\w+ (?:para (?:ti|usted)|clientes|miembros)|\bsolo para (?:ti|usted)\b|"
    r"\bventaja\w* exclusiva\w*",
    r"\bsorpres\w+|\b(?:nunca|jamas) (?:\w+ ){0,4}(?:barat|economic|asequible|bajo)\w*|\bde propina\b|"
    r"\ble damos (?:algo|un|una)\b",
    r"\ba (?:este|ese|tal) precio\b|\brebaj\w+|\bsin trampa\b",
)
URGENCY = (
    r"\bda(?:te|se|os)? prisa\b|\bde(?:n)?se prisa\b|\bapresur\w+|\bapur[ae]\w*|\bcorr[ae]\b|\bno (?:espere|esperes|"
    r"tarde|tardes|dude|dudes|lo dude|lo pienses|lo piense|pierda|pierdas|deje|dejes|se lo pierda|te lo pierdas|"
    r"lo deje)\w*|"
    r"\bque no se (?:te|le) escape|\bantes de que\b|\bvuela[n]?\b",
    rf"\b{_BUY}\b(?: [\w']+){{0,4}},? {_NOW}",
    r"\bultim[oa]s? (?:oportunidad|ocasion|hora|minuto|llamada|aviso|recordatorio|dia|momento)\w*|"
    r"\bunica (?:oportunidad|"
    r"ocasion)\b|\bahora o nunca\b|\bes ahora\b",
    rf"\b(?:queda|quedan|faltan?|restan?|solo|en|durante)\b(?: \w+){{0,3}} ?{_TIME}\b(?! (?:de|a) (?:uso|uno))|"
    rf"\b{_NUMBER} {_TIME} (?:mas|restantes|para)\b",
    r"\b(?:solo|unicamente|hasta|valid[oa]|acaba\w*|termina\w*|finaliza\w*)\b(?: \w+){0,2} (?:hoy|manana|esta "
    r"(?:noche|semana)|medianoche|el (?:lunes|martes|domingo|fin))|\bhoy (?:solo|unicamente|ultimo)\b|\bhoy mismo\b|"
    r"\bmanana (?:ya )?(?:sera|estara|no|puede|cost|sub)\w*",
    r"\bcaduc\w+|\bexpir\w+|\bvenc(?:e|en|era|imiento)\b|\bcuenta atras\b|\bplazo\b|\b(?:acaba|termina|finaliza)\w* "
    r"(?:pronto|ya|enseguida|en)\b|\bfecha limite\b",
    r"\btiempo (?:limitado|se acaba|corre|apremia|vuela)|\bse (?:nos |te |le )?acaba\b|\bpor (?:tiempo|poco)\b(?! "
    r"que)|\bdemasiado tarde\b|\bque sea tarde\b|\bsera tarde\b|\burgen\w+|\bmientras (?:dure|queden|haya|pueda|"
    r"puedas)\w*|"
    r"\bel reloj\b|\bcontrarreloj\b|\ba punto de (?:acabar|terminar|agot|caducar|cerrar)\w*",
    r"\breservad\w+ (?:durante|hasta|para usted|por)|\bprecio\w*(?: \w+){0,3} (?:sub|aument|cambi|desaparec)\w+|"
    r"\bdesaparec\w+|\bse (?:esfuma|va a ir|iran|ira)\w*",
    r"\bpronto\b|\bcorr(?:a|e|an)\b(?=[ ,!]|$)|\bcuenta atras\b|\bdesaparec\w+|\bse (?:nos )?va\b|"
    r"\ba que (?:espera|esperas)\b|\bpor que esperar\b|\bmedianoche\b|\bmanana\b|\bya mismo\b|"
    r"\bno (?:mucho|por mucho) tiempo\b|\bpoco tiempo\b|\bultim[oa]s?\b(?! (?:vez|visita|paso|palabra))|"
    r"\bes el momento\b|\bsolo (?:esta|por esta) vez\b|\bde inmediato\b",
    r"\bhasta (?:el |la )?(?:fin|noche|"
    r"final|agotar|medianoche|manana)\w*|\b(?:nunca|jamas) mas\b|\bno volver\w+|\bpara siempre\b|"
    r"\bno (?:lo |la |se lo )?dej\w+|\b(?:vaciar|vaciaremos|vacia|borrar\w*|eliminar\w*|perder\w*) (?:el |"
    r"su |tu )?(?:carrito|cesta)\b|\bcarrito\b(?: \w+){0,5} (?:vaciara|borrara|eliminara|perdera)\w*",
)
SCARCITY = (
    rf"\b(?:queda|quedan|quedaban|restan|solo hay|solo|tan solo)\b(?: \w+){{0,2}} ?{_NUMBER}\b(?! (?:toque|clic|paso|"
    rf"pregunta|cosa|idea|respuesta))(?: {_GOODS}|[ .!]|$)|\b{_NUMBER} {_GOODS} (?:restantes|disponibles|en stock)|"
    r"\bultim[oa]s? (?:\w+ )?(?:unidad|pieza|ejemplar|existencia|par|talla|plaza|articulo|producto)\w*|"
    r"\bapenas (?:queda|"
    r"hay)\w*|\bcasi no queda\w*|\bya no queda\w*|\bpoc[oa]s (?:unidades|existencias|piezas)",
    r"\b(?:en|de|nuestro|el|hay|sin) stock\b|\bstock\b(?: \w+){0,2} (?:limitad|baj|agot)\w*|\bexistencias\b|\bagot\w+|"
    r"\bse (?:esta[n]? )?(?:agota|terminando|acabando)\w*|\bescas\w+|\brar[oa] (?:de ver|hallazgo)",
    r"\b(?:edicion|cantidad|unidades|plazas|disponibilidad|serie)\w* (?:muy )?limitad\w*|\b(?:gran|alta|"
    r"mucha) demanda\b|"
    r"\bmuy (?:solicitad|demandad|buscad)\w*|\b(?:vuelve|vuelven|de nuevo|otra vez)(?: \w+){0,3} (?:disponible|en "
    r"stock|en venta)\w*|\bse (?:venden?|va|van|estan vendiendo) (?:muy )?(?:rapido|volando|como)|\bno volver\w+|"
    r"\bno (?:se )?repon\w+|\bvuelan\b|\bultima tanda\b",
    r"\bcasi no\b|\bapenas\b|\bvuela[n]?\b|\bestanterias?\b|\bpracticamente agotad\w+|"
    r"\ben ningun (?:otro )?(?:lado|sitio|lugar)\b|\bavalancha\b|\bse arrebatan\b|"
    r"\bno (?:nos )?queda[n]?\b(?! (?:claro|clara))",
    r"\bdemanda\b(?! de)|\bno (?:podemos|se puede|podremos) (?:prometer|garantizar|asegurar)\w*",
    r"\b(?:practicamente|casi|ya) (?:vendid|reservad|ido|agotad)\w+|\bvendid\w+\b|\bpieza unica\b|"
    r"\bunic[oa] en su\b",
)
SOCIAL = (
    rf"\b{_PEOPLE}\b(?:,? (?!lo que\b|que\b|quien\b)[\w'-]+){{0,5}} (?:se )?{_DID}",
    r"\bacaba[n]? de (?:comprar|anadir|pedir|llevarse|elegir|reservar|adquirir)|\b\d+ (?:\w+ )?(?:vendid\w+|ventas|"
    r"compras|opiniones|personas|clientes|pedidos|visitas|resenas)\b|\ben \w+ (?:otros )?carritos\b|\bun(?:ete|ase) a "
    r"(?:los|las|mas|miles|nuestr)|\btodo el mundo\b|\bclientes (?:satisfech|feli|content|encantad)\w+|\bconfian en\b",
    r"\b(?:nueve|ocho|siete|\d+) de (?:cada )?(?:diez|cinco|\d+)\b|\b(?:un|una) (?:client\w+|mujer|hombre|"
    r"familia|comprador\w*|persona) (?:de|en|acaba)\b|\bhace (?:un|unos|pocos|\d+|apenas) (?:momento|minuto|segundo|"
    r"instante)s?\b|"
    r"\brecomiend\w+",
    r"\b(?:madres|mamas|padres|vecin\w+|expert\w+|entendid\w+|profesionales|medicos|disenador\w+|"
    r"estrellas|otr[oa] (?:persona|se)|que otr[oa])\b",
)
PRAISE = (
    r"\b(?:super ?ventas|best[- ]?sellers?|mas vendid\w+|popular\w*|de moda|tendencia|exito de ventas|imbatible)\b|"
    r"\bfavorit\w+ (?:de |entre )(?:nuestr|los|tod|much|la gente)\w*|\b(?:mejor|bien|mas|muy bien|mejores?) "
    r"(?:valorad|puntuad|calificad)\w+|\b(?:cinco|cuatro|5|4) estrellas\b|\bestrellas\b|\b(?:buenas|excelentes|"
    r"grandes|mejores) (?:opiniones|resenas|criticas|valoraciones)\b",
    r"\belegid\w+ (?:mejor|producto|por|como)|\bpremiad\w+|\bgalardon\w+|\bpremio a\b|\brecomendad\w+ por\b|\bnumero "
    r"uno\b|\bn\.? ?[oº°] ?1\b|\b(?:el|la|los|las) mejor(?:es)? (?:\w+ )?(?:del (?:mercado|mundo|ano)|de tod)\w*|"
    r"\bmejor producto\b|\bvisto en (?:la )?tele\w*|\b(?:expertos|medicos|profesionales|famosos) (?:\w+ )?(?:recomiend|"
    r"eligen|prefier|usan)\w*",
    r"\bpreferid\w+ (?:de|por)\b|\bfavorit\w+\b|\b(?:el|la|los|las) mejor(?:es)?\b(?! (?:manera|forma|"
    r"talla|opcion para))|\binigualable\w*|\binsuperable\w*|\bsin igual\b|\bnumero uno\b",
    r"\barras\w+|\bfuror\b|\btriunf\w+",
)
DELIVERY = (
    r"\b(?:lleg\w+|entreg\w+|envi(?:amos|ado|o|os|ada)|recib\w+|en (?:su|tu) (?:casa|puerta|domicilio)|lo tendra\w*|lo "
    r"tienes|lo tiene)\b(?: [\w']+){0,4} (?:manana|hoy|pasado|en \d|en (?:un|dos|tres|menos|24|48|solo)|el (?:mismo|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|\d)|antes|a tiempo|inmediat\w+|mismo dia|rapid\w+|cuanto antes)",
    r"\b(?:envio|entrega|portes?)\b(?: \w+){0,2} (?:gratis|gratuit\w*|rapid\w+|express|expres|urgente|inmediat\w+|"
    r"incluid\w+|en \d|en (?:un|dos|24|48)|de \d|garantizad\w+)|\bgastos de envio\b|\bcostes? de envio\b|\ben casa "
    r"(?:manana|hoy|el|en)|\b(?:manana|hoy) (?:mismo )?(?:en (?:su|tu) casa|lo (?:tiene|recib)\w*)|\ba tiempo para\b|"
    r"\bmismo dia\b",
    r"\ba (?:su|tu) puerta\b|\b(?:llega|llegara|estara) (?:\w+ ){0,2}(?:manana|hoy|en casa|enseguida)\b",
)
GUARANTEE = (
    r"\bgarant\w+|\bdevolvemos el dinero\b|\bdevolucion del dinero\b|\breembols\w+|\bsin (?:ningun )?riesgo\w*|"
    r"\bningun "
    r"riesgo\b|\bnada que perder\b|\bprometemos\b|\bpromesa\b|\bprometido\b|\bcero riesgo\w*|\bsatisfech\w+\b",
    r"\b(?:devolucion|cambio|cancelacion)\w* (?:\w+ )?(?:gratis|gratuit|facil|sencill|posible|sin|en \d|garantizad|"
    r"acepta)\w*|\b(?:devolver|devuelv|cambiar|cancelar|cancel)\w*\b(?: [\w']+){0,4} (?:cuando|en cualquier|sin|gratis|"
    r"durante|en \d|dentro|hasta)|\bya no (?:se )?(?:lo |la )?(?:puede|podra|podras)\w* (?:devolver|cambiar|cancelar)|"
    r"\bpru[ei]b\w+\b(?: \w+){0,3} (?:sin|en casa|gratis)",
    r"\b(?:clinicamente|cientificamente)\b|\b(?:esta )?(?:com)?probado\b|\bneutr\w+ en carbono\b|\b(?:100|cien) ?(?:%|"
    r"por ?cien\w*)|\bmilagro\w*|\b(?:te|le) (?:va a )?encantar\w*|\bno (?:te|le) defraud\w+",
    r"\bdevolv\w+ (?:\w+ )?(?:su |el |tu )?dinero\b|\bno (?:se|te) arrepent\w+",
)
PRIZE = (
    r"\benhorabuena\b|\bfelici(?:dades|taciones)\b|\b(?:ha|has|han) (?:sido )?(?:ganad|tocad|elegid|seleccionad|"
    r"resultad)\w+|\bgan(?:ador|adora|e|a|ar|aste|adores)\b|\bpremio\w*|\bsorteo\w*|\bloteria\b|\bconcurso\b|"
    r"\bafortunad\w+|"
    r"\bruleta\b|\brifa\b|\bjackpot\b|\bgordo\b",
    r"\bsido (?:elegid|seleccionad|premiad)\w+|\bal azar\b",
)
SHAMING = (
    r"\bno,? ?(?:gracias|yo)\b|\b(?:prefiero|no me (?:interesa|importa|gusta)|no quiero|renuncio a|odio|paso de|me da "
    r"igual)\b",
    r"\barrepent\w+|\barrepient\w+|\blament(?:ar|e)\w*|\bdecepcion\w*|\bverguenza\w*|\bavergonz\w+|\bculpa\w*|\bque "
    r"(?:pena|lastima)\b|\bno (?:se|te) lo perdon\w+|\bfall(?:es|e|arnos)\b|\bnos dej\w+",
    r"\babandon\w+|\bdejar(?:lo|la|nos)? (?:pasar|escapar|atras|tirad\w+|sol\w+)|\bsol[oa]s? sin\b|\bsin (?:ti|"
    r"usted)\b|"
    r"\b(?:triste|llora|llorando|huerfan\w+)\b|\b(?:le|te|os|lo|la) (?:echa|extrana|echamos|extranamos)\w*|"
    r"\becha\w* de "
    r"menos\b|\blo que se (?:pierde|esta perdiendo)|\blo que te pierdes\b",
    r"\b(?:tont[oa]s?|idiota\w*|insensat\w+|loc[oa]s?|necio\w*|imprudent\w+|ignorante\w*|list[oa]s (?:compra|elig|"
    r"sab)\w+)\b|\b(?:de verdad|realmente|seguro que) (?:va|vas|quiere|quieres|piensa|piensas)\b|\bsolo (?:un|una|los|"
    r"las|quien) \w+ (?:lo |la )?(?:dej|pas|rechaz|ignor)\w+|\b(?:se|te) lo merec\w+|\b(?:usted|"
    r"tu) (?:se )?(?:lo )?merece\w*",
    r"\b(?:estar|esta|estaria|hay que (?:estar|ser)) (?:loc|tont|cieg)\w+|\bllor\w+|\btriste\w*|"
    r"\bsin gusto\b|\bmal gusto\b|\bno me gust\w+|\bnos rompe\b|\bsufr\w+",
    r"\bsolo (?:los|las|un|quien|quienes|unos) (?!toque|clic|paso|momento)\w+|\b(?:vaci[oa]|trist\w*|soso|"
    r"incomplet\w+) sin\b|\bquedara vaci\w+|\bentendidos\b",
    r"\benvidi\w+|\b(?:una|que) (?:pena|lastima)\b|\bde las manos\b|\bse (?:te |le )?(?:adelant|escap|escurr)\w+|"
    r"\b(?:inteligente|sensat|responsable|avispad|prudente)\w* (?:lo |la )?(?:elig|compr|prefier|escog)\w+|"
    r"\bcualquier otr[oa]\b",
)
PRESSURE = (
    r"\b(?:tiene|tienes|hay) que (?:tener|compr|llev|hac)\w*|\b(?:debe|debes|deberia|deberias|necesita|necesitas)"
    r" (?:tener|compr|llev|hac|prob|aprovech|actu|decid)\w*|\bimprescindible\w*|\bindispensable\w*|"
    r"\bno puede[s]? (?:faltar|vivir|prescindir|"
    r"resist)\w*|\b(?:dese|date) un (?:capricho|gusto|homenaje)\b|\bcapricho\b|\bpermitase\b|\bpermitete\b|"
    r"\bcompre(?:lo|"
    r"la)?\b|\bcompra(?:lo|la)\b|\bsuscri\w+|\brenovacion automatica\b|\banada (?:otr|un|dos)\w*|\banimese\b|"
    r"\banimate\b|"
    r"\bdecidase\b|\bdecidete\b|\bhagase con\b|\bhazte con\b|\bllevese\b|\bllevate\b|\bsin el no\b",
    r"\b(?:compre|lleve|pida|coja|tome|consiga|compra|llevate|pide|consigue) (?:thing|el|la|los|las|ya|"
    r"ahora)\b|\bpara llevarse\b|\bdiga que si\b|\batreva\w*|\banim(?:ese|ate)\b|\bno lo dud\w+",
    r"\bsin thing\b|\bquien (?:puede|podria|dice|diria|va a) (?:\w+ ){0,3}(?:no|resist\w*|negar\w*)\b|"
    r"\bresistir\w*\b|\ble (?:hace )?falta\b|\brenunciar\b",
)
HEALTH = (
    r"\b(?:alivi|cur(?:a|an|ar|ativ)|san(?:a|an|ar)\b|trat(?:a|an) (?:la|el|los|las)|combate\w* (?:la|el|los|las)|"
    r"previene\w*|detox|adelgaz|quemagrasa|antiarrugas|antiedad|rejuvenec)\w*|\bperder (?:peso|barriga)|\bperdida de "
    r"peso\b|\bcalori\w+|\bsistema inmun\w+|\binmunidad\b|\bdefensas\b|\bmedic(?:o|os|a|al|amento|ina|inal)\w*|"
    r"\bterap\w+|"
    r"\bdolor\w*|\benfermedad\w*|\barrugas\b|\bmejora\w* (?:el |la |su |tu )?(?:sueno|salud|digestion|memoria|animo|"
    r"circulacion)|\bbueno para la salud\b|\bcancer\b|\bsaludable\w*",
    r"\bcalma[n]? (?:el|la|los|las|su)\b|\b(?:alivi\w+|relaj\w+|estres|tension arterial|colesterol|metabolismo|"
    r"articulaciones|"
    r"inflamacion\w*|alergi\w+|migranas?|bienestar|musculos?)\b",
    r"\b(?:celulitis|su piel|la piel|arrugas|silueta|esbelt\w+|mas joven|reafirma\w*|hidrat\w+|grasa)\b",
)
FINANCE = (
    r"\binversion\w*|\binvert\w+|\bgana valor\b|\brevaloriz\w+|\brentab\w+|\bsin intereses\b|\b(?:al )?(?:0|"
    r"cero) ?%? de "
    r"interes|\btae\b|\bcredito\w* (?:\w+ )?(?:aprobad|gratis|inmediat|sin|facil)\w*|\bcreditos?\b|\bprestamo\w*|"
    r"\bfinanci\w+|\bpag\w+ (?:\w+ )?(?:a plazos|en (?:\d|tres|cuatro|varias|comodas)|mas tarde|despues|luego)|\ba "
    r"plazos\b|\bcuotas?\b|\bal mes\b|\bdesgrav\w+|\bdeducible\w*|\bse paga sol\w*|\bganar dinero\b|\bhacerse rico\b",
    r"\ben (?:dos|tres|cuatro|\d+) (?:plazos|pagos|cuotas|veces)\b|\bvaldra mas\b|\bsube de valor\b|"
    r"\b(?:al|por) (?:ano|semana)\b|\ba la semana\b",
    r"\bpag\w+ (?:\w+ ){0,4}(?:dentro de|mas tarde|despues|luego)\b",
)
PEOPLE = (
    r"\b(?:client(?:e|a|es|as)|comprador\w*|visitantes?|gente|personas|familias|vecin\w+|amig[oa]s|"
    r"famos[oa]s|todo el mundo|todos (?!los|sus|tus)|alguien|nadie|miles|cientos|"
    r"millones)\b(?! (?:\w+ ){0,2}(?:pregunt\w+|quiere[n]? saber)\b)",
)
SELF = (r"\b(?:yo|mi|mis|conmigo)\b[^.?!]*(?:[.!]|$)",)
FAMILIES = {
    "discount": DISCOUNT, "offer": OFFER, "urgency": URGENCY, "scarcity": SCARCITY, "social": SOCIAL, "praise": PRAISE,
    "delivery": DELIVERY, "guarantee": GUARANTEE, "prize": PRIZE, "shaming": SHAMING, "pressure": PRESSURE,
    "health": HEALTH, "finance": FINANCE, "people": PEOPLE, "self": SELF,
}  # fmt: skip
