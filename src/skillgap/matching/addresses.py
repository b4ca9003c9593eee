"""Text in, spans of web and mail addresses out, in time that grows with the length of the text.

Every part of a pattern is bounded or can't be read in two ways: "@a" a thousand times over took ten seconds otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

# A mail address by the lengths that RFC 5321 allows for the parts before and behind the sign.
_MAIL = re.compile(r"[^\s@,;|<>()]{1,64}+@(?:[\w-]{1,63}+\.){1,8}\w{2,24}+")
_LINK = re.compile(r"(?:https?://|www\.)\S++", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![\w.@-])([\w-]++(?:\.[\w-]++)++)(/\S*+)?")

# Endings of hosts that are no endings of products: Node.js, ASP.NET.
_HOSTS = frozenset(["com", "org", "edu", "gov", "info", "ai", "dev", "app", "me", "io", "co", "de", "ch", "fr", "uk", "eu", "in"])


def addresses(text: str, names: frozenset[Span]) -> tuple[Span, ...]:
    """Return the spans of addresses in a text, apart and in order. What is one of `names` as a whole is a product: draw.io."""
    spans = [s for s in (*_mails(text), *_links(text), *_dotted(text, names)) if s not in names]
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _mails(text: str) -> Iterator[Span]:
    return (m.span() for m in _MAIL.finditer(text)) if "@" in text else iter(())


def _links(text: str) -> Iterator[Span]:
    return (m.span() for m in _LINK.finditer(text))


def _dotted(text: str, names: frozenset[Span]) -> Iterator[Span]:
    for match in _DOTTED.finditer(text):
        ending = match[1].rpartition(".")[2].lower()
        is_host = ending in _HOSTS
        # Behind the name of a product the slash parts two items: "Node.js/Express", "TensorFlow 2.x/Keras".
        has_path = match[2] is not None and ending.isalpha() and len(ending) > 1 and match.span(1) not in names
        if is_host or (has_path and match[2] != "/"):
            yield match.span()
