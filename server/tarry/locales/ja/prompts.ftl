# drafted

## 見出しを持たない文は、同じ話題のどの見出しとも組み合わさります。商品名は「」に入れるか、文頭に置きます。
## 店の言葉として、です・ます調だけを使います。

## reassure：じっくり見ているとき。下に店自身の文章が続きます。

reassure-doubt-head-1 = もう少しくわしく
reassure-doubt-head-2 = こちらもどうぞ
reassure-doubt-head-3 = 知っておきたいこと
reassure-doubt-head-4 = 「{ $product }」をくわしく
reassure-doubt-head-5 = { $product }について

reassure-doubt-soft-1 = よろしければ、ごゆっくりご覧ください。どんなものか、少しご紹介します。
reassure-doubt-soft-2 = 気になることがあれば、こちらがお役に立つかもしれません。
reassure-doubt-soft-3 = 「{ $product }」について、少しまとめました。よろしければどうぞ。

reassure-doubt-plain-1 = 私たちからお伝えできることを、ありのままに書きました。
reassure-doubt-plain-2 = 気になる点はありませんか。答えがこの下にあるかもしれません。
reassure-doubt-plain-3 = 「{ $product }」について、お伝えできることをありのままに書きました。

reassure-doubt-direct-1 = じっくり選ぶのは、よい選び方だと思います。知っておきたいことをまとめました。
reassure-doubt-direct-2 = もっともな疑問には、はっきりお答えします。私たち自身が知りたいことを書きました。
reassure-doubt-direct-3 = 「{ $product }」でお迷いですか。どんなものか、はっきりお伝えします。

## reassure：価格を見て離れたとき。価格ではなく、価値と品質について。

reassure-price-head-1 = 価格の中身について
reassure-price-head-2 = 品質について、わかりやすく
reassure-price-head-3 = その価値について
reassure-price-head-4 = 「{ $product }」の中身
reassure-price-head-5 = { $product }の価値

reassure-price-soft-1 = 価格だけではわからないことがあります。その中身を少しご紹介します。
reassure-price-soft-2 = 価値は、つくりと使い心地に表れます。その両方について少し書きました。
reassure-price-soft-3 = 「{ $product }」の何がよいのか。正直にお答えします。

reassure-price-plain-1 = この価格の理由を、わかりやすくご説明します。
reassure-price-plain-2 = この価格で手に入るものを、飾らずにお伝えします。
reassure-price-plain-3 = 「{ $product }」で手に入るものを、飾らずにお伝えします。

reassure-price-direct-1 = それだけの価値があるかどうか、決めるのはお客様です。判断の材料にどうぞ。
reassure-price-direct-2 = 中身がわかると、価格は判断しやすくなります。はっきり書きました。
reassure-price-direct-3 = 「{ $product }」の価値を決めるのはお客様です。判断の材料にどうぞ。

## remind：再訪のとき。以前ご覧になった商品。

remind-return_visit-head-1 = おかえりなさい
remind-return_visit-head-2 = 前回の続きから
remind-return_visit-head-3 = またお越しくださり、ありがとうございます
remind-return_visit-head-4 = 「{ $product }」をもういちど
remind-return_visit-head-5 = { $product }、その後いかがですか

remind-return_visit-soft-1 = 前にご覧になったページは、そのままです。よろしければどうぞ。
remind-return_visit-soft-2 = 続きからでも、気ままに見てまわるのでも、お好きなように。
remind-return_visit-soft-3 = 「{ $product }」がまた気になったら、ページはそのままです。

remind-return_visit-plain-1 = 前にご覧になった商品へ、すぐに戻れます。
remind-return_visit-plain-2 = 前回ご覧のページは、こちらからもういちどご覧になれます。
remind-return_visit-plain-3 = 前回「{ $product }」をご覧になりました。こちらからすぐに戻れます。

remind-return_visit-direct-1 = 前回の続きからご覧ください。押すだけで戻れます。
remind-return_visit-direct-2 = ご覧の途中だったページへ、ここから戻れます。
remind-return_visit-direct-3 = 「{ $product }」の続きは、ここから。押すだけで戻れます。

## remind：途中になっていること。予約、申し込み、組み合わせなど。

remind-goal_left-head-1 = 途中になっています
remind-goal_left-head-2 = 前回の続きから
remind-goal_left-head-3 = 続けますか
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = 「{ $goal }」を続けますか

