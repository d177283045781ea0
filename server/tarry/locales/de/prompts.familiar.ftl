# drafted

## Dieselben Sätze mit „du“.

reassure-doubt-direct-1 =
    .headline = { $product } aus der Nähe
    .body = Du schaust genau hin, und das ist gut so. Hier steht, was wir dir dazu sagen können.
reassure-doubt-direct-2 =
    .headline = Mehr zu „{ $product }“
    .body = Du hast dir Zeit genommen. Vielleicht hilft dir das hier beim Entscheiden, so oder so.
reassure-doubt-direct-4 =
    .headline = Gut zu wissen
    .body = Du überlegst noch bei „{ $product }“? Hier steht in klaren Worten, was dich erwartet.
reassure-doubt-direct-5 =
    .headline = Aus der Nähe betrachtet
    .body = Du schaust genau hin, und das ist gut so. Hier steht, was wir dir dazu sagen können.
reassure-doubt-direct-6 =
    .headline = Etwas zum Weiterdenken
    .body = Du hast dir Zeit genommen. Vielleicht hilft dir das hier beim Entscheiden, so oder so.
reassure-doubt-direct-7 =
    .headline = Du überlegst noch?
    .body = Gute Fragen verdienen klare Antworten. Das hier würden wir selbst wissen wollen.
reassure-doubt-soft-1 =
    .headline = Falls es dir hilft
    .body = Hier stehen ein paar Worte zu „{ $product }“, wann immer du sie brauchst.
reassure-doubt-soft-3 =
    .headline = Zu „{ $product }“
    .body = Vielleicht fragst du dich, wie es sich damit lebt. Das hier kann helfen.
reassure-doubt-soft-4 =
    .headline = Falls es dir hilft
    .body = Hier stehen ein paar Worte zu dem, was du gerade ansiehst, wann immer du sie brauchst.
reassure-doubt-soft-6 =
    .headline = Falls du dich fragst
    .body = Das hier kann helfen, sich ein Bild zu machen. Sonst: viel Freude beim Umsehen.
reassure-price-soft-3 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragst du dich, was „{ $product }“ ausmacht. Hier ist eine ehrliche Antwort.
reassure-price-soft-4 =
    .headline = Ist es das wert?
    .body = Bei „{ $product }“ kannst nur du das beantworten. Das hier macht es vielleicht etwas leichter.
reassure-price-soft-5 =
    .headline = Was dahintersteht
    .body = Ein Preis sagt für sich wenig. Hier steht, was in dem steckt, was du angesehen hast.
reassure-price-soft-6 =
    .headline = Qualität, klar gesagt
    .body = Vielleicht fragst du dich, was du für dein Geld bekommst. Hier ist eine ehrliche Antwort.
reassure-price-soft-7 =
    .headline = Ist es das wert?
    .body = Eine berechtigte Frage, die nur du beantworten kannst. Das hier macht es vielleicht etwas leichter.
remind-return_visit-plain-1 =
    .headline = Willkommen zurück
    .body = Bei deinem früheren Besuch hast du „{ $product }“ angesehen. Ein Tipp führt dich wieder hin.
remind-return_visit-plain-2 =
    .headline = Wo du warst
    .body = Du hast dir „{ $product }“ schon einmal angesehen. Die Seite ist da, wann immer es dir passt.
remind-return_visit-plain-3 =
    .headline = Noch einmal { $product }?
    .body = Du kannst dort weitermachen, wo du früher warst, oder dich einfach umsehen.
remind-return_visit-plain-4 =
    .headline = Willkommen zurück
    .body = Was du bei deinem früheren Besuch angesehen hast, ist nur einen Tipp entfernt.
remind-return_visit-plain-5 =
    .headline = Wo du warst
    .body = Die Seite, die du schon einmal angesehen hast, ist da, wann immer es dir passt.
remind-return_visit-plain-6 =
    .headline = Schön, dich wiederzusehen
    .body = Du kannst dort weitermachen, wo du früher warst, oder dich einfach umsehen.
remind-goal_left-plain-1 =
    .headline = Weiter mit „{ $goal }“?
    .body = Du warst bei „{ $step }“. Ein Tipp führt zurück, jetzt oder wann es dir passt.
remind-goal_left-plain-2 =
    .headline = { $goal }
    .body = Du hast bei „{ $step }“ unterbrochen. Wenn du weitermachen möchtest, ist die Seite da.
