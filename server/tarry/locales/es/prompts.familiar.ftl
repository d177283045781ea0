# drafted

## Las mismas frases, de tú.

reassure-doubt-soft-1 = Algo para hacerse una idea, cuando te venga bien leerlo.
reassure-doubt-soft-2 = Si tienes alguna duda, esto puede ayudar. Si no, disfruta mirando.
reassure-doubt-soft-3 = Hemos reunido unas palabras sobre «{ $product }», para cuando te venga bien.
reassure-doubt-plain-1 = Esto es lo que podemos contarte, con sencillez y sin rodeos.
reassure-doubt-plain-3 = Esto es lo que podemos contarte de «{ $product }», con palabras sencillas.
reassure-doubt-direct-1 = Estás mirando con atención, y es una buena manera de elegir. Esto es lo que hay que saber.
reassure-doubt-direct-3 = ¿Sigues pensando en «{ $product }»? Esto es lo que puedes esperar, dicho claro.
reassure-price-soft-3 = Quizá te preguntes qué hay en «{ $product }». Aquí va una respuesta sincera.
reassure-price-direct-1 = ¿Vale la pena? Solo tú puedes decirlo. Esto puede ayudarte a verlo.
reassure-price-direct-3 = ¿Vale la pena «{ $product }»? Júzgalo tú. Aquí tienes con qué.
remind-return_visit-head-1 = Qué bien verte de nuevo
remind-return_visit-head-2 = Donde lo dejaste
remind-return_visit-head-3 = Por aquí ibas
remind-return_visit-soft-1 = La página que miraste está ahí, por si te apetece volver.
remind-return_visit-soft-2 = Puedes seguir por donde ibas, o simplemente dar una vuelta.
remind-return_visit-soft-3 = Si piensas de nuevo en «{ $product }», la página está ahí cuando quieras.
remind-return_visit-plain-1 = Lo que miraste en una visita anterior está a un clic de aquí.
remind-return_visit-plain-2 = La página de tu visita anterior está ahí, si quieres volver a verla.
remind-return_visit-plain-3 = Miraste «{ $product }» en una visita anterior. Un clic te lleva de vuelta.
remind-return_visit-direct-1 = Empezaste a mirar algo en una visita anterior. Sigue por ahí con un clic.
remind-return_visit-direct-2 = Sigue por donde ibas: la página está a un clic de aquí.
remind-return_visit-direct-3 = Sigue con «{ $product }»: la página está a un clic de aquí.
remind-goal_left-head-2 = Donde lo dejaste
remind-goal_left-soft-1 = Empezaste algo aquí. La página está ahí cuando quieras.
remind-goal_left-soft-2 = Si algún día quieres continuar, todo está a un clic de aquí.
remind-goal_left-soft-3 = Hiciste una pausa en «{ $step }». La página está ahí cuando quieras.
remind-goal_left-soft-4 = Empezaste «{ $goal }». La página está ahí cuando quieras.
remind-goal_left-plain-1 = Empezaste algo aquí y luego miraste otra cosa. Un clic te lleva de vuelta.
remind-goal_left-plain-3 = Ibas por «{ $step }». Un clic te lleva de vuelta, ahora o más tarde.
remind-goal_left-plain-4 = Empezaste «{ $goal }» y luego miraste otra cosa. Un clic te lleva de vuelta.
remind-goal_left-direct-1 = Dejaste algo a medio camino. Con un clic vuelves a estar ahí.
remind-goal_left-direct-2 = Sigue por donde ibas: la página está a un clic de aquí.
remind-goal_left-direct-3 = Ibas por «{ $step }». Sigue desde ahí con un clic.
remind-goal_left-direct-4 = Sigue con «{ $goal }» por donde ibas, con un clic.
resurface_cart-return_visit-head-1 = Tu carrito sigue aquí
resurface_cart-return_visit-head-2 = Qué bien verte de nuevo
resurface_cart-return_visit-head-3 = Hemos guardado tu carrito
resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo elegiste. Ahí está para cuando quieras.
       *[other] Hay { $count } artículos en el carrito, tal como los elegiste. Ahí están para cuando quieras.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] Hay en el carrito un artículo de tu visita anterior. Puedes volver a él, o dar antes una vuelta.
       *[other] Hay en el carrito { $count } artículos de tu visita anterior. Puedes volver a ellos, o dar antes una vuelta.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] «{ $product }» sigue en el carrito. Ahí está para cuando quieras.
       *[other] «{ $product }» y lo demás, { $count } artículos, siguen ahí para cuando quieras.
    }
