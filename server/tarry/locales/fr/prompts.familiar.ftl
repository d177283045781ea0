# drafted

## Les mêmes phrases, en disant « tu ».

reassure-doubt-soft-1 = De quoi se faire une idée, à lire quand tu veux.
reassure-doubt-soft-2 = Si tu te poses une question, ceci peut aider. Sinon, bonne visite.
reassure-doubt-soft-3 = Nous avons réuni quelques mots sur « { $product } », à lire quand tu veux.
reassure-doubt-direct-1 = Tu regardes de près, et c’est une bonne façon de choisir. Voici ce qu’il y a à en dire.
reassure-doubt-direct-3 = Tu hésites pour « { $product } » ? Voici à quoi t’attendre, en clair.
reassure-price-soft-3 = Peut-être te demandes-tu ce qui fait « { $product } ». Voici une réponse honnête.
reassure-price-direct-1 = Est-ce que cela en vaut la peine ? C’est à toi de le dire. Ceci peut t’y aider.
reassure-price-direct-3 = « { $product } » : est-ce que cela vaut la peine ? À toi de juger. Voici de quoi le faire.
remind-return_visit-head-1 = Te revoilà
remind-return_visit-head-2 = Là où tu en étais
remind-return_visit-head-3 = Heureux de te revoir
remind-return_visit-soft-1 = La page que tu avais regardée est là, si l’envie t’en prend.
remind-return_visit-soft-2 = Tu peux reprendre là où tu en étais, ou simplement flâner.
remind-return_visit-soft-3 = Si tu repenses à « { $product } », la page est là, quand tu veux.
remind-return_visit-plain-1 = Ce que tu avais regardé lors d’une visite précédente est à un clic d’ici.
remind-return_visit-plain-2 = La page de ta visite précédente est là, si tu veux y revenir.
remind-return_visit-plain-3 = Tu avais regardé « { $product } » lors d’une visite précédente. Un clic y ramène.
remind-return_visit-direct-1 = Tu avais commencé à regarder quelque chose. Un clic t’y ramène.
remind-return_visit-direct-2 = Reprends là où tu en étais : la page est à un clic d’ici.
remind-return_visit-direct-3 = Reprends avec « { $product } » : la page est à un clic d’ici.
remind-goal_left-head-2 = Là où tu en étais
remind-goal_left-soft-1 = Tu avais commencé quelque chose ici. La page est là, quand tu veux.
remind-goal_left-soft-2 = Si tu veux continuer un jour, tout commence à un clic d’ici.
remind-goal_left-soft-3 = Tu avais fait une pause à « { $step } ». La page est là, quand tu veux.
remind-goal_left-soft-4 = Tu avais commencé « { $goal } ». La page est là, quand tu veux.
remind-goal_left-plain-1 = Tu avais commencé quelque chose ici, puis regardé ailleurs. Un clic t’y ramène.
remind-goal_left-plain-3 = Tu en étais à « { $step } ». Un clic t’y ramène, maintenant ou plus tard.
remind-goal_left-plain-4 = Tu avais commencé « { $goal } », puis regardé ailleurs. Un clic t’y ramène.
remind-goal_left-direct-1 = Tu as laissé quelque chose en chemin. Un clic, et tu y es de nouveau.
remind-goal_left-direct-2 = Reprends là où tu en étais : la page est à un clic d’ici.
remind-goal_left-direct-3 = Tu étais à « { $step } ». Reprends là, en un clic.
remind-goal_left-direct-4 = Reprends « { $goal } » là où tu en étais, en un clic.
resurface_cart-return_visit-head-1 = Ton panier est toujours là
resurface_cart-return_visit-head-2 = Te revoilà
resurface_cart-return_visit-head-3 = Nous avons gardé ton panier
resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Un article est au panier, tel que tu l’avais choisi. Il est là quand tu veux.
       *[other] { $count } articles sont au panier, tels que tu les avais choisis. Ils sont là quand tu veux.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Un article de ta visite précédente est au panier. Tu peux y revenir, ou flâner d’abord.
       *[other] { $count } articles de ta visite précédente sont au panier. Tu peux y revenir, ou flâner d’abord.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] « { $product } » est au panier toujours. C’est là quand tu veux.
       *[other] « { $product } » et le reste, { $count } articles, sont au panier. C’est là quand tu veux.
    }
