# drafted

## Überschriften für alles, was keine eigene hat. Die Ware steht in Anführungszeichen oder am Anfang: ihr Geschlecht ist
## nicht bekannt.

reassure-doubt-head-1 = Aus der Nähe betrachtet
reassure-doubt-head-2 = Ein wenig mehr zum Lesen
reassure-doubt-head-3 = Gut zu wissen
reassure-doubt-head-4 = { $product } aus der Nähe
reassure-doubt-head-5 = Mehr zu „{ $product }“

reassure-doubt-plain-1 = Das können wir dazu sagen, einfach und geradeheraus.
reassure-doubt-plain-2 = Eine Frage dazu? Die Antwort steht vielleicht gleich darunter.
reassure-doubt-plain-3 = Das können wir zu „{ $product }“ sagen, in klaren Worten.

reassure-price-head-1 = Was dahintersteht
reassure-price-head-2 = Qualität, klar gesagt
reassure-price-head-3 = Was es wert ist
reassure-price-head-4 = { $product } im Einzelnen
reassure-price-head-5 = Hinter „{ $product }“

reassure-price-plain-1 = Hier steht, was den Preis ausmacht, in klaren Worten.
reassure-price-plain-2 = Das bekommt man für das Geld, nichts beschönigt.
reassure-price-plain-3 = Das bekommt man mit „{ $product }“, nichts beschönigt.

reassure-price-direct-1 = Ist es das wert? Das entscheiden Sie. Das hier hilft vielleicht dabei.
reassure-price-direct-2 = Ein Preis lässt sich besser beurteilen, wenn man weiß, was darin steckt. Hier steht es.
reassure-price-direct-3 = Ist „{ $product }“ es wert? Das entscheiden Sie. Das hier hilft vielleicht dabei.

reassure-comparing-head-1 = Welches passt?
reassure-comparing-head-2 = Nebeneinander
reassure-comparing-head-3 = Was den Unterschied macht
reassure-comparing-head-4 = { $product } im Vergleich
reassure-comparing-head-5 = Und „{ $product }“?

reassure-comparing-soft-1 = Manches sieht sich ähnlich. Das hier hilft beim Unterscheiden, wenn Sie mögen.
reassure-comparing-soft-2 = Ein paar Worte zu dem, was verschieden ist, wann immer Sie sie brauchen.
reassure-comparing-soft-3 = Ein paar Worte zu dem, was „{ $product }“ eigen ist, wann immer Sie sie brauchen.

reassure-comparing-plain-1 = Wer die Unterschiede kennt, wählt leichter. Das wissen wir darüber.
reassure-comparing-plain-2 = Hier steht in klaren Worten, was dieses hier ausmacht.
reassure-comparing-plain-3 = Hier steht in klaren Worten, was „{ $product }“ ausmacht.

remind-return_visit-head-1 = Willkommen zurück
remind-return_visit-head-2 = Wo Sie waren
remind-return_visit-head-3 = Schön, Sie wiederzusehen
remind-return_visit-head-4 = Noch einmal { $product }?
remind-return_visit-head-5 = Zurück zu „{ $product }“?

remind-return_visit-soft-1 = Die Seite, die Sie angesehen haben, ist da, falls Ihnen danach ist.
remind-return_visit-soft-2 = Sie können dort weitermachen, wo Sie waren, oder sich einfach umsehen.
remind-return_visit-soft-3 = Falls Sie wieder an „{ $product }“ denken: Die Seite ist da.

remind-return_visit-direct-1 = Sie haben früher schon etwas angesehen. Ein Tipp, und Sie sind wieder dort.
remind-return_visit-direct-2 = Machen Sie dort weiter, wo Sie waren: Die Seite ist einen Tipp entfernt.
remind-return_visit-direct-3 = Weiter mit „{ $product }“: Die Seite ist einen Tipp entfernt.

remind-goal_left-head-1 = Noch nicht abgeschlossen
remind-goal_left-head-2 = Wo Sie unterbrochen haben
remind-goal_left-head-3 = Hier weitermachen?
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = Weiter mit „{ $goal }“?

remind-goal_left-soft-1 = Sie haben hier etwas begonnen. Die Seite ist da, wann immer es Ihnen passt.
remind-goal_left-soft-2 = Falls Sie eines Tages weitermachen möchten: Es ist nur ein Tipp.
remind-goal_left-soft-3 = Sie haben bei „{ $step }“ unterbrochen. Die Seite ist da, wann immer es Ihnen passt.
remind-goal_left-soft-4 = Sie haben „{ $goal }“ begonnen. Die Seite ist da, wann immer es Ihnen passt.

remind-goal_left-direct-1 = Sie haben etwas auf halbem Weg gelassen. Ein Tipp, und Sie sind wieder dort.
remind-goal_left-direct-2 = Machen Sie dort weiter, wo Sie unterbrochen haben: Die Seite ist einen Tipp entfernt.
remind-goal_left-direct-3 = Sie waren bei „{ $step }“. Von dort geht es mit einem Tipp weiter.
remind-goal_left-direct-4 = Mit „{ $goal }“ geht es dort weiter, wo Sie waren, mit einem Tipp.

