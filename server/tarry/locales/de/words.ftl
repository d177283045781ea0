# drafted

## Beschriftungen. Kurz, ruhig, richtig für jedes Produkt, jeden Warenkorb, jedes Formular.

action-back-to-cart = Zum Warenkorb
action-refill = Wieder in den Warenkorb
action-resume = Weitermachen
action-see-product = Noch einmal ansehen
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
