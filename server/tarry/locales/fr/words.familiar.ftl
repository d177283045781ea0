# drafted

## Les mêmes textes, en disant « tu ».

why-dwell = Tu as passé un moment sur ce produit.
    .product = Tu as passé un moment sur « { $product } ».
why-price_bounce = Tu as vu le prix d’un produit, puis regardé ailleurs peu après.
    .product = Tu as vu le prix de « { $product } », puis regardé ailleurs peu après.
why-return_visit = Tu avais déjà visité cette boutique.
    .product = Tu avais regardé « { $product } » lors d’une visite précédente.
    .count =
        { $count ->
            [one] Lors d’une visite précédente, tu avais mis un article au panier.
           *[other] Lors d’une visite précédente, tu avais mis { $count } articles au panier.
        }
why-goal_left = Tu as commencé quelque chose ici sans le terminer.
    .goal = Tu as commencé « { $goal } » sans terminer.
    .step = Tu as commencé « { $goal } » et fait une pause à « { $step } ».
why-price_check = Tu as vu un prix et sembles y réfléchir.
    .product = Tu as vu le prix de « { $product } » et sembles y réfléchir.
why-comparison = Tu as regardé plusieurs produits qui se ressemblent.
why-doubt_reading = Tu as mis quelque chose au panier, puis lu comment cette boutique procède.
why-coupon_seeking = Tu as cherché un code en allant vers la commande.
why-cost_shock = Le total de ta commande a augmenté en chemin, et tu as fait une pause.
why-checkout_hesitation = Tu as fait une pause en allant vers la commande.
why-form_hesitation = Tu as passé un moment sur une question d’un formulaire.
why-frustration = Tu as cliqué ici plusieurs fois et rien ne s’est passé.
why-idle_cart = Quelque chose est dans ton panier depuis un moment.
