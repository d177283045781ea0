# drafted

## Une phrase sans titre à elle va avec chaque titre de son sujet. Le produit est toujours entre guillemets ou en tête :
## son genre et son nombre ne sont pas connus.

## reassure, après un long regard : les textes de la boutique suivent.

reassure-doubt-head-1 = À regarder de près
reassure-doubt-head-2 = Quelques mots de plus
reassure-doubt-head-3 = Bon à savoir
reassure-doubt-head-4 = { $product } de près
reassure-doubt-head-5 = À propos de « { $product } »

reassure-doubt-soft-1 = De quoi se faire une idée, à lire quand bon vous semble.
reassure-doubt-soft-2 = Si vous vous posez une question, ceci peut aider. Sinon, bonne visite.
reassure-doubt-soft-3 = Nous avons réuni quelques mots sur « { $product } », à lire quand bon vous semble.

reassure-doubt-plain-1 = Voici ce que nous pouvons en dire, simplement et sans détour.
reassure-doubt-plain-2 = Une question en tête ? La réponse est peut-être juste en dessous.
reassure-doubt-plain-3 = Voici ce que nous pouvons dire de « { $product } », en mots simples.

reassure-doubt-direct-1 = Vous regardez de près, et c’est une bonne façon de choisir. Voici ce qu’il y a à en dire.
reassure-doubt-direct-2 = Une bonne question mérite une réponse claire. Voici celle que nous voudrions lire nous-mêmes.
reassure-doubt-direct-3 = Vous hésitez pour « { $product } » ? Voici à quoi vous attendre, en clair.

## reassure, après un prix vu puis quitté : la valeur et la qualité, jamais le prix lui-même.

reassure-price-head-1 = Ce qu’il y a derrière
reassure-price-head-2 = La qualité, en clair
reassure-price-head-3 = Ce que cela vaut
reassure-price-head-4 = { $product }, en détail
reassure-price-head-5 = Derrière « { $product } »

reassure-price-soft-1 = Un prix seul ne dit pas grand-chose. Voici ce qui se trouve derrière celui-ci.
reassure-price-soft-2 = La valeur se voit à la fabrication et à l’usage. Voici quelques mots sur l’une et l’autre.
reassure-price-soft-3 = Peut-être vous demandez-vous ce qui fait « { $product } ». Voici une réponse honnête.

reassure-price-plain-1 = Voici ce qui explique ce prix, en mots simples.
reassure-price-plain-2 = Voici ce que l’on reçoit pour ce prix, sans rien enjoliver.
reassure-price-plain-3 = Voici ce que l’on reçoit avec « { $product } », sans rien enjoliver.

reassure-price-direct-1 = Est-ce que cela en vaut la peine ? C’est à vous de le dire. Ceci peut vous y aider.
reassure-price-direct-2 = Un prix se compare mieux quand on sait ce qu’il contient. Le voici, en clair.
reassure-price-direct-3 = « { $product } » : est-ce que cela vaut la peine ? À vous de juger. Voici de quoi le faire.

## remind, au retour : le produit de la visite précédente.

remind-return_visit-head-1 = Ravis de vous retrouver
remind-return_visit-head-2 = Là où vous en étiez
remind-return_visit-head-3 = Heureux de vous revoir
remind-return_visit-head-4 = { $product }, à revoir ?
remind-return_visit-head-5 = Revoir « { $product } » ?

remind-return_visit-soft-1 = La page que vous aviez regardée est là, si l’envie vous en prend.
remind-return_visit-soft-2 = Vous pouvez reprendre là où vous en étiez, ou simplement flâner.
remind-return_visit-soft-3 = Si vous repensez à « { $product } », la page est là, quand bon vous semble.

remind-return_visit-plain-1 = Ce que vous aviez regardé lors d’une visite précédente est à un clic d’ici.
remind-return_visit-plain-2 = La page de votre visite précédente est là, si vous voulez y revenir.
remind-return_visit-plain-3 = Vous aviez regardé « { $product } » lors d’une visite précédente. Un clic y ramène.

remind-return_visit-direct-1 = Vous aviez commencé à regarder quelque chose. Un clic vous y ramène.
remind-return_visit-direct-2 = Reprenez là où vous en étiez : la page est à un clic d’ici.
remind-return_visit-direct-3 = Reprenez avec « { $product } » : la page est à un clic d’ici.

