# drafted

## Beschriftungen. Kurz, ruhig, richtig für jedes Produkt, jeden Warenkorb, jedes Formular.

action-back-to-cart = Zum Warenkorb
action-refill = Wieder in den Warenkorb
action-resume = Weitermachen
action-see-product = Noch einmal ansehen
action-see-help = Hilfe finden
action-dismiss = Jetzt nicht
quiet-page = Auf dieser Seite Ruhe
action-close = Schließen

## Wo ein Vorhaben steht.

step = Unterbrochen bei „{ $step }“

## Ein Satz unter „Warum sehe ich das?“. Spätere Formen wissen mehr und gelten, sobald ihre Angaben bekannt sind.

why-dwell = Sie haben sich dieses Produkt eine Weile angesehen.
    .product = Sie haben sich „{ $product }“ eine Weile angesehen.
why-price_bounce = Sie haben den Preis eines Produkts gesehen und wollten bald danach weiter.
    .product = Sie haben den Preis von „{ $product }“ gesehen und wollten bald danach weiter.
why-return_visit = Sie waren schon einmal in diesem Shop.
    .product = Sie haben sich bei einem früheren Besuch „{ $product }“ angesehen.
    .count =
        { $count ->
            [one] Sie haben bei einem früheren Besuch etwas in den Warenkorb gelegt.
           *[other] Sie haben bei einem früheren Besuch { $count } Artikel in den Warenkorb gelegt.
        }
why-goal_left = Sie haben hier etwas begonnen und noch nicht abgeschlossen.
    .goal = Sie haben „{ $goal }“ begonnen und noch nicht abgeschlossen.
    .step = Sie haben „{ $goal }“ begonnen und bei „{ $step }“ unterbrochen.
why-price_check = Sie haben einen Preis gesehen und wägen ihn wohl ab.
    .product = Sie haben den Preis von „{ $product }“ gesehen und wägen ihn wohl ab.
why-comparison = Sie haben sich mehrere ähnliche Produkte angesehen.
why-doubt_reading = Sie haben etwas in den Warenkorb gelegt und dann gelesen, wie dieser Shop es hält.
why-coupon_seeking = Sie haben auf dem Weg zur Bestellung nach einem Code gesucht.
why-cost_shock = Die Summe Ihrer Bestellung ist unterwegs gestiegen, und Sie haben angehalten.
why-checkout_hesitation = Sie haben auf dem Weg zur Bestellung angehalten.
why-form_hesitation = Sie sind eine Weile bei einer Frage eines Formulars geblieben.
why-frustration = Sie haben hier mehrmals geklickt, und nichts ist geschehen.
why-idle_cart = Seit einer Weile liegt etwas in Ihrem Warenkorb.
why-incentive = Ein Programm hat entschieden, Ihnen diesen Code zu zeigen, weil Sie den Preis abzuwägen scheinen.
