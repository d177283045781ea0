# drafted

## Una frase sin título propio va con cada título de su tema. El producto va siempre entre comillas o en cabeza:
## no se conoce su género ni su número.

## reassure, tras mirar largo rato: debajo siguen los textos de la propia tienda.

reassure-doubt-head-1 = Visto de cerca
reassure-doubt-head-2 = Unas palabras más
reassure-doubt-head-3 = Bueno es saberlo
reassure-doubt-head-4 = { $product } de cerca
reassure-doubt-head-5 = Sobre «{ $product }»

reassure-doubt-soft-1 = Algo para hacerse una idea, cuando le venga bien leerlo.
reassure-doubt-soft-2 = Si tiene alguna duda, esto puede ayudar. Si no, disfrute mirando.
reassure-doubt-soft-3 = Hemos reunido unas palabras sobre «{ $product }», para cuando le venga bien.

reassure-doubt-plain-1 = Esto es lo que podemos contarle, con sencillez y sin rodeos.
reassure-doubt-plain-2 = ¿Alguna pregunta? Quizá la respuesta esté justo debajo.
reassure-doubt-plain-3 = Esto es lo que podemos contarle de «{ $product }», con palabras sencillas.

reassure-doubt-direct-1 = Está mirando con atención, y es una buena manera de elegir. Esto es lo que hay que saber.
reassure-doubt-direct-2 = Una buena pregunta merece una respuesta clara. Esta es la que querríamos leer nosotros.
reassure-doubt-direct-3 = ¿Sigue pensando en «{ $product }»? Esto es lo que puede esperar, dicho claro.

## reassure, tras ver un precio y apartarse: el valor y la calidad, nunca el precio mismo.

reassure-price-head-1 = Lo que hay detrás
reassure-price-head-2 = La calidad, dicha claro
reassure-price-head-3 = Lo que vale
reassure-price-head-4 = { $product } en detalle
reassure-price-head-5 = Detrás de «{ $product }»

reassure-price-soft-1 = Un precio solo dice poco. Aquí está lo que hay detrás de este.
reassure-price-soft-2 = El valor se nota en cómo está hecho y en el uso. Aquí van unas palabras sobre ambas cosas.
reassure-price-soft-3 = Quizá se pregunte qué hay en «{ $product }». Aquí va una respuesta sincera.

reassure-price-plain-1 = Esto explica el precio, con palabras sencillas.
reassure-price-plain-2 = Esto es lo que se recibe por ese precio, sin adornos.
reassure-price-plain-3 = Esto es lo que se recibe con «{ $product }», sin adornos.

reassure-price-direct-1 = ¿Vale la pena? Solo usted puede decirlo. Esto puede ayudarle a verlo.
reassure-price-direct-2 = Un precio se juzga mejor cuando se sabe qué contiene. Aquí está, dicho claro.
reassure-price-direct-3 = ¿Vale la pena «{ $product }»? Júzguelo usted. Aquí tiene con qué.

## remind, al volver: el producto de la visita anterior.

remind-return_visit-head-1 = Qué bien verle de nuevo
remind-return_visit-head-2 = Donde lo dejó
remind-return_visit-head-3 = Por aquí iba
remind-return_visit-head-4 = ¿Otra mirada a { $product }?
remind-return_visit-head-5 = Volver a «{ $product }»

remind-return_visit-soft-1 = La página que miró está ahí, por si le apetece volver.
remind-return_visit-soft-2 = Puede seguir por donde iba, o simplemente dar una vuelta.
remind-return_visit-soft-3 = Si piensa de nuevo en «{ $product }», la página está ahí cuando quiera.

remind-return_visit-plain-1 = Lo que miró en una visita anterior está a un clic de aquí.
remind-return_visit-plain-2 = La página de su visita anterior está ahí, si quiere volver a verla.
remind-return_visit-plain-3 = Miró «{ $product }» en una visita anterior. Un clic le lleva de vuelta.

remind-return_visit-direct-1 = Empezó a mirar algo en una visita anterior. Siga por ahí con un clic.
remind-return_visit-direct-2 = Siga por donde iba: la página está a un clic de aquí.
remind-return_visit-direct-3 = Siga con «{ $product }»: la página está a un clic de aquí.

