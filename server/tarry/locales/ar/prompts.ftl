# drafted

## الجملة التي ليس لها عنوان خاص تأتي مع كل عنوان من موضوعها. اسم المنتج بين علامتي اقتباس أو في أول السطر، فجنسه غير معروف.
## ولا تُستعمل صيغة تميّز بين مخاطَب ومخاطَبة.

## reassure: بعد نظرة طويلة. تأتي نصوص المتجر نفسه في الأسفل.

reassure-doubt-head-1 = نظرة أقرب
reassure-doubt-head-2 = المزيد للقراءة
reassure-doubt-head-3 = من المفيد معرفته
reassure-doubt-head-4 = «{ $product }» عن قرب
reassure-doubt-head-5 = حول «{ $product }»

reassure-doubt-soft-1 = هنا كلمات قليلة تعطي فكرة أوضح، للقراءة متى شئت.
reassure-doubt-soft-2 = إن كان لديك سؤال فقد يفيد هذا، وإلا فجولة ممتعة.
reassure-doubt-soft-3 = جمعنا كلمات قليلة عن «{ $product }»، للقراءة متى شئت.

reassure-doubt-plain-1 = هذا ما يمكننا قوله ببساطة ووضوح.
reassure-doubt-plain-2 = هل من سؤال؟ لعل الجواب في الأسفل مباشرة.
reassure-doubt-plain-3 = هذا ما يمكننا قوله عن «{ $product }»، بكلمات بسيطة.

reassure-doubt-direct-1 = النظر بعناية طريقة جيدة للاختيار. هذا ما يحسن معرفته.
reassure-doubt-direct-2 = السؤال الجيد يستحق جوابًا واضحًا. هذا ما نود نحن معرفته.
reassure-doubt-direct-3 = أما زال «{ $product }» قيد التفكير؟ هذا ما يمكن توقعه، بوضوح.

## reassure: بعد رؤية سعر ثم الانصراف عنه. الكلام عن القيمة والجودة، لا عن السعر نفسه.

reassure-price-head-1 = ما وراء السعر
reassure-price-head-2 = الجودة، بكلمات واضحة
reassure-price-head-3 = القيمة الحقيقية
reassure-price-head-4 = «{ $product }» بالتفصيل
reassure-price-head-5 = ما وراء «{ $product }»

reassure-price-soft-1 = السعر وحده لا يقول الكثير. هنا ما يقف وراءه.
reassure-price-soft-2 = تظهر القيمة في الصنع وفي الاستعمال. هنا كلمات قليلة عن كليهما.
reassure-price-soft-3 = ما الذي يميّز «{ $product }»؟ هنا جواب صادق.

reassure-price-plain-1 = هذا ما يفسّر السعر، بكلمات بسيطة.
reassure-price-plain-2 = هذا ما يُقابل هذا السعر، من دون تجميل.
reassure-price-plain-3 = هذا ما يأتي مع «{ $product }»، من دون تجميل.

reassure-price-direct-1 = هل يستحق ذلك؟ القرار لك وحدك. وهذا قد يعين عليه.
reassure-price-direct-2 = الحكم على السعر أسهل حين يُعرف ما فيه. وها هو بوضوح.
reassure-price-direct-3 = هل يستحق «{ $product }» ذلك؟ القرار لك وحدك، وهذا قد يعين عليه.

## remind: عند العودة. المنتج الذي شوهد في زيارة سابقة.

remind-return_visit-head-1 = أهلًا بعودتك
remind-return_visit-head-2 = من حيث توقفت
remind-return_visit-head-3 = سررنا برؤيتك مجددًا
remind-return_visit-head-4 = «{ $product }» مرة أخرى؟
remind-return_visit-head-5 = العودة إلى «{ $product }»

remind-return_visit-soft-1 = الصفحة التي زرتها من قبل هنا، متى شئت.
remind-return_visit-soft-2 = يمكنك المتابعة من حيث توقفت، أو التجول كما يحلو لك.
remind-return_visit-soft-3 = إن خطر «{ $product }» على بالك من جديد فالصفحة هنا.

