"""A document in, whose it is out: the name and e-mail address at its head, by which a report is found. No result depends on them.

Both are guesses. Without an address the first line of two to four capitalised words is the name; with one, the line that shares a
word with it. `titles.txt` has what stands at the head of résumés and looks like a name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from skillgap.model import Document

# Names stand in the first lines, before the first heading: of the sidebar layouts, a few lines further down.
_LINES = 12
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


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identify(document: Document, known: Iterable[str] = ()) -> Identity:
    """Return whose résumé it is; `known` are words of the head that are skills or titles, so no names."""
    found = _MAIL.search(document.text)
    mail = found[0].strip(".") if found else None
    lines = [_titles().sub("|", line) for line in document.text.splitlines()[:_LINES]]
    taken = {fold(word) for word in known}
    candidates = [c for c in _candidates(lines) if fold(c) not in taken]
    return Identity(_best(candidates, mail), mail)


def fold(text: str) -> str:
    """Return a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _best(candidates: list[str], mail: str | None) -> str | None:
    several = [c for c in candidates if len(c.split()) > 1]
    local = fold(mail.split("@")[0]) if mail else ""
    matching = [c for c in several if any(part in local for part in re.split(r"[\s'’.-]", fold(c)) if len(part) >= _SHORTEST)]
    best = next(iter(matching or several), None)
    return _capitalised(best) if best else None


def _capitalised(name: str) -> str:
    return name.title() if name.isupper() else name


def _candidates(lines: list[str]) -> Iterator[str]:
    """Yield what could be names, in order; a name over two lines is one."""
    before = ""
    for line in lines:
        parts = [part for part in _APART.split(line.strip()) if part]
        for part in parts:
            if _is_name(part):
                if before and len(part.split()) == 1:
                    yield f"{before} {part}"
                yield from (part,) if len(part.split()) > 1 else ()
        alone = parts[0] if len(parts) == 1 else ""
        before = alone if len(alone.split()) == 1 and _is_name(alone) else ""


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 5 and words[0][:1].isupper() and words[-1][:1].isupper() and all(map(_WORD.fullmatch, words))


@cache
def _titles() -> re.Pattern[str]:
    text = resources.files("skillgap.batch").joinpath("titles.txt").read_text(encoding="utf-8")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, text.splitlines()))})\b", re.IGNORECASE)