## remind, de ce qui a été commencé sans être fini : une réservation, un formulaire, une composition.

remind-goal_left-head-1 = Pas encore terminé
remind-goal_left-head-2 = Là où vous en étiez
remind-goal_left-head-3 = Reprendre ici ?
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = Reprendre « { $goal } » ?

remind-goal_left-soft-1 = Vous aviez commencé quelque chose ici. La page est là, quand bon vous semble.
remind-goal_left-soft-2 = Si vous souhaitez continuer un jour, tout commence à un clic d’ici.
remind-goal_left-soft-3 = Vous aviez fait une pause à « { $step } ». La page est là, quand bon vous semble.
remind-goal_left-soft-4 = Vous aviez commencé « { $goal } ». La page est là, quand bon vous semble.

remind-goal_left-plain-1 = Vous aviez commencé quelque chose ici, puis regardé ailleurs. Un clic vous y ramène.
remind-goal_left-plain-2 = Le chemin du retour tient en un clic, maintenant ou plus tard.
remind-goal_left-plain-3 = Vous en étiez à « { $step } ». Un clic vous y ramène, maintenant ou plus tard.
remind-goal_left-plain-4 = Vous aviez commencé « { $goal } », puis regardé ailleurs. Un clic vous y ramène.

remind-goal_left-direct-1 = Vous avez laissé quelque chose en chemin. Un clic, et vous y êtes de nouveau.
remind-goal_left-direct-2 = Reprenez là où vous en étiez : la page est à un clic d’ici.
remind-goal_left-direct-3 = Vous étiez à « { $step } ». Reprenez là, en un clic.
remind-goal_left-direct-4 = Reprenez « { $goal } » là où vous en étiez, en un clic.

## resurface cart : ce qui avait été mis au panier lors d’une visite précédente.

resurface_cart-return_visit-head-1 = Votre panier est toujours là
resurface_cart-return_visit-head-2 = Ravis de vous retrouver
resurface_cart-return_visit-head-3 = Nous avons gardé votre panier
resurface_cart-return_visit-head-4 = { $product } au panier

resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Un article est au panier, tel que vous l’aviez choisi. Il est là quand bon vous semble.
       *[other] { $count } articles sont au panier, tels que vous les aviez choisis. Ils sont là quand bon vous semble.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Un article de votre visite précédente est au panier. Vous pouvez y revenir, ou flâner d’abord.
       *[other] { $count } articles de votre visite précédente sont au panier. Vous pouvez y revenir, ou flâner d’abord.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] « { $product } » est au panier toujours. C’est là quand bon vous semble.
       *[other] « { $product } » et le reste, { $count } articles, sont au panier. C’est là quand bon vous semble.
    }

resurface_cart-return_visit-plain-1 =
    { $count ->
        [one] Un article est au panier, tel que vous l’aviez choisi. Un clic vous y ramène.
       *[other] { $count } articles sont au panier, tels que vous les aviez choisis. Un clic vous y ramène.
    }
resurface_cart-return_visit-plain-2 =
    { $count ->
        [one] Un article, { $total } à ce jour. Vous pouvez reprendre quand bon vous semble.
       *[other] { $count } articles, { $total } à ce jour. Vous pouvez reprendre quand bon vous semble.
    }
resurface_cart-return_visit-plain-3 =
    { $count ->
        [one] Votre panier contient un article d’une visite précédente. Vous pouvez reprendre de là.
       *[other] Votre panier contient { $count } articles d’une visite précédente. Vous pouvez reprendre de là.
    }
resurface_cart-return_visit-plain-4 =
    { $count ->
        [one] « { $product } » est dans votre panier depuis une visite précédente. Un clic vous y ramène.
       *[other] { $count } articles sont dans votre panier, dont « { $product } ». Un clic vous y ramène.
    }

resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Un article est au panier encore. Reprenez là où vous en étiez, en un clic.
       *[other] { $count } articles sont au panier encore. Reprenez là où vous en étiez, en un clic.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Reprenez votre panier avec son article : il est à un clic d’ici.
       *[other] Reprenez votre panier avec ses { $count } articles : il est à un clic d’ici.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] « { $product } » est au panier encore. Reprenez là où vous en étiez, en un clic.
       *[other] « { $product } » est au panier encore, { $count } articles en tout. Reprenez en un clic.
    }