## remind, de algo empezado y sin terminar: una reserva, un formulario, una configuración.

remind-goal_left-head-1 = Aún sin terminar
remind-goal_left-head-2 = Donde lo dejó
remind-goal_left-head-3 = ¿Seguimos por aquí?
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = ¿Seguir con «{ $goal }»?

remind-goal_left-soft-1 = Empezó algo aquí. La página está ahí cuando quiera.
remind-goal_left-soft-2 = Si algún día quiere continuar, todo está a un clic de aquí.
remind-goal_left-soft-3 = Hizo una pausa en «{ $step }». La página está ahí cuando quiera.
remind-goal_left-soft-4 = Empezó «{ $goal }». La página está ahí cuando quiera.

remind-goal_left-plain-1 = Empezó algo aquí y luego miró otra cosa. Un clic le lleva de vuelta.
remind-goal_left-plain-2 = El camino de vuelta es un clic, ahora o más tarde.
remind-goal_left-plain-3 = Iba por «{ $step }». Un clic le lleva de vuelta, ahora o más tarde.
remind-goal_left-plain-4 = Empezó «{ $goal }» y luego miró otra cosa. Un clic le lleva de vuelta.

remind-goal_left-direct-1 = Dejó algo a medio camino. Con un clic vuelve a estar ahí.
remind-goal_left-direct-2 = Siga por donde iba: la página está a un clic de aquí.
remind-goal_left-direct-3 = Iba por «{ $step }». Siga desde ahí con un clic.
remind-goal_left-direct-4 = Siga con «{ $goal }» por donde iba, con un clic.

## resurface cart: lo que se puso en el carrito en una visita anterior.

resurface_cart-return_visit-head-1 = Su carrito sigue aquí
resurface_cart-return_visit-head-2 = Qué bien verle de nuevo
resurface_cart-return_visit-head-3 = Hemos guardado su carrito
resurface_cart-return_visit-head-4 = { $product } en el carrito

resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo eligió. Ahí está para cuando quiera.
       *[other] Hay { $count } artículos en el carrito, tal como los eligió. Ahí están para cuando quiera.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Hay en el carrito un artículo de su visita anterior. Puede volver a él, o dar antes una vuelta.
       *[other] Hay en el carrito { $count } artículos de su visita anterior. Puede volver a ellos, o dar antes una vuelta.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] «{ $product }» sigue en el carrito. Ahí está para cuando quiera.
       *[other] «{ $product }» y lo demás, { $count } artículos, siguen ahí para cuando quiera.
    }

resurface_cart-return_visit-plain-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo eligió. Un clic le lleva de vuelta.
       *[other] Hay { $count } artículos en el carrito, tal como los eligió. Un clic le lleva de vuelta.
    }
resurface_cart-return_visit-plain-2 =
    { $count ->
        [one] Un artículo, { $total } a día de hoy. Puede seguir cuando quiera.
       *[other] { $count } artículos, { $total } a día de hoy. Puede seguir cuando quiera.
    }
resurface_cart-return_visit-plain-3 =
    { $count ->
        [one] Su carrito guarda un artículo de una visita anterior. Puede seguir desde ahí.
       *[other] Su carrito guarda { $count } artículos de una visita anterior. Puede seguir desde ahí.
    }
resurface_cart-return_visit-plain-4 =
    { $count ->
        [one] «{ $product }» está en su carrito desde una visita anterior. Un clic le lleva de vuelta.
       *[other] Hay { $count } artículos en su carrito, entre ellos «{ $product }». Un clic le lleva de vuelta.
    }

resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Hay un artículo en el carrito. Siga por donde iba, con un clic.
       *[other] Hay { $count } artículos en el carrito. Siga por donde iba, con un clic.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Siga con su artículo: el carrito está a un clic de aquí.
       *[other] Siga con sus { $count } artículos: el carrito está a un clic de aquí.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] «{ $product }» sigue en el carrito. Continúe por donde iba, con un clic.
       *[other] «{ $product }» y lo demás, { $count } artículos, siguen en el carrito. Continúe con un clic.
    }

