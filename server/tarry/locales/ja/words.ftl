# drafted

## ラベル。短く、落ち着いて、どの商品・カート・フォームにも当てはまるように。

action-back-to-cart = カートを見る
action-refill = カートに戻す
action-resume = 続ける
action-see-product = もういちど見る
action-see-help = ヘルプを見る
action-dismiss = 今はしない
quiet-page = このページでは表示しない
action-close = 閉じる

## どこまで進んでいるか。

step = 「{ $step }」で中断

## 「表示の理由」の下の一文。あとの形ほど多くを知っていて、事実がわかっていればそちらが使われます。

why-dwell = この商品をしばらくご覧になっていました。
    .product = 「{ $product }」をしばらくご覧になっていました。
why-price_bounce = 商品の価格を見て、まもなく離れられました。
    .product = 「{ $product }」の価格を見て、まもなく離れられました。
why-return_visit = 以前この店にお越しになりました。
    .product = 前回「{ $product }」をご覧になりました。
    .count = 前回、{ $count }点をカートに入れられました。
why-goal_left = こちらで始めて、まだ終わっていないことがあります。
    .goal = 「{ $goal }」を始めて、まだ終わっていません。
    .step = 「{ $goal }」を始めて、「{ $step }」で止まっています。
why-price_check = 価格を見て、検討されているようでした。
    .product = 「{ $product }」の価格を見て、検討されているようでした。
why-comparison = 似た商品をいくつかご覧になりました。
why-doubt_reading = カートに商品を入れたあと、この店のやり方について読まれました。
why-coupon_seeking = ご注文の途中でコードを探されました。
why-cost_shock = ご注文の途中で合計が上がり、そこで止まられました。
why-checkout_hesitation = ご注文の途中で止まられました。
why-form_hesitation = フォームの項目のひとつに、しばらくとどまられました。
why-frustration = ここを何度か押されましたが、何も起きませんでした。
why-idle_cart = しばらくカートに商品が入っています。
why-incentive = 価格を検討されているようなので、プログラムがこのコードの表示を決めました。
