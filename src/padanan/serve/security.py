"""Who may ask: tokens, names of hosts, origins. Pure functions on strings.

A page elsewhere can make a browser send requests here (cross-site request forgery),
and can have its own name point here (DNS rebinding). Against the first stand the token,
a cookie that other sites do not send, and the origin; against the second the name of
the host that the browser believes to talk to.
"""

from __future__ import annotations

import secrets
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

TOKEN_BYTES = 24
SHORTEST = 16
"""Minimum number of characters of a token that somebody chose."""


def new_token() -> str:
    """Return a token that nobody can guess.

    >>> len(new_token())
    32
    """
    return secrets.token_urlsafe(TOKEN_BYTES)


def same(given: str, token: str) -> bool:
    """Tell whether a token is the right one, in a time that does not say how far.

    >>> same("abc", "abc"), same("é", "abc")
    (True, False)
    """
    return secrets.compare_digest(given.encode(), token.encode())


def is_loopback(host: str) -> bool:
    """Tell whether an address can be reached from this machine only.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    address = _address(host)
    return host.lower() == "localhost" if address is None else address.is_loopback


def is_our_host(header: str, *, loopback: bool, names: tuple[str, ...]) -> bool:
    """Tell whether the header ``Host`` names this server.

    A rebound name is a name: an address cannot be rebound, so that a server for
    others lets every address pass.

    Args:
        header: its value, with or without a port.
        loopback: whether the server is for this machine only.
        names: other names that it has.

    >>> is_our_host("localhost:7717", loopback=True, names=())
    True
    >>> is_our_host("evil.example:7717", loopback=True, names=())
    False
    """
    host = host_name(header)
    if not host:
        return False
    if is_loopback(host) or host in {name.lower() for name in names}:
        return True
    return not loopback and _address(host) is not None


def host_name(header: str) -> str:
    """Return the name in a ``Host`` header; empty where it has none.

    >>> host_name("[::1]:7717"), host_name("Example.org"), host_name("a b")
    ('::1', 'example.org', '')
    """
    if any(sign in header for sign in "/?#@\\ \t"):
        return ""
    try:
        parts = urlsplit(f"//{header}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    return parts.hostname or ""


def is_our_origin(origin: str, host: str) -> bool:
    """Tell whether a request comes from a page of ours.

    A proxy may speak HTTPS with the browser and HTTP with us, so that the scheme does
    not count.

    Args:
        origin: the header ``Origin``.
        host: the header ``Host``.

    >>> is_our_origin("http://127.0.0.1:7717", "127.0.0.1:7717")
    True
    >>> is_our_origin("null", "null"), is_our_origin("http://a.example", "b.example")
    (False, False)
    """
    scheme, separator, rest = origin.partition("://")
    known = separator and scheme in {"http", "https"}
    return bool(known) and rest.lower() == host.lower()


def bearer(header: str) -> str:
    """Return the token of an ``Authorization`` header (RFC 6750); empty without one.

    >>> bearer("Bearer abc"), bearer("Basic abc")
    ('abc', '')
    """
    scheme, _, token = header.strip().partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None