resurface_cart-return_visit-plain-1 =
    { $count ->
        [one] Un article est au panier, tel que tu l’avais choisi. Un clic t’y ramène.
       *[other] { $count } articles sont au panier, tels que tu les avais choisis. Un clic t’y ramène.
    }
resurface_cart-return_visit-plain-2 =
    { $count ->
        [one] Un article, { $total } à ce jour. Tu peux reprendre quand tu veux.
       *[other] { $count } articles, { $total } à ce jour. Tu peux reprendre quand tu veux.
    }
resurface_cart-return_visit-plain-3 =
    { $count ->
        [one] Ton panier contient un article d’une visite précédente. Tu peux reprendre de là.
       *[other] Ton panier contient { $count } articles d’une visite précédente. Tu peux reprendre de là.
    }
resurface_cart-return_visit-plain-4 =
    { $count ->
        [one] « { $product } » est dans ton panier depuis une visite précédente. Un clic t’y ramène.
       *[other] { $count } articles sont dans ton panier, dont « { $product } ». Un clic t’y ramène.
    }
resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Un article est au panier encore. Reprends là où tu en étais, en un clic.
       *[other] { $count } articles sont au panier encore. Reprends là où tu en étais, en un clic.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Reprends ton panier avec son article : il est à un clic d’ici.
       *[other] Reprends ton panier avec ses { $count } articles : il est à un clic d’ici.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] « { $product } » est au panier encore. Reprends là où tu en étais, en un clic.
       *[other] « { $product } » est au panier encore, { $count } articles en tout. Reprends en un clic.
    }
remind-idle_cart-head-1 = Ton panier est toujours là
remind-idle_cart-head-2 = Là où tu en étais
remind-idle_cart-head-3 = Toujours dans ton panier
remind-idle_cart-soft-1 =
    { $count ->
        [one] Un article est au panier, tel que tu l’as choisi. Il est là quand tu veux.
       *[other] { $count } articles sont au panier, tels que tu les as choisis. Ils sont là quand tu veux.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Un article est au panier. Continue à flâner tranquillement, ou vas-y quand tu veux.
       *[other] { $count } articles sont au panier. Continue à flâner tranquillement, ou vas-y quand tu veux.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] « { $product } » est au panier. C’est là quand tu veux.
       *[other] « { $product } » et le reste, { $count } articles, sont au panier, quand tu veux.
    }
remind-idle_cart-plain-1 =
    { $count ->
        [one] Un article est au panier, tel que tu l’as choisi. Un clic y mène, maintenant ou plus tard.
       *[other] { $count } articles sont au panier, tels que tu les as choisis. Un clic y mène, maintenant ou plus tard.
    }
remind-idle_cart-plain-2 =
    { $count ->
        [one] Tu as mis un article au panier il y a un moment. Un clic y mène.
       *[other] Tu as mis { $count } articles au panier il y a un moment. Un clic y mène.
    }
remind-idle_cart-plain-3 =
    { $count ->
        [one] « { $product } » est au panier depuis un moment. Un clic y mène.
       *[other] « { $product } » et le reste, { $count } articles, sont là où tu les as mis. Un clic y mène.
    }
remind-idle_cart-direct-1 =
    { $count ->
        [one] Un article est au panier depuis un moment. Vas-y en un clic.
       *[other] { $count } articles sont au panier depuis un moment. Vas-y en un clic.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Continue avec l’article que tu as choisi : le panier est à un clic d’ici.
       *[other] Continue avec les { $count } articles que tu as choisis : le panier est à un clic d’ici.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] « { $product } » est au panier depuis un moment. Vas-y en un clic.
       *[other] { $count } articles sont au panier depuis un moment, dont « { $product } ». Vas-y en un clic.
    }
