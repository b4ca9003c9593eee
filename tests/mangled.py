"""What boards, mail programs and scrapers do to a posting's text: each function is one of their ways."""

from __future__ import annotations

import html
import re
import textwrap

_BULLET = re.compile(r"^(?:[-*•]|\d+\.)\s+")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _bare(line: str) -> str:
    return _BULLET.sub("", line)


def one_paragraph(text: str) -> str:
    return " ".join(_lines(text))


def flattened(text: str) -> str:
    return " ".join(map(_bare, _lines(text)))


def half_glued(text: str) -> str:
    return "".join(_bare(line) + (" " if n % 2 else "") for n, line in enumerate(_lines(text)))


def without_bullets(text: str) -> str:
    return "\n".join(map(_bare, _lines(text)))


def wrapped(text: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 60)) for line in text.split("\n"))


def wrapped_with_divided_words(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        current = ""
        for word in line.split(" "):
            room = 58 - len(current)
            if len(current) + 1 + len(word) <= 60:
                current = f"{current} {word}".strip()
            elif len(word) > 9 and word.isalpha() and word.islower() and room > 4:
                cut = min(len(word) // 2, room)
                lines.append(f"{current} {word[:cut]}-")
                current = word[cut:]
            else:
                lines.append(current)
                current = word
        lines.append(current)
    return "\n".join(lines)


def flattened_and_wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(flattened(text), 60))


def with_markup(text: str) -> str:
    def tagged(line: str) -> str:
        escaped = html.escape(_bare(line)).replace(" and ", "&nbsp;and ")
        return f"<li>{escaped}</li>" if _BULLET.match(line) else f"<p><strong>{escaped}</strong></p>"

    return "".join(map(tagged, _lines(text)))


def with_escaped_markup(text: str) -> str:
    return html.escape(with_markup(text))


def typographic(text: str) -> str:
    return text.replace("'", "\u2019").replace("-", "\u2011").replace('"', "\u201d")


def twice(text: str) -> str:
    return f"{text}\n\n{text}"


def dotted(text: str) -> str:
    return " · ".join(map(_bare, _lines(text)))


WAYS = {
    f.__name__: f
    for f in (
        one_paragraph,
        flattened,
        half_glued,
        without_bullets,
        wrapped,
        wrapped_with_divided_words,
        flattened_and_wrapped,
        with_markup,
        with_escaped_markup,
        typographic,
        twice,
        dotted,
    )
}
