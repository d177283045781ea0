# drafted

## Étiquettes. Courtes, calmes, justes pour tout produit, tout panier, tout formulaire.

action-back-to-cart = Voir le panier
action-refill = Remettre au panier
action-resume = Reprendre
action-see-product = Revoir
action-see-help = Trouver de l’aide
action-dismiss = Pas maintenant
quiet-page = Silence sur cette page
action-close = Fermer

## Où en est un projet.

step = Arrêt à « { $step } »

## Une phrase sous « Pourquoi ce message ? ». Les formes suivantes en savent plus et valent dès que leurs faits sont connus.

why-dwell = Vous avez passé un moment sur ce produit.
    .product = Vous avez passé un moment sur « { $product } ».
why-price_bounce = Vous avez vu le prix d’un produit, puis regardé ailleurs peu après.
    .product = Vous avez vu le prix de « { $product } », puis regardé ailleurs peu après.
why-return_visit = Vous aviez déjà visité cette boutique.
    .product = Vous aviez regardé « { $product } » lors d’une visite précédente.
    .count =
        { $count ->
            [one] Lors d’une visite précédente, vous aviez mis un article au panier.
           *[other] Lors d’une visite précédente, vous aviez mis { $count } articles au panier.
        }
why-goal_left = Vous avez commencé quelque chose ici sans le terminer.
    .goal = Vous avez commencé « { $goal } » sans terminer.
    .step = Vous avez commencé « { $goal } » et fait une pause à « { $step } ».
why-price_check = Vous avez vu un prix et semblez y réfléchir.
    .product = Vous avez vu le prix de « { $product } » et semblez y réfléchir.
why-comparison = Vous avez regardé plusieurs produits qui se ressemblent.
why-doubt_reading = Vous avez mis quelque chose au panier, puis lu comment cette boutique procède.
why-coupon_seeking = Vous avez cherché un code en allant vers la commande.
why-cost_shock = Le total de votre commande a augmenté en chemin, et vous avez fait une pause.
why-checkout_hesitation = Vous avez fait une pause en allant vers la commande.
why-form_hesitation = Vous avez passé un moment sur une question d’un formulaire.
why-frustration = Vous avez cliqué ici plusieurs fois et rien ne s’est passé.
why-idle_cart = Quelque chose est dans votre panier depuis un moment.
why-incentive = Un programme a choisi de montrer ce code, parce que le prix semble faire hésiter.