reassure-comparing-soft-1 = Plusieurs se ressemblent. Ceci peut aider à les distinguer, si tu le souhaites.
reassure-comparing-soft-2 = Quelques mots sur ce qui change de l’un à l’autre, à lire quand tu veux.
reassure-comparing-soft-3 = Voici quelques mots sur ce qui est propre à « { $product } », à lire quand tu veux.
reassure-comparing-direct-1 = Tu en as regardé plusieurs qui se ressemblent. Voici de quoi les départager.
reassure-comparing-direct-2 = Voici en clair ce que celui-ci fait bien. À toi de le comparer aux autres.
reassure-comparing-direct-3 = Voici en clair ce que « { $product } » fait bien. À toi de comparer.
reassure-delivery-head-1 = Comment cela arrive chez toi
reassure-delivery-head-3 = De chez nous à chez toi
reassure-delivery-soft-1 = Peut-être te demandes-tu comment cela arrive. Voici quelques mots là-dessus.
reassure-delivery-soft-2 = Tout ce que nous pouvons en dire est juste en dessous, à lire quand tu veux.
reassure-delivery-plain-1 = Voici, en mots simples, ce qui se passe entre la commande et ta porte.
reassure-trust-head-1 = Si tu changes d’avis
reassure-trust-soft-1 = Que se passe-t-il après ? Voici quelques mots là-dessus, à lire quand tu veux.
reassure-trust-soft-2 = Peut-être te demandes-tu à qui tu as affaire. Voici comment nous travaillons.
reassure-payment-soft-1 = Peut-être te demandes-tu quels moyens il y a. Voici quelques mots là-dessus.
reassure-payment-soft-2 = Prudence bien comprise : voici comment cela se passe, à lire quand tu veux.
reassure-account-soft-1 = Peut-être te demandes-tu s’il en faut un. Voici quelques mots là-dessus.
reassure-account-soft-2 = Voici ce que nous demandons et pourquoi, à lire quand tu veux.
reassure-account-direct-1 = Voici notre réponse, en clair, pour que tu puisses décider toi-même.
reassure-checkout-head-2 = Là où tu en étais
reassure-checkout-soft-1 = Si quelque chose n’était pas clair, ceci peut aider. Sinon, prends ton temps.
reassure-checkout-soft-2 = Voici comment la commande se passe, pour quand tu voudras reprendre.
reassure-checkout-plain-1 = Tu as fait une pause avant de commander. Voici ce que nous voudrions savoir à ta place.
reassure-checkout-direct-1 = Quelque chose t’a fait hésiter en chemin ? La réponse est peut-être ici.
reassure-coupon-head-2 = Ce que ton argent permet
reassure-coupon-soft-2 = Peut-être te demandes-tu ce que tu reçois. Voici une réponse honnête.
reassure-coupon-direct-1 = Est-ce que cela en vaut la peine ? C’est à toi de le dire. Voici de quoi juger.
reassure-coupon-direct-2 = Voici en clair à quoi va ton argent.
convenience-trouble-soft-1 = La page n’a pas l’air d’avoir fait ce que tu voulais. Voici où trouver de l’aide.
convenience-trouble-plain-1 = Si quelque chose ici ne marche pas comme il faut, on peut regarder cela avec toi.
convenience-trouble-plain-2 = L’aide est à un clic d’ici, si tu en as besoin.
remind-any-head-1 = Là où tu en étais
remind-any-soft-1 = Si l’envie te prend d’y revenir, la page est là.
remind-any-soft-2 = La page est là, quand tu veux.
remind-any-soft-3 = Si tu repenses à « { $product } », la page est là.
remind-any-direct-1 = Reprends là : la page est à un clic d’ici.
remind-any-direct-2 = Un clic, et tu y es de nouveau.
remind-any-direct-3 = Reprends avec « { $product } » : la page est à un clic d’ici.
convenience-any-soft-1 = Si tu te poses une question, l’aide est à un clic d’ici.
convenience-any-plain-1 = L’aide est à un clic d’ici, si tu en as besoin.
convenience-any-direct-1 = Pose-nous la question : l’aide est à un clic d’ici.
