# drafted

## reassure, after a long look: the shop's own passages follow underneath.

reassure-doubt-direct-1 =
    .headline = { $product }, up close
    .body = You are looking carefully, and that is a good way to choose. Below is what we can tell you about it.
reassure-doubt-direct-2 =
    .headline = More about { $product }
    .body = You have taken your time with this. Here is something that may help you decide, either way.
reassure-doubt-direct-3 =
    .headline = Thinking about { $product }?
    .body = Good questions deserve plain answers. Here is what we would want to know ourselves.
reassure-doubt-direct-4 =
    .headline = Good to know
    .body = Still weighing up { $product }? Here is what it is like, in plain words.
reassure-doubt-direct-5 =
    .headline = A closer look
    .body = You are looking carefully, and that is a good way to choose. Below is what we can tell you about it.
reassure-doubt-direct-6 =
    .headline = Something to go on
    .body = You have taken your time with this. Here is something that may help you decide, either way.
reassure-doubt-direct-7 =
    .headline = Still weighing it up?
    .body = Good questions deserve plain answers. Here is what we would want to know ourselves.

reassure-doubt-soft-1 =
    .headline = In case it helps
    .body = Here are a few words about { $product }, for whenever you want them.
reassure-doubt-soft-2 =
    .headline = A little more to read
    .body = We have gathered something about { $product }. There is no rush at all.
reassure-doubt-soft-3 =
    .headline = About { $product }
    .body = Should you be wondering what it is like, this may help. Otherwise, enjoy looking around.
reassure-doubt-soft-4 =
    .headline = In case it helps
    .body = Here are a few words about what you are looking at, for whenever you want them.
reassure-doubt-soft-5 =
    .headline = A little more to read
    .body = We have gathered something about this page. There is no rush at all.
reassure-doubt-soft-6 =
    .headline = If you are wondering
    .body = This may help you picture what it is like. Otherwise, enjoy looking around.

## reassure, after a price was seen and left: worth and quality, never the price itself.

reassure-price-soft-1 =
    .headline = What is in { $product }
    .body = A price says little by itself. Here is what stands behind this one.
reassure-price-soft-2 =
    .headline = About { $product }
    .body = Worth shows in the making and in the use. We have gathered a few words on both.
reassure-price-soft-3 =
    .headline = Quality, in plain words
    .body = You may be wondering what makes { $product } what it is. Here is an honest answer.
reassure-price-soft-4 =
    .headline = Is { $product } worth it?
    .body = A fair question, and one that only you can answer. This may make it a little easier.
reassure-price-soft-5 =
    .headline = What stands behind it
    .body = A price says little by itself. Here is what went into the thing you looked at.
reassure-price-soft-6 =
    .headline = Quality, in plain words
    .body = You may be wondering what you get for your money. Here is an honest answer.
reassure-price-soft-7 =
    .headline = Is it worth it?
    .body = A fair question, and one that only you can answer. This may make it a little easier.

## remind, on a return: the product of the earlier visit.

remind-return_visit-plain-1 =
    .headline = Welcome back
    .body = You looked at { $product } on an earlier visit. It is one tap away if you want another look.
remind-return_visit-plain-2 =
    .headline = Where you were
    .body = You looked at { $product } before. The page is here whenever it suits you.
remind-return_visit-plain-3 =
    .headline = Remember { $product }?
    .body = You looked at it on an earlier visit. You can pick up there, or simply look around.
remind-return_visit-plain-4 =
    .headline = Welcome back
    .body = What you looked at on an earlier visit is one tap away, if you want another look.
remind-return_visit-plain-5 =
    .headline = Where you were
    .body = The page you looked at before is here whenever it suits you.
remind-return_visit-plain-6 =
    .headline = Good to see you again
    .body = You can pick up where you were on your earlier visit, or simply look around.

## remind, of something begun and not finished: a booking, a form, a configuration.

remind-goal_left-plain-1 =
    .headline = Carry on with { $goal }?
    .body = You got as far as “{ $step }”. The way back is one tap, now or whenever it suits you.
remind-goal_left-plain-2 =
    .headline = { $goal }
    .body = You stopped at “{ $step }”. If you want to go on, the page is here.
remind-goal_left-plain-3 =
    .headline = Half-way there
    .body = You began “{ $goal }” and got as far as “{ $step }”. You can go back to it whenever you like.
remind-goal_left-plain-4 =
    .headline = Carry on with { $goal }?
    .body = You began it a little earlier. The way back is one tap, now or whenever it suits you.
remind-goal_left-plain-5 =
    .headline = { $goal }
    .body = You began this and went elsewhere. If you want to go on, the page is here.
