# drafted

## reassure, nach langem Ansehen: darunter folgen Texte des Shops selbst.

reassure-dwell-direct-1 =
    .headline = { $product } aus der Nähe
    .body = Sie schauen genau hin, und das ist gut so. Hier steht, was wir Ihnen dazu sagen können.
reassure-dwell-direct-2 =
    .headline = Mehr zu „{ $product }“
    .body = Sie haben sich Zeit genommen. Vielleicht hilft Ihnen das hier beim Entscheiden, so oder so.
reassure-dwell-direct-3 =
    .headline = Fragen zu { $product }?
    .body = Gute Fragen verdienen klare Antworten. Das hier würden wir selbst wissen wollen.
reassure-dwell-direct-4 =
    .headline = Gut zu wissen
    .body = Sie überlegen noch bei „{ $product }“? Hier steht in klaren Worten, was Sie erwartet.
reassure-dwell-direct-5 =
    .headline = Aus der Nähe betrachtet
    .body = Sie schauen genau hin, und das ist gut so. Hier steht, was wir Ihnen dazu sagen können.
reassure-dwell-direct-6 =
    .headline = Etwas zum Weiterdenken
    .body = Sie haben sich Zeit genommen. Vielleicht hilft Ihnen das hier beim Entscheiden, so oder so.
reassure-dwell-direct-7 =
    .headline = Sie überlegen noch?
    .body = Gute Fragen verdienen klare Antworten. Das hier würden wir selbst wissen wollen.

reassure-dwell-soft-1 =
    .headline = Falls es Ihnen hilft
    .body = Hier stehen ein paar Worte zu „{ $product }“, wann immer Sie sie brauchen.
reassure-dwell-soft-2 =
    .headline = Ein wenig mehr zum Lesen
    .body = Zu „{ $product }“ haben wir etwas zusammengestellt. Ganz in Ruhe.
reassure-dwell-soft-3 =
    .headline = Zu „{ $product }“
    .body = Vielleicht fragen Sie sich, wie es sich damit lebt. Das hier kann helfen.
reassure-dwell-soft-4 =
    .headline = Falls es Ihnen hilft
    .body = Hier stehen ein paar Worte zu dem, was Sie gerade ansehen, wann immer Sie sie brauchen.
reassure-dwell-soft-5 =
    .headline = Ein wenig mehr zum Lesen
    .body = Zu dieser Seite haben wir etwas zusammengestellt. Ganz in Ruhe.
reassure-dwell-soft-6 =
    .headline = Falls Sie sich fragen
    .body = Das hier kann helfen, sich ein Bild zu machen. Sonst: viel Freude beim Umsehen.

## reassure, nachdem ein Preis gesehen und verlassen wurde: Wert und Güte, nie der Preis selbst.

reassure-price_bounce-soft-1 =
    .headline = Was in { $product } steckt
    .body = Ein Preis sagt für sich wenig. Hier steht, was hinter diesem steht.
reassure-price_bounce-soft-2 =
    .headline = Zu „{ $product }“
    .body = Wert zeigt sich in der Machart und im Gebrauch. Zu beidem haben wir ein paar Worte.
reassure-price_bounce-soft-3 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragen Sie sich, was „{ $product }“ ausmacht. Hier ist eine ehrliche Antwort.
reassure-price_bounce-soft-4 =
    .headline = Ist es das wert?
    .body = Bei „{ $product }“ können nur Sie das beantworten. Das hier macht es vielleicht etwas leichter.
reassure-price_bounce-soft-5 =
    .headline = Was dahintersteht
    .body = Ein Preis sagt für sich wenig. Hier steht, was in dem steckt, was Sie angesehen haben.
reassure-price_bounce-soft-6 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragen Sie sich, was Sie für Ihr Geld bekommen. Hier ist eine ehrliche Antwort.
reassure-price_bounce-soft-7 =
    .headline = Ist es das wert?
    .body = Eine berechtigte Frage, die nur Sie beantworten können. Das hier macht es vielleicht etwas leichter.

## remind, bei der Rückkehr: das Produkt des früheren Besuchs.

remind-return_visit-plain-1 =
    .headline = Willkommen zurück
    .body = Bei Ihrem früheren Besuch haben Sie „{ $product }“ angesehen. Ein Tipp führt Sie wieder hin.
remind-return_visit-plain-2 =
    .headline = Wo Sie waren
    .body = Sie haben sich „{ $product }“ schon einmal angesehen. Die Seite ist da, wann immer es Ihnen passt.
remind-return_visit-plain-3 =
    .headline = Noch einmal { $product }?
    .body = Sie können dort weitermachen, wo Sie früher waren, oder sich einfach umsehen.
remind-return_visit-plain-4 =
    .headline = Willkommen zurück
    .body = Was Sie bei Ihrem früheren Besuch angesehen haben, ist nur einen Tipp entfernt.
