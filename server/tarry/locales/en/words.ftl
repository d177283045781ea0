# drafted

## Labels. Short, calm, true for every product, cart and form.

action-back-to-cart = Back to your cart
action-refill = Put it back in the cart
action-resume = Carry on
action-see-product = See it again
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