remind-goal_left-plain-6 =
    .headline = Not finished yet
    .body = “{ $goal }” is where you stopped. You can go back to it whenever you like.
remind-goal_left-plain-7 =
    .headline = Carry on where you were?
    .body = You began something here a little earlier. The way back is one tap, now or whenever it suits you.
remind-goal_left-plain-8 =
    .headline = Not finished yet
    .body = You began something here and went elsewhere. If you want to go on, the page is here.
remind-goal_left-plain-9 =
    .headline = Where you stopped
    .body = You can go back to what you began whenever you like. It is one tap from here.

## resurface cart: what was put in the cart on an earlier visit.

resurface_cart-return_visit-plain-1 =
    .headline = Your cart is still here
    .body =
        { $count ->
            [one] { $product } is in it, as you chose it. One tap takes you back.
           *[other] { $count } items are in it, { $product } among them. One tap takes you back.
        }
resurface_cart-return_visit-plain-2 =
    .headline = Welcome back
    .body =
        { $count ->
            [one] You put { $product } in your cart on an earlier visit. You can pick up there.
           *[other] You put { $product } and more in your cart, { $count } items in all. You can pick up there.
        }
resurface_cart-return_visit-plain-3 =
    .headline = { $product } and your cart
    .body =
        { $count ->
            [one] One item, { $total } as it stands. You can go on from there whenever it suits you.
           *[other] { $count } items, { $total } as they stand. You can go on from there whenever it suits you.
        }
resurface_cart-return_visit-plain-4 =
    .headline = We kept your cart
    .body =
        { $count ->
            [one] { $product } is as you chose it on your earlier visit. You can go on, or look around first.
           *[other] { $product } and the rest, { $count } items, are as you chose them. You can go on, or look around first.
        }
resurface_cart-return_visit-plain-5 =
    .headline = Your cart is still here
    .body =
        { $count ->
            [one] One item is in it, as you chose it. One tap takes you back.
           *[other] { $count } items are in it, as you chose them. One tap takes you back.
        }
resurface_cart-return_visit-plain-6 =
    .headline = Welcome back
    .body =
        { $count ->
            [one] Your cart holds one item from an earlier visit. You can pick up there.
           *[other] Your cart holds { $count } items from an earlier visit. You can pick up there.
        }
resurface_cart-return_visit-plain-7 =
    .headline = We kept your cart
    .body =
        { $count ->
            [one] One item from your earlier visit is in it. You can go on, or look around first.
           *[other] { $count } items from your earlier visit are in it. You can go on, or look around first.
        }

## remind, of the cart as it stands: nobody has touched it for a while.

remind-idle_cart-plain-1 =
    .headline = Your cart is still here
    .body =
        { $count ->
            [one] { $product } is in it, as you chose it. One tap takes you there, now or later.
           *[other] { $product } and the rest, { $count } items, are in it. One tap takes you there, now or later.
        }
remind-idle_cart-plain-2 =
    .headline = Where you were
    .body =
        { $count ->
            [one] You put { $product } in your cart a while ago. You can go on from there whenever it suits you.
           *[other] { $count } items, { $product } among them, are in your cart. You can go on whenever it suits you.
        }
remind-idle_cart-plain-3 =
    .headline = Still in your cart
    .body =
        { $count ->
            [one] { $product } is where you put it a while ago.
           *[other] { $product } and the rest are where you put them, { $count } items in all.
        }
remind-idle_cart-plain-4 =
    .headline = Your cart is still here
    .body =
        { $count ->
            [one] One item is in it, as you chose it. One tap takes you there, now or later.
           *[other] { $count } items are in it, as you chose them. One tap takes you there, now or later.
        }
remind-idle_cart-plain-5 =
    .headline = Where you were
    .body =
        { $count ->
            [one] You put one item in your cart a while ago. You can go on from there whenever it suits you.
           *[other] { $count } items are in your cart. You can go on from there whenever it suits you.
        }
remind-idle_cart-plain-6 =
    .headline = Still in your cart
    .body =
        { $count ->
            [one] One item is where you put it a while ago.
           *[other] { $count } items are where you put them a while ago.
        }

## reassure, while several things are weighed against each other.

reassure-comparing-direct-1 =
    .headline = Which one fits?
    .body = You have looked at a few that are alike. This may help you tell { $product } from the others.
reassure-comparing-direct-2 =
    .headline = { $product }, side by side
    .body = Choosing is easier when you know what sets things apart. Here is what we can say about this one.
reassure-comparing-direct-3 =
    .headline = Choosing between a few?
    .body = Here is what { $product } is good at, in plain words, so that you can hold it against the others.
