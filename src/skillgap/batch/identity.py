"""A document in, whose it is out: the name and e-mail address at its head, by which a report is found. No result depends on them.

Both are guesses. Without an address the first line of two to four capitalised words is the name; with one, the line that shares a
word with it. `titles.txt` has what stands at the head of résumés and looks like a name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from skillgap.model import Document

# Names stand in the first lines, before the first heading; beside a sidebar further down, where only an address tells them.
_LINES, _LINES_BESIDE = 12, 80
_MAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_APART = re.compile(r"\s*[|·•/–—,;:()]\s*|\s-\s|\s{2,}")
_WORD = re.compile(r"(?:[^\W\d_]+[.'’-]?)+")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose résumé it is, as far as its head tells. The keys are hashes by which versions of one person's are found."""

    name: str | None
    mail: str | None

    @property
    def mail_key(self) -> str | None:
        """The hash of the e-mail address."""
        return digest(f"mail:{self.mail.casefold()}") if self.mail else None

    @property
    def name_key(self) -> str | None:
        """The hash of the name, without case and accents."""
        return digest(f"name:{' '.join(fold(self.name).split())}") if self.name else None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose résumé it is, as it is kept: of an anonymous one the keys alone."""

    name: str | None
    mail: str | None
    name_key: str | None
    mail_key: str | None


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identify(document: Document, known: Collection[str] = ()) -> Identity:
    """Return whose résumé it is; `known` are titles that may stand at the head and are no names, folded."""
    found = _MAIL.search(document.text)
    mail = found[0].strip(".") if found else None
    headings = {section.heading for section in document.sections}
    lines = [_titles().sub("|", line) for line in document.text.splitlines()[:_LINES_BESIDE] if line.strip() not in headings]
    names = (c for c in _candidates(lines[:_LINES]) if len(c.split()) > 1 and fold(c) not in known)
    name = (_like(mail, _candidates(lines)) if mail else None) or next(names, None)
    return Identity(name.title() if name and name.isupper() else name, mail)


def fold(text: str) -> str:
    """Return a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _like(mail: str, candidates: Iterable[str]) -> str | None:
    """Return the first name that shares a word with an e-mail address."""
    local = fold(mail.partition("@")[0])

    def shares(name: str) -> bool:
        return any(part in local for part in re.split(r"[\s'’.-]", fold(name)) if len(part) >= _SHORTEST)

    return next((c for c in candidates if len(c.split()) > 1 and shares(c)), None)


def _candidates(lines: list[str]) -> Iterator[str]:
    """Yield what could be names, in order; a name over two lines is one."""
    before = ""
    for line in lines:
        parts = [part for part in _APART.split(line.strip()) if part]
        alone = parts[0] if len(parts) == 1 and len(parts[0].split()) == 1 and _is_name(parts[0]) else ""
        if before and alone:
            yield f"{before} {alone}"
        yield from filter(_is_name, parts)
        before = alone


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 5 and words[0][:1].isupper() and words[-1][:1].isupper() and all(map(_WORD.fullmatch, words))


@cache
def _titles() -> re.Pattern[str]:
    text = resources.files("skillgap.batch").joinpath("titles.txt").read_text(encoding="utf-8")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, text.splitlines()))})\b", re.IGNORECASE)
