"""What counts as an origin."""

import pytest

from tarry.core.origin import is_origin


class TestOrigin:
    @pytest.mark.parametrize(
        "origin", ["http://shop.test", "https://a-b.c:8443", "http://[::1]:80", "http://127.0.0.1"]
    )
    def test_one_scheme_host_and_port(self, origin: str) -> None:
        """What a browser sends for a page on the web."""
        assert is_origin(origin)

    @pytest.mark.parametrize(
        "origin",
        [
            "",
            "null",
            "http://",
            "http://a/",
            "http://a b",
            "ftp://a",
            "http://A",
            "http://a\n",
            "http://a:123456",
        ],
    )
    def test_anything_else(self, origin: str) -> None:
        """Nothing, null, paths, capitals, line ends: no origin."""
        assert not is_origin(origin)