remind-return_visit-plain-1 = ما شاهدته في زيارة سابقة على بُعد لمسة من هنا.
remind-return_visit-plain-2 = صفحة زيارتك السابقة هنا، إن أحببت العودة إليها.
remind-return_visit-plain-3 = شاهدت «{ $product }» في زيارة سابقة. لمسة تعيدك إليه.

remind-return_visit-direct-1 = بدأت النظر في شيء من قبل. لمسة تعيدك إليه.
remind-return_visit-direct-2 = يمكنك المتابعة من حيث توقفت: الصفحة على بُعد لمسة.
remind-return_visit-direct-3 = المتابعة مع «{ $product }» على بُعد لمسة من هنا.

## remind: شيء بدأ ولم يكتمل، مثل حجز أو استمارة.

remind-goal_left-head-1 = لم يكتمل بعد
remind-goal_left-head-2 = من حيث توقفت
remind-goal_left-head-3 = هل نتابع هنا؟
remind-goal_left-head-4 = { $goal }
remind-goal_left-head-5 = متابعة «{ $goal }»؟

remind-goal_left-soft-1 = بدأت شيئًا هنا، والصفحة باقية متى شئت.
remind-goal_left-soft-2 = إن أحببت المتابعة يومًا ما، فكل شيء على بُعد لمسة.
remind-goal_left-soft-3 = توقفت عند «{ $step }»، والصفحة باقية متى شئت.
remind-goal_left-soft-4 = بدأت «{ $goal }»، والصفحة باقية متى شئت.

remind-goal_left-plain-1 = بدأت شيئًا هنا ثم انتقلت إلى غيره. لمسة تعيدك إليه.
remind-goal_left-plain-2 = طريق العودة لمسة، الآن أو لاحقًا.
remind-goal_left-plain-3 = وصلت إلى «{ $step }». لمسة تعيدك إليها، الآن أو لاحقًا.
remind-goal_left-plain-4 = بدأت «{ $goal }» ثم انتقلت إلى غيره. لمسة تعيدك إليه.

remind-goal_left-direct-1 = تركت شيئًا في منتصف الطريق. لمسة تعيدك إليه.
remind-goal_left-direct-2 = يمكنك المتابعة من حيث توقفت: الصفحة على بُعد لمسة.
remind-goal_left-direct-3 = كنت عند «{ $step }». المتابعة من هناك بلمسة.
remind-goal_left-direct-4 = متابعة «{ $goal }» من حيث توقفت، بلمسة.

## resurface cart: ما وُضع في السلة في زيارة سابقة.

resurface_cart-return_visit-head-1 = سلتك ما زالت هنا
resurface_cart-return_visit-head-2 = أهلًا بعودتك
resurface_cart-return_visit-head-3 = حفظنا لك سلتك
resurface_cart-return_visit-head-4 = «{ $product }» في السلة

resurface_cart-return_visit-soft-1 =
    { $count ->
        [one] في السلة منتج واحد، كما كان اختيارك، متى شئت.
        [two] في السلة منتجان، كما كان اختيارك، متى شئت.
        [few] في السلة { $count } منتجات، كما كان اختيارك، متى شئت.
        [many] في السلة { $count } منتجًا، كما كان اختيارك، متى شئت.
       *[other] في السلة { $count } منتج، كما كان اختيارك، متى شئت.
    }
resurface_cart-return_visit-soft-2 =
    { $count ->
        [one] في السلة من زيارتك السابقة منتج واحد. ويمكنك التجول قبل ذلك أيضًا.
        [two] في السلة من زيارتك السابقة منتجان. ويمكنك التجول قبل ذلك أيضًا.
        [few] في السلة من زيارتك السابقة { $count } منتجات. ويمكنك التجول قبل ذلك أيضًا.
        [many] في السلة من زيارتك السابقة { $count } منتجًا. ويمكنك التجول قبل ذلك أيضًا.
       *[other] في السلة من زيارتك السابقة { $count } منتج. ويمكنك التجول قبل ذلك أيضًا.
    }
resurface_cart-return_visit-soft-3 =
    { $count ->
        [one] ما زال «{ $product }» في السلة، متى شئت.
        [two] «{ $product }» وما معه، منتجان، في السلة متى شئت.
        [few] «{ $product }» وما معه، { $count } منتجات، في السلة متى شئت.
        [many] «{ $product }» وما معه، { $count } منتجًا، في السلة متى شئت.
       *[other] «{ $product }» وما معه، { $count } منتج، في السلة متى شئت.
    }