reassure-comparing-direct-4 =
    .headline = Which one fits?
    .body = You have looked at a few that are alike. This may help you tell them apart.
reassure-comparing-direct-5 =
    .headline = Side by side
    .body = Choosing is easier when you know what sets things apart. Here is what we can say about this one.
reassure-comparing-direct-6 =
    .headline = Choosing between a few?
    .body = Here is what this one is good at, in plain words, so that you can hold it against the others.

## reassure, when a doubt is about the shop: the owner's own passage on that very question follows underneath.

reassure-delivery-plain-1 =
    .headline = About getting it to you
    .body = What we can say about how it reaches you is right below, in the words we go by ourselves.
reassure-delivery-plain-2 =
    .headline = How it reaches you
    .body = Here is what happens between your order and your door, in plain words.
reassure-delivery-plain-3 =
    .headline = Sending, in plain words
    .body = You may be wondering how this reaches you and what that means. Here is our answer.

reassure-trust-plain-1 =
    .headline = If you change your mind
    .body = Here is how we go about it, in the words we hold ourselves to.
reassure-trust-plain-2 =
    .headline = Before you decide
    .body = A fair question is what happens afterwards. Here is our answer, in plain words.
reassure-trust-plain-3 =
    .headline = How we do things here
    .body = You may be wondering who we are. Here is what we hold ourselves to.

reassure-payment-plain-1 =
    .headline = About paying
    .body = Here is how paying works here, in plain words.
reassure-payment-plain-2 =
    .headline = Ways to pay
    .body = You may be wondering which ways there are. Here is what we can say about it.
reassure-payment-plain-3 =
    .headline = How paying works here
    .body = A careful question deserves a clear answer. This is ours.

reassure-account-plain-1 =
    .headline = About an account
    .body = You may be wondering whether you need one. Here is our answer, in plain words.
reassure-account-plain-2 =
    .headline = Do you need an account?
    .body = A fair question. Here is how it works in this shop.
reassure-account-plain-3 =
    .headline = Ordering, in plain words
    .body = Here is what we ask for and why, so that you can decide for yourself.

reassure-checkout-plain-1 =
    .headline = Where you were
    .body = You stopped on the way to an order. If something was unclear, this may help; if not, take your time.
reassure-checkout-plain-2 =
    .headline = Was something unclear?
    .body = Here is what we would want to know ourselves at that point. There is no rush.
reassure-checkout-plain-3 =
    .headline = How ordering works here
    .body = In plain words, for whenever you want to go on.

reassure-coupon-plain-1 =
    .headline = What your money goes into
    .body = A price says little by itself. Here is what stands behind ours.
reassure-coupon-plain-2 =
    .headline = Is it worth it?
    .body = A fair question, and one that only you can answer. This may make it a little easier.
reassure-coupon-plain-3 =
    .headline = What stands behind it
    .body = You may be wondering what you get for your money. Here is an honest answer.

## convenience, when something on the page seems not to work: help, and nothing to buy.

convenience-trouble-soft-1 =
    .headline = Is something not working?
    .body = It looks as if this page did not do what you wanted. Here is where you find help.
convenience-trouble-soft-2 =
    .headline = Can we help?
    .body = If something here does not work as it should, this is where we can look into it.
convenience-trouble-soft-3 =
    .headline = That should have worked
    .body = Sometimes a page gets stuck. Help is one tap away, and so is trying again later.

incentive-price-soft-1 =
    .headline = A little off your order
    .body = The code below takes { $amount } off an order of { $least } or more.
incentive-price-soft-2 =
    .headline = Something off the price
    .body = If it helps: with this code, an order of { $least } or more costs { $amount } less.
incentive-price-soft-3 =
    .headline = A code for your cart
    .body = It takes { $amount } off an order of { $least } or more. Yours to use, or not.
incentive-price-plain-1 =
    .headline = { $amount } off with this code
    .body = Enter it at the checkout. It works once, on an order of { $least } or more.
incentive-price-plain-2 =
    .headline = A code for this cart
    .body = It takes { $amount } off an order of { $least } or more, once.
incentive-price-plain-3 =
    .headline = Your order, { $amount } less
    .body = With the code below, from { $least } on. It works once.
incentive-price-direct-1 =
    .headline = Take { $amount } off
    .body = Use this code at the checkout. It works once, on an order of { $least } or more.
incentive-price-direct-2 =
    .headline = { $amount } less for this cart
    .body = This code works once, on an order of { $least } or more.
incentive-price-direct-3 =
    .headline = A code that takes { $amount } off
    .body = Enter it at the checkout, on an order of { $least } or more.
