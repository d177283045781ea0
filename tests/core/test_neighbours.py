"""Where somebody calls from, whatever they say of themselves."""

import pytest

from tarry.core.neighbours import Neighbour, caller_address, neighbour, networks

PROXIES = networks(("127.0.0.1", "10.0.0.0/8", "fd00::/8"))


class TestCaller:
    @pytest.mark.parametrize(
        ("peer", "forwarded", "address"),
        [
            ("9.9.9.9", ["1.1.1.1"], "9.9.9.9"),
            ("127.0.0.1", [], "127.0.0.1"),
            ("127.0.0.1", ["9.9.9.9"], "9.9.9.9"),
            ("127.0.0.1", ["1.1.1.1, 9.9.9.9, 10.1.2.3"], "9.9.9.9"),
            ("127.0.0.1", ["1.1.1.1", "9.9.9.9"], "9.9.9.9"),
            ("fd00::1", ["2a00:1450::7"], "2a00:1450::7"),
            ("127.0.0.1", ["lies, 10.0.0.1"], "lies"),
            ("", ["9.9.9.9"], ""),
        ],
    )
    def test_s8_only_a_known_proxy_is_believed(self, peer: str, forwarded: list[str], address: str) -> None:
        """From the right, the first that is no proxy of the owner's; what is left of it is the caller's own tale."""
        assert caller_address(peer, forwarded, PROXIES) == address


class TestNeighbour:
    @pytest.mark.parametrize(
        ("address", "house", "street"),
        [
            ("9.9.9.9", "9.9.9.9/32", "9.9.9.0/24"),
            ("::ffff:9.9.9.9", "9.9.9.9/32", "9.9.9.0/24"),
            ("2a00:1450:4001:81b::200e", "2a00:1450:4001:81b::/64", "2a00:1450:4001::/48"),
        ],
    )
    def test_a_household_and_its_neighbourhood(self, address: str, house: str, street: str) -> None:
        """One address of version 4 is a household, a /64 of version 6; version 4 in version 6 is what it is."""
        assert neighbour(address) == Neighbour(house, street)

    @pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.7", "fe80::1", "lies", ""])
    def test_proxies_nobody_named_are_not_one_visitor(self, address: str) -> None:
        """The machine itself, private networks and what is no address are not counted."""
        assert neighbour(address) is None