resurface_cart-return_visit-plain-1 =
    { $count ->
        [one] في السلة منتج واحد، كما كان اختيارك. لمسة تعيدك إليها.
        [two] في السلة منتجان، كما كان اختيارك. لمسة تعيدك إليها.
        [few] في السلة { $count } منتجات، كما كان اختيارك. لمسة تعيدك إليها.
        [many] في السلة { $count } منتجًا، كما كان اختيارك. لمسة تعيدك إليها.
       *[other] في السلة { $count } منتج، كما كان اختيارك. لمسة تعيدك إليها.
    }
resurface_cart-return_visit-plain-2 =
    { $count ->
        [one] في السلة منتج واحد، بقيمة { $total } الآن. يمكنك المتابعة متى شئت.
        [two] في السلة منتجان، بقيمة { $total } الآن. يمكنك المتابعة متى شئت.
        [few] في السلة { $count } منتجات، بقيمة { $total } الآن. يمكنك المتابعة متى شئت.
        [many] في السلة { $count } منتجًا، بقيمة { $total } الآن. يمكنك المتابعة متى شئت.
       *[other] في السلة { $count } منتج، بقيمة { $total } الآن. يمكنك المتابعة متى شئت.
    }
resurface_cart-return_visit-plain-3 =
    { $count ->
        [one] تحفظ سلتك من زيارة سابقة منتجًا واحدًا. يمكنك المتابعة من هناك.
        [two] تحفظ سلتك من زيارة سابقة منتجين. يمكنك المتابعة من هناك.
        [few] تحفظ سلتك من زيارة سابقة { $count } منتجات. يمكنك المتابعة من هناك.
        [many] تحفظ سلتك من زيارة سابقة { $count } منتجًا. يمكنك المتابعة من هناك.
       *[other] تحفظ سلتك من زيارة سابقة { $count } منتج. يمكنك المتابعة من هناك.
    }
resurface_cart-return_visit-plain-4 =
    { $count ->
        [one] «{ $product }» في سلتك منذ زيارة سابقة. لمسة تعيدك إليها.
        [two] في سلتك منتجان، منها «{ $product }». لمسة تعيدك إليها.
        [few] في سلتك { $count } منتجات، منها «{ $product }». لمسة تعيدك إليها.
        [many] في سلتك { $count } منتجًا، منها «{ $product }». لمسة تعيدك إليها.
       *[other] في سلتك { $count } منتج، منها «{ $product }». لمسة تعيدك إليها.
    }

resurface_cart-return_visit-direct-1 =
    { $count ->
        [one] في السلة منتج واحد. المتابعة من حيث توقفت بلمسة.
        [two] في السلة منتجان. المتابعة من حيث توقفت بلمسة.
        [few] في السلة { $count } منتجات. المتابعة من حيث توقفت بلمسة.
        [many] في السلة { $count } منتجًا. المتابعة من حيث توقفت بلمسة.
       *[other] في السلة { $count } منتج. المتابعة من حيث توقفت بلمسة.
    }
resurface_cart-return_visit-direct-2 =
    { $count ->
        [one] السلة على بُعد لمسة من هنا، وفيها منتج واحد باختيارك.
        [two] السلة على بُعد لمسة من هنا، وفيها منتجان باختيارك.
        [few] السلة على بُعد لمسة من هنا، وفيها { $count } منتجات باختيارك.
        [many] السلة على بُعد لمسة من هنا، وفيها { $count } منتجًا باختيارك.
       *[other] السلة على بُعد لمسة من هنا، وفيها { $count } منتج باختيارك.
    }
resurface_cart-return_visit-direct-3 =
    { $count ->
        [one] «{ $product }» في السلة. المتابعة من حيث توقفت بلمسة.
        [two] «{ $product }» وما معه، منتجان، في السلة. المتابعة بلمسة.
        [few] «{ $product }» وما معه، { $count } منتجات، في السلة. المتابعة بلمسة.
        [many] «{ $product }» وما معه، { $count } منتجًا، في السلة. المتابعة بلمسة.
       *[other] «{ $product }» وما معه، { $count } منتج، في السلة. المتابعة بلمسة.
    }