resurface_cart-return_visit-plain-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo elegiste. Un clic te lleva de vuelta.
       *[other] Hay { $count } artículos en el carrito, tal como los elegiste. Un clic te lleva de vuelta.
    }
resurface_cart-return_visit-plain-2 =
    { $count ->
        [one] Un artículo, { $total } a día de hoy. Puedes seguir cuando quieras.
       *[other] { $count } artículos, { $total } a día de hoy. Puedes seguir cuando quieras.
    }
resurface_cart-return_visit-plain-3 =
    { $count ->
        [one] Tu carrito guarda un artículo de una visita anterior. Puedes seguir desde ahí.
       *[other] Tu carrito guarda { $count } artículos de una visita anterior. Puedes seguir desde ahí.
    }
resurface_cart-return_visit-plain-4 =
    { $count ->
        [one] «{ $product }» está en tu carrito desde una visita anterior. Un clic te lleva de vuelta.
       *[other] Hay { $count } artículos en tu carrito, entre ellos «{ $product }». Un clic te lleva de vuelta.
    }
resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] Hay un artículo en el carrito. Sigue por donde ibas, con un clic.
       *[other] Hay { $count } artículos en el carrito. Sigue por donde ibas, con un clic.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Sigue con tu artículo: el carrito está a un clic de aquí.
       *[other] Sigue con tus { $count } artículos: el carrito está a un clic de aquí.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] «{ $product }» sigue en el carrito. Continúa por donde ibas, con un clic.
       *[other] «{ $product }» y lo demás, { $count } artículos, siguen en el carrito. Continúa con un clic.
    }
remind-idle_cart-head-1 = Tu carrito sigue aquí
remind-idle_cart-head-2 = Donde lo dejaste
remind-idle_cart-head-3 = En tu carrito
remind-idle_cart-soft-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo elegiste. Ahí está para cuando quieras.
       *[other] Hay { $count } artículos en el carrito, tal como los elegiste. Ahí están para cuando quieras.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] Hay un artículo en el carrito. Sigue mirando con calma, o ve cuando te venga bien.
       *[other] Hay { $count } artículos en el carrito. Sigue mirando con calma, o ve cuando te venga bien.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] «{ $product }» está en el carrito. Ahí sigue para cuando quieras.
       *[other] «{ $product }» y lo demás, { $count } artículos, están ahí para cuando quieras.
    }
remind-idle_cart-plain-1 =
    { $count ->
        [one] Hay un artículo en el carrito, tal como lo elegiste. Un clic te lleva hasta ahí, ahora o más tarde.
       *[other] Hay { $count } artículos en el carrito, tal como los elegiste. Un clic te lleva hasta ahí, ahora o más tarde.
    }
remind-idle_cart-plain-2 =
    { $count ->
        [one] Pusiste un artículo en el carrito hace un rato. Está a un clic de aquí.
       *[other] Pusiste { $count } artículos en el carrito hace un rato. Están a un clic de aquí.
    }
remind-idle_cart-plain-3 =
    { $count ->
        [one] «{ $product }» está en el carrito desde hace un rato, a un clic de aquí.
       *[other] «{ $product }» y lo demás, { $count } artículos, están donde los pusiste, a un clic de aquí.
    }
remind-idle_cart-direct-1 =
    { $count ->
        [one] Hay un artículo en el carrito desde hace un rato. Ve con un clic.
       *[other] Hay { $count } artículos en el carrito desde hace un rato. Ve con un clic.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Sigue con el artículo que elegiste: el carrito está a un clic de aquí.
       *[other] Sigue con los { $count } artículos que elegiste: el carrito está a un clic de aquí.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] «{ $product }» está en el carrito desde hace un rato. Ve con un clic.
       *[other] Hay { $count } artículos en el carrito, entre ellos «{ $product }». Ve con un clic.
    }
