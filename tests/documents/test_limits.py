"""How many pages are read."""

from __future__ import annotations

import pytest

from skillgap.documents.content import Content
from skillgap.documents.limits import MAX_PAGES, page_count
from skillgap.errors import UnreadableFile

CONTENT = Content("cv.pdf", "pdf", b"%PDF-1.7")


@pytest.mark.parametrize("pages", [1, 2, MAX_PAGES])
def test_a_sane_number_of_pages_is_given_back(pages: int) -> None:
    assert page_count(CONTENT, pages) == pages


@pytest.mark.parametrize(("pages", "code"), [(0, "damaged"), (MAX_PAGES + 1, "too_many_pages"), (10**9, "too_many_pages")])
def test_another_number_is_an_error_of_the_file(pages: int, code: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^cv\.pdf: has ") as raised:
        page_count(CONTENT, pages)
    assert raised.value.code == code
