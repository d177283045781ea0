"""English words that claim something, by family; matched against folded text, umlauts and accents already gone."""

_PEOPLE = (
    r"(?:people|persons?|customers?|shoppers?|users?|visitors?|others?|buyers?|someone|somebody|everyone|everybody|"
    r"thousands|hundreds|millions|folks|fans|guests|members|subscribers|students)"
)
_DID = (
    r"(?:view\w*|look(?:ed|ing|s)?|see(?:ing|n)?|ey(?:e|ing|eing|ed)|watch\w*|bought|buy(?:ing)?|purchas\w*|"
    r"order(?:ed|ing)|"
    r"add(?:ed|ing)|lov(?:e|ed|ing)|like[sd]?|choos\w*|chose[n]?|trust\w*|want\w*|picked|recommend\w*|booked|"
    r"have this|has this|are here|just got|sav(?:e|ed|ing)|agree|sign(?:ed|ing) up|join\w*)"
)
_UNIT = r"(?:days?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|sec|s)"
_NUMBER = r"(?:\d[\d.,]*[mk]?|one|two|three|four|five|six|seven|eight|nine|ten)"
_GOODS = r"(?:items?|units?|pieces?|pairs?|ones?|products?|seats?|places?|spots?|copies|yards|rooms?|tickets?)"