remind-goal_left-soft-1 = こちらで始められたことがあります。ご都合のよいときにどうぞ。
remind-goal_left-soft-2 = いつか続けたくなったら、ここから戻れます。
remind-goal_left-soft-3 = 「{ $step }」で止まっています。ご都合のよいときにどうぞ。
remind-goal_left-soft-4 = 「{ $goal }」が途中です。ご都合のよいときにどうぞ。

remind-goal_left-plain-1 = こちらで始めて、途中になっていることがあります。すぐに戻れます。
remind-goal_left-plain-2 = 続きへは、ここから戻れます。今でも、あとでも。
remind-goal_left-plain-3 = 「{ $step }」まで進んでいます。続きへは、今でもあとでも戻れます。
remind-goal_left-plain-4 = 「{ $goal }」が途中になっています。ここから戻れます。

remind-goal_left-direct-1 = 途中のままのことがあります。押すだけで続きに戻れます。
remind-goal_left-direct-2 = 止まったところから続けられます。ここを押してください。
remind-goal_left-direct-3 = 「{ $step }」から続けられます。押すだけで戻れます。
remind-goal_left-direct-4 = 「{ $goal }」は、止まったところから続けられます。

## resurface cart：前回カートに入れたもの。

resurface_cart-return_visit-head-1 = カートはそのままです
resurface_cart-return_visit-head-2 = おかえりなさい
resurface_cart-return_visit-head-3 = カートをお預かりしています
resurface_cart-return_visit-head-4 = カートの{ $product }

resurface_cart-return_visit-soft-1 = 前回の{ $count }点がカートに入っています。ご都合のよいときにどうぞ。
resurface_cart-return_visit-soft-2 = カートに{ $count }点あります。先に見てまわってからでも、もちろんどうぞ。
resurface_cart-return_visit-soft-3 = 「{ $product }」は、カートに入ったままです。ご都合のよいときにどうぞ。

resurface_cart-return_visit-plain-1 = お選びになった{ $count }点が、カートに入っています。すぐに戻れます。
resurface_cart-return_visit-plain-2 = { $count }点、現在の合計は{ $total }です。ご都合のよいときに続けられます。
resurface_cart-return_visit-plain-3 = 前回の{ $count }点をカートに残してあります。そこから続けられます。
resurface_cart-return_visit-plain-4 = 前回からカートに「{ $product }」があります。全部で{ $count }点、すぐに戻れます。

resurface_cart-return_visit-direct-1 = カートに{ $count }点あります。押すだけで続きに戻れます。
resurface_cart-return_visit-direct-2 = お選びの{ $count }点から続けられます。カートはこちらです。
resurface_cart-return_visit-direct-3 = カートに「{ $product }」があります。押すだけで続きに戻れます。

## remind：今のカート。しばらく動きがないとき。

remind-idle_cart-head-1 = カートはそのままです
remind-idle_cart-head-2 = 続きから
remind-idle_cart-head-3 = カートの中の商品
remind-idle_cart-head-4 = カートの{ $product }

remind-idle_cart-soft-1 = お選びの{ $count }点がカートに入っています。ご都合のよいときにどうぞ。
remind-idle_cart-soft-2 = カートに{ $count }点あります。どうぞごゆっくりご覧ください。
remind-idle_cart-soft-3 = 「{ $product }」がカートに入っています。ご都合のよいときにどうぞ。

remind-idle_cart-plain-1 = お選びになった{ $count }点が、カートに入っています。今でもあとでも開けます。
remind-idle_cart-plain-2 = 少し前に{ $count }点をカートに入れられました。こちらから開けます。
remind-idle_cart-plain-3 = カートに「{ $product }」があります。全部で{ $count }点、こちらから開けます。

remind-idle_cart-direct-1 = { $count }点がしばらくカートに入っています。押すだけで開けます。
remind-idle_cart-direct-2 = お選びの{ $count }点から続けられます。カートはこちらです。
remind-idle_cart-direct-3 = 「{ $product }」がしばらくカートに入っています。押すだけで開けます。

## reassure：いくつかを見比べているとき。

reassure-comparing-head-1 = どれが合うでしょうか
reassure-comparing-head-2 = 並べて見てみる
reassure-comparing-head-3 = それぞれの違い
reassure-comparing-head-4 = 「{ $product }」とほかの違い
reassure-comparing-head-5 = { $product }はいかがですか

reassure-comparing-soft-1 = 似たものがいくつかあります。見分けるのに、よろしければどうぞ。
reassure-comparing-soft-2 = それぞれの違いについて、少し書きました。よろしければどうぞ。
reassure-comparing-soft-3 = 「{ $product }」ならではの点を、少し書きました。よろしければどうぞ。