remind-goal_left-plain-3 =
    .headline = Auf halbem Weg
    .body = Du hast „{ $goal }“ begonnen und warst bei „{ $step }“. Du kannst jederzeit dorthin zurück.
remind-goal_left-plain-4 =
    .headline = Weiter mit „{ $goal }“?
    .body = Du hast vor einer Weile damit begonnen. Ein Tipp führt zurück, jetzt oder wann es dir passt.
remind-goal_left-plain-5 =
    .headline = { $goal }
    .body = Du hast damit begonnen und dann anderes angesehen. Wenn du weitermachen möchtest, ist die Seite da.
remind-goal_left-plain-6 =
    .headline = Noch nicht abgeschlossen
    .body = Bei „{ $goal }“ hast du unterbrochen. Du kannst jederzeit dorthin zurück.
remind-goal_left-plain-7 =
    .headline = Dort weitermachen?
    .body = Du hast hier vor einer Weile etwas begonnen. Ein Tipp führt zurück, jetzt oder wann es dir passt.
remind-goal_left-plain-8 =
    .headline = Noch nicht abgeschlossen
    .body = Du hast hier etwas begonnen und dann anderes angesehen. Wenn du weitermachen möchtest, ist die Seite da.
remind-goal_left-plain-9 =
    .headline = Wo du unterbrochen hast
    .body = Du kannst jederzeit zu dem zurück, was du begonnen hast. Es ist nur ein Tipp.
resurface_cart-return_visit-plain-1 =
    .headline = Dein Warenkorb ist noch da
    .body =
        { $count ->
            [one] „{ $product }“ ist darin, so wie du es gewählt hast. Ein Tipp führt dich zurück.
           *[other] { $count } Artikel sind darin, auch „{ $product }“. Ein Tipp führt dich zurück.
        }
resurface_cart-return_visit-plain-2 =
    .headline = Willkommen zurück
    .body =
        { $count ->
            [one] Du hast „{ $product }“ in den Warenkorb gelegt. Dort kannst du weitermachen.
           *[other] Du hast „{ $product }“ und mehr in den Warenkorb gelegt, zusammen { $count } Artikel.
        }
resurface_cart-return_visit-plain-3 =
    .headline = { $product } im Korb
    .body =
        { $count ->
            [one] Ein Artikel, derzeit { $total }. Du kannst dort weitermachen, wann es dir passt.
           *[other] { $count } Artikel, derzeit { $total }. Du kannst dort weitermachen, wann es dir passt.
        }
resurface_cart-return_visit-plain-4 =
    .headline = Dein Korb wartet in Ruhe
    .body =
        { $count ->
            [one] „{ $product }“ liegt darin, wie du es gewählt hast. Du kannst weitermachen oder dich erst umsehen.
           *[other] „{ $product }“ und mehr, { $count } Artikel, liegen darin. Du kannst weitermachen oder dich erst umsehen.
        }
resurface_cart-return_visit-plain-5 =
    .headline = Dein Warenkorb ist noch da
    .body =
        { $count ->
            [one] Ein Artikel ist darin, so wie du ihn gewählt hast. Ein Tipp führt dich zurück.
           *[other] { $count } Artikel sind darin, so wie du sie gewählt hast. Ein Tipp führt dich zurück.
        }
resurface_cart-return_visit-plain-6 =
    .headline = Willkommen zurück
    .body =
        { $count ->
            [one] In deinem Warenkorb liegt ein Artikel von einem früheren Besuch.
           *[other] In deinem Warenkorb liegen { $count } Artikel von einem früheren Besuch.
        }
resurface_cart-return_visit-plain-7 =
    .headline = Dein Korb wartet in Ruhe
    .body =
        { $count ->
            [one] Ein Artikel von deinem früheren Besuch liegt darin. Ein Tipp führt dich zurück.
           *[other] { $count } Artikel von deinem früheren Besuch liegen darin. Ein Tipp führt dich zurück.
        }
remind-idle_cart-plain-1 =
    .headline = Dein Warenkorb steht noch da
    .body =
        { $count ->
            [one] „{ $product }“ liegt darin, wie du es gewählt hast. Ein Tipp bringt dich hin, jetzt oder später.
           *[other] „{ $product }“ und mehr, { $count } Artikel, liegen darin. Ein Tipp bringt dich hin, jetzt oder später.
        }
