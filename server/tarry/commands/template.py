"""The configuration file that ``tarry init`` writes."""

TOML = """# Tarry's configuration. `tarry check` tells what is wrong with it, and how to mend it.

[[site]]
key = "{key}"                     # public: stands in the tag, opens nothing by itself
name = ""                                        # your shop's name, shown in small print
origins = ["{origin}"]           # the pages that may connect: scheme, host and port, nothing else
address = "{address}"          # where pages reach this server; `tarry tag` prints the tag
currency = "EUR"                                 # ISO 4217
locale = "en"                                    # language of prompts when a page does not say its own
cart_url = "/cart"                               # where one tap leads back to the cart
# help_url = "/help"                             # where help is found: convenience leads there
consent_default = "{consent}"                  # before a visitor has chosen: none, anonymous or full
voice = ""                                       # your brand's voice in a sentence or two, for a model writer
# slots = [".product-note"]                      # CSS selectors of places kept free for inline prompts

# House rules. A rule Tarry does not know stops all prompts; none is ever dropped in silence.
[site.rules]
holdout_percent = 10                             # this many of a hundred visitors are shown nothing: the honest measure
per_session = 1                                  # interrupting prompts a session
per_day = 1
per_7_days = 3
per_90_days = 10
gap_s = 60                                       # seconds between any two prompts
forbidden_words = []                             # never in any prompt
# paused = true                                  # stop everything at once

[site.rules.plays]                               # full: speaks. observe: only logs what it would have said.
reassure = "full"
remind = "full"
resurface_cart = "full"
convenience = "observe"                          # help, when something on the page seems not to work; needs help_url
incentive = "observe"                            # money off; needs the bounds below, docs/incentives.md

# [site.rules.incentives]                        # off until you say how much; needs codes_file and catalogue_file
# percent = 10                                   # at most, of what may be had for less
# most = "5.00"                                  # at most, of one order
# per_day = "50.00"                              # and of all of them
# per_month = "500.00"
# never = ["GIFT-CARD", "brand:Steinrast", "category:books"]

# A playbook ties a way of leaving to a kind of help; `docs/playbooks.md` names Tarry's own. Change one by its name:
# [[site.rules.playbook]]
# name = "coupon_hunt"
# mode = "share"                                 # observe: only logs; share: speaks to so many of a hundred; full
# share = 20
# segment = "returning"                          # first_time, returning, loyal, high_value, repeat_viewer, or your own:
# [[site.rules.segment]]
# name = "big_cart"
# all = [{{ field = "cart_value", op = ">=", value = 200 }}, {{ field = "visits", op = ">=", value = 2 }}]
# How somebody is spoken to, by behaviour: frustrated leaving_early studying bouncing returning stuck looking
# [[site.rules.manner]]
# when = "studying"
# tone = "plain"
# format = "card"

# Your own words, shown verbatim. Without them `reassure` stays silent: Tarry invents no promises.
# [[site.passage]]
# kind = "faq"                                   # faq, quote, compare or benefit
# title = "Can I send it back?"
# text = "Yes, within 30 days, and the return label is in the box."
# source = "/returns"
# skus = []                                      # empty: fits every product
# topics = ["returns"]                           # quality, fit, delivery, returns, value, care, booking
# locale = "en"

# A model that writes the prompts; without one the house writer does.
# [model]
# name = "gpt-5-mini"
# base_url = "http://127.0.0.1:8080/v1"          # any OpenAI-compatible server; leave out for OpenAI itself
# key_env = "OPENAI_API_KEY"                     # the key is read from this environment variable
# deadline_ms = 800                              # after this the house writer speaks
"""