## remind, du panier tel qu’il est : personne n’y a touché depuis un moment.

remind-idle_cart-head-1 = Votre panier est toujours là
remind-idle_cart-head-2 = Là où vous en étiez
remind-idle_cart-head-3 = Toujours dans votre panier
remind-idle_cart-head-4 = { $product } au panier

remind-idle_cart-soft-1 =
    { $count ->
        [one] Un article est au panier, tel que vous l’avez choisi. Il est là quand bon vous semble.
       *[other] { $count } articles sont au panier, tels que vous les avez choisis. Ils sont là quand bon vous semble.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Un article est au panier. Continuez à flâner tranquillement, ou allez-y quand bon vous semble.
       *[other] { $count } articles sont au panier. Continuez à flâner tranquillement, ou allez-y quand bon vous semble.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] « { $product } » est au panier. C’est là quand bon vous semble.
       *[other] « { $product } » et le reste, { $count } articles, sont au panier, quand bon vous semble.
    }

remind-idle_cart-plain-1 =
    { $count ->
        [one] Un article est au panier, tel que vous l’avez choisi. Un clic y mène, maintenant ou plus tard.
       *[other] { $count } articles sont au panier, tels que vous les avez choisis. Un clic y mène, maintenant ou plus tard.
    }
remind-idle_cart-plain-2 =
    { $count ->
        [one] Vous avez mis un article au panier il y a un moment. Un clic y mène.
       *[other] Vous avez mis { $count } articles au panier il y a un moment. Un clic y mène.
    }
remind-idle_cart-plain-3 =
    { $count ->
        [one] « { $product } » est au panier depuis un moment. Un clic y mène.
       *[other] « { $product } » et le reste, { $count } articles, sont là où vous les avez mis. Un clic y mène.
    }

remind-idle_cart-direct-1 =
    { $count ->
        [one] Un article est au panier depuis un moment. Allez-y en un clic.
       *[other] { $count } articles sont au panier depuis un moment. Allez-y en un clic.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Continuez avec l’article que vous avez choisi : le panier est à un clic d’ici.
       *[other] Continuez avec les { $count } articles que vous avez choisis : le panier est à un clic d’ici.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] « { $product } » est au panier depuis un moment. Allez-y en un clic.
       *[other] { $count } articles sont au panier depuis un moment, dont « { $product } ». Allez-y en un clic.
    }

## reassure, pendant que plusieurs choses sont comparées.

reassure-comparing-head-1 = Lequel convient ?
reassure-comparing-head-2 = Côte à côte
reassure-comparing-head-3 = Ce qui les distingue
reassure-comparing-head-4 = { $product } et les autres
reassure-comparing-head-5 = Et « { $product } » ?

reassure-comparing-soft-1 = Plusieurs se ressemblent. Ceci peut aider à les distinguer, si vous le souhaitez.
reassure-comparing-soft-2 = Quelques mots sur ce qui change de l’un à l’autre, à lire quand bon vous semble.
reassure-comparing-soft-3 = Voici quelques mots sur ce qui est propre à « { $product } », à lire quand bon vous semble.

reassure-comparing-plain-1 = On choisit mieux quand on sait ce qui change de l’un à l’autre. Voici ce que nous en savons.
reassure-comparing-plain-2 = Voici ce que celui-ci a de particulier, en mots simples.
reassure-comparing-plain-3 = Voici ce que « { $product } » a de particulier, en mots simples.

reassure-comparing-direct-1 = Vous en avez regardé plusieurs qui se ressemblent. Voici de quoi les départager.
reassure-comparing-direct-2 = Voici en clair ce que celui-ci fait bien. À vous de le comparer aux autres.
reassure-comparing-direct-3 = Voici en clair ce que « { $product } » fait bien. À vous de comparer.

## reassure, quand le doute porte sur la boutique : dessous, ce que la boutique répond elle-même à cette question.

