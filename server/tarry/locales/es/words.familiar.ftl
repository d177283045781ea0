# drafted

## Los mismos textos, de tú.

why-dwell = Has pasado un rato con este producto.
    .product = Has pasado un rato con «{ $product }».
why-price_bounce = Viste el precio de un producto y poco después te apartaste.
    .product = Viste el precio de «{ $product }» y poco después te apartaste.
why-return_visit = Ya habías visitado esta tienda.
    .product = Miraste «{ $product }» en una visita anterior.
    .count =
        { $count ->
            [one] En una visita anterior pusiste un artículo en el carrito.
           *[other] En una visita anterior pusiste { $count } artículos en el carrito.
        }
why-goal_left = Empezaste algo aquí y no lo has terminado.
    .goal = Empezaste «{ $goal }» y no has terminado.
    .step = Empezaste «{ $goal }» e hiciste una pausa en «{ $step }».
why-price_check = Viste un precio y pareces pensártelo.
    .product = Viste el precio de «{ $product }» y pareces pensártelo.
why-comparison = Has mirado varios productos que se parecen.
why-doubt_reading = Pusiste algo en el carrito y luego leíste cómo procede esta tienda.
why-coupon_seeking = Buscaste un código de camino al pedido.
why-cost_shock = El total de tu pedido subió por el camino, e hiciste una pausa.
why-checkout_hesitation = Hiciste una pausa de camino al pedido.
why-form_hesitation = Pasaste un rato ante una pregunta de un formulario.
why-frustration = Hiciste clic aquí varias veces y no pasó nada.
why-idle_cart = Hay algo en tu carrito desde hace un rato.
