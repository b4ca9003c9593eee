"""Posting in, Target out.

tidy      the text as read -> a line for each heading, item and sentence     skills   mentions -> requirements, line by line
headings  the headings, known and new ones                                   years, degrees, title   what else is asked
parts     lines -> the kind of part each is in, by headings
levels    how strongly each skill is asked for                               nearest  the role that it is nearest to
groups    which skills of a line are alternatives                            merge    what stands there twice
worked    a posting as it is worked on                                       build    all of it put together

Headings and cues are in taxonomy/postings.yaml. ADD A RULE there where it can be said in words; else in the module that it
belongs to, with a case in tests/cases/postings.yaml.
"""

from __future__ import annotations

from skillgap.targets.posting.build import build

__all__ = ["build"]