remind-idle_cart-plain-2 =
    .headline = Wo du warst
    .body =
        { $count ->
            [one] „{ $product }“ liegt seit einer Weile im Warenkorb. Du kannst dort weitermachen, wann es dir passt.
           *[other] { $count } Artikel liegen im Warenkorb, darunter „{ $product }“. Du kannst dort weitermachen.
        }
remind-idle_cart-plain-3 =
    .headline = Bevor du weitergehst
    .body =
        { $count ->
            [one] „{ $product }“ liegt noch dort, wo du es hingelegt hast: im Warenkorb.
           *[other] „{ $product }“ und der Rest, { $count } Artikel, liegen noch im Warenkorb.
        }
remind-idle_cart-plain-4 =
    .headline = Dein Warenkorb steht noch da
    .body =
        { $count ->
            [one] Ein Artikel liegt darin, wie du ihn gewählt hast. Ein Tipp bringt dich hin, jetzt oder später.
           *[other] { $count } Artikel liegen darin, wie du sie gewählt hast. Ein Tipp bringt dich hin, jetzt oder später.
        }
remind-idle_cart-plain-5 =
    .headline = Wo du warst
    .body =
        { $count ->
            [one] Ein Artikel liegt seit einer Weile im Warenkorb. Du kannst dort weitermachen, wann es dir passt.
           *[other] { $count } Artikel liegen seit einer Weile im Warenkorb. Du kannst dort weitermachen.
        }
remind-idle_cart-plain-6 =
    .headline = Bevor du weitergehst
    .body =
        { $count ->
            [one] Ein Artikel liegt noch in deinem Warenkorb.
           *[other] { $count } Artikel liegen noch in deinem Warenkorb.
        }
reassure-comparing-direct-1 =
    .headline = Welches passt?
    .body = Du hast dir einige ähnliche angesehen. Das hier hilft, „{ $product }“ von den anderen zu unterscheiden.
reassure-comparing-direct-4 =
    .headline = Welches passt?
    .body = Du hast dir einige ähnliche angesehen. Das hier hilft beim Unterscheiden.
reassure-delivery-plain-1 =
    .headline = Wie es zu dir kommt
    .body = Was wir dazu sagen können, steht gleich darunter, in den Worten, an die wir uns selbst halten.
reassure-delivery-plain-2 =
    .headline = Von hier zu dir
    .body = Hier steht in klaren Worten, was zwischen deiner Bestellung und deiner Tür geschieht.
reassure-delivery-plain-3 =
    .headline = Zum Versand
    .body = Vielleicht fragst du dich, wie das zu dir kommt und was das heißt. Hier ist unsere Antwort.
reassure-trust-plain-3 =
    .headline = Wie wir es halten
    .body = Vielleicht fragst du dich, mit wem du es zu tun hast. Daran halten wir uns.
reassure-payment-plain-2 =
    .headline = Wege zu bezahlen
    .body = Vielleicht fragst du dich, welche Wege es gibt. Das können wir dazu sagen.
reassure-account-plain-1 =
    .headline = Zum Kundenkonto
    .body = Vielleicht fragst du dich, ob du eines brauchst. Hier ist unsere Antwort, in klaren Worten.
reassure-account-plain-2 =
    .headline = Brauchst du ein Konto?
    .body = Eine berechtigte Frage. So geht es in diesem Shop.
reassure-account-plain-3 =
    .headline = Bestellen, in klaren Worten
    .body = Hier steht, wonach wir fragen und warum. So kannst du selbst entscheiden.
reassure-checkout-plain-1 =
    .headline = Wo du warst
    .body = Du hast unterwegs zur Bestellung angehalten. War etwas unklar, hilft das hier; sonst lass dir Zeit.
reassure-checkout-plain-3 =
    .headline = So geht das Bestellen hier
    .body = In klaren Worten, für wann immer du weitermachen möchtest.
reassure-coupon-plain-1 =
    .headline = Wofür dein Geld steht
    .body = Ein Preis sagt für sich wenig. Hier steht, was hinter unserem steht.
reassure-coupon-plain-2 =
    .headline = Ist es das wert?
    .body = Eine berechtigte Frage, die nur du beantworten kannst. Vielleicht macht es das hier etwas leichter.
reassure-coupon-plain-3 =
    .headline = Was dahintersteht
    .body = Vielleicht fragst du dich, was du für dein Geld bekommst. Hier ist eine ehrliche Antwort.
convenience-trouble-soft-1 =
    .headline = Geht etwas nicht?
    .body = Diese Seite hat wohl nicht getan, was du wolltest. Hier findest du Hilfe.
