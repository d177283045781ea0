"""Why Tarry stayed silent: one sentence for every gate, and what would change it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """``why`` nothing was said and what ``cure`` there is; both are for the shop's owner and developer."""

    why: str
    cure: str


GATES: dict[str, Gate] = {
    "consent": Gate(
        "the visitor's consent does not cover this",
        "The visitor accepts in the consent bar; or another play fits the present state.",
    ),
    "bot": Gate(
        "this looks like a program, not a shopper",
        "Nothing: programs are never spoken to and never counted.",
    ),
    "paused": Gate(
        "prompts are paused, here or for the whole site",
        "Take the play out of pause or observation in the configuration.",
    ),
    "rules_unreadable": Gate(
        "the house rules cannot be read, so nothing may be said",
        "Run tarry check and mend the line it names.",
    ),
    "no_reason": Gate(
        "nothing points to a reason for hesitating",
        "A clearer sign: more time on one product, a price bounce, a cart left behind.",
    ),
    "first_seconds": Gate(
        "nothing in the first 10 s of a session, nor within 2 s of a new page",
        "More active time; an exit moment needs 4 s active on its page instead.",
    ),
    "typing": Gate(
        "the shopper is typing",
        "The shopper leaves the field.",
    ),
    "paying": Gate(
        "the shopper is paying",
        "Nothing: a payment is never interrupted.",
    ),
    "just_added": Gate(
        "something was put into the cart a moment ago",
        "A little time: adding to the cart is no hesitation.",
    ),
    "dialog": Gate(
        "the page already shows a dialog or another prompt",
        "The shopper closes it.",
    ),
    "cap_session": Gate(
        "enough was said in this session",
        "A new session, or a higher limit per session in the configuration.",
    ),
    "cap_day": Gate(
        "enough was said today",
        "Tomorrow, or a higher limit per day in the configuration.",
    ),
    "cap_period": Gate(
        "enough was said in the last days",
        "Time, or a higher limit for 7 or 90 days in the configuration.",
    ),
    "gap": Gate(
        "the last prompt was too short a while ago",
        "A little time: any two prompts keep a distance.",
    ),
    "cooldown": Gate(
        "the shopper dismissed this kind of prompt, or has just ordered",
        "Time: 3 days after one dismissal, 30 after two, 1 after an order.",
    ),
    "quiet": Gate(
        "the shopper asked for quiet",
        "Time: quiet lasts a month, without consent for as long as the page.",
    ),
    "budget": Gate(
        "no money off for this visitor, or for this cart, now",
        "It is said which bound held; docs/incentives.md names them all.",
    ),
    "holdout": Gate(
        "this visitor is in the holdout: the group that is never spoken to, to measure against",
        "Nothing: who is held out stays so, or the measure would be worthless.",
    ),
    "expired": Gate(
        "the moment had passed before it could be used",
        "A faster writer, or a shopper who stays.",
    ),
    "nothing_to_say": Gate(
        "there are no words or passages for this",
        "Give Tarry passages about this product or topic, or a language it can write.",
    ),
    "guardrail": Gate(
        "every draft broke a guardrail",
        "See the draft: the rule and the words that broke it are named there.",
    ),
    "offline": Gate(
        "no page of this visitor was open",
        "The shopper comes back.",
    ),
}


BOUNDS: dict[str, str] = {
    "engagement": "too little time was spent here yet",
    "reason": "the price is not the likeliest reason that is still unanswered, or not likely enough",
    "leaving_alone": "making to leave is never answered by money",
    "ladder": "words about the price come first",
    "rest": "an offer was made in the last weeks",
    "year": "enough offers were made in the last year",
    "order": "an order at the full price was made of late",
    "share": "the draw said no: nobody is to count on an offer",
    "urgent": "too much of what was said to them had a deadline",
    "off": "offers are off",
    "currency": "the cart is in another currency",
    "nothing_eligible": "nothing in the cart may be had for less",
    "too_little": "the cart is worth too little for any of the codes",
    "does_not_pay": "it would cost more than it could bring",
    "no_codes": "there is no code left to give",
    "purse": "the budget of the day or of the month is out",
    "no_language": "the page is in a language nobody here writes",
    "no_passage": "no passage of yours is on this doubt, in this language",
    "no_subject": "what it was to be about is gone, or sold out",
    "no_way": "no link of your shop leads there",
    "no_words": "there are no words for this play and reason",
}
"""Why money off was not offered, or what there was none of where nothing was said, by the word the log has for it."""


def why(gate: str, bound: str = "") -> str:
    """Return why a gate holds, and which bound of an offer; for a gate nobody here knows, a sentence that says so."""
    known = GATES.get(gate)
    said = known.why if known else "a gate this version has no words for"
    return f"{said}: {BOUNDS[bound]}" if bound in BOUNDS else said


def cure(gate: str) -> str:
    """Return what would open a gate; empty for one this version does not know."""
    known = GATES.get(gate)
    return known.cure if known else ""
