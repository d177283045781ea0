"""Where somebody calls from: the address a connection speaks for, and the neighbourhood it belongs to."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from msgspec import Struct

Network = IPv4Network | IPv6Network


class Neighbour(Struct, frozen=True):
    """A household and its neighbourhood, as texts: one address and its /24, or a /64 and its /48."""

    house: str
    street: str


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Return the networks that texts such as ``10.0.0.0/8`` or ``127.0.0.1`` name.

    Raises:
        ValueError: one of them names none.

    """
    return tuple(ip_network(text) for text in texts)


def caller_address(peer: str, forwarded: Sequence[str], proxies: Sequence[Network]) -> str:
    """Return the address a request speaks for.

    Only what a known proxy adds is believed: from the right, the first that is none of them. What stands left of it
    is the caller's own tale.

    Args:
        peer: the address of the connection.
        forwarded: the values of ``X-Forwarded-For``, oldest first.
        proxies: the networks of the owner's proxies.

    """
    chain = [part.strip() for value in forwarded for part in value.split(",")]
    here = peer
    while chain and _is_in(here, proxies):
        here = chain.pop()
    return here


def neighbour(address: str) -> Neighbour | None:
    """Return whose house it is; ``None`` for what is no address, or one of this machine or a private network.

    The latter are mostly proxies that the owner has not named: counted as one visitor they would shut all out.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return None
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    if found.is_loopback or found.is_private or found.is_link_local:
        return None
    house, street = (32, 24) if isinstance(found, IPv4Address) else (64, 48)
    return Neighbour(*(str(ip_network(f"{found}/{length}", strict=False)) for length in (house, street)))


def _is_in(address: str, among: Sequence[Network]) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in among if network.version == found.version)