## remind: السلة كما هي، ولم يلمسها أحد منذ حين.

remind-idle_cart-head-1 = سلتك ما زالت هنا
remind-idle_cart-head-2 = من حيث توقفت
remind-idle_cart-head-3 = في سلتك
remind-idle_cart-head-4 = «{ $product }» في السلة

remind-idle_cart-soft-1 =
    { $count ->
        [one] في السلة منتج واحد، كما كان اختيارك، متى شئت.
        [two] في السلة منتجان، كما كان اختيارك، متى شئت.
        [few] في السلة { $count } منتجات، كما كان اختيارك، متى شئت.
        [many] في السلة { $count } منتجًا، كما كان اختيارك، متى شئت.
       *[other] في السلة { $count } منتج، كما كان اختيارك، متى شئت.
    }
remind-idle_cart-soft-2 =
    { $count ->
        [one] في السلة منتج واحد. يمكنك مواصلة التجول على مهل، كما يحلو لك.
        [two] في السلة منتجان. يمكنك مواصلة التجول على مهل، كما يحلو لك.
        [few] في السلة { $count } منتجات. يمكنك مواصلة التجول على مهل، كما يحلو لك.
        [many] في السلة { $count } منتجًا. يمكنك مواصلة التجول على مهل، كما يحلو لك.
       *[other] في السلة { $count } منتج. يمكنك مواصلة التجول على مهل، كما يحلو لك.
    }
remind-idle_cart-soft-3 =
    { $count ->
        [one] ما زال «{ $product }» في السلة، متى شئت.
        [two] «{ $product }» وما معه، منتجان، في السلة متى شئت.
        [few] «{ $product }» وما معه، { $count } منتجات، في السلة متى شئت.
        [many] «{ $product }» وما معه، { $count } منتجًا، في السلة متى شئت.
       *[other] «{ $product }» وما معه، { $count } منتج، في السلة متى شئت.
    }

remind-idle_cart-plain-1 =
    { $count ->
        [one] في السلة منتج واحد، كما كان اختيارك. لمسة توصلك إليها، الآن أو لاحقًا.
        [two] في السلة منتجان، كما كان اختيارك. لمسة توصلك إليها، الآن أو لاحقًا.
        [few] في السلة { $count } منتجات، كما كان اختيارك. لمسة توصلك إليها، الآن أو لاحقًا.
        [many] في السلة { $count } منتجًا، كما كان اختيارك. لمسة توصلك إليها، الآن أو لاحقًا.
       *[other] في السلة { $count } منتج، كما كان اختيارك. لمسة توصلك إليها، الآن أو لاحقًا.
    }
remind-idle_cart-plain-2 =
    { $count ->
        [one] وضعت قبل حين في السلة ما مجموعه منتج واحد. لمسة توصلك إليها.
        [two] وضعت قبل حين في السلة ما مجموعه منتجان. لمسة توصلك إليها.
        [few] وضعت قبل حين في السلة ما مجموعه { $count } منتجات. لمسة توصلك إليها.
        [many] وضعت قبل حين في السلة ما مجموعه { $count } منتجًا. لمسة توصلك إليها.
       *[other] وضعت قبل حين في السلة ما مجموعه { $count } منتج. لمسة توصلك إليها.
    }
remind-idle_cart-plain-3 =
    { $count ->
        [one] «{ $product }» في السلة منذ حين. لمسة توصلك إليها.
        [two] «{ $product }» وما معه، منتجان، في السلة. لمسة توصلك إليها.
        [few] «{ $product }» وما معه، { $count } منتجات، في السلة. لمسة توصلك إليها.
        [many] «{ $product }» وما معه، { $count } منتجًا، في السلة. لمسة توصلك إليها.
       *[other] «{ $product }» وما معه، { $count } منتج، في السلة. لمسة توصلك إليها.
    }

