# drafted

## Dieselben Texte mit „du“.

why-dwell = Du hast dir dieses Produkt eine Weile angesehen.
    .product = Du hast dir „{ $product }“ eine Weile angesehen.
why-price_bounce = Du hast den Preis eines Produkts gesehen und wolltest bald danach weiter.
    .product = Du hast den Preis von „{ $product }“ gesehen und wolltest bald danach weiter.
why-return_visit = Du warst schon einmal in diesem Shop.
    .product = Du hast dir bei einem früheren Besuch „{ $product }“ angesehen.
    .count =
        { $count ->
            [one] Du hast bei einem früheren Besuch etwas in den Warenkorb gelegt.
           *[other] Du hast bei einem früheren Besuch { $count } Artikel in den Warenkorb gelegt.
        }
why-goal_left = Du hast hier etwas begonnen und noch nicht abgeschlossen.
    .goal = Du hast „{ $goal }“ begonnen und noch nicht abgeschlossen.
    .step = Du hast „{ $goal }“ begonnen und bei „{ $step }“ unterbrochen.
why-price_check = Du hast einen Preis gesehen und wägst ihn wohl ab.
    .product = Du hast den Preis von „{ $product }“ gesehen und wägst ihn wohl ab.
why-comparison = Du hast dir mehrere ähnliche Produkte angesehen.
why-doubt_reading = Du hast etwas in den Warenkorb gelegt und dann gelesen, wie dieser Shop es hält.
why-coupon_seeking = Du hast auf dem Weg zur Bestellung nach einem Code gesucht.
why-cost_shock = Die Summe deiner Bestellung ist unterwegs gestiegen, und du hast angehalten.
why-checkout_hesitation = Du hast auf dem Weg zur Bestellung angehalten.
why-form_hesitation = Du bist eine Weile bei einer Frage eines Formulars geblieben.
why-frustration = Du hast hier mehrmals geklickt, und nichts ist geschehen.
why-idle_cart = Seit einer Weile liegt etwas in deinem Warenkorb.
why-incentive = Ein Programm hat entschieden, dir diesen Code zu zeigen, weil du den Preis abzuwägen scheinst.