## remind, del carrito tal como está: nadie lo ha tocado desde hace un rato.

remind-idle_cart-head-1 = Su carrito sigue aquí
remind-idle_cart-head-2 = Donde lo dejó
remind-idle_cart-head-3 = En su carrito
remind-idle_cart-head-4 = { $product } en el carrito

remind-idle_cart-soft-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo eligió. Ahí está para cuando quiera.
       *[other] Hay { $count } artículos en el carrito, tal como los eligió. Ahí están para cuando quiera.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Hay un artículo en el carrito. Siga mirando con calma, o vaya cuando le venga bien.
       *[other] Hay { $count } artículos en el carrito. Siga mirando con calma, o vaya cuando le venga bien.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] «{ $product }» está en el carrito. Ahí sigue para cuando quiera.
       *[other] «{ $product }» y lo demás, { $count } artículos, están ahí para cuando quiera.
    }

remind-idle_cart-plain-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo eligió. Un clic le lleva hasta ahí, ahora o más tarde.
       *[other] Hay { $count } artículos en el carrito, tal como los eligió. Un clic le lleva hasta ahí, ahora o más tarde.
    }
remind-idle_cart-plain-2 =
    { $count ->
        [one] Puso un artículo en el carrito hace un rato. Está a un clic de aquí.
       *[other] Puso { $count } artículos en el carrito hace un rato. Están a un clic de aquí.
    }
remind-idle_cart-plain-3 =
    { $count ->
        [one] «{ $product }» está en el carrito desde hace un rato, a un clic de aquí.
       *[other] «{ $product }» y lo demás, { $count } artículos, están donde los puso, a un clic de aquí.
    }

remind-idle_cart-direct-1 =
    { $count ->
        [one] Hay un artículo en el carrito desde hace un rato. Vaya con un clic.
       *[other] Hay { $count } artículos en el carrito desde hace un rato. Vaya con un clic.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Siga con el artículo que eligió: el carrito está a un clic de aquí.
       *[other] Siga con los { $count } artículos que eligió: el carrito está a un clic de aquí.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] «{ $product }» está en el carrito desde hace un rato. Vaya con un clic.
       *[other] Hay { $count } artículos en el carrito, entre ellos «{ $product }». Vaya con un clic.
    }

## reassure, mientras se comparan varias cosas.

reassure-comparing-head-1 = ¿Cuál le conviene?
reassure-comparing-head-2 = Lado a lado
reassure-comparing-head-3 = En qué se distinguen
reassure-comparing-head-4 = { $product } y los demás
reassure-comparing-head-5 = ¿Y «{ $product }»?

reassure-comparing-soft-1 = Varios se parecen. Esto puede ayudar a distinguirlos, si quiere.
reassure-comparing-soft-2 = Unas palabras sobre lo que cambia de uno a otro, para cuando le venga bien.
reassure-comparing-soft-3 = Unas palabras sobre lo propio de «{ $product }», para cuando le venga bien.

reassure-comparing-plain-1 = Se elige mejor sabiendo qué cambia de uno a otro. Esto es lo que sabemos.
reassure-comparing-plain-2 = Esto es lo que este tiene de particular, con palabras sencillas.
reassure-comparing-plain-3 = Esto es lo que «{ $product }» tiene de particular, con palabras sencillas.

reassure-comparing-direct-1 = Ha mirado varios que se parecen. Aquí tiene con qué distinguirlos.
reassure-comparing-direct-2 = Aquí está, dicho claro, lo que este hace bien. Compárelo con los demás.
reassure-comparing-direct-3 = Aquí está, dicho claro, lo que «{ $product }» hace bien. Compare usted.

## reassure, cuando la duda es sobre la tienda: debajo sigue lo que la propia tienda dice de esa pregunta.