remind-idle_cart-direct-1 =
    { $count ->
        [one] في السلة منذ حين منتج واحد. لمسة توصلك إليها.
        [two] في السلة منذ حين منتجان. لمسة توصلك إليها.
        [few] في السلة منذ حين { $count } منتجات. لمسة توصلك إليها.
        [many] في السلة منذ حين { $count } منتجًا. لمسة توصلك إليها.
       *[other] في السلة منذ حين { $count } منتج. لمسة توصلك إليها.
    }
remind-idle_cart-direct-2 =
    { $count ->
        [one] السلة على بُعد لمسة من هنا، وفيها منتج واحد باختيارك.
        [two] السلة على بُعد لمسة من هنا، وفيها منتجان باختيارك.
        [few] السلة على بُعد لمسة من هنا، وفيها { $count } منتجات باختيارك.
        [many] السلة على بُعد لمسة من هنا، وفيها { $count } منتجًا باختيارك.
       *[other] السلة على بُعد لمسة من هنا، وفيها { $count } منتج باختيارك.
    }
remind-idle_cart-direct-3 =
    { $count ->
        [one] «{ $product }» في السلة منذ حين. الوصول إليها بلمسة.
        [two] في السلة منتجان، منها «{ $product }». الوصول إليها بلمسة.
        [few] في السلة { $count } منتجات، منها «{ $product }». الوصول إليها بلمسة.
        [many] في السلة { $count } منتجًا، منها «{ $product }». الوصول إليها بلمسة.
       *[other] في السلة { $count } منتج، منها «{ $product }». الوصول إليها بلمسة.
    }

## reassure: أثناء المقارنة بين عدة أشياء.

reassure-comparing-head-1 = أيها أنسب؟
reassure-comparing-head-2 = جنبًا إلى جنب
reassure-comparing-head-3 = ما يميّز بعضها عن بعض
reassure-comparing-head-4 = «{ $product }» وغيره
reassure-comparing-head-5 = وماذا عن «{ $product }»؟

reassure-comparing-soft-1 = بعضها يشبه بعضًا. قد يساعد هذا على التمييز بينها، إن أحببت.
reassure-comparing-soft-2 = كلمات قليلة عن الفروق بينها، للقراءة متى شئت.
reassure-comparing-soft-3 = كلمات قليلة عما يخص «{ $product }»، للقراءة متى شئت.

reassure-comparing-plain-1 = الاختيار أسهل حين تُعرف الفروق. هذا ما نعرفه عنها.
reassure-comparing-plain-2 = هذا ما يميّز هذا المنتج، بكلمات بسيطة.
reassure-comparing-plain-3 = هذا ما يميّز «{ $product }»، بكلمات بسيطة.

reassure-comparing-direct-1 = شاهدت أشياء متشابهة. هنا ما يعين على المفاضلة بينها.
reassure-comparing-direct-2 = هنا بوضوح ما يجيده هذا المنتج، والمقارنة لك.
reassure-comparing-direct-3 = هنا بوضوح ما يجيده «{ $product }»، والمقارنة لك.

## reassure: حين يكون السؤال عن المتجر. في الأسفل جواب المتجر نفسه.

reassure-delivery-head-1 = كيف يصل إليك
reassure-delivery-head-2 = عن الشحن
reassure-delivery-head-3 = من عندنا إلى بابك
reassure-delivery-soft-1 = قد يكون السؤال: كيف يصل؟ هنا كلمات قليلة عن ذلك.
reassure-delivery-soft-2 = كل ما يمكننا قوله في الأسفل مباشرة، للقراءة متى شئت.
reassure-delivery-plain-1 = هذا ما يجري بين الطلب وبابك، بكلمات بسيطة.
reassure-delivery-plain-2 = هذه هي الكلمات التي نعمل بها نحن أنفسنا.
reassure-delivery-direct-1 = السؤال الواضح يستحق جوابًا واضحًا. وهذا جوابنا.
reassure-delivery-direct-2 = ما يمكننا قوله عن الشحن يُقرأ هنا، قبل أي قرار.

