"""Money off: what it may come to, who may be offered it, and out of which purse. Pure, in whole minor units."""
