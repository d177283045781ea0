# drafted

## Headlines for what has none of its own. The goods are quoted or stand first: their number is not known.

reassure-doubt-head-1 = A closer look
reassure-doubt-head-2 = A little more to read
reassure-doubt-head-3 = Good to know
reassure-doubt-head-4 = { $product }, up close
reassure-doubt-head-5 = More about { $product }

reassure-doubt-plain-1 = Here is what we can say about it, simply and straight.
reassure-doubt-plain-2 = Something on your mind? The answer may be right below.
reassure-doubt-plain-3 = Here is what we can say about { $product }, in plain words.

reassure-price-head-1 = What stands behind it
reassure-price-head-2 = Quality, in plain words
reassure-price-head-3 = What it is worth
reassure-price-head-4 = { $product }, in detail
reassure-price-head-5 = Behind { $product }

reassure-price-plain-1 = Here is what explains the price, in plain words.
reassure-price-plain-2 = Here is what you get for the money, with nothing painted over.
reassure-price-plain-3 = Here is what you get with { $product }, with nothing painted over.

reassure-price-direct-1 = Is it worth it? That is yours to say. This may help you judge.
reassure-price-direct-2 = A price is easier to judge when you know what is in it. Here it is.
reassure-price-direct-3 = Is { $product } worth it? That is yours to say. This may help you judge.

reassure-comparing-head-1 = Which one fits?
reassure-comparing-head-2 = Side by side
reassure-comparing-head-3 = What sets them apart
reassure-comparing-head-4 = { $product } and the others
reassure-comparing-head-5 = How about { $product }?

reassure-comparing-soft-1 = Several of them are alike. This may help you tell them apart, if you like.
reassure-comparing-soft-2 = A few words on what differs from one to the next, for whenever you want them.
reassure-comparing-soft-3 = A few words on what is particular about { $product }, for whenever you want them.

reassure-comparing-plain-1 = Choosing is easier when you know what differs. Here is what we know.
reassure-comparing-plain-2 = Here is what is particular about this one, in plain words.
reassure-comparing-plain-3 = Here is what is particular about { $product }, in plain words.

remind-return_visit-head-1 = Welcome back
remind-return_visit-head-2 = Where you were
remind-return_visit-head-3 = Good to see you again
remind-return_visit-head-4 = Remember { $product }?
remind-return_visit-head-5 = Back to { $product }?

remind-return_visit-soft-1 = The page you looked at is here, should you feel like it.
remind-return_visit-soft-2 = You can go on where you were, or simply look around.
remind-return_visit-soft-3 = Should { $product } come back to mind, the page is here.

remind-return_visit-direct-1 = You began to look at something on an earlier visit. Go on from there with one tap.
remind-return_visit-direct-2 = Go on where you were: the page is one tap away.
remind-return_visit-direct-3 = Go on with { $product }: the page is one tap away.

remind-goal_left-head-1 = Not finished yet
remind-goal_left-head-2 = Where you stopped
remind-goal_left-head-3 = Carry on here?
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = Carry on with { $goal }?

remind-goal_left-soft-1 = You began something here. The page is here whenever it suits you.
remind-goal_left-soft-2 = Should you want to go on one day, it all starts one tap away.
remind-goal_left-soft-3 = You paused at “{ $step }”. The page is here whenever it suits you.
remind-goal_left-soft-4 = You began “{ $goal }”. The page is here whenever it suits you.

remind-goal_left-direct-1 = You left something half-way. One tap, and you are there again.
remind-goal_left-direct-2 = Go on where you stopped: the page is one tap away.
remind-goal_left-direct-3 = You were at “{ $step }”. Go on from there with one tap.
remind-goal_left-direct-4 = Go on with “{ $goal }” where you stopped, with one tap.

resurface_cart-return_visit-head-1 = Your cart is still here
resurface_cart-return_visit-head-2 = Welcome back
resurface_cart-return_visit-head-3 = We kept your cart
resurface_cart-return_visit-head-4 = { $product } in your cart

resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] One item is in the cart, as you chose it. It is there whenever it suits you.
       *[other] { $count } items are in the cart, as you chose them. They are there whenever it suits you.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] One item of your earlier visit is in the cart. Go back to it, or look around first.
       *[other] { $count } items of your earlier visit are in the cart. Go back to them, or look around first.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] { $product } is in the cart. It is there whenever it suits you.
       *[other] { $product } and the rest, { $count } items, are in the cart, whenever it suits you.
    }

resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] One item is in the cart. Go on where you were, with one tap.
       *[other] { $count } items are in the cart. Go on where you were, with one tap.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] Go on with the item you chose: the cart is one tap away.
       *[other] Go on with the { $count } items you chose: the cart is one tap away.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] { $product } is in the cart. Go on where you were, with one tap.
       *[other] { $product } and the rest, { $count } items, are in the cart. Go on with one tap.
    }

remind-idle_cart-head-1 = Your cart is still here
remind-idle_cart-head-2 = Where you were
remind-idle_cart-head-3 = In your cart
remind-idle_cart-head-4 = { $product } in your cart

remind-idle_cart-soft-1 =
    { $count ->
        [one] One item is in the cart, as you chose it. It is there whenever it suits you.
       *[other] { $count } items are in the cart, as you chose them. They are there whenever it suits you.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] One item is in the cart. Look around at your ease, or go there when it suits you.
       *[other] { $count } items are in the cart. Look around at your ease, or go there when it suits you.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] { $product } is in the cart. It is there whenever it suits you.
       *[other] { $product } and the rest, { $count } items, are in the cart, whenever it suits you.
    }

