# drafted

## Labels. Short, calm, true for every product, cart and form.

action-back-to-cart = Back to your cart
action-refill = Put it back in the cart
action-resume = Carry on
action-see-product = See it again
action-see-help = Get help
action-dismiss = Not now
quiet-page = Quiet on this page
action-close = Close

## Where a goal stands.

step = Stopped at “{ $step }”

## One sentence under "why this?". Later forms know more and win when their facts are known.

why-dwell = You have spent some time with this product.
    .product = You have spent some time with { $product }.
why-price_bounce = You saw the price of a product and turned away soon after.
    .product = You saw the price of { $product } and turned away soon after.
why-return_visit = You were in this shop before.
    .product = You looked at { $product } on an earlier visit.
    .count =
        { $count ->
            [one] On an earlier visit you put something in your cart.
           *[other] On an earlier visit you put { $count } items in your cart.
        }
why-goal_left = You began something here and have not finished it.
    .goal = You began “{ $goal }” and have not finished it.
    .step = You began “{ $goal }” and stopped at “{ $step }”.
why-price_check = You saw a price and seem to be weighing it up.
    .product = You saw the price of { $product } and seem to be weighing it up.
why-comparison = You have looked at several products that are alike.
why-doubt_reading = You put something in your cart and then read about how this shop does things.
why-coupon_seeking = You looked for a code on your way to an order.
why-cost_shock = What your order comes to went up on the way, and you stopped.
why-checkout_hesitation = You stopped on the way to an order.
why-form_hesitation = You stayed a while at one question of a form.
why-frustration = You clicked here several times and nothing happened.
why-idle_cart = Something has been in your cart for a while.
why-incentive = A program decided to show you this code, because you seem to be weighing up the price.
