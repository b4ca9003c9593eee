"""Pages of job postings: schema.org's description first, then the main part, then the page without what surrounds it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap import documents
from skillgap.model import Document
from skillgap.taxonomy import Taxonomy

LONG = "<p>Requirements</p><ul><li>Python &amp; SQL</li><li>" + "Kafka in production, and what belongs to it. " * 6 + "</li></ul>"


@pytest.fixture
def page(tmp_path: Path, taxonomy: Taxonomy) -> Callable[[str], Document]:
    def read(html: str) -> Document:
        path = tmp_path / "job.html"
        path.write_text(html, encoding="utf-8")
        return documents.read(str(path), taxonomy.words, posting=True)

    return read


def _described(value: object, body: str = "<p>Jobs: Angular</p>") -> str:
    return f'<html><head><script type="application/ld+json">{json.dumps(value)}</script></head><body>{body}</body></html>'


@pytest.mark.parametrize(
    "wrap",
    [lambda p: p, lambda p: [{"@type": "Thing"}, p], lambda p: {"@graph": [p]}, lambda p: p | {"@type": ["JobPosting", "Thing"]}],
    ids=["alone", "in a list", "in a graph", "of two types"],
)
def test_the_description_of_schema_org_is_all_that_is_read(page: Callable, wrap: Callable) -> None:
    posting = {"@type": "JobPosting", "title": "Data Engineer <3", "description": LONG}
    text = page(_described(wrap(posting))).text
    assert text.startswith("Data Engineer <3\n")
    assert "Python & SQL" in text
    assert "Angular" not in text


def test_escaped_and_plain_descriptions_are_read_too(page: Callable) -> None:
    escaped = LONG.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert "Requirements\n" in page(_described({"@type": "JobPosting", "description": escaped})).text
    plain = "Requirements\n- Python\n" + "Kafka in production. " * 12
    assert "- Python\nKafka" in page(_described({"@type": "JobPosting", "description": plain})).text


def test_lists_of_skills_and_qualifications_are_added(page: Callable) -> None:
    posting = {"@type": "JobPosting", "description": LONG, "skills": ["Docker", "dbt"], "qualifications": "BSc in anything"}
    text = page(_described(posting)).text
    assert "BSc in anything" in text
    assert "• Docker\n• dbt" in text


@pytest.mark.parametrize(
    "value", ["{", "[[[[[[[[[1]]]]]]]]]", {"@type": "JobPosting"}, {"@type": "JobPosting", "description": "short"}, 7]
)
def test_a_page_without_a_description_is_read_itself(page: Callable, value: object) -> None:
    assert "Angular" in page(_described(value)).text


def test_the_main_part_is_read_without_what_surrounds_it(page: Callable) -> None:
    text = page(
        f"<body><nav>All Angular jobs</nav><main>{LONG}<form>Your SAP number</form></main><footer>Oracle</footer></body>"
    ).text
    assert "Python & SQL" in text
    assert not {"Angular", "SAP", "Oracle"} & set(text.split())


def test_a_page_without_a_main_part_is_read_without_its_edges(page: Callable) -> None:
    text = page("<body><nav>Angular</nav><article>Apply</article><div>Python</div><footer>Oracle</footer></body>").text
    assert text.split() == ["Apply", "Python"]


def test_where_it_comes_from_is_the_page_as_given(page: Callable, tmp_path: Path) -> None:
    import hashlib

    document = page(_described({"@type": "JobPosting", "description": LONG}))
    assert document.source.sha256 == hashlib.sha256((tmp_path / "job.html").read_bytes()).hexdigest()


def test_a_page_is_no_posting_where_nobody_says_so(tmp_path: Path, taxonomy: Taxonomy) -> None:
    path = tmp_path / "cv.html"
    path.write_text(f"<body><nav>Angular</nav><main>{LONG}</main></body>", encoding="utf-8")
    assert "Angular" in documents.read(str(path), taxonomy.words).text


def test_an_empty_page_has_no_text(page: Callable) -> None:
    from skillgap.errors import UnreadableFile

    with pytest.raises(UnreadableFile) as raised:
        page("<html></html>")
    assert raised.value.code == "no_text_layer"