incentive-price-soft-2 =
    .headline = Ein Code für deinen Korb
    .body = Er nimmt { $amount } von einer Bestellung ab { $least }. Ob du ihn nutzt, entscheidest du.
incentive-price-soft-3 =
    .headline = Falls es dir hilft
    .body = Mit diesem Code kostet deine Bestellung ab { $least } um { $amount } weniger.
incentive-price-plain-1 =
    .headline = { $amount } weniger mit Code
    .body = Gib ihn an der Kasse ein. Er gilt einmal, für eine Bestellung ab { $least }.
incentive-price-direct-2 =
    .headline = { $amount } weniger, einmal
    .body = Gib den Code an der Kasse ein; er gilt für eine Bestellung ab { $least }.
reassure-price-direct-1 = Ist es das wert? Das entscheidest du. Das hier hilft vielleicht dabei.
reassure-price-direct-3 = Ist „{ $product }“ es wert? Das entscheidest du. Das hier hilft vielleicht dabei.
reassure-comparing-soft-1 = Manches sieht sich ähnlich. Das hier hilft beim Unterscheiden, wenn du magst.
reassure-comparing-soft-2 = Ein paar Worte zu dem, was verschieden ist, wann immer du sie brauchst.
reassure-comparing-soft-3 = Ein paar Worte zu dem, was „{ $product }“ eigen ist, wann immer du sie brauchst.
remind-return_visit-head-2 = Wo du warst
remind-return_visit-head-3 = Schön, dich wiederzusehen
remind-return_visit-soft-1 = Die Seite, die du angesehen hast, ist da, falls dir danach ist.
remind-return_visit-soft-2 = Du kannst dort weitermachen, wo du warst, oder dich einfach umsehen.
remind-return_visit-soft-3 = Falls du wieder an „{ $product }“ denkst: Die Seite ist da.
remind-return_visit-direct-1 = Du hast früher schon etwas angesehen. Ein Tipp, und du bist wieder dort.
remind-return_visit-direct-2 = Mach dort weiter, wo du warst: Die Seite ist einen Tipp entfernt.
remind-goal_left-head-2 = Wo du unterbrochen hast
remind-goal_left-soft-1 = Du hast hier etwas begonnen. Die Seite ist da, wann immer es dir passt.
remind-goal_left-soft-2 = Falls du eines Tages weitermachen möchtest: Es ist nur ein Tipp.
remind-goal_left-soft-3 = Du hast bei „{ $step }“ unterbrochen. Die Seite ist da, wann immer es dir passt.
remind-goal_left-soft-4 = Du hast „{ $goal }“ begonnen. Die Seite ist da, wann immer es dir passt.
remind-goal_left-direct-1 = Du hast etwas auf halbem Weg gelassen. Ein Tipp, und du bist wieder dort.
remind-goal_left-direct-2 = Mach dort weiter, wo du unterbrochen hast: Die Seite ist einen Tipp entfernt.
remind-goal_left-direct-3 = Du warst bei „{ $step }“. Von dort geht es mit einem Tipp weiter.
remind-goal_left-direct-4 = Mit „{ $goal }“ geht es dort weiter, wo du warst, mit einem Tipp.
resurface_cart-return_visit-head-1 = Dein Warenkorb ist noch da
resurface_cart-return_visit-head-3 = Dein Korb ist aufgehoben
resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb, wie du ihn gewählt hast. Er liegt dort, bis es dir passt.
       *[other] { $count } Artikel liegen im Warenkorb, wie du sie gewählt hast, bis es dir passt.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Ein Artikel deines früheren Besuchs liegt im Warenkorb. Sieh dich ruhig erst um.
       *[other] { $count } Artikel deines früheren Besuchs liegen im Warenkorb. Sieh dich ruhig erst um.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb, bis es dir passt.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb, bis es dir passt.
    }
resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb. Mit einem Tipp machst du dort weiter.
       *[other] { $count } Artikel liegen im Warenkorb. Mit einem Tipp machst du dort weiter.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Weiter mit dem Artikel, den du gewählt hast: Der Warenkorb ist einen Tipp entfernt.
       *[other] Weiter mit den { $count } Artikeln, die du gewählt hast: Der Warenkorb ist einen Tipp entfernt.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb. Mit einem Tipp machst du dort weiter.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb. Ein Tipp führt hin.
    }
