# drafted

## reassure, nach langem Ansehen: darunter folgen Texte des Shops selbst.

reassure-doubt-direct-1 =
    .headline = { $product } aus der Nähe
    .body = Sie schauen genau hin, und das ist gut so. Hier steht, was wir Ihnen dazu sagen können.
reassure-doubt-direct-2 =
    .headline = Mehr zu „{ $product }“
    .body = Sie haben sich Zeit genommen. Vielleicht hilft Ihnen das hier beim Entscheiden, so oder so.
reassure-doubt-direct-3 =
    .headline = Fragen zu { $product }?
    .body = Gute Fragen verdienen klare Antworten. Das hier würden wir selbst wissen wollen.
reassure-doubt-direct-4 =
    .headline = Gut zu wissen
    .body = Sie überlegen noch bei „{ $product }“? Hier steht in klaren Worten, was Sie erwartet.
reassure-doubt-direct-5 =
    .headline = Aus der Nähe betrachtet
    .body = Sie schauen genau hin, und das ist gut so. Hier steht, was wir Ihnen dazu sagen können.
reassure-doubt-direct-6 =
    .headline = Etwas zum Weiterdenken
    .body = Sie haben sich Zeit genommen. Vielleicht hilft Ihnen das hier beim Entscheiden, so oder so.
reassure-doubt-direct-7 =
    .headline = Sie überlegen noch?
    .body = Gute Fragen verdienen klare Antworten. Das hier würden wir selbst wissen wollen.

reassure-doubt-soft-1 =
    .headline = Falls es Ihnen hilft
    .body = Hier stehen ein paar Worte zu „{ $product }“, wann immer Sie sie brauchen.
reassure-doubt-soft-2 =
    .headline = Ein wenig mehr zum Lesen
    .body = Zu „{ $product }“ haben wir etwas zusammengestellt. Ganz in Ruhe.
reassure-doubt-soft-3 =
    .headline = Zu „{ $product }“
    .body = Vielleicht fragen Sie sich, wie es sich damit lebt. Das hier kann helfen.
reassure-doubt-soft-4 =
    .headline = Falls es Ihnen hilft
    .body = Hier stehen ein paar Worte zu dem, was Sie gerade ansehen, wann immer Sie sie brauchen.
reassure-doubt-soft-5 =
    .headline = Ein wenig mehr zum Lesen
    .body = Zu dieser Seite haben wir etwas zusammengestellt. Ganz in Ruhe.
reassure-doubt-soft-6 =
    .headline = Falls Sie sich fragen
    .body = Das hier kann helfen, sich ein Bild zu machen. Sonst: viel Freude beim Umsehen.

## reassure, nachdem ein Preis gesehen und verlassen wurde: Wert und Güte, nie der Preis selbst.

reassure-price-soft-1 =
    .headline = Was in { $product } steckt
    .body = Ein Preis sagt für sich wenig. Hier steht, was hinter diesem steht.
reassure-price-soft-2 =
    .headline = Zu „{ $product }“
    .body = Wert zeigt sich in der Machart und im Gebrauch. Zu beidem haben wir ein paar Worte.
reassure-price-soft-3 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragen Sie sich, was „{ $product }“ ausmacht. Hier ist eine ehrliche Antwort.
reassure-price-soft-4 =
    .headline = Ist es das wert?
    .body = Bei „{ $product }“ können nur Sie das beantworten. Das hier macht es vielleicht etwas leichter.
reassure-price-soft-5 =
    .headline = Was dahintersteht
    .body = Ein Preis sagt für sich wenig. Hier steht, was in dem steckt, was Sie angesehen haben.
reassure-price-soft-6 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragen Sie sich, was Sie für Ihr Geld bekommen. Hier ist eine ehrliche Antwort.
reassure-price-soft-7 =
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

## remind, an den Warenkorb, wie er dasteht: eine Weile hat ihn niemand berührt.

remind-idle_cart-plain-1 =
    .headline = Ihr Warenkorb steht noch da
    .body =
        { $count ->
            [one] „{ $product }“ liegt darin, wie Sie es gewählt haben. Ein Tipp bringt Sie hin, jetzt oder später.
           *[other] „{ $product }“ und mehr, { $count } Artikel, liegen darin. Ein Tipp bringt Sie hin, jetzt oder später.
        }