reassure-trust-head-1 = في حال تغيّر رأيك
reassure-trust-head-2 = من المفيد معرفته
reassure-trust-head-3 = كيف نعمل هنا
reassure-trust-soft-1 = ماذا بعد ذلك؟ هنا كلمات قليلة، للقراءة متى شئت.
reassure-trust-soft-2 = قد يكون السؤال: من نحن؟ هكذا نعمل.
reassure-trust-plain-1 = هكذا نعمل، بالكلمات التي نلتزم بها.
reassure-trust-plain-2 = سؤال في محله. وهذا جوابنا، بكلمات بسيطة.
reassure-trust-direct-1 = الاختيار أهدأ حين يُعرف ما بعده. وهكذا الأمر هنا.
reassure-trust-direct-2 = هكذا نتصرف، بوضوح.

reassure-payment-head-1 = عن الدفع
reassure-payment-head-2 = طرق الدفع
reassure-payment-head-3 = الدفع هنا
reassure-payment-soft-1 = قد يكون السؤال: ما الطرق المتاحة؟ هنا كلمات قليلة عنها.
reassure-payment-soft-2 = على مهل: هكذا يجري الأمر، للقراءة متى شئت.
reassure-payment-plain-1 = هكذا يجري الدفع في هذا المتجر، بكلمات بسيطة.
reassure-payment-plain-2 = هذا ما يمكننا قوله عن طرق الدفع.
reassure-payment-direct-1 = السؤال الحذر يستحق جوابًا واضحًا. وهذا جوابنا.
reassure-payment-direct-2 = هذا ما يحدث عند الدفع في هذا المتجر، بوضوح.

reassure-account-head-1 = هل يلزم حساب؟
reassure-account-head-2 = عن الحساب
reassure-account-head-3 = الطلب ببساطة
reassure-account-soft-1 = قد يكون السؤال: هل يلزم حساب؟ هنا كلمات قليلة عن ذلك.
reassure-account-soft-2 = هذا ما نسأل عنه وسببه، للقراءة متى شئت.
reassure-account-plain-1 = سؤال في محله. هكذا الأمر في هذا المتجر.
reassure-account-plain-2 = هذا ما نسأل عنه وسببه، بكلمات بسيطة.
reassure-account-direct-1 = هذا جوابنا بوضوح، والقرار لك.
reassure-account-direct-2 = لما نسأل عنه سبب. وها هو.

reassure-checkout-head-1 = هل من أمر غير واضح؟
reassure-checkout-head-2 = من حيث توقفت
reassure-checkout-head-3 = الطلب هنا
reassure-checkout-soft-1 = إن كان أمر ما غير واضح فقد يفيد هذا، وإلا فعلى مهلك.
reassure-checkout-soft-2 = هكذا يجري الطلب هنا، للقراءة متى شئت.
reassure-checkout-plain-1 = توقفت في الطريق إلى الطلب. هذا ما كنا سنود معرفته.
reassure-checkout-plain-2 = هكذا يجري الطلب في هذا المتجر، بكلمات بسيطة.
reassure-checkout-direct-1 = هل استوقفك شيء في الطريق؟ لعل الجواب هنا.
reassure-checkout-direct-2 = هكذا يجري الطلب هنا، بوضوح.

reassure-coupon-head-1 = ما وراء السعر
reassure-coupon-head-2 = أين يذهب مالك
reassure-coupon-head-3 = القيمة، بكلمات واضحة
reassure-coupon-soft-1 = السعر وحده لا يقول الكثير. هنا ما يقف وراء أسعارنا.
reassure-coupon-soft-2 = قد يكون السؤال: ما الذي يصلك؟ هنا جواب صادق.
reassure-coupon-plain-1 = هذا ما يُقابل هذا السعر، من دون تجميل.
reassure-coupon-plain-2 = هذا ما يفسّر أسعارنا، بكلمات بسيطة.
reassure-coupon-direct-1 = هل يستحق ذلك؟ القرار لك وحدك. وهذا قد يعين عليه.
reassure-coupon-direct-2 = هذا ما في أسعارنا، بوضوح.

## convenience: حين يبدو أن شيئًا لا يعمل. مساعدة فقط، ولا شيء للشراء.