resurface_cart-return_visit-head-1 = Ihr Warenkorb ist noch da
resurface_cart-return_visit-head-2 = Willkommen zurück
resurface_cart-return_visit-head-3 = Ihr Korb ist aufgehoben
resurface_cart-return_visit-head-4 = { $product } im Korb

resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb, wie Sie ihn gewählt haben. Er liegt dort, bis es Ihnen passt.
       *[other] { $count } Artikel liegen im Warenkorb, wie Sie sie gewählt haben, bis es Ihnen passt.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Ein Artikel Ihres früheren Besuchs liegt im Warenkorb. Sehen Sie sich ruhig erst um.
       *[other] { $count } Artikel Ihres früheren Besuchs liegen im Warenkorb. Sehen Sie sich ruhig erst um.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb, bis es Ihnen passt.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb, bis es Ihnen passt.
    }

resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb. Mit einem Tipp machen Sie dort weiter.
       *[other] { $count } Artikel liegen im Warenkorb. Mit einem Tipp machen Sie dort weiter.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Weiter mit dem Artikel, den Sie gewählt haben: Der Warenkorb ist einen Tipp entfernt.
       *[other] Weiter mit den { $count } Artikeln, die Sie gewählt haben: Der Warenkorb ist einen Tipp entfernt.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb. Mit einem Tipp machen Sie dort weiter.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb. Ein Tipp führt hin.
    }

remind-idle_cart-head-1 = Ihr Warenkorb steht noch da
remind-idle_cart-head-2 = Wo Sie waren
remind-idle_cart-head-3 = In Ihrem Warenkorb
remind-idle_cart-head-4 = { $product } im Korb

remind-idle_cart-soft-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb, wie Sie ihn gewählt haben. Er liegt dort, bis es Ihnen passt.
       *[other] { $count } Artikel liegen im Warenkorb, wie Sie sie gewählt haben, bis es Ihnen passt.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb. Sehen Sie sich in Ruhe weiter um, ganz wie Sie mögen.
       *[other] { $count } Artikel liegen im Warenkorb. Sehen Sie sich in Ruhe weiter um, ganz wie Sie mögen.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb, bis es Ihnen passt.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb, bis es Ihnen passt.
    }

remind-idle_cart-direct-1 =
    { $count ->
        [one] Ein Artikel liegt seit einer Weile im Warenkorb. Ein Tipp führt hin.
       *[other] { $count } Artikel liegen seit einer Weile im Warenkorb. Ein Tipp führt hin.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Weiter mit dem Artikel, den Sie gewählt haben: Der Warenkorb ist einen Tipp entfernt.
       *[other] Weiter mit den { $count } Artikeln, die Sie gewählt haben: Der Warenkorb ist einen Tipp entfernt.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] „{ $product }“ liegt seit einer Weile im Warenkorb. Ein Tipp führt hin.
       *[other] { $count } Artikel liegen im Warenkorb, darunter „{ $product }“. Ein Tipp führt hin.
    }

reassure-delivery-head-1 = Wie es zu Ihnen kommt
reassure-delivery-head-2 = Zum Versand
reassure-delivery-head-3 = Von hier bis zu Ihrer Tür
reassure-delivery-soft-1 = Vielleicht fragen Sie sich, wie das zu Ihnen kommt. Hier stehen ein paar Worte dazu.
reassure-delivery-soft-2 = Was wir dazu sagen können, steht gleich darunter, wann immer Sie es brauchen.
reassure-delivery-direct-1 = Eine klare Frage verdient eine klare Antwort. Das ist unsere.
reassure-delivery-direct-2 = Was wir zum Versand sagen können, lesen Sie hier, bevor Sie etwas entscheiden.

reassure-trust-head-1 = Falls Sie es sich anders überlegen
reassure-trust-head-2 = Gut zu wissen
reassure-trust-head-3 = Wie wir es halten
reassure-trust-soft-1 = Was geschieht danach? Hier stehen ein paar Worte dazu, wann immer Sie sie brauchen.
reassure-trust-soft-2 = Vielleicht fragen Sie sich, mit wem Sie es zu tun haben. So arbeiten wir.
reassure-trust-direct-1 = Wer weiß, was danach kommt, entscheidet ruhiger. So ist es hier.
reassure-trust-direct-2 = So gehen wir vor, klar gesagt.

reassure-payment-head-1 = Zum Bezahlen
reassure-payment-head-2 = Wege zu bezahlen
reassure-payment-head-3 = Bezahlen, klar erklärt
reassure-payment-soft-1 = Vielleicht fragen Sie sich, welche Wege es gibt. Hier stehen ein paar Worte dazu.
reassure-payment-soft-2 = Ganz in Ruhe: So geht es, wann immer Sie es lesen möchten.
reassure-payment-direct-1 = Eine vorsichtige Frage verdient eine klare Antwort. Das ist unsere.
reassure-payment-direct-2 = Das geschieht, wenn man in diesem Shop bezahlt, klar gesagt.

