"""Numbers in words and the words they count, in six languages; written as they read folded."""

from tarry.guardrails.fold import unmarked

WORDS = (
    r"half|(?:a )?quarter|third|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|double|"
    r"twice|triple|twenty[ -]\w+|thirty[ -]\w+|"
    r"halb\w*|halfte|viertel|drittel|zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwoelf|funfzehn|"
    r"zwanzig|dreissig|vierzig|funfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|dutzend|doppelt\w*|"
    r"moitie|quart|tiers|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|"
    r"trente|"
    r"quarante|cinquante|soixante|cent|mille|douzaine|double|"
    r"mitad|cuarto|tercio|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|"
    r"treinta|"
    r"cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|mil|docena|doble|"
    r"اثن[ايت]\w*|ثلاث\w*|اربع\w*|خمس\w*|ست(?:ه|ون|ين)?|سبع\w*|ثمان\w*|تسع\w*|عشر\w*|احد عشر|مئه|مائه|الف|نصف|ربع|ثلث"
)
UNITS = (
    r"%|per ?cent|pct|off\b|less\b|cheaper|prozent|rabatt|nachlass|weniger|gunstiger|guenstiger|billiger|eur\b|euro|"
    r"dollar|cents?\b|seconds?|minutes?|hours?|days?\b|nights?|weeks?|months?|years?|sekunden?|minuten?|stunden?|"
    r"tage?n?\b|nachte?|wochen?|monate?n?|jahre?n?|stars?\b|sterne?n?\b|people|persons?\b|guests|customers?|shoppers?|"
    r"buyers?|others?\b|pounds?\b|inches|metres?|meters?|"
    r"kunden|kaufer|menschen|leute|personen|andere|stuck\b|times\b|mal\b|x\b|points?\b|punkte|left\b|remaining|ubrig|"
    r"pour ?cent|secondes?|heures?|jours?|nuits?|semaines?|mois\b|ans?\b|annees?|etoiles?|personnes?|clients?|autres\b|"
    r"fois\b|pieces?\b|exemplaires?|"
    r"por ?ciento|segundos?|minutos?|horas?|dias?\b|noches?|semanas?|mes(?:es)?\b|anos?\b|estrellas?|personas?|"
    r"clientes?|"
    r"otr[oa]s\b|veces|unidades|piezas|"
    r"(?:ال)?(?:بالمئه|بالمائه|في المئه|ثان\w*|ثوان\w*|دقي?ق\w*|دقائق|ساع\w*|يوم\w*|ايام|اسبوع\w*|اسابيع|شهر\w*|اشهر|"
    r"سن[هو]\w*|"
    r"عام\w*|اعوام|شخص\w*|اشخاص|عميل\w*|عملاء|زبون\w*|نجوم|قطع\w*|مر[هات]\w*|يورو|دولار\w*|ريال\w*|درهم\w*)"
)
"""What a number in words counts when it states a fact; a cart's own items are no such thing."""
WEEKDAYS = (
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|"
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?\b|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b|"
    r"\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|[月火水木金土日]曜|"
    r"\b(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\b(?! عشر)"
)
"""A day is a date, and dates are facts."""
JAPANESE = unmarked(
    r"[一二三四五六七八九十百千万半数]+ ?(?:パーセント|割|円|ユーロ|ドル|秒|分間|時間|日間|日以内|週間|か月|ヶ月|カ月|"
    r"年間|年|人|名|倍|回|点(?:限|のみ|だけ|しか)|つ星)|[一二三四五六七八九十]+月[一二三四五六七八九十]+日|半分|半額"
)
MONEY = (
    r"\b(?:euros?|dollars?|bucks?|quid|cents?|pence|sterling|franken|yen|rubel|zloty|dolares|libras|livres sterling)\b|"
    r"\d ?円|يورو|دولار|ريال|درهم|جنيه|" + unmarked("ユーロ|ドル(?!フィン)")
)
PERCENT = (
    r"%|٪|‰|\b(?:per ?cents?|pct|prozente?n?|vom hundert|v\. ?h\.|pour ?cents?|por ?cientos?)\b|بالمئه|بالمائه|"
    r"في المئه|" + unmarked("パーセント")
)
