"""How much of a file is read."""

from __future__ import annotations

from skillgap.documents.content import Content
from skillgap.errors import UnreadableFile

# Academic CVs run to 40 pages; what has more than this is no résumé.
MAX_PAGES = 200


def page_count(content: Content, pages: int) -> int:
    """Return the number of pages. Raises UnreadableFile where there are none or too many."""
    if pages == 0:
        raise UnreadableFile("damaged", content.file, "has no pages; export it again")
    if pages > MAX_PAGES:
        raise UnreadableFile("too_many_pages", content.file, f"has {pages} pages, more than {MAX_PAGES}; give the résumé alone")
    return pages