remind-idle_cart-plain-2 =
    .headline = Wo Sie waren
    .body =
        { $count ->
            [one] „{ $product }“ liegt seit einer Weile im Warenkorb. Sie können dort weitermachen, wann es Ihnen passt.
           *[other] { $count } Artikel liegen im Warenkorb, darunter „{ $product }“. Sie können dort weitermachen.
        }
remind-idle_cart-plain-3 =
    .headline = Bevor Sie weitergehen
    .body =
        { $count ->
            [one] „{ $product }“ liegt noch dort, wo Sie es hingelegt haben: im Warenkorb.
           *[other] „{ $product }“ und der Rest, { $count } Artikel, liegen noch im Warenkorb.
        }
remind-idle_cart-plain-4 =
    .headline = Ihr Warenkorb steht noch da
    .body =
        { $count ->
            [one] Ein Artikel liegt darin, wie Sie ihn gewählt haben. Ein Tipp bringt Sie hin, jetzt oder später.
           *[other] { $count } Artikel liegen darin, wie Sie sie gewählt haben. Ein Tipp bringt Sie hin, jetzt oder später.
        }
remind-idle_cart-plain-5 =
    .headline = Wo Sie waren
    .body =
        { $count ->
            [one] Ein Artikel liegt seit einer Weile im Warenkorb. Sie können dort weitermachen, wann es Ihnen passt.
           *[other] { $count } Artikel liegen seit einer Weile im Warenkorb. Sie können dort weitermachen.
        }
remind-idle_cart-plain-6 =
    .headline = Bevor Sie weitergehen
    .body =
        { $count ->
            [one] Ein Artikel liegt noch in Ihrem Warenkorb.
           *[other] { $count } Artikel liegen noch in Ihrem Warenkorb.
        }

## reassure, während mehrere Dinge gegeneinander abgewogen werden.

reassure-comparing-direct-1 =
    .headline = Welches passt?
    .body = Sie haben sich einige ähnliche angesehen. Das hier hilft, „{ $product }“ von den anderen zu unterscheiden.
reassure-comparing-direct-2 =
    .headline = { $product } im Vergleich
    .body = Wer weiß, worin sich die Dinge unterscheiden, wählt leichter. Das können wir zu diesem hier sagen.
reassure-comparing-direct-3 =
    .headline = Zwischen mehreren?
    .body = Hier steht in klaren Worten, was „{ $product }“ ausmacht. So lässt es sich neben die anderen halten.
reassure-comparing-direct-4 =
    .headline = Welches passt?
    .body = Sie haben sich einige ähnliche angesehen. Das hier hilft beim Unterscheiden.
reassure-comparing-direct-5 =
    .headline = Nebeneinander
    .body = Wer weiß, worin sich die Dinge unterscheiden, wählt leichter. Das können wir zu diesem hier sagen.
reassure-comparing-direct-6 =
    .headline = Zwischen mehreren?
    .body = Hier steht in klaren Worten, was dieses hier ausmacht. So lässt es sich neben die anderen halten.

## reassure, wenn der Zweifel den Shop betrifft: darunter folgt, was der Shop selbst zu dieser Frage sagt.

reassure-delivery-plain-1 =
    .headline = Wie es zu Ihnen kommt
    .body = Was wir dazu sagen können, steht gleich darunter, in den Worten, an die wir uns selbst halten.
reassure-delivery-plain-2 =
    .headline = Von hier zu Ihnen
    .body = Hier steht in klaren Worten, was zwischen Ihrer Bestellung und Ihrer Tür geschieht.
reassure-delivery-plain-3 =
    .headline = Zum Versand
    .body = Vielleicht fragen Sie sich, wie das zu Ihnen kommt und was das heißt. Hier ist unsere Antwort.

reassure-trust-plain-1 =
    .headline = Und wenn es nicht passt?
    .body = Hier steht, wie wir damit umgehen, in den Worten, an die wir uns selbst halten.
reassure-trust-plain-2 =
    .headline = Gut zu wissen
    .body = Was geschieht danach? Eine berechtigte Frage. Hier ist unsere Antwort, in klaren Worten.
reassure-trust-plain-3 =
    .headline = Wie wir es halten
    .body = Vielleicht fragen Sie sich, mit wem Sie es zu tun haben. Daran halten wir uns.

reassure-payment-plain-1 =
    .headline = Zum Bezahlen
    .body = Hier steht in klaren Worten, wie das Bezahlen bei uns geht.