reassure-account-head-1 = Brauchen Sie ein Konto?
reassure-account-head-2 = Zum Kundenkonto
reassure-account-head-3 = Bestellen, in klaren Worten
reassure-account-soft-1 = Vielleicht fragen Sie sich, ob Sie eines brauchen. Hier stehen ein paar Worte dazu.
reassure-account-soft-2 = Danach fragen wir, und darum: zum Nachlesen, wann immer Sie möchten.
reassure-account-direct-1 = Das ist unsere Antwort, klar gesagt, damit Sie selbst entscheiden können.
reassure-account-direct-2 = Was wir fragen, hat einen Grund. Das ist er.

reassure-checkout-head-1 = War etwas unklar?
reassure-checkout-head-2 = Wo Sie waren
reassure-checkout-head-3 = Bestellen, klar erklärt
reassure-checkout-soft-1 = War etwas unklar, hilft das hier vielleicht. Sonst lassen Sie sich Zeit.
reassure-checkout-soft-2 = So geht das Bestellen hier, für wann immer Sie weitermachen möchten.
reassure-checkout-direct-1 = Hat unterwegs etwas gestört? Die Antwort steht vielleicht hier.
reassure-checkout-direct-2 = So bestellt man in diesem Shop, klar gesagt.

reassure-coupon-head-1 = Was dahintersteht
reassure-coupon-head-2 = Wofür Ihr Geld steht
reassure-coupon-head-3 = Wert, klar gesagt
reassure-coupon-soft-1 = Ein Preis sagt für sich wenig. Hier steht, was hinter unseren steht.
reassure-coupon-soft-2 = Vielleicht fragen Sie sich, was Sie bekommen. Hier ist eine ehrliche Antwort.
reassure-coupon-direct-1 = Ist es das wert? Das entscheiden Sie. Das hier hilft vielleicht dabei.
reassure-coupon-direct-2 = Das steckt in unseren Preisen, klar gesagt.

convenience-trouble-head-1 = Geht etwas nicht?
convenience-trouble-head-2 = Können wir helfen?
convenience-trouble-head-3 = Das hätte gehen sollen
convenience-trouble-plain-1 = Wenn hier etwas nicht so geht, wie es soll, sehen wir es uns mit Ihnen an.
convenience-trouble-plain-2 = Hilfe ist einen Tipp entfernt, falls Sie sie brauchen.
convenience-trouble-direct-1 = Diese Seite antwortet nicht so, wie sie soll. Hilfe ist einen Tipp entfernt.
convenience-trouble-direct-2 = Sagen Sie uns, was hängt: Hilfe ist einen Tipp entfernt.

## remind, was immer sonst bemerkt wurde: wo es war, einen Tipp entfernt.

remind-any-head-1 = Wo Sie waren
remind-any-head-2 = Dorthin zurück?
remind-any-head-3 = Noch ein Blick
remind-any-head-4 = Zurück zu „{ $product }“?

remind-any-soft-1 = Falls Ihnen nach einem zweiten Blick ist: Die Seite ist da.
remind-any-soft-2 = Die Seite ist da, wann immer es Ihnen passt.
remind-any-soft-3 = Falls Sie wieder an „{ $product }“ denken: Die Seite ist da.
remind-any-plain-1 = Die Seite ist einen Tipp entfernt, jetzt oder später.
remind-any-plain-2 = Von hier geht es dorthin zurück.
remind-any-plain-3 = „{ $product }“ ist einen Tipp entfernt, jetzt oder später.
remind-any-direct-1 = Machen Sie dort weiter: Die Seite ist einen Tipp entfernt.
remind-any-direct-2 = Ein Tipp, und Sie sind wieder dort.
remind-any-direct-3 = Weiter mit „{ $product }“: Die Seite ist einen Tipp entfernt.

## convenience, aus jedem anderen Grund: wo es Hilfe gibt.

convenience-any-head-1 = Können wir helfen?
convenience-any-head-2 = Noch Fragen?
convenience-any-head-3 = Hier gibt es Hilfe
convenience-any-soft-1 = Falls Sie sich etwas fragen: Hilfe ist einen Tipp entfernt.
convenience-any-soft-2 = Ist etwas unklar, fragen Sie uns gern.
convenience-any-plain-1 = Hilfe ist einen Tipp entfernt, falls Sie sie brauchen.
convenience-any-plain-2 = Hier werden Fragen beantwortet.
convenience-any-direct-1 = Fragen Sie uns: Hilfe ist einen Tipp entfernt.
convenience-any-direct-2 = Ist etwas unklar? Hilfe ist einen Tipp entfernt.