reassure-comparing-plain-1 = 違いがわかると、選びやすくなります。わかっていることをまとめました。
reassure-comparing-plain-2 = この商品ならではの点を、わかりやすく書きました。
reassure-comparing-plain-3 = 「{ $product }」ならではの点を、わかりやすく書きました。

reassure-comparing-direct-1 = 似たものをいくつかご覧になりました。見分けるための材料です。
reassure-comparing-direct-2 = この商品の得意なことを、はっきり書きました。ほかと比べてみてください。
reassure-comparing-direct-3 = 「{ $product }」の得意なことを、はっきり書きました。比べてみてください。

## reassure：店についての疑問。下に、店自身の答えが続きます。

reassure-delivery-head-1 = お届けについて
reassure-delivery-head-2 = お手元に届くまで
reassure-delivery-head-3 = 送り方について
reassure-delivery-soft-1 = どのように届くか、気になるかもしれません。少し書きました。
reassure-delivery-soft-2 = お伝えできることは、すぐ下にあります。よろしければどうぞ。
reassure-delivery-plain-1 = ご注文からお手元に届くまでを、わかりやすく書きました。
reassure-delivery-plain-2 = 私たちが守っていることを、そのままの言葉で書きました。
reassure-delivery-direct-1 = はっきりした疑問には、はっきりお答えします。こちらです。
reassure-delivery-direct-2 = お届けについてお伝えできることです。お決めになる前にどうぞ。

reassure-trust-head-1 = お気持ちが変わったときは
reassure-trust-head-2 = 知っておきたいこと
reassure-trust-head-3 = 私たちのやり方
reassure-trust-soft-1 = そのあとどうなるのか。少し書きましたので、よろしければどうぞ。
reassure-trust-soft-2 = どんな店なのか、気になるかもしれません。私たちはこうしています。
reassure-trust-plain-1 = 私たちが守っている言葉で、やり方をお伝えします。
reassure-trust-plain-2 = もっともな疑問です。わかりやすくお答えします。
reassure-trust-direct-1 = 先のことがわかると、落ち着いて選べます。ここではこうしています。
reassure-trust-direct-2 = 私たちのやり方を、はっきりお伝えします。

reassure-payment-head-1 = お支払いについて
reassure-payment-head-2 = お支払いの方法
reassure-payment-head-3 = ここでのお支払い
reassure-payment-soft-1 = どんな方法があるか、気になるかもしれません。少し書きました。
reassure-payment-soft-2 = お支払いの流れです。よろしければ、ごゆっくりどうぞ。
reassure-payment-plain-1 = この店でのお支払いについて、わかりやすく書きました。
reassure-payment-plain-2 = お支払いの方法について、お伝えできることです。
reassure-payment-direct-1 = 慎重な疑問には、はっきりお答えします。こちらです。
reassure-payment-direct-2 = この店でお支払いのときに何が行われるか、はっきり書きました。

reassure-account-head-1 = 会員登録は必要でしょうか
reassure-account-head-2 = 会員登録について
reassure-account-head-3 = ご注文のしかた
reassure-account-soft-1 = 登録がいるのか、気になるかもしれません。少し書きました。
reassure-account-soft-2 = お聞きすることと、その理由です。よろしければどうぞ。
reassure-account-plain-1 = もっともな疑問です。この店ではこうしています。
reassure-account-plain-2 = お聞きすることと、その理由を、わかりやすく書きました。
reassure-account-direct-1 = ご自分でお決めになれるよう、はっきりお答えします。
reassure-account-direct-2 = お聞きすることには理由があります。こちらです。

reassure-checkout-head-1 = わかりにくい点はありませんか
reassure-checkout-head-2 = 続きから
reassure-checkout-head-3 = ご注文のしかた
reassure-checkout-soft-1 = わかりにくい点があれば、こちらをどうぞ。なければ、どうぞごゆっくり。
reassure-checkout-soft-2 = ご注文の流れです。続けたくなったときのために。
reassure-checkout-plain-1 = ご注文の途中でお止まりです。私たちなら知りたいことを書きました。
reassure-checkout-plain-2 = この店でのご注文の流れを、わかりやすく書きました。
reassure-checkout-direct-1 = 途中で気になることがありましたか。答えがここにあるかもしれません。
reassure-checkout-direct-2 = この店でのご注文の流れを、はっきり書きました。