reassure-payment-plain-2 =
    .headline = Wege zu bezahlen
    .body = Vielleicht fragen Sie sich, welche Wege es gibt. Das können wir dazu sagen.
reassure-payment-plain-3 =
    .headline = So geht das Bezahlen hier
    .body = Eine vorsichtige Frage verdient eine klare Antwort. Das ist unsere.

reassure-account-plain-1 =
    .headline = Zum Kundenkonto
    .body = Vielleicht fragen Sie sich, ob Sie eines brauchen. Hier ist unsere Antwort, in klaren Worten.
reassure-account-plain-2 =
    .headline = Brauchen Sie ein Konto?
    .body = Eine berechtigte Frage. So geht es in diesem Shop.
reassure-account-plain-3 =
    .headline = Bestellen, in klaren Worten
    .body = Hier steht, wonach wir fragen und warum. So können Sie selbst entscheiden.

reassure-checkout-plain-1 =
    .headline = Wo Sie waren
    .body = Sie haben unterwegs zur Bestellung angehalten. War etwas unklar, hilft das hier; sonst lassen Sie sich Zeit.
reassure-checkout-plain-2 =
    .headline = War etwas unklar?
    .body = Das hier würden wir an dieser Stelle selbst wissen wollen. Ganz in Ruhe.
reassure-checkout-plain-3 =
    .headline = So geht das Bestellen hier
    .body = In klaren Worten, für wann immer Sie weitermachen möchten.

reassure-coupon-plain-1 =
    .headline = Wofür Ihr Geld steht
    .body = Ein Preis sagt für sich wenig. Hier steht, was hinter unserem steht.
reassure-coupon-plain-2 =
    .headline = Ist es das wert?
    .body = Eine berechtigte Frage, die nur Sie beantworten können. Vielleicht macht es das hier etwas leichter.
reassure-coupon-plain-3 =
    .headline = Was dahintersteht
    .body = Vielleicht fragen Sie sich, was Sie für Ihr Geld bekommen. Hier ist eine ehrliche Antwort.

## convenience, wenn auf der Seite etwas nicht zu gehen scheint: Hilfe, und nichts zu kaufen.

convenience-trouble-soft-1 =
    .headline = Geht etwas nicht?
    .body = Diese Seite hat wohl nicht getan, was Sie wollten. Hier finden Sie Hilfe.
convenience-trouble-soft-2 =
    .headline = Können wir helfen?
    .body = Wenn hier etwas nicht so geht, wie es soll, kann hier jemand nachsehen.
convenience-trouble-soft-3 =
    .headline = Das hätte gehen sollen
    .body = Manchmal hängt eine Seite. Hilfe ist einen Tipp entfernt, und ein neuer Versuch später auch.

incentive-price-soft-1 =
    .headline = Etwas weniger zu zahlen
    .body = Mit dem Code hier unten kostet eine Bestellung ab { $least } genau { $amount } weniger.
incentive-price-soft-2 =
    .headline = Ein Code für Ihren Warenkorb
    .body = Er nimmt { $amount } von einer Bestellung ab { $least }. Ob Sie ihn nutzen, entscheiden Sie.
incentive-price-soft-3 =
    .headline = Falls es Ihnen hilft
    .body = Mit diesem Code kostet Ihre Bestellung ab { $least } um { $amount } weniger.
incentive-price-plain-1 =
    .headline = { $amount } weniger mit Code
    .body = Geben Sie ihn an der Kasse ein. Er gilt einmal, für eine Bestellung ab { $least }.
incentive-price-plain-2 =
    .headline = Ein Code für diesen Korb
    .body = Er nimmt einmal { $amount } von einer Bestellung ab { $least }.
incentive-price-plain-3 =
    .headline = { $amount } weniger zu zahlen
    .body = Mit dem Code hier unten, ab { $least }. Er gilt einmal.
incentive-price-direct-1 =
    .headline = { $amount } weniger zahlen
    .body = Dieser Code gilt einmal an der Kasse, für eine Bestellung ab { $least }.
incentive-price-direct-2 =
    .headline = { $amount } weniger, einmal
    .body = Geben Sie den Code an der Kasse ein; er gilt für eine Bestellung ab { $least }.
incentive-price-direct-3 =
    .headline = Ein Code über { $amount }
    .body = Er gilt einmal, für eine Bestellung ab { $least }.
