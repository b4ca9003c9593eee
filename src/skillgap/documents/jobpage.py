"""The HTML page of a job posting in, the HTML of the posting alone out.

schema.org's JobPosting comes first: boards put the whole description there. Else the page's main element, else the page without
what surrounds the posting (navigation, footers, forms).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from skillgap.documents.content import Content
from skillgap.documents.encoding import decode

_AROUND = ("aside", "button", "dialog", "footer", "form", "nav")

# A description or main element with fewer letters is a stub: the text is elsewhere on the page.
LEAST = 200


def posting_of(content: Content) -> Content:
    """Return the content of an HTML page with the posting alone."""
    text = decode(content.data)
    root = etree.fromstring(text.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if root is None:
        return content
    page = _described(root) or _main(root) or _whole(root)
    return replace(
        content, data=f'<html><head><meta charset="utf-8"></head><body>{page}</body></html>'.encode("utf-8", "replace")
    )


def _described(root: Element) -> str | None:
    """Return the title and description of the page's JobPosting."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for found in _postings(_parsed(script.text or "")):
                parts = [
                    _text(found.get(key))
                    for key in ("description", "responsibilities", "qualifications", "experienceRequirements", "skills")
                ]
                if len(parts[0]) >= LEAST:
                    title = html.escape(_text(found.get("title")), quote=False)
                    return f"<h1>{title}</h1>" + "".join(
                        f"<div>{p}</div>" for p in parts[:1] + [p for p in parts[1:] if p and p not in parts[0]]
                    )
    return None


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _postings(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield the objects of type JobPosting in a JSON-LD value."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _postings(item, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if "JobPosting" in (types if isinstance(types, list) else [types]):
            yield value
        yield from _postings(value.get("@graph"), depth + 1)


def _text(value: object) -> str:
    """Return a property as HTML: lists are items; escaped markup is markup again."""
    if isinstance(value, list):
        return "<ul>" + "".join(f"<li>{_text(v)}</li>" for v in value) + "</ul>" if value else ""
    text = value if isinstance(value, str) else ""
    return html.unescape(text) if "&lt;" in text else text.replace("\n", "<br>") if "<" not in text else text


def _main(root: Element) -> str | None:
    """Return the largest of the page's main parts, where one holds a posting."""
    found = [e for tag in ("main", "article") for e in root.iter(tag)]
    best = max(found, key=_letters, default=None)
    return _serialised(best) if best is not None and _letters(best) >= LEAST else None


def _letters(element: Element) -> int:
    return len(
        " ".join(
            " ".join(
                element.itertext("p", "li", "div", "span", "td", "h1", "h2", "h3", "h4", "section", "main", "article")
            ).split()
        )
    )


def _whole(root: Element) -> str:
    body = root.find("body")
    return _serialised(root if body is None else body)


def _serialised(element: Element) -> str:
    etree.strip_elements(element, *_AROUND, with_tail=False)
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