remind-return_visit-plain-5 =
    .headline = Wo Sie waren
    .body = Die Seite, die Sie schon einmal angesehen haben, ist da, wann immer es Ihnen passt.
remind-return_visit-plain-6 =
    .headline = Schön, Sie wiederzusehen
    .body = Sie können dort weitermachen, wo Sie früher waren, oder sich einfach umsehen.

## remind, wenn etwas begonnen und nicht beendet wurde: eine Buchung, ein Formular, eine Zusammenstellung.

remind-goal_left-plain-1 =
    .headline = Weiter mit „{ $goal }“?
    .body = Sie waren bei „{ $step }“. Ein Tipp führt zurück, jetzt oder wann es Ihnen passt.
remind-goal_left-plain-2 =
    .headline = { $goal }
    .body = Sie haben bei „{ $step }“ unterbrochen. Wenn Sie weitermachen möchten, ist die Seite da.
remind-goal_left-plain-3 =
    .headline = Auf halbem Weg
    .body = Sie haben „{ $goal }“ begonnen und waren bei „{ $step }“. Sie können jederzeit dorthin zurück.
remind-goal_left-plain-4 =
    .headline = Weiter mit „{ $goal }“?
    .body = Sie haben vor einer Weile damit begonnen. Ein Tipp führt zurück, jetzt oder wann es Ihnen passt.
remind-goal_left-plain-5 =
    .headline = { $goal }
    .body = Sie haben damit begonnen und dann anderes angesehen. Wenn Sie weitermachen möchten, ist die Seite da.
remind-goal_left-plain-6 =
    .headline = Noch nicht abgeschlossen
    .body = Bei „{ $goal }“ haben Sie unterbrochen. Sie können jederzeit dorthin zurück.
remind-goal_left-plain-7 =
    .headline = Dort weitermachen?
    .body = Sie haben hier vor einer Weile etwas begonnen. Ein Tipp führt zurück, jetzt oder wann es Ihnen passt.
remind-goal_left-plain-8 =
    .headline = Noch nicht abgeschlossen
    .body = Sie haben hier etwas begonnen und dann anderes angesehen. Wenn Sie weitermachen möchten, ist die Seite da.
remind-goal_left-plain-9 =
    .headline = Wo Sie unterbrochen haben
    .body = Sie können jederzeit zu dem zurück, was Sie begonnen haben. Es ist nur ein Tipp.

## resurface cart: was bei einem früheren Besuch in den Warenkorb kam.

resurface_cart-return_visit-plain-1 =
    .headline = Ihr Warenkorb ist noch da
    .body =
        { $count ->
            [one] „{ $product }“ ist darin, so wie Sie es gewählt haben. Ein Tipp führt Sie zurück.
           *[other] { $count } Artikel sind darin, auch „{ $product }“. Ein Tipp führt Sie zurück.
        }
resurface_cart-return_visit-plain-2 =
    .headline = Willkommen zurück
    .body =
        { $count ->
            [one] Sie haben „{ $product }“ in den Warenkorb gelegt. Dort können Sie weitermachen.
           *[other] Sie haben „{ $product }“ und mehr in den Warenkorb gelegt, zusammen { $count } Artikel.
        }
resurface_cart-return_visit-plain-3 =
    .headline = { $product } im Korb
    .body =
        { $count ->
            [one] Ein Artikel, derzeit { $total }. Sie können dort weitermachen, wann es Ihnen passt.
           *[other] { $count } Artikel, derzeit { $total }. Sie können dort weitermachen, wann es Ihnen passt.
        }
resurface_cart-return_visit-plain-4 =
    .headline = Ihr Korb wartet in Ruhe
    .body =
        { $count ->
            [one] „{ $product }“ liegt darin, wie Sie es gewählt haben. Sie können weitermachen oder sich erst umsehen.
           *[other] „{ $product }“ und mehr, { $count } Artikel, liegen darin. Sie können weitermachen oder sich erst umsehen.
        }
resurface_cart-return_visit-plain-5 =
    .headline = Ihr Warenkorb ist noch da
    .body =
        { $count ->
            [one] Ein Artikel ist darin, so wie Sie ihn gewählt haben. Ein Tipp führt Sie zurück.
           *[other] { $count } Artikel sind darin, so wie Sie sie gewählt haben. Ein Tipp führt Sie zurück.
        }
resurface_cart-return_visit-plain-6 =
    .headline = Willkommen zurück
    .body =
        { $count ->
            [one] In Ihrem Warenkorb liegt ein Artikel von einem früheren Besuch.
           *[other] In Ihrem Warenkorb liegen { $count } Artikel von einem früheren Besuch.
        }
resurface_cart-return_visit-plain-7 =
    .headline = Ihr Korb wartet in Ruhe
    .body =
        { $count ->
            [one] Ein Artikel von Ihrem früheren Besuch liegt darin. Ein Tipp führt Sie zurück.
           *[other] { $count } Artikel von Ihrem früheren Besuch liegen darin. Ein Tipp führt Sie zurück.
        }