reassure-coupon-head-1 = 価格の中身について
reassure-coupon-head-2 = お代の使いみち
reassure-coupon-head-3 = 価値について、わかりやすく
reassure-coupon-soft-1 = 価格だけではわからないことがあります。私たちの価格の中身をご紹介します。
reassure-coupon-soft-2 = 何が手に入るのか、気になるかもしれません。正直にお答えします。
reassure-coupon-plain-1 = この価格で手に入るものを、飾らずにお伝えします。
reassure-coupon-plain-2 = 私たちの価格の理由を、わかりやすくご説明します。
reassure-coupon-direct-1 = それだけの価値があるかどうか、決めるのはお客様です。判断の材料にどうぞ。
reassure-coupon-direct-2 = 私たちの価格に何が含まれるか、はっきり書きました。

## convenience：うまく動いていないようなとき。お手伝いだけで、買うものはありません。

convenience-trouble-head-1 = うまく動きませんか
convenience-trouble-head-2 = お手伝いしましょうか
convenience-trouble-head-3 = 動くはずでした
convenience-trouble-soft-1 = ページが思ったように動かなかったようです。お困りのときはこちらへどうぞ。
convenience-trouble-soft-2 = ページが止まることもあります。ヘルプはこちらです。あとでもういちどでも。
convenience-trouble-plain-1 = うまくいかないことがあれば、私たちがいっしょに見てみます。
convenience-trouble-plain-2 = お困りのときは、こちらからヘルプをご覧になれます。
convenience-trouble-direct-1 = このページがうまく応えていないようです。ヘルプはこちらです。
convenience-trouble-direct-2 = どこで止まったかお知らせください。ヘルプはこちらです。

## incentive：価格で迷っているとき。店のコードを、その値うちのとおりに伝えます。

incentive-price-head-1 = このカートに使えるコード
incentive-price-head-2 = { $amount }引きのコード
incentive-price-head-3 = お会計を少し軽く

incentive-price-soft-1 = よろしければどうぞ。{ $least }以上のご注文が{ $amount }引きになります。
incentive-price-soft-2 = { $least }以上のご注文から{ $amount }を引きます。使うかどうかはご自由に。
incentive-price-soft-3 = { $least }以上のご注文に、{ $amount }分お使いになれます。よろしければどうぞ。

incentive-price-plain-1 = 下のコードで、{ $least }以上のご注文が{ $amount }引きになります。使えるのはいちどです。
incentive-price-plain-2 = お支払いのときに入力してください。{ $least }以上で{ $amount }引き、いちど使えます。
incentive-price-plain-3 = { $least }以上のご注文が、いちど{ $amount }引きになります。

incentive-price-direct-1 = このコードは、{ $least }以上のご注文から{ $amount }を引きます。使えるのはいちどです。
incentive-price-direct-2 = お支払いのときに入力してください。{ $least }以上のご注文が{ $amount }引きになります。
incentive-price-direct-3 = このコードで、{ $least }以上のご注文がいちど{ $amount }引きになります。

## remind：そのほかのきっかけ。前のページへ、すぐに戻れること。

remind-any-head-1 = 前のページへ
remind-any-head-2 = もういちどご覧になりますか
remind-any-head-3 = 続きから
remind-any-head-4 = 「{ $product }」をもういちど

remind-any-soft-1 = また気になったら、ページはそのままです。
remind-any-soft-2 = ご都合のよいときに、いつでもどうぞ。
remind-any-soft-3 = 「{ $product }」がまた気になったら、ページはそのままです。
remind-any-plain-1 = ページへは、ここから戻れます。今でも、あとでも。
remind-any-plain-2 = こちらからすぐに戻れます。
remind-any-plain-3 = 「{ $product }」へは、ここから戻れます。今でも、あとでも。
remind-any-direct-1 = 続きはこちらからどうぞ。押すだけで戻れます。
remind-any-direct-2 = 押すだけで、前のページに戻れます。
remind-any-direct-3 = 「{ $product }」の続きは、ここから。押すだけで戻れます。

## convenience：そのほかの理由。ヘルプのある場所。

convenience-any-head-1 = お手伝いしましょうか
convenience-any-head-2 = ご質問はありませんか
convenience-any-head-3 = ヘルプはこちら
convenience-any-soft-1 = 気になることがあれば、ヘルプをどうぞ。
convenience-any-soft-2 = わかりにくい点があれば、お気軽にお聞きください。
convenience-any-plain-1 = お困りのときは、こちらからヘルプをご覧になれます。
convenience-any-plain-2 = ご質問にはこちらでお答えしています。
convenience-any-direct-1 = お聞きください。ヘルプはこちらです。
convenience-any-direct-2 = わかりにくい点がありますか。ヘルプはこちらです。