remind-idle_cart-direct-1 =
    { $count ->
        [one] One item has been in the cart for a while. Go there with one tap.
       *[other] { $count } items have been in the cart for a while. Go there with one tap.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] Go on with the item you chose: the cart is one tap away.
       *[other] Go on with the { $count } items you chose: the cart is one tap away.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] { $product } has been in the cart for a while. Go there with one tap.
       *[other] { $count } items are in the cart, { $product } among them. Go there with one tap.
    }

reassure-delivery-head-1 = How it reaches you
reassure-delivery-head-2 = About sending
reassure-delivery-head-3 = From us to you
reassure-delivery-soft-1 = You may be wondering how it reaches you. Here are a few words on that.
reassure-delivery-soft-2 = All that we can say about it is right below, for whenever you want it.
reassure-delivery-direct-1 = A clear question deserves a clear answer. This is ours.
reassure-delivery-direct-2 = What we can say about sending is here to read, before you decide anything.

reassure-trust-head-1 = If you change your mind
reassure-trust-head-2 = Good to know
reassure-trust-head-3 = How we do things here
reassure-trust-soft-1 = What happens afterwards? Here are a few words on that, for whenever you want them.
reassure-trust-soft-2 = You may be wondering who we are. This is how we work.
reassure-trust-direct-1 = Choosing is calmer when you know what comes next. This is how it is here.
reassure-trust-direct-2 = This is how we go about it, put clearly.

reassure-payment-head-1 = About paying
reassure-payment-head-2 = Ways to pay
reassure-payment-head-3 = Paying here
reassure-payment-soft-1 = You may be wondering which ways there are. Here are a few words on that.
reassure-payment-soft-2 = In peace: this is how it works, for whenever you want to read it.
reassure-payment-direct-1 = A careful question deserves a clear answer. This is ours.
reassure-payment-direct-2 = This is what happens when you pay in this shop, put clearly.

reassure-account-head-1 = Do you need an account?
reassure-account-head-2 = About an account
reassure-account-head-3 = Ordering, in plain words
reassure-account-soft-1 = You may be wondering whether you need one. Here are a few words on that.
reassure-account-soft-2 = This is what we ask for and why, for whenever you want to read it.
reassure-account-direct-1 = This is our answer, put clearly, so that you can decide for yourself.
reassure-account-direct-2 = There is a reason for what we ask. This is it.

reassure-checkout-head-1 = Was something unclear?
reassure-checkout-head-2 = Where you were
reassure-checkout-head-3 = Ordering here
reassure-checkout-soft-1 = If something was unclear, this may help. If not, take your time.
reassure-checkout-soft-2 = This is how an order goes, for whenever you want to carry on.
reassure-checkout-direct-1 = Did something stop you on the way? This may answer it.
reassure-checkout-direct-2 = This is how an order goes in this shop, put clearly.

reassure-coupon-head-1 = What stands behind it
reassure-coupon-head-2 = What your money goes into
reassure-coupon-head-3 = Worth, in plain words
reassure-coupon-soft-1 = A price says little by itself. Here is what stands behind ours.
reassure-coupon-soft-2 = You may be wondering what you get. Here is an honest answer.
reassure-coupon-direct-1 = Is it worth it? That is yours to say. This may help you judge.
reassure-coupon-direct-2 = This is what is in our prices, put clearly.

convenience-trouble-head-1 = Is something not working?
convenience-trouble-head-2 = Can we help?
convenience-trouble-head-3 = That should have worked
convenience-trouble-plain-1 = If something here does not do as it should, we can look into it with you.
convenience-trouble-plain-2 = Help is one tap away, if you need it.
convenience-trouble-direct-1 = This page does not answer as it should. Help is one tap away.
convenience-trouble-direct-2 = Tell us what got stuck: help is one tap away.

## remind, whatever else was noticed: where it was, one tap away.

remind-any-head-1 = Where you were
remind-any-head-2 = Back there?
remind-any-head-3 = Another look
remind-any-head-4 = Back to { $product }?

remind-any-soft-1 = Should you feel like another look, the page is here.
remind-any-soft-2 = It is here whenever it suits you.
remind-any-soft-3 = Should { $product } come back to mind, the page is here.
remind-any-plain-1 = The page is one tap away, now or later.
remind-any-plain-2 = You can go back to it from here.
remind-any-plain-3 = { $product } is one tap away, now or later.
remind-any-direct-1 = Go on from there: the page is one tap away.
remind-any-direct-2 = One tap, and you are there again.
remind-any-direct-3 = Go on with { $product }: the page is one tap away.

## convenience, for any other reason: where help is found.

convenience-any-head-1 = Can we help?
convenience-any-head-2 = Any questions?
convenience-any-head-3 = Help is close
convenience-any-soft-1 = If you are wondering about something, help is one tap away.
convenience-any-soft-2 = If anything is unclear, you are welcome to ask.
convenience-any-plain-1 = Help is one tap away, if you need it.
convenience-any-plain-2 = This is where questions are answered.
convenience-any-direct-1 = Ask us: help is one tap away.
convenience-any-direct-2 = Is something unclear? Help is one tap away.
