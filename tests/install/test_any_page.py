"""Whatever a page, a policy or a redirect says, the doctor has words for it and no traceback."""

from collections.abc import Iterator
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.install.origin import Origin, Reply, origin

from tarry.install.fetch import Fetched, FetchError, fetch
from tarry.install.page_side import look_at_page
from tarry.install.shop import Shop

SHOP = Shop("pk_shop", "https://tarry.example/t/", ("https://shop.example",))
ODD = (
    "http://[bad",
    "//[::1",
    "http://a:b/",
    "https://x:99999999/t/tarry.js",
    "\x00",
    "javascript:0",
    "%",
    "//",
    "http:///",
)
_address = st.sampled_from(ODD) | st.text(max_size=30) | st.just("https://tarry.example/t/tarry.js")
_piece = st.one_of(
    st.text(max_size=40),
    st.builds("<script src='{}' data-site={}>".format, _address, st.sampled_from(["pk_shop", "''", "x"])),
    st.builds(
        "<script async integrity={} src='{}tarry.js' type={}>".format,
        st.text(max_size=9),
        _address,
        st.text(max_size=9),
    ),
    st.builds("<base href='{}'>".format, _address),
    st.builds('<meta http-equiv=content-security-policy content="{}">'.format, st.text(max_size=60)),
    st.sampled_from(["</script>", "<!--", "-->", "<template>", "</noscript>", "<noscript>", "<![CDATA[", "<svg>"]),
)


@settings(max_examples=300)
@given(
    st.lists(_piece, max_size=8),
    st.text(max_size=80)
    | st.builds("script-src {} *".format, _address)
    | st.builds("connect-src {}:1".format, _address),
)
def test_every_page_and_policy_can_be_looked_at(pieces: list[str], policy: str) -> None:
    """Broken addresses, broken markup, broken policies."""
    headers = Message()
    headers["content-security-policy"] = policy.replace("\r", "").replace("\n", "")
    page = Fetched("https://shop.example/", 200, headers, "".join(pieces).encode("utf-8", "replace"))

    findings = look_at_page(page, SHOP)

    assert findings
    assert all(finding.words for finding in findings)


@pytest.fixture(scope="module")
def shop() -> Iterator[Origin]:
    """Serve on loopback."""
    with origin() as made:
        yield made


@pytest.mark.parametrize("place", [place for place in ODD if place not in ("%", "\x00")])
def test_a_redirect_to_nowhere_is_told(shop: Origin, place: str) -> None:
    """Each as an error of ours with words."""
    shop.replies["/"] = Reply(status=302, headers=(("Location", place),))

    with pytest.raises(FetchError):
        fetch(f"{shop.url}/", frozenset())
