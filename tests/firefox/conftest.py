"""A shop under the strictest policy with a Tarry of another origin, and a Firefox to visit it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.examples.shopfront import Front, front
from tests.firefox.browser import Firefox, firefox

from tarry.install.tag import QUEUE, Tag

RULES = "dwell_s = 5\nfirst_active_s = 1\nafter_navigation_s = 0\nholdout_percent = 0\ngap_s = 0\nprompt_lasts_s = 60"
STRICT = (
    "default-src 'none'; script-src 'nonce-r4nd0m'; connect-src {base} {socket}; style-src 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
PRODUCT = """<!doctype html><html lang=en><title>Trail mug</title><script nonce=r4nd0m>
window.violated = [];
addEventListener('securitypolicyviolation', (event) => violated.push(event.violatedDirective + event.blockedURI));
</script>{tag}<script nonce=r4nd0m>tarry('consent', 'full')</script>
<script type="application/ld+json">{"@type": "Product", "sku": "MUG-1", "name": "Trail mug",
  "offers": {"price": "24.00", "priceCurrency": "EUR"}}</script>
<h1>Trail mug</h1><p>24.00 EUR</p><button>Add to cart</button><a id=away href="/away">Away</a>"""


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Open the shop once."""
    with front(tmp_path_factory.mktemp("firefox"), rules=RULES) as made:
        tag = (QUEUE + Tag(made.base, "pk_test").html()).replace("<script", "<script nonce=r4nd0m")
        policy = STRICT.format(base=made.base, socket=made.base.replace("http", "ws"))
        page = PRODUCT.replace("{tag}", tag)
        made.page.page(page, ("Content-Security-Policy", policy), path="/mug")
        made.page.page("<!doctype html><title>Away</title><h1>Away</h1>", path="/away")
        yield made


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Firefox]:
    """Open a browser with a fresh profile."""
    with firefox(tmp_path / "profile") as made:
        yield made