DISCOUNT = (
    r"\b(?:discount|rebate|coupon|voucher|markdown)\w*",
    r"\bpromos?\b|\bpromo[- ]?codes?\b|\bpromotion(?:s|al)? (?:code|price|offer)|\b(?:our|this|new|"
    r"special) promotion\b",
    r"\b(?:enter|apply|redeem|type|with|use) (?:the |this |my |our |your )?(?:\w+ )?codes?\b|\bcode[: ]+[\"'\\]*\w*\d",
    r"(?:\d|%|per ?cent|eur|usd|gbp|[$€£]) ?(?:percent |eur |euros? |dollars? )?(?:off|less|cheaper|savings?)\b",
    r"\b(?:half|quarter)(?: the)?[- ](?:price|off)\b|\b(?:half|quarter) (?:the|of the|its) (?:price|cost)\b",
    r"\b(?:percent|euros?|dollars?|pounds?|bucks|some|extra|something|lots|tons|loads|plenty|money|a bit|"
    r"a little) off\b",
    r"\bprices?(?: \w+){0,3} (?:drop\w*|cuts?|slash\w*|reduc\w*|fall(?:s|en)?|lower\w*|down|break)\b",
    r"\b(?:reduced|slashed|lowered|cut|dropped|marked[- ]down|knock\w*)\b(?: \w+){0,3} (?:prices?|costs?)\b|"
    r"\bmarked[- ]down\b",
    r"\b(?:reduced|discounted|reduction)\b|\bclearance\b|\bliquidat\w+",
    r"\bfree (?:of charge|shipping|delivery|returns?|gifts?|samples?|upgrades?|trials?|items?|products?|with|bonus)\b",
    r"\bfor free\b|\bgratis\b|\bon the house\b|\bat no (?:extra |additional )?(?:cost|charge)\b|\bbogo\b|"
    r"\bcash ?back\b",
    r"\bbuy (?:one|two|three|\d+)[, ]+(?:and )?(?:get|pay)\b|\b(?:two|2|three|3) for (?:one|1|two|2)\b",
    r"\bsav(?:e|ing) (?:up to |over |an? |extra |some |big |more |\d|[$€£%]|money|huge|now|even|on|with|today|"
    r"yourself)",
    r"\b(?:big|huge|great|extra|instant|massive|site ?wide|more|real|your|our|these|the|make|pick up) savings?\b|"
    r"^savings?\b",
    r"\b(?:extra|another|additional|full|whole) (?:\w+ )?(?:per ?cent|%|percent)\b|\b(?:take|get|knock\w*|"
    r"shave\w*) (?:an? )?(?:extra )?(?:\d+|ten|twenty|bit|little|something) off\b",
    r"\b(?:shipping|postage|delivery|returns?) (?:is |are )?(?:on us|free|included|waived|covered)\b|\bwe(?:'ll|"
    r" will)? (?:pay|cover|waive) (?:the |your )?(?:shipping|postage|delivery|tax)",
    r"\bunlock\w*\b(?: \w+){0,3} (?:deals?|prices?|savings?|offers?|rewards?|treats?|codes?)\b|\b(?:less|"
    r"lower) than (?:before|usual|ever|yesterday)\b",
    r"\b(?:third|quarter|half|ten|twenty|fifty|percent) off\b|\bcosts? (?:nothing|less)\b|\b(?:for|pay|paying|"
    r"spend) less\b|\bmore for less\b|\b(?:costs?|fees?|charges?) (?:is |are )?(?:waived|dropped|covered)\b|"
    r"\byes to sav\w+|\bsav(?:e|ing)\W*$",
    r"\b(?:at|for) (?:an? )?(?:reduced|lower|special|better|great|smaller|low|bargain|knock[- ]?down|"
    r"next to) (?:rate|price|cost|sum|nothing)\b|\bnext to nothing\b|\bfreebies?\b|"
    r"\bfor (?:mere )?(?:pennies|peanuts)\b|\b(?:a bit|a little|something|money|plenty|some) off\b|"
    r"\bsav(?:e|es|ing|ed) (?:you|yourself|a|your wallet|cash|money|loads|plenty|lots)\b|\b(?:no|without|"
    r"zero|skip the|forget the) (?:\w+ )?(?:postage|shipping|delivery) ?(?:cost|fee|charge)?s?\b|"
    r"\bprices? (?:go|going|will go|rise|climb|jump)\w*|\bcosts? (?:you )?(?:more|less|next|hardly|almost|"
    r"nothing|so little)\b|\bvouch(?:er|ers)\b|\bloose change\b|\bless than (?:a|the price|you)\b",
)
OFFER = (
    r"(?<![-\w])(?<!feel )(?<!feels )(?<!contract )free\b(?! (?:to|people|from|time|of (?!charge)))(?![- ]range)",
    r"\b(?:an?|the|this|that|our|your|my|these|those|any|some|more|new|special|limited|great|best|vip|flash|hot|top|"
    r"only|"
    r"good|better|super|event|deal|introductory|welcome|secret|today's|exclusive) offers?\b(?! (?:you )?(?:a |more )?"
    r"(?:help|answers?|advice))|\boffers? (?:end|expir|claim|valid|code|for you|inside|just|now|today|!|await)|"
    r"^offers?\b",
    r"\bgifts? (?:for you|from us|on us|inside|awaits?|is waiting|included|with (?:every|your|each))\b|\bbonus\b|"
    r"\b(?:your|our|small|little|welcome|surprise|extra|thank[- ]you) gift\b|\bgift code",
    r"\bdeals?\b|\bbargains?\b|\bsteal\b|\bspecial (?:price|treat|savings)\b|\bon sale\b|\bsales? (?:ends?|now|event|"
    r"on\b|is\b|"
    r"has|price|starts?|today|!)|\b(?:the|our|a|this|big|flash|huge|final|massive|special|mega|summer|winter|spring|"
    r"autumn|"
    r"holiday|season|black friday|tax time|site ?wide) sale\b|\bsale\W*$|^sale\b[!:.,]",
    r"\b(?:best|lowest|low|lower|cheap\w*|great|unbeatable|fair|good|better|nice|amazing|sweet|friendl\w+|"
    r"attractive) prices?\b",
    r"\bfull price\b|\bcheap(?:er|est|ly)?\b|\binexpensive\b|\baffordabl\w+|\bprice match|\b(?:match|"
    r"beat)\w* (?:\w+ ){0,3}price",
    r"\b(?:now|just|only|was|were|before|down to|instead of|from only|reduced to|for only|as low as|compare at|worth) "
    r"(?:[$€£] ?\d|\d+ eur)|\bcompare at\b|\bcompetition \W?\d",
    r"\b(?:earn|get|collect|bonus|extra|double) (?:\w+ )?(?:points|credits?)\b|\bstore credit\b|\brewards?\b",
    r"\bvip\b|\blayaway\b|\bupgrade (?:for free|on us)|\btreat on us\b|\bcomplimentary\b|\bno (?:extra )?(?:cost|"
    r"charge|fees?)\b",
    r"\b(?:edition) (?:only|exclusive)|\bexclusiv\w+ (?:for you|price|access|discount|chance)|\bjust for you\b",
    r"\b(?:special|little|small|sweet|surprise|secret) (?:treat|surprise|something|thank[- ]you|extra)\b|\bskip my\b|"
    r"\bwithout my (?:discount|gift|offer|deal|savings)\b",
    r"\b(?:your|a|our|the) (?:\w+ )?present (?:is|for|awaits?|inside)\b|\bprices? (?:is|are) (?:the )?(?:lowest|best|"
    r"unbeat\w+|hard to)\b|\bwelcome (?:present|treat|perk)\b|\bperks?\b|"
    r"\bcodes? (?:is |are )?(?:waiting|for you|inside|at checkout)\b",
    r"\b(?:throw|thrown|throwing) in\b|\ban? (?:\w+ )?(?:fair|small|tiny|low|friendly|lovely|amazing|"
    r"irresistible|silly|crazy|modest) price\b|\bextra (?:treat|something|gift|for you)\b|"
    r"\bpay(?:ing)? too much\b",
    r"\bat (?:this|that|such a|these) prices?\b|\ba steal\b|\bno catch\b|\bsuch value\b|"
    r"\bgreat value\b|\bvalue for money\b|\bworth every\b|\btoo good to\b",
)
URGENCY = (
    r"(?<!no )(?<!any )(?<!without )(?<!in a )\bhurr(?:y|ies|ying)\b|\bact (?:now|fast|quick\w*|soon|today|"
    r"immediately)\b|\b(?:be|move|think) (?:quick|"
    r"fast)\b|\bquick!",
    r"(?<!need to )(?<!have to )\b(?:buy|order|shop|get|grab|claim|book|reserve|check ?out|purchase|snag|secure|add|"
    r"save|decide|pay|go)\b"
    r"(?: \w+){0,3} (?:now\b(?! or)|today|soon\b|fast|quickly|immediately|right away|tonight|before|at once|while you)",
    r"\b(?:today|tonight|now|this week|this weekend) only\b|\bonly (?:today|tonight|now|this week\w*|until)\b|"
    r"\bnow or never\b",
    r"\blimited[- ](?:time|period)|\b(?:for a )?(?:short|brief) (?:time|while) only\b|\blimited (?:\w+ )?offer\b|"
    r"\bfor a limited\b",
    r"\btime (?:\w+ )?(?:left|remaining|running|ticking|flies)\b|\btime(?: is|'s) (?:running|ticking|almost|nearly|up)|"
    r"\brunning (?:out|low)\b|\bclock is\b|\bcountdown\b|\btimer\b|\bdeadline\b|\btime'?s up\b",
    r"\b(?:end|clos|expir|finish|stop)(?:s|es|e|ing|ed)? (?:\w+ )?(?:in\b|soon|today|tonight|tomorrow|at midnight|"
    r"once|when|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)|this week|now)|\bexpir(?:e|es|ed|ing|y)\b|\bends? (?:soon|days|\d)|"
    r"\boffers? ends?\b|\bsale ends?\b",
    r"\b(?:last|final|only|one|your) (?:chance|call|hours?|minutes?|opportunity|reminder)\b|\bfinal days?\b|"
    r"\blast days?\b",
    r"\bdon'?t (?:\w+ )?(?:miss|wait|snooze|delay|hesitate|let|lose|sleep|blink|forget|dawdle)|\bdo not (?:miss|wait|"
    r"delay|"
    r"hesitate|let|lose|forget)\b|\bmiss(?:ing)? out\b|\byou'?ll miss\b|\bwon'?t (?:last|be here|wait|stay|"
    r"come back)\b",
    r"\bbefore (?:it'?s|it is|they'?re|they are|it|they|someone|somebody|anyone|time|the) (?:\w+ )?(?:gone|too late|"
    r"sold|sells?|"
    r"over|ends?|runs?|does|do|else|expires?|goes|disappears?)\b|\btoo late\b|\bgone (?:soon|forever|tomorrow|by)\b",
    r"\balmost (?:over|gone|out)\b|\bnearly (?:over|gone|out)\b|\burgen\w+|\bimmediately\b|\bat midnight\b|"
    r"\btonight\b|\basap\b",
    rf"\b\d+ ?{_UNIT}\b\W*\d+ ?{_UNIT}\b|\b\d+days\d+|\d+ ?: ?\d\d\b|\b{_UNIT}\W+(?:hours?|hrs?|minutes?|mins?|secs?|"
    rf"seconds?)\b|"
    r"\d+h ?: ?\d",
    r"\breserved for\b|\bheld for\b|\breleased in\b|\bwithin (?:the )?(?:next )?\d|\bprice guaranteed for\b|"
    r"\border in \d",
    r"\bright now\b|\bnow'?s the time\b|\bnow is the (?:time|moment)\b|\b(?:selling|going|moving) (?:out|fast|"
    r"quick\w*)\b|"
    r"\bwhile (?:supplies|stocks?|it|they|you) (?:still )?(?:last|can)\b|\bstill time\b",
    r"\bprices?\b(?: \w+){0,3} (?:go(?:es|ing)? up|ris(?:e|es|ing)|increas\w+|climb\w*|jump\w*|hikes?)\b|"
    r"\bprice (?:rise|hike|increase)\b",
    r"\b(?:clock|timer|countdown)\b(?: \w+){0,4} (?:start\w*|ticks?|ticking|running|runs|on)\b|\bby tomorrow\b|"
    r"\b(?:before|after|until|by) (?:lunch|dinner|breakfast|bedtime|sunset|noon)\b",
    r"\bof the essence\b|\b(?:one|two|single|\d+) days? only\b|\bonly (?:one|a few|a couple of|two|"
    r"three) (?:more )?(?:days?|hours?|minutes?)\b|\bonly while\b|\bcan(?:not| only|'t) hold\b|\bhold (?:it|them|"
    r"this|these|your \w+) (?:\w+ )?(?:for|until)\b",
    r"\b(?:won't|will not|doesn't|cannot|can't) (?:stay|last|be (?:around|there|available)|wait)\b|\bdisappear\w*|"
    r"\bvanish\w*|\b(?:leave|go|end up|walk away) empty[- ]handed\b|\bwhile you (?:still )?can\b|"
    r"\bbefore (?:you )?(?:leave|go)\b|\bslip\w* away\b",
    r"\b(?:tomorrow|next week|soon|later) (?:it|this|they|these|prices?) (?:costs?|will|may|might|could|rises?)\b|"
    r"\b(?:might|may|could) (?:not )?be (?:gone|here|there|around|available)\b|\bbefore (?:somebody|someone|anyone|"
    r"others?|another)\b|\bbeats? you to it\b",
    r"(?<!coming )(?<!as )\bsoon\b(?! (?:as|after))|\bshortly\b|\btomorrow\b|\bbefore long\b|"
    r"\b(?:much|any) longer\b(?! (?:need|than))|\bnot for (?:ever|long)\b|\bcount(?:ing|s)? down\b|"
    r"\b(?:cart|basket|bag|checkout|page|window|door|offer)s? (?:will )?(?:close|shut|clear|empt)\w*|"
    r"\bmoments? (?:left|to (?:lose|spare))\b|\bno time to\b|\bwhile (?:you|it|they|"
    r"there) (?:still )?(?:can|is|lasts?|are)\b|\bjust this once\b|\b(?:this|that) (?:very )?(?:minute|"
    r"second|instant)\b|\bstop (?:thinking|hesitating|waiting|dithering)\b|\bwhat are you waiting\b|"
    r"\bwhy wait\b|\b(?:hesitat|dither|dawdl)\w+ (?:any|no) ?(?:more|longer)\b",
    r"\b(?:until|till|by|"
    r"before) (?:the )?(?:morning|afternoon|evening|night|weekend|week|month|noon)\b|\b(?:gone|lost|"
    r"losing) for(?: ?ever| good)\b|\bnever again\b|\bgone (?:today|now|in)\b|\bor (?:lose|miss|regret)\b|\b(?:lose|"
    r"losing|"
    r"forfeit\w*) (?:it|thing|out|your|this|them)\b|\bdo(?:n't| not) let\b|\b(?:cart|basket|bag)s? (?:is |"
    r"will be |gets |about to be |being )+(?:empt|clear|delet|wip|remov)\w*",
)
SCARCITY = (
    rf"\b(?:{_NUMBER}|few|a couple|handful|some|not many|not much|hardly any|none)\W+(?:of (?:these|them|those)\W+)?"
    r"(?:(?!you\b|we\b|i\b|that\b|which\b)[\w()'-]+\W+){0,3}(?:left|remain(?:s|ing)?)\b(?! (?:by|it|them|there|off|"
    r"side|hand))",
    r"\b(?:only|just|last|less than|fewer than|merely) (?:an? )?(?:\d[\d.,]*|one|two|three|few|couple|"
    r"handful)\b(?: \w+){0,2} "
    r"(?:left|remain\w*|available|in (?:stock|\w+ size)|stock|product|to go|size)",
    rf"\bonly\W+{_NUMBER}\W+(?:{_GOODS}\b|in stock|stock)|\bonly {_NUMBER}[.!]?$",
    r"\b(?:(?<!comes back )in|out of|low|last|limited|more|our|current|no|from) stock\b|\bstock (?:is|are|left|"
    r"available|levels?|"
    r"running|alert)|\bstocks? (?:\w+ )?(?:low|last|limited)|\bunavailable\b",
    r"\bsold[- ]?out\b|\bsell(?:s|ing)? (?:out|fast|quick\w*)\b|\bsell-?out\b|\bfast[- ]selling\b|\bsold (?:quickly|"
    r"fast)\b",
    r"\blimited[- ](?:quantit\w+|availab\w+|number\w*|suppl\w+|stocks?|run|amounts?|release)\b|\bsupply is\b|"
    r"\bscarce\w*|\bscarcity\b",
    r"\bhigh(?:ly)?[- ](?:in )?demand|\bin (?:high |great |huge |such |big )?demand\b|\bdemand is\b|\bjust missed\b",
    rf"\blast (?:(?:{_NUMBER}|few|remaining) )?(?:{_GOODS}|few|size)\b|\blast \d|\blast one\b|\bfinal (?:{_GOODS})\b",
    r"\b(?:almost|nearly|soon|quickly|all|already) (?:all )?(?:gone|sold)\b|\bgo(?:es|ing)? fast\b|\bgone in\b|"
    r"\bis (?:almost )?gone\b",
    r"\brare (?:find|chance|opportunity)\b|\bonce[- ]in[- ]a[- ]lifetime\b|\bclaimed\b|\bavailable (?:only|for now|"
    r"until|while)\b|"
    r"\b(?:never|not) (?:be )?(?:restock|come back|return again|available again)\w*|\brestock\w*|\bsell?out risk\b|"
    r"\blow quantit\w+",
    r"\bsuppl(?:y|ies) (?:is|are|will)\b|\bdwindl\w+|\b(?:like|as) hot ?cakes\b|\bonce (?:it's|it is|they're|"
    r"they are|these are|this is) gone\b|\bgoing,? going\b|\bit'?s gone\b|\bthey'?re gone\b|\bsnapped up\b|"
    r"\bsnap (?:it|them|one) up\b|\bflying off\b|\brun(?:s|ning)? out\b",
    r"\b(?:final|last) (?:batch|few|run|boxes|stocks?)\b|\bstocks? (?:is|are) \w+|\bqueue for\b|"
    r"\bwait(?:ing)? list\b|\bdown to (?:our|the|a) (?:last|final|few)\b|\bhard to (?:find|get)\b|"
    r"\b(?:not|never) (?:be )?(?:able to )?(?:get|make|have|find) (?:any )?more\b|\b(?:very )?few (?:of (?:these|"
    r"them) )?"
    r"remain\b|\bon the shelf\b|\bjust a (?:handful|few|couple)\b",
    r"\b(?:hardly|barely|scarcely|almost no|nearly no|next to no|not (?:many|much)|precious few|"
    r"only so many) (?:\w+ )?(?:left|any|more|remain\w*|of)\b|\b(?:rush|run|stampede|scramble) (?:on|"
    r"for)\b|\bthrough the roof\b|\bfl(?:y|ies|ew|ying) (?:off|out)\b|\blast few\b|\bvanish\w*|\b(?:find|"
    r"get) (?:it|them|another|one|these) (?:anywhere|nowhere|again)\b|\bnowhere else\b|"
    r"\bin short supply\b|\bsell(?:s|ing)? like\b|\bsold (?:in )?(?:hours|minutes|days)\b|"
    r"\bback[- ]?order\w*",
    r"\b(?:an? )?(?:empty|bare) (?:shel(?:f|ves)|racks?|warehouse)\b|\bsold through\b|\bmelt(?:s|ing)? away\b",
    r"\b(?:as good as |all but |nearly |practically )sold\b|\bjust a (?:little|few|bit|"
    r"tiny)\b(?= (?:stock|left|of these|more))|\b(?:little|tiny|small) (?:stock|amount|number|"
    r"batch) (?:of|left)\b|\bone of a kind\b|\bonly one of\b|\bthe only (?:one|place)\b",
)
SOCIAL = (
    rf"\b{_PEOPLE}(?:(?! such| who| so )[ ,&]+[\w'+]+){{0,6}}[ ,]+(?<!what )(?<!you )(?:{_DID})\b",
    r"(?<!you )(?<!you've )(?<!you have )\b(?:just |recently )?(?:purchased|bought)\b(?! by hand)",
    r"\b\d[\d.,]* (?:\w+ )?(?:sold|bought|added|likes?|liked|viewed|watching|viewing|orders?|views|reviews?|ratings?|"
    r"stars?)\b",
    r"\b(?:added|sold|viewed|ordered|bought) (?:\w+ ){0,3}\d+ times\b|\badded (?:\w+ )+to (?:their|his|her|"
    r"\w+ carts?)\b",
    r"\b(?:customers|buyers|users) (?:say|rave|praise)\b|\bjoin (?:thousands|hundreds|millions|\d|\w+ others)\b|"
    r"\bfavou?red by: \d",
    r"\b(?:in|to) (?:\w+ )?(?:other |\d+ )?(?:people's |shoppers' )?(?:their|carts|baskets) (?:right )?now\b|"
    r"\bin \w+ carts\b",
    r"\bsnapped up by\b|\b(?:everyone|everybody|people|customers|shoppers|the (?:whole )?world) (?:is|are|can't|"
    r"cannot|keeps?|stop) ?(?:\w+ )?(?:stop )?(?:talking|raving|buying|asking|wanting|obsess\w+|going)\b|"
    r"\bword of mouth\b",
    r"\b(?:happy|satisfied|delighted|proud) (?:owners?|customers?|buyers?|shoppers?|families|clients?)\b|\b(?:nine|"
    r"eight|seven|most|all) (?:in|out of) ten\b|\b[a-z]+ (?:from|in|near) [a-z]+ (?:just )?(?:got|bought|ordered|"
    r"chose|picked|purchased|added)\b|\b(?:checked out|seen|viewed|bought|picked|chosen|visited) by (?:\w+ )?(?:\d|"
    r"many|hundreds|thousands|others|people)",
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most|\d+) (?:in|out of|of every) (?:ten|\d+|"
    r"five|three|four)\b|\b(?:in|at) (?:their|other|people's|many|several) (?:baskets?|carts?|bags?|"
    r"homes?|houses?|wish ?lists?)\b|\b(?:moments?|minutes?|seconds?|hours?) ago\b|\bviewed (?:over|again|"
    r"all|many|count)\w*|\bseen by\b|\bselling\b(?= (?:all|every))",
)
PRAISE = (
    r"\b(?:best|hot|top|fast)[- ]?sell\w*|\bpopular\w*|\btrending\b|\bhottest\b|\bviral\b|\bhype\w*\b|\bfavou?red by\b",
    r"\b(?:everyone|everybody|crowd|customer|shopper|community|fan|bestselling)(?:'s|s'|s)? (?:favou?rite|choice|"
    r"pick|love)\b",
    r"\b(?:\w+[- ])?(?:top|highly|best|well)[- ]?rated\b|\b(?:five|5|four|4)[- ]stars?\b|\brated\b|\btestimonial\w*|"
    r"\baward\w*",
    r"\b(?:rave|great|glowing|positive|good|excellent|top) reviews?\b|\breviewers?\b|\b(?:loved|trusted|chosen) by\b",
    r"\bmost[- ](?:loved|wanted|bought|popular|wished|chosen|viewed|sold)\b|\bnumber one\b|\bno\.? ?1\b|#1|"
    r"\bworld'?s best\b",
    r"\bvoted\b|\b(?:product|design|brand|winner) of the (?:year|month|decade)\b|\b\d[.,]?\d? (?:out )?of (?:5|10|"
    r"five|ten)\b|\b(?:as seen|featured|seen) (?:on|in)\b|\b(?:recommended|endorsed|approved|tested|chosen|"
    r"preferred) by\b|\b(?:expert|doctor|editor)'?s'? (?:choice|pick)s?\b|\bworld[- ](?:famous|class)\b",
    r"\b(?:our|their|all[- ]time|crowd|firm|the|an?|of|people's|shoppers'|customers') (?:\w+ )?favou?rites?\b|"
    r"\bthe (?:very )?best (?!way|time|fit|"
    r"size|place|one for)|\bunrivall?ed\b|\bunbeat\w+|\bsecond to none\b|\braved?\b|\braves\b|"
    r"\bexcellent by\b|\bby far\b|\bno other (?:\w+ )?(?:comes|beats|matches)\b",
    r"\b(?:experts?|professionals?|designers?|doctors?|critics|stars|influencers?|"
    r"celebrities)\b(?= (?:\w+ )?(?:call|say|love|choose|pick|use|swear|agree|recommend|trust|prefer|"
    r"rave))",
)
DELIVERY = (
    r"\b(?:free|fast|faster|fastest|express|next[- ]day|same[- ]day|overnight|quick|speedy|rapid|prompt|instant) "
    r"(?:\w+ )?(?:shipping|delivery|dispatch|shipment)\b|\bshipping (?:is|free|on us|included)\b|\bshipped free\b",
    r"\b(?:ships?|shipped|deliver(?:s|ed|y)?|arriv(?:e|es|ing)|dispatch(?:ed|es)?|sent|with you|at your door|"
    r"receive it|get it|"
    r"have it|yours) (?:\w+ )?(?:today|tomorrow|tonight|within|by (?!hand|the way|now)|in (?:\d|one|two|three|a few|"
    r"time)|next|immediately|"
    r"(?:right )?before|on (?:mon|tues|wednes|thurs|fri|satur|sun))",
    r"\b(?:ready|available) (?:for|to) (?:immediate |be )?(?:ship\w*|dispatch|deliver\w*)|\bimmediate (?:ship|"
    r"deliver|dispatch)",
    r"\b(?:in your hands|at your (?:door|home)|on your doorstep|under the tree|at yours) (?:by|before|in|within|on|"
    r"tomorrow|today)\b|\b(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|"
    r"the weekend|christmas)\b",
    r"\bdelivered (?:to|at) (?:your|the) (?:door|home|house)\b|\bto your door\b|\b(?:shipping|delivery|postage) "
    r"(?:\w+ )?(?:costs?|fees?|charges?|for|at)\b",
    r"\b(?:on|at|to) your (?:doorstep|door|porch)\b|\b(?:here|there|home|delivered|arrives?) (?:by |"
    r"before |in time |on )?(?:tomorrow|tonight|the weekend|christmas|monday|friday)\b|\b(?:speed|rush|"
    r"race|whisk)\w* (?:it|them|thing) (?:to|over|off)\b",
    r"\bships? (?:free|fast|today|now|at once|immediately)\b|\bdelivered (?:free|fast|today)\b",
)
GUARANTEE = (
    r"(?<!cannot )(?<!can't )(?<! not )\bguarante\w+|\bwarrant(?:y|ies|ed)\b (?:of|for|on|included|covers)|\b(?:year|"
    r"years|lifetime|full|our|with|long) warrant\w+",
    r"\bmoney[- ]?back\b|\brisk[- ]?free\b|\bno[- ]risk\b|\bwithout (?:any )?risk\b|\bzero risk\b|\bnothing to lose\b",
    r"\brefund\w*\b|\b(?:free|easy|simple|hassle[- ]free|no[- ]questions[- ]asked) (?:\w+ )?returns?\b|"
    r"\breturn (?:it|them) "
    r"(?:for free|free|any ?time|within|at any|if|whenever|no)|\bcancel (?:\w+ )?(?:any ?time|at any)|\bcan(?:not|"
    r" no longer)? return it\b",
    r"\bwe promise\b|\bclinically\b|\bproven\b|\bcures?\b|\bheals?\b|\bmiracle\b|\bdoctor[- ]recommended\b|"
    r"\bcarbon neutral\b|"
    r"\bclimate neutral\b|\b100 ?%|\bbest (?:\w+ )?(?:in the world|on the market|ever|money can buy|available|"
    r"you can)\b",
    r"\b(?:send|give|bring|take|hand) (?:it|them|this|these|anything) back\b|\b(?:returns?|exchanges?|cancellations?|"
    r"cancelling|returning) (?:is|are) (?:free|easy|simple|possible|no problem|always|on us)\b|\btry (?:it|them|"
    r"this) (?:at home|for|first|at no|without|free)\b|\bsatisfaction\b|\brisk\b|"
    r"\b(?:return|exchange|refund)(?:s|ed|ing)?\b(?: \w+){0,4} (?:within|for up to|up to|until|after|in \d)",
    r"\b(?:get|have|give you|want) (?:\w+ )?(?:cash|money) back\b|\byour (?:cash|money) back\b|"
    r"\blifetime (?:guarantee|warranty|promise)\b|\b(?:or|else) we(?:'ll| will) (?:pay|give|take|"
    r"return)\b|\bnever (?:let you down|fail|break|regret)\w*|\bwon't (?:regret|let you down|"
    r"disappoint)\w*",
)
PRIZE = (
    r"\byou(?:'ve| have| just|'re)? (?:\w+ )?(?:won\b|a winner|the winner)|\bwinners?\b|\bwin (?:a|an|big|your|one|"
    r"this|\d|free)\b",
    r"\b(?:not|like|love|of) win(?:ning)?\b|\bprizes?\b|\bgiveaways?\b|\b(?:feel|get|be|are|the) lucky\b|"
    r"\blucky (?:day|draw|you|one)\b|\bjackpot\b|\bcongrat\w*|"
    r"\blotter\w+|\braffle\b|"
    r"\bsweepstake\w*|\bspin (?:the|to)\b|\b(?:been|were|are) (?:selected|chosen) (?:for|to|as)\b",
    r"\byou(?:'re| are) (?:our |the |a |one of )(?:\w+ )?(?:lucky|chosen|selected|winning|winner)\w*\b|"
    r"\blucky (?:visitor|shopper|customer|winner|few)\b",
    r"\byou(?:'ve| have|'re| are) (?:\w+ )?(?:been )?(?:picked|selected|chosen|drawn)\b|\b(?:enter|join|in) (?:the|"
    r"our|a) (?:draw|contest|competition)\b|\bspin (?:for|and|it)\b|\byou qualify\b",
    r"\b(?:picked|drawn|chosen|selected) (?:at random|to win|to receive|from|out of)\b|"
    r"\brandom(?:ly)? (?:to|picked|chosen|selected)\b",
)
SHAMING = (
    r"\bno,? ?thank(?:s| you)\b|\bnah[,!.]|^nah$|\bno,? i\b|\bi(?:'d| would) rather\b|\brather (?:not|pay)\b",
    r"\bi (?:don'?t|do not|never) (?:\w+ )?(?:like|want|need|care|feel|deserve|love|believe)\b|\bi dont\b|\bi hate\b",
    r"\bi (?:like|prefer|love|enjoy|choose|want) (?:to )?(?:pay\w*|sav\w*|miss\w*|wast\w*|full|less|more|los\w*)|"
    r"\bi'?ll (?:pay|just|pass|walk|take my|risk|stay)\b|\bpay(?:ing)? (?:full|more|extra|later)\b|\bi already have\b",
    r"\bregret\w*|\b(?:be|so|too) sorry\b|\bkick yourself\b|\bdisappoint\w*|\byour loss\b|\bsham(?:e|ing|ed)\b|"
    r"\bguilt\w*|\bfool\w*\b",
    r"\bhow could you\b|\bsilly\b|\bstupid\b|\bsmart (?:people|shoppers?|choice|buyers?|money)\b|\bwise (?:people|"
    r"shoppers?|choice)\b|"
    r"\babandon\w*|\bgiv(?:e|ing) up\b|\bgave up\b|\bleav(?:e|ing) (?:it|us|me|them) (?:behind|alone|like this)\b",
    r"\b(?:lonely|crying|cries|sad|heartbroken|misses you|miss you|missed you|misses its)\b|\bafraid\b|\bworr(?:y|"
    r"ied) that\b|"
    r"\bare you sure (?:you )?(?:want|don'?t)|\bdon'?t you (?:want|care|like|love|deserve|think)|\byou deserve\b|"
    r"\bwithout you\b",
    r"\b(?:crazy|mad|insane|foolish|a shame|a pity|unwise|careless) (?:to|not to|if you)\b|\bi'?m not (?:interested|"
    r"into|a fan)\b|\bnot interested in\b|\boverpay\w*\b|\bdon'?t you think\b|\bonly (?:a )?fools?\b|"
    r"\breally (?:\w+ ){0,3}(?:leave|leaving|go|going|give|giving|quit|miss|walk)\b|\bwhat you(?:'ll| will|"
    r"'re)? (?:be )?"
    r"miss(?:ing)?\b|\blet (?:us|me|them) down\b|\bonly (?:an? |the )?(?:careless|foolish|fool|naive|ignorant)\w*\b|"
    r"\bwhat a (?:shame|pity|waste)\b|\bpass (?:it |this )?up\b|\bhurts? (?:us|our)\b|\bbreaks? (?:our|my) heart\b",
    r"\b(?:no|without|bad|poor|lack of) (?:taste|sense|class|style)\b|\b(?:be|you'd be|is) (?:mad|crazy|"
    r"nuts|silly|daft|unwise|insane) to\b|\b(?:we(?:'re| are)|it is|it's) (?:\w+ )?(?:heartbroken|sad|"
    r"hurt|upset|devastated|gutted)\b|\bkeep (?:struggling|suffering|overpaying|missing|paying|wasting)\b|"
    r"\b(?:shed|shedding) (?:a )?tears?\b|\b(?:misses|needs|wants|begs|longs for) you\b|"
    r"\bturn(?:ing)? your back\b|\bwalk(?:ing)? out on\b|\bonly (?:the )?(?:people|those|someone) (?:who|"
    r"with|without)\b",
    r"\bkick yourself\b|\b(?:empty|bare|dull|sad|incomplete|boring) without\b|\bmissing something\b|"
    r"\bturn (?:it|this|us) down\b|\bsays? no to\b|\bafford (?:not )?to\b|\bcan't be bothered\b",
    r"\b(?:jealous|env(?:y|ious|ied))\b|\brue (?:the|it|this)\b|\blive to regret\b|"
    r"\bkick(?:ing)? (?:yourself|myself)\b|\bsleep on it\b|"
    r"\b(?:throw|wast|burn)\w* (?:\w+ )?(?:money|cash)\b|"
    r"\b(?:dither|hesitat|dawdl|procrastinat)\w+\b(?=[?.]| while| and)",
)
PRESSURE = (
    r"\b(?:buy|add) more\b|\bgrab (?:yourself|one|it|yours|a|the|this)\b|\b(?:get|claim|make it) yours\b|"
    r"\bmust[- ]haves?\b|"
    r"\bneeds? to have\b|\bhave to have\b|\btreat yourself\b|\bcan'?t (?:live|be) without\b|\byou (?:must|have to|"
    r"need to|should)\b",
    r"\bsubscribe (?:&|and|to|now|today)\b|\bsubscribe\W+save\b|\bsubscription\b (?:to|includ|renew|for)|"
    r"\bauto\w*[- ]?(?:renew|enrol|appl|bill)\w*|"
    r"\b(?:care|year|annual|paid) subscription\b|\bopting in\b|\bopt[- ]in\b",
    r"\bmemberships?\b.{0,120}(?:cancel|bill|refund|calling|enrol)|\bcancel\w*\b.{0,40}\bmemberships?\b|"
    r"\bcancellation policy\b",
    r"\bwant to add\b|\badd (?:one|this|these|it|for)\b(?! to compare)|\beverything else you need\b|"
    r"\bhow about (?:one|adding)\b|"
    r"\bdo not add\b|\bupgrade (?:now|today|your)\b|\badd to (?:cart|bag|basket)\b.{0,20}\btimes\b|"
    r"\bterms & conditions\b|\b(?:everyone|everybody|every (?:home|kitchen|house|family|man|woman)) needs\b|"
    r"\bmust own\b|"
    r"\b(?:so|and) (?:that )?you do(?:n't| not) run out\b|\bgo on, (?:buy|get|take|do)\b",
    r"\byou (?:owe it|know you want|won't (?:want|be able))\b|\b(?:order|buy|get|grab|take|own|purchase|"
    r"bag|nab) (?:thing|it|this|one|yours|them|yourself)\b(?! (?:page|to know|back|with you|or leave|"
    r"slow|easy|step|as|from|up|into account))|\b(?:can't|cannot) (?:do|be|go|live) without\b|"
    r"\bjust (?:buy|order|do) it\b|\bgive in\b|\bmake it (?:happen|yours)\b|\bsay yes\b",
    r"\bwithout thing\b|\bwho (?:says|could|can|would|wouldn't|couldn't) \w+|\bseriously,|\bcome on[,!. ]|"
    r"\bwhy (?:not|would you|deny|resist)\b(?= (?:treat|have|get|own|take|buy|it|yourself|leave))|"
    r"\b(?:can|could) you (?:really )?(?:resist|afford|live|say no)\b|\bresist(?:ing|ed)?\b|\bdeny yourself\b|"
    r"\byou (?:won't|will never) find\b|\ba must\b",
)
HEALTH = (
    r"\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?|reliev(?:e|es|ing)|relief|soothes|remed(?:y|ies)|detox\w*|therap\w+|"
    r"medic\w+|doctors?|physician\w*|pharma\w*|calor(?:y|ies|ic)|diet(?:s|ing|ary)?|slimming|anti[- ]?(?:ag(?:e|ing|"
    r"eing)|wrinkle\w*)|wrinkles?|immun\w+|pains?|aches?|ailments?|illness\w*|diseases?|disorder\w*|anxiety|depression|"
    r"insomnia|cancer|symptoms?)\b",
    r"\b(?:los(?:e|es|ing)|shed\w*|drop\w*) (?:\w+ )?(?:weight|pounds|kilos|fat|inches)\b|\bweight loss\b|"
    r"\bfat[- ]burn\w*|"
    r"\b(?:good|better|great) for (?:your|the) (?:health|heart|skin|back|sleep|joints|body)\b|\bhealth(?:y|ier|iest)? "
    r"(?:benefits?|boost|choice|you)\b|\b(?:improv\w+|boost\w*|strengthen\w*|restor\w+|help\w*) (?:\w+ ){0,3}(?:sleep|"
    r"health|digestion|memory|mood|circulation|metabolism|energy levels)\b|\bclinical\w*|\bkills? (?:\w+ )?(?:germs|"
    r"bacteria|viruses)\b",
    r"\b(?:stress|tension|fatigue|blood(?: pressure| sugar)?|cholesterol|metabolism|hormones?|toxins?|"
    r"inflammation|arthritis|migraines?|asthma|allerg\w+|acne|eczema|obesity|posture|muscles?|wellness|"
    r"well-being)\b|\b(?:heart|liver|lungs?|gut|brain|joints?|nerves?) (?:healthy|health|function|strong|"
    r"in shape)\b|\b(?:healthy|healthier) (?:heart|skin|gut|body|you|life)\b",
    r"\b(?:eras|reduc|minimi[sz]|smooth)\w+ (?:\w+ )?(?:wrinkles|lines|scars|spots)\b|\b(?:your|"
    r"the) (?:skin|figure|waist|immune|body)\b|\bslim(?:s|mer|ming)?\b|\bcellulite\b|\byounger\b|"
    r"\bdetoxif\w+",
)
FINANCE = (
    r"\binvest(?:s|ing|ments?|ors?)?\b|\b(?:gains?|rises? in|increases? in|holds? its|keeps? its|grows? in) value\b|"
    r"\bresale value\b|\bpays? (?:for )?itself\b|\breturns? on\b|\bearn(?:s|ing)? (?:you|money|interest|returns?|"
    r"income)\b|\b(?:passive )?income\b|\bprofit\w*|\bget rich\b|\bmake money\b|\btax[- ](?:free|deductible|break)\w*",
    r"\b(?:interest|apr|finance|loan|credit|mortgage)[- ]?(?:free|approv\w*|check\w*|rates?|offers?)\b|\bno interest\b|"
    r"\bzero (?:percent|interest|apr)\b|\bapr\b|\bloans?\b|\bfinanc(?:e|ed|ing)\b|\binstal?ments?\b|\bmonthly "
    r"payments?\b|\b(?:a|per|each|every) month\b|\b(?:pay|buy) (?:it |now,? pay |nothing )?(?:later|monthly|nothing)\b|"
    r"\bcredit (?:approved|score|line)\b|\bpre[- ]?approved\b",
    r"\b(?:a|per|each|every) (?:week|year|fortnight)\b|\b(?:doubles?|triples?|grows?|rises?|climbs?|"
    r"gains?|appreciates?) (?:in|its) (?:value|worth|price)\b|\bworth more (?:each|every|with|over|in|"
    r"next)\b|\bspread the cost\b|\bdeposit\b|\b(?:asset|nest egg|pension|dividend)s?\b",
    r"\bpay\b[^.?!]{0,40}\b(?:later|whenever|upfront|in (?:\w+ )?(?:months|weeks)|after \w+ months)\b|"
    r"\bnothing (?:up ?front|to pay|down)\b",
)
PEOPLE = (
    r"\b(?:people|customers?|shoppers?|buyers|visitors|users|folks|families|neighbou?rs|friends|"
    r"celebrit\w+|everyone|everybody|someone|somebody|nobody|no one|anyone|thousands|hundreds|"
    r"millions)\b(?! (?:\w+ ){0,2}(?:ask|asks|asked|wonder|wonders|want to know|wants to know|"
    r"like to know|write|mean)\b)(?! (?:service|care|support|account))",
)
SELF = (
    r"\bi(?:'d|'m|'ll|'ve)?\b[^.?!]*(?:[.!]|$)|\bi(?:'d|'m|'ll|'ve) (?:rather|prefer|pass)\b|"
    r"\bmy\b[^.?!]*(?:[.!]|$)",
)
FAMILIES = {
    "discount": DISCOUNT, "offer": OFFER, "urgency": URGENCY, "scarcity": SCARCITY, "social": SOCIAL, "praise": PRAISE,
    "delivery": DELIVERY, "guarantee": GUARANTEE, "prize": PRIZE, "shaming": SHAMING, "pressure": PRESSURE,
    "health": HEALTH, "finance": FINANCE, "people": PEOPLE, "self": SELF,
}  # fmt: skip