remind-idle_cart-head-1 = Dein Warenkorb steht noch da
remind-idle_cart-head-2 = Wo du warst
remind-idle_cart-head-3 = In deinem Warenkorb
remind-idle_cart-soft-1 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb, wie du ihn gewählt hast. Er liegt dort, bis es dir passt.
       *[other] { $count } Artikel liegen im Warenkorb, wie du sie gewählt hast, bis es dir passt.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Ein Artikel liegt im Warenkorb. Sieh dich in Ruhe weiter um, ganz wie du magst.
       *[other] { $count } Artikel liegen im Warenkorb. Sieh dich in Ruhe weiter um, ganz wie du magst.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] „{ $product }“ liegt im Warenkorb, bis es dir passt.
       *[other] „{ $product }“ und mehr, { $count } Artikel, liegen im Warenkorb, bis es dir passt.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Weiter mit dem Artikel, den du gewählt hast: Der Warenkorb ist einen Tipp entfernt.
       *[other] Weiter mit den { $count } Artikeln, die du gewählt hast: Der Warenkorb ist einen Tipp entfernt.
    }
reassure-delivery-head-1 = Wie es zu dir kommt
reassure-delivery-head-3 = Von hier bis zu deiner Tür
reassure-delivery-soft-1 = Vielleicht fragst du dich, wie das zu dir kommt. Hier stehen ein paar Worte dazu.
reassure-delivery-soft-2 = Was wir dazu sagen können, steht gleich darunter, wann immer du es brauchst.
reassure-delivery-direct-2 = Was wir zum Versand sagen können, liest du hier, bevor du etwas entscheidest.
reassure-trust-head-1 = Falls du es dir anders überlegst
reassure-trust-soft-1 = Was geschieht danach? Hier stehen ein paar Worte dazu, wann immer du sie brauchst.
reassure-trust-soft-2 = Vielleicht fragst du dich, mit wem du es zu tun hast. So arbeiten wir.
reassure-payment-soft-1 = Vielleicht fragst du dich, welche Wege es gibt. Hier stehen ein paar Worte dazu.
reassure-payment-soft-2 = Ganz in Ruhe: So geht es, wann immer du es lesen möchtest.
reassure-account-head-1 = Brauchst du ein Konto?
reassure-account-soft-1 = Vielleicht fragst du dich, ob du eines brauchst. Hier stehen ein paar Worte dazu.
reassure-account-soft-2 = Danach fragen wir, und darum: zum Nachlesen, wann immer du möchtest.
reassure-account-direct-1 = Das ist unsere Antwort, klar gesagt, damit du selbst entscheiden kannst.
reassure-checkout-head-2 = Wo du warst
reassure-checkout-soft-1 = War etwas unklar, hilft das hier vielleicht. Sonst lass dir Zeit.
reassure-checkout-soft-2 = So geht das Bestellen hier, für wann immer du weitermachen möchtest.
reassure-coupon-head-2 = Wofür dein Geld steht
reassure-coupon-soft-2 = Vielleicht fragst du dich, was du bekommst. Hier ist eine ehrliche Antwort.
reassure-coupon-direct-1 = Ist es das wert? Das entscheidest du. Das hier hilft vielleicht dabei.
convenience-trouble-plain-1 = Wenn hier etwas nicht so geht, wie es soll, sehen wir es uns mit dir an.
convenience-trouble-plain-2 = Hilfe ist einen Tipp entfernt, falls du sie brauchst.
convenience-trouble-direct-2 = Sag uns, was hängt: Hilfe ist einen Tipp entfernt.
remind-any-head-1 = Wo du warst
remind-any-soft-1 = Falls dir nach einem zweiten Blick ist: Die Seite ist da.
remind-any-soft-2 = Die Seite ist da, wann immer es dir passt.
remind-any-soft-3 = Falls du wieder an „{ $product }“ denkst: Die Seite ist da.
remind-any-direct-1 = Mach dort weiter: Die Seite ist einen Tipp entfernt.
remind-any-direct-2 = Ein Tipp, und du bist wieder dort.
convenience-any-soft-1 = Falls du dich etwas fragst: Hilfe ist einen Tipp entfernt.
convenience-any-soft-2 = Ist etwas unklar, frag uns gern.
convenience-any-plain-1 = Hilfe ist einen Tipp entfernt, falls du sie brauchst.
convenience-any-direct-1 = Frag uns: Hilfe ist einen Tipp entfernt.