reassure-delivery-head-1 = Cómo llega a su casa
reassure-delivery-head-2 = Sobre el envío
reassure-delivery-head-3 = De aquí hasta su puerta
reassure-delivery-soft-1 = Quizá se pregunte cómo llega. Aquí van unas palabras sobre ello.
reassure-delivery-soft-2 = Todo lo que podemos decir está justo debajo, para cuando le venga bien.
reassure-delivery-plain-1 = Esto es lo que ocurre entre el pedido y su puerta, con palabras sencillas.
reassure-delivery-plain-2 = Estas son las palabras por las que nos guiamos nosotros mismos.
reassure-delivery-direct-1 = Una pregunta clara merece una respuesta clara. Esta es la nuestra.
reassure-delivery-direct-2 = Lo que podemos decir del envío se lee aquí, antes de decidir nada.

reassure-trust-head-1 = Por si cambia de idea
reassure-trust-head-2 = Bueno es saberlo
reassure-trust-head-3 = Nuestra forma de trabajar
reassure-trust-soft-1 = ¿Qué pasa después? Aquí van unas palabras sobre ello, para cuando le venga bien.
reassure-trust-soft-2 = Quizá se pregunte con quién trata. Así es como trabajamos.
reassure-trust-plain-1 = Así lo hacemos, con las palabras por las que nos guiamos.
reassure-trust-plain-2 = Es una pregunta razonable. Esta es nuestra respuesta, con palabras sencillas.
reassure-trust-direct-1 = Se elige con más calma sabiendo qué viene después. Así es aquí.
reassure-trust-direct-2 = Así procedemos, dicho claro.

reassure-payment-head-1 = Sobre el pago
reassure-payment-head-2 = Maneras de pagar
reassure-payment-head-3 = Pagar aquí
reassure-payment-soft-1 = Quizá se pregunte qué maneras hay. Aquí van unas palabras sobre ello.
reassure-payment-soft-2 = Con calma: así funciona, para cuando le venga bien leerlo.
reassure-payment-plain-1 = Así funciona el pago en esta tienda, con palabras sencillas.
reassure-payment-plain-2 = Esto es lo que podemos decir de las maneras de pagar.
reassure-payment-direct-1 = Una pregunta prudente merece una respuesta clara. Esta es la nuestra.
reassure-payment-direct-2 = Esto es, dicho claro, lo que ocurre al pagar en esta tienda.

reassure-account-head-1 = ¿Hace falta una cuenta?
reassure-account-head-2 = Sobre la cuenta
reassure-account-head-3 = Pedir, con sencillez
reassure-account-soft-1 = Quizá se pregunte si hace falta. Aquí van unas palabras sobre ello.
reassure-account-soft-2 = Esto es lo que preguntamos y por qué, para cuando le venga bien.
reassure-account-plain-1 = Es una pregunta razonable. Así funciona en esta tienda.
reassure-account-plain-2 = Esto es lo que preguntamos y por qué, con palabras sencillas.
reassure-account-direct-1 = Esta es nuestra respuesta, dicha claro, para que pueda decidir.
reassure-account-direct-2 = Lo que preguntamos tiene un motivo. Es este.

reassure-checkout-head-1 = ¿Algo no estaba claro?
reassure-checkout-head-2 = Donde lo dejó
reassure-checkout-head-3 = Pedir aquí
reassure-checkout-soft-1 = Si algo no estaba claro, esto puede ayudar. Si no, tómese su tiempo.
reassure-checkout-soft-2 = Así se hace un pedido, para cuando quiera seguir.
reassure-checkout-plain-1 = Hizo una pausa antes de pedir. Esto es lo que querríamos saber en su lugar.
reassure-checkout-plain-2 = Así se hace un pedido aquí, con palabras sencillas.
reassure-checkout-direct-1 = ¿Algo le hizo dudar por el camino? Quizá la respuesta esté aquí.
reassure-checkout-direct-2 = Así es, dicho claro, un pedido en esta tienda.

reassure-coupon-head-1 = Lo que hay detrás
reassure-coupon-head-2 = A qué se destina su dinero
reassure-coupon-head-3 = El valor, dicho claro
reassure-coupon-soft-1 = Un precio solo dice poco. Aquí está lo que hay detrás de los nuestros.
reassure-coupon-soft-2 = Quizá se pregunte qué recibe. Aquí va una respuesta sincera.
reassure-coupon-plain-1 = Esto es lo que se recibe por ese precio, sin adornos.
reassure-coupon-plain-2 = Esto es lo que hay detrás de nuestros precios, con palabras sencillas.
reassure-coupon-direct-1 = ¿Vale la pena? Solo usted puede decirlo. Aquí tiene con qué juzgar.
reassure-coupon-direct-2 = Esto es, dicho claro, lo que hay en nuestros precios.

