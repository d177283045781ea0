"""A page that changes its address without loading, as shops built of scripts do."""

from tests.journeys.visit import Line, Visit

STORM = """() => {
  history.replaceState(null, '', location.href + '#top');
  history.pushState(null, '', '/shop/returns');
  history.replaceState(null, '', '/shop/returns?from=menu');
  document.title = 'Returns';
  tarry('page');
}"""


def _is_returns(row: Line) -> bool:
    return row["kind"] == "event" and row["n"] == "page_view" and row["d"]["path"] == "/shop/returns"


def test_a_new_address_is_one_new_view_with_its_own_title_and_kind(visit: Visit) -> None:
    """However often the address is set on the way, and whoever else tells of it; no entry of history is ours."""
    visit.read(2)
    before = visit.page.evaluate("history.length")

    visit.page.evaluate(STORM)
    told = visit.await_line(_is_returns)
    visit.read(2)

    assert (told["d"]["title"], told["d"]["kind"], told["d"]["topic"]) == ("Returns", "info", "returns")
    assert len([row for row in visit.lines("event") if _is_returns(row)]) == 1
    assert visit.page.evaluate("history.length") == before + 1
