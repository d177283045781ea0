"""The intent score: readable, between nothing and all, and never lowered by doing more."""

from hypothesis import given
from tests.core.stories import Story, folded, newcomer
from tests.core.wanderings import wanderings

from tarry.core.intent import intent


def test_nearer_to_the_order_is_higher() -> None:
    """Looking, coming back, filling the cart and going to the checkout each raise it."""
    scores = [
        intent(newcomer()),
        intent(folded(Story().page("list"))),
        intent(folded(Story().product().look(60_000))),
        intent(folded(Story().product().look(60_000).add())),
        intent(folded(Story().product().look(60_000).add().page("checkout"))),
    ]

    assert scores == sorted(scores)
    assert len(set(scores)) == 4
    assert 0.05 < scores[0] < 0.1
    assert 0.5 < scores[-1] < 0.9


@given(story=wanderings())
def test_it_is_a_probability_whatever_happens(story: Story) -> None:
    """No sitting drives it to nothing or to certainty."""
    assert 0 < intent(folded(story)) < 1