## convenience, cuando algo parece no funcionar: ayuda, y nada que comprar.

convenience-trouble-head-1 = ¿Algo no funciona?
convenience-trouble-head-2 = ¿Podemos ayudar?
convenience-trouble-head-3 = Debería haber funcionado
convenience-trouble-soft-1 = Parece que la página no hizo lo que usted quería. Aquí encontrará ayuda.
convenience-trouble-soft-2 = A veces una página se atasca. La ayuda está a un clic, y otro intento más tarde también.
convenience-trouble-plain-1 = Si algo aquí no va como debe, podemos verlo con usted.
convenience-trouble-plain-2 = La ayuda está a un clic de aquí, si la necesita.
convenience-trouble-direct-1 = Esta página no responde como debería. La ayuda está a un clic de aquí.
convenience-trouble-direct-2 = Cuéntenos qué se ha atascado: la ayuda está a un clic de aquí.

## incentive, por un precio: lo que quita el código y desde qué importe, nada más.

incentive-price-head-1 = Un código para este carrito
incentive-price-head-2 = { $amount } menos
incentive-price-head-3 = Un poco menos

incentive-price-soft-1 = Por si ayuda: este código quita { $amount } de un pedido desde { $least }.
incentive-price-soft-2 = Con este código, un pedido desde { $least } cuesta { $amount } menos.
incentive-price-soft-3 = El código de abajo vale { $amount } en un pedido desde { $least }. Sin compromiso.

incentive-price-plain-1 = Este código quita { $amount } una vez, en un pedido desde { $least }.
incentive-price-plain-2 = Se escribe al pagar: { $amount } menos en un pedido desde { $least }.
incentive-price-plain-3 = El código de abajo sirve una vez, desde { $least }, y quita { $amount }.

incentive-price-direct-1 = Este código quita { $amount } desde { $least }. Sirve una vez.
incentive-price-direct-2 = Al pagar, una vez: { $amount } menos en un pedido desde { $least }.
incentive-price-direct-3 = { $amount } menos en un pedido desde { $least }, con el código de abajo.

## remind, se haya notado lo que se haya notado: donde estaba, a un clic.

remind-any-head-1 = Por aquí iba
remind-any-head-2 = ¿Volver ahí?
remind-any-head-3 = Otra mirada
remind-any-head-4 = ¿Volver a «{ $product }»?

remind-any-soft-1 = Si le apetece mirarlo otra vez, la página está ahí.
remind-any-soft-2 = La página está ahí para cuando quiera.
remind-any-soft-3 = Si piensa de nuevo en «{ $product }», la página está ahí.
remind-any-plain-1 = La página está a un clic de aquí, ahora o más tarde.
remind-any-plain-2 = Desde aquí se vuelve con un clic.
remind-any-plain-3 = «{ $product }» está a un clic de aquí, ahora o más tarde.
remind-any-direct-1 = Siga desde ahí: la página está a un clic de aquí.
remind-any-direct-2 = Con un clic vuelve a estar ahí.
remind-any-direct-3 = Siga con «{ $product }»: la página está a un clic de aquí.

## convenience, por cualquier otro motivo: dónde hay ayuda.

convenience-any-head-1 = ¿Podemos ayudar?
convenience-any-head-2 = ¿Alguna pregunta?
convenience-any-head-3 = La ayuda está cerca
convenience-any-soft-1 = Si tiene alguna duda, la ayuda está a un clic de aquí.
convenience-any-soft-2 = Si algo no está claro, respondemos con gusto.
convenience-any-plain-1 = La ayuda está a un clic de aquí, si la necesita.
convenience-any-plain-2 = Aquí se responden las preguntas.
convenience-any-direct-1 = Pregúntenos: la ayuda está a un clic de aquí.
convenience-any-direct-2 = ¿Algo no está claro? La ayuda está a un clic de aquí.