convenience-trouble-head-1 = هل من عطل هنا؟
convenience-trouble-head-2 = هل نساعدك؟
convenience-trouble-head-3 = كان ينبغي أن يعمل
convenience-trouble-soft-1 = يبدو أن الصفحة لم تفعل ما أردت. هنا مكان المساعدة.
convenience-trouble-soft-2 = تتوقف الصفحات أحيانًا. المساعدة على بُعد لمسة، وكذلك محاولة أخرى لاحقًا.
convenience-trouble-plain-1 = إن لم يعمل شيء هنا كما ينبغي فيمكننا النظر فيه معك.
convenience-trouble-plain-2 = المساعدة على بُعد لمسة، إن احتجت إليها.
convenience-trouble-direct-1 = هذه الصفحة لا تستجيب كما ينبغي. المساعدة على بُعد لمسة.
convenience-trouble-direct-2 = المساعدة على بُعد لمسة، ويسعدنا أن نعرف أين العطل.

## incentive: حين يكون السعر سبب التردد. رمز من المتجر، بقيمته لا أكثر ولا أقل.

incentive-price-head-1 = رمز لهذه السلة
incentive-price-head-2 = أقل بمقدار { $amount }
incentive-price-head-3 = رمز بقيمة { $amount }

incentive-price-soft-1 = إن كان ذلك يفيد: مع هذا الرمز يقل طلب من { $least } فأكثر بمقدار { $amount }.
incentive-price-soft-2 = يخصم { $amount } من طلب قيمته { $least } فأكثر. والاستعمال اختياري.
incentive-price-soft-3 = بقيمة { $amount } على طلب قيمته { $least } فأكثر، إن أحببت.

incentive-price-plain-1 = الرمز في الأسفل يخصم { $amount } من طلب قيمته { $least } فأكثر، مرة واحدة.
incentive-price-plain-2 = يُكتب عند الدفع، ويخصم { $amount } مرة واحدة من طلب قيمته { $least } فأكثر.
incentive-price-plain-3 = خصم { $amount } مرة واحدة على طلب قيمته { $least } فأكثر.

incentive-price-direct-1 = هذا الرمز يصلح مرة واحدة ويخصم { $amount } من طلب قيمته { $least } فأكثر.
incentive-price-direct-2 = يُكتب هذا الرمز عند الدفع، ويخصم { $amount } من طلب قيمته { $least } فأكثر.
incentive-price-direct-3 = هذا الرمز يخصم { $amount } على طلب قيمته { $least } فأكثر، مرة واحدة.

## remind: مهما كان ما لوحظ غير ذلك. المكان نفسه على بُعد لمسة.

remind-any-head-1 = من حيث توقفت
remind-any-head-2 = العودة إلى هناك؟
remind-any-head-3 = نظرة أخرى
remind-any-head-4 = العودة إلى «{ $product }»؟

remind-any-soft-1 = إن أحببت نظرة أخرى فالصفحة هنا.
remind-any-soft-2 = الصفحة هنا متى شئت.
remind-any-soft-3 = إن خطر «{ $product }» على بالك من جديد فالصفحة هنا.
remind-any-plain-1 = الصفحة على بُعد لمسة من هنا، الآن أو لاحقًا.
remind-any-plain-2 = من هنا تكون العودة إليها.
remind-any-plain-3 = «{ $product }» على بُعد لمسة من هنا، الآن أو لاحقًا.
remind-any-direct-1 = يمكنك المتابعة من هناك: الصفحة على بُعد لمسة.
remind-any-direct-2 = لمسة تعيدك إلى هناك.
remind-any-direct-3 = المتابعة مع «{ $product }» على بُعد لمسة من هنا.

## convenience: لأي سبب آخر. أين توجد المساعدة.

convenience-any-head-1 = هل نساعدك؟
convenience-any-head-2 = هل من سؤال؟
convenience-any-head-3 = المساعدة قريبة
convenience-any-soft-1 = إن كان لديك سؤال فالمساعدة على بُعد لمسة.
convenience-any-soft-2 = إن كان أمر ما غير واضح فيسعدنا الجواب.
convenience-any-plain-1 = المساعدة على بُعد لمسة، إن احتجت إليها.
convenience-any-plain-2 = هنا يُجاب عن الأسئلة.
convenience-any-direct-1 = يسعدنا سؤالك: المساعدة على بُعد لمسة.
convenience-any-direct-2 = هل من أمر غير واضح؟ المساعدة على بُعد لمسة.