reassure-comparing-head-1 = ¿Cuál te conviene?
reassure-comparing-soft-1 = Varios se parecen. Esto puede ayudar a distinguirlos, si quieres.
reassure-comparing-soft-2 = Unas palabras sobre lo que cambia de uno a otro, para cuando te venga bien.
reassure-comparing-soft-3 = Unas palabras sobre lo propio de «{ $product }», para cuando te venga bien.
reassure-comparing-direct-1 = Has mirado varios que se parecen. Aquí tienes con qué distinguirlos.
reassure-comparing-direct-2 = Aquí está, dicho claro, lo que este hace bien. Compáralo con los demás.
reassure-comparing-direct-3 = Aquí está, dicho claro, lo que «{ $product }» hace bien. Compara tú.
reassure-delivery-head-1 = Cómo llega a tu casa
reassure-delivery-head-3 = De aquí hasta tu puerta
reassure-delivery-soft-1 = Quizá te preguntes cómo llega. Aquí van unas palabras sobre ello.
reassure-delivery-soft-2 = Todo lo que podemos decir está justo debajo, para cuando te venga bien.
reassure-delivery-plain-1 = Esto es lo que ocurre entre el pedido y tu puerta, con palabras sencillas.
reassure-trust-head-1 = Por si cambias de idea
reassure-trust-soft-1 = ¿Qué pasa después? Aquí van unas palabras sobre ello, para cuando te venga bien.
reassure-trust-soft-2 = Quizá te preguntes con quién tratas. Así es como trabajamos.
reassure-payment-soft-1 = Quizá te preguntes qué maneras hay. Aquí van unas palabras sobre ello.
reassure-payment-soft-2 = Con calma: así funciona, para cuando te venga bien leerlo.
reassure-account-soft-1 = Quizá te preguntes si hace falta. Aquí van unas palabras sobre ello.
reassure-account-soft-2 = Esto es lo que preguntamos y por qué, para cuando te venga bien.
reassure-account-direct-1 = Esta es nuestra respuesta, dicha claro, para que puedas decidir.
reassure-checkout-head-2 = Donde lo dejaste
reassure-checkout-soft-1 = Si algo no estaba claro, esto puede ayudar. Si no, tómate tu tiempo.
reassure-checkout-soft-2 = Así se hace un pedido, para cuando quieras seguir.
reassure-checkout-plain-1 = Hiciste una pausa antes de pedir. Esto es lo que querríamos saber en tu lugar.
reassure-checkout-direct-1 = ¿Algo te hizo dudar por el camino? Quizá la respuesta esté aquí.
reassure-coupon-head-2 = A qué se destina tu dinero
reassure-coupon-soft-2 = Quizá te preguntes qué recibes. Aquí va una respuesta sincera.
reassure-coupon-direct-1 = ¿Vale la pena? Solo tú puedes decirlo. Aquí tienes con qué juzgar.
convenience-trouble-soft-1 = Parece que la página no hizo lo que querías. Aquí encontrarás ayuda.
convenience-trouble-plain-1 = Si algo aquí no va como debe, podemos verlo contigo.
convenience-trouble-plain-2 = La ayuda está a un clic de aquí, si la necesitas.
convenience-trouble-direct-2 = Cuéntanos qué se ha atascado: la ayuda está a un clic de aquí.
remind-any-head-1 = Por aquí ibas
remind-any-soft-1 = Si te apetece mirarlo otra vez, la página está ahí.
remind-any-soft-2 = La página está ahí para cuando quieras.
remind-any-soft-3 = Si piensas de nuevo en «{ $product }», la página está ahí.
remind-any-direct-1 = Sigue desde ahí: la página está a un clic de aquí.
remind-any-direct-2 = Con un clic vuelves a estar ahí.
remind-any-direct-3 = Sigue con «{ $product }»: la página está a un clic de aquí.
convenience-any-soft-1 = Si tienes alguna duda, la ayuda está a un clic de aquí.
convenience-any-plain-1 = La ayuda está a un clic de aquí, si la necesitas.
convenience-any-direct-1 = Pregúntanos: la ayuda está a un clic de aquí.