reassure-delivery-head-1 = Comment cela arrive chez vous
reassure-delivery-head-2 = À propos de l’envoi
reassure-delivery-head-3 = De chez nous à chez vous
reassure-delivery-soft-1 = Peut-être vous demandez-vous comment cela arrive. Voici quelques mots là-dessus.
reassure-delivery-soft-2 = Tout ce que nous pouvons en dire est juste en dessous, à lire quand bon vous semble.
reassure-delivery-plain-1 = Voici, en mots simples, ce qui se passe entre la commande et votre porte.
reassure-delivery-plain-2 = Voici ce à quoi nous nous tenons nous-mêmes, mot pour mot.
reassure-delivery-direct-1 = Une question claire mérite une réponse claire. Voici la nôtre.
reassure-delivery-direct-2 = Ce que nous pouvons dire de l’envoi se lit ici, avant toute décision.

reassure-trust-head-1 = Si vous changez d’avis
reassure-trust-head-2 = Bon à savoir
reassure-trust-head-3 = Notre façon de faire
reassure-trust-soft-1 = Que se passe-t-il après ? Voici quelques mots là-dessus, à lire quand bon vous semble.
reassure-trust-soft-2 = Peut-être vous demandez-vous à qui vous avez affaire. Voici comment nous travaillons.
reassure-trust-plain-1 = Voici comment nous faisons, dans les mots auxquels nous nous tenons.
reassure-trust-plain-2 = La question est légitime. Voici notre réponse, en mots simples.
reassure-trust-direct-1 = On choisit plus sereinement en sachant ce qui suit. Voici ce qu’il en est.
reassure-trust-direct-2 = Voici comment nous procédons, en clair.

reassure-payment-head-1 = À propos du paiement
reassure-payment-head-2 = Les façons de payer
reassure-payment-head-3 = Payer ici
reassure-payment-soft-1 = Peut-être vous demandez-vous quels moyens il y a. Voici quelques mots là-dessus.
reassure-payment-soft-2 = Prudence bien comprise : voici comment cela se passe, à lire quand bon vous semble.
reassure-payment-plain-1 = Voici comment le paiement se passe ici, en mots simples.
reassure-payment-plain-2 = Voici ce que nous pouvons dire des moyens proposés.
reassure-payment-direct-1 = Une question prudente mérite une réponse claire. Voici la nôtre.
reassure-payment-direct-2 = Voici en clair ce qui se passe quand on paie dans cette boutique.

reassure-account-head-1 = Faut-il un compte ?
reassure-account-head-2 = À propos du compte
reassure-account-head-3 = Commander, simplement
reassure-account-soft-1 = Peut-être vous demandez-vous s’il en faut un. Voici quelques mots là-dessus.
reassure-account-soft-2 = Voici ce que nous demandons et pourquoi, à lire quand bon vous semble.
reassure-account-plain-1 = La question est légitime. Voici comment cela se passe dans cette boutique.
reassure-account-plain-2 = Voici ce que nous demandons et pourquoi, en mots simples.
reassure-account-direct-1 = Voici notre réponse, en clair, pour que vous puissiez décider vous-même.
reassure-account-direct-2 = Ce que nous demandons a une raison. La voici.

reassure-checkout-head-1 = Un point à éclaircir ?
reassure-checkout-head-2 = Là où vous en étiez
reassure-checkout-head-3 = Commander ici
reassure-checkout-soft-1 = Si quelque chose n’était pas clair, ceci peut aider. Sinon, prenez votre temps.
reassure-checkout-soft-2 = Voici comment la commande se passe, pour quand vous voudrez reprendre.
reassure-checkout-plain-1 = Vous avez fait une pause avant de commander. Voici ce que nous voudrions savoir à votre place.
reassure-checkout-plain-2 = Voici, en mots simples, comment se passe une commande.
reassure-checkout-direct-1 = Quelque chose vous a fait hésiter en chemin ? La réponse est peut-être ici.
reassure-checkout-direct-2 = Voici en clair comment se passe une commande ici.

reassure-coupon-head-1 = Ce qu’il y a derrière
reassure-coupon-head-2 = Ce que votre argent permet
reassure-coupon-head-3 = La valeur, en clair
reassure-coupon-soft-1 = Un prix seul ne dit pas grand-chose. Voici ce qui se trouve derrière les nôtres.
reassure-coupon-soft-2 = Peut-être vous demandez-vous ce que vous recevez. Voici une réponse honnête.
reassure-coupon-plain-1 = Voici ce que l’on reçoit pour ce prix, sans rien enjoliver.
reassure-coupon-plain-2 = Voici ce qui se trouve derrière nos prix, en mots simples.
reassure-coupon-direct-1 = Est-ce que cela en vaut la peine ? C’est à vous de le dire. Voici de quoi juger.
reassure-coupon-direct-2 = Voici en clair à quoi va votre argent.

