# drafted

## Etiquetas. Breves, tranquilas, válidas para todo producto, todo carrito, todo formulario.

action-back-to-cart = Ver el carrito
action-refill = Volver a ponerlo
action-resume = Seguir
action-see-product = Volver a verlo
action-see-help = Buscar ayuda
action-dismiss = Ahora no
quiet-page = Silencio en esta página
action-close = Cerrar

## Dónde está algo empezado.

step = Pausa en «{ $step }»

## Una frase bajo «¿Por qué veo esto?». Las formas posteriores saben más y valen en cuanto se conocen sus datos.

why-dwell = Ha pasado un rato con este producto.
    .product = Ha pasado un rato con «{ $product }».
why-price_bounce = Vio el precio de un producto y poco después se apartó.
    .product = Vio el precio de «{ $product }» y poco después se apartó.
why-return_visit = Ya había visitado esta tienda.
    .product = Miró «{ $product }» en una visita anterior.
    .count =
        { $count ->
            [one] En una visita anterior puso un artículo en el carrito.
           *[other] En una visita anterior puso { $count } artículos en el carrito.
        }
why-goal_left = Empezó algo aquí y no lo ha terminado.
    .goal = Empezó «{ $goal }» y no ha terminado.
    .step = Empezó «{ $goal }» e hizo una pausa en «{ $step }».
why-price_check = Vio un precio y parece pensárselo.
    .product = Vio el precio de «{ $product }» y parece pensárselo.
why-comparison = Ha mirado varios productos que se parecen.
why-doubt_reading = Puso algo en el carrito y luego leyó cómo procede esta tienda.
why-coupon_seeking = Buscó un código de camino al pedido.
why-cost_shock = El total de su pedido subió por el camino, e hizo una pausa.
why-checkout_hesitation = Hizo una pausa de camino al pedido.
why-form_hesitation = Pasó un rato ante una pregunta de un formulario.
why-frustration = Hizo clic aquí varias veces y no pasó nada.
why-idle_cart = Hay algo en su carrito desde hace un rato.
why-incentive = Un programa decidió mostrar este código, porque el precio parece hacer dudar.