## convenience, quand quelque chose ne semble pas marcher : de l’aide, et rien à acheter.

convenience-trouble-head-1 = Quelque chose bloque ?
convenience-trouble-head-2 = Pouvons-nous aider ?
convenience-trouble-head-3 = Cela aurait dû marcher
convenience-trouble-soft-1 = La page n’a pas l’air d’avoir fait ce que vous vouliez. Voici où trouver de l’aide.
convenience-trouble-soft-2 = Parfois une page se bloque. L’aide est à un clic d’ici, et un nouvel essai plus tard aussi.
convenience-trouble-plain-1 = Si quelque chose ici ne marche pas comme il faut, on peut regarder cela avec vous.
convenience-trouble-plain-2 = L’aide est à un clic d’ici, si vous en avez besoin.
convenience-trouble-direct-1 = Cette page ne répond pas comme elle devrait. L’aide est à un clic d’ici.
convenience-trouble-direct-2 = Dites-nous ce qui bloque : l’aide est à un clic d’ici.

## incentive, pour un prix : ce que le code retire et à partir de quel montant, rien de plus.

incentive-price-head-1 = Un code pour ce panier
incentive-price-head-2 = { $amount } de moins
incentive-price-head-3 = Un peu moins cher

incentive-price-soft-1 = Si cela aide : ce code retire { $amount } d’une commande à partir de { $least }.
incentive-price-soft-2 = Le code ci-dessous vaut { $amount }, à partir de { $least } d’achats. À prendre ou à laisser.
incentive-price-soft-3 = Avec ce code, une commande à partir de { $least } coûte { $amount } de moins.

incentive-price-plain-1 = Ce code retire une fois { $amount } d’une commande à partir de { $least }.
incentive-price-plain-2 = À saisir au moment de payer : { $amount } de moins, à partir de { $least } d’achats.
incentive-price-plain-3 = Le code ci-dessous sert une fois, à partir de { $least }, et retire { $amount }.

incentive-price-direct-1 = Ce code retire { $amount } à partir de { $least } d’achats. Il sert une fois.
incentive-price-direct-2 = À saisir au moment de payer, une fois : { $amount } de moins à partir de { $least }.
incentive-price-direct-3 = { $amount } de moins à partir de { $least } d’achats, avec le code ci-dessous.

## remind, quoi que l’on ait remarqué d’autre : là où c’était, à un clic.

remind-any-head-1 = Là où vous en étiez
remind-any-head-2 = Y revenir ?
remind-any-head-3 = Un autre regard
remind-any-head-4 = Revoir « { $product } » ?

remind-any-soft-1 = Si l’envie vous prend d’y revenir, la page est là.
remind-any-soft-2 = La page est là, quand bon vous semble.
remind-any-soft-3 = Si vous repensez à « { $product } », la page est là.
remind-any-plain-1 = La page est à un clic d’ici, maintenant ou plus tard.
remind-any-plain-2 = On peut y revenir d’ici, en un clic.
remind-any-plain-3 = « { $product } » est à un clic d’ici, maintenant ou plus tard.
remind-any-direct-1 = Reprenez là : la page est à un clic d’ici.
remind-any-direct-2 = Un clic, et vous y êtes de nouveau.
remind-any-direct-3 = Reprenez avec « { $product } » : la page est à un clic d’ici.

## convenience, pour toute autre raison : où trouver de l’aide.

convenience-any-head-1 = Pouvons-nous aider ?
convenience-any-head-2 = Une question ?
convenience-any-head-3 = De l’aide, tout près
convenience-any-soft-1 = Si vous vous posez une question, l’aide est à un clic d’ici.
convenience-any-soft-2 = Si quelque chose n’est pas clair, nous répondons volontiers.
convenience-any-plain-1 = L’aide est à un clic d’ici, si vous en avez besoin.
convenience-any-plain-2 = C’est ici que l’on répond aux questions.
convenience-any-direct-1 = Posez-nous la question : l’aide est à un clic d’ici.
convenience-any-direct-2 = Quelque chose n’est pas clair ? L’aide est à un clic d’ici.
