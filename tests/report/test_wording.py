"""What several formats say in the same words."""

from __future__ import annotations

from skillgap.report.wording import percent


def test_nothing_asked_at_a_level_is_not_a_percentage() -> None:
    assert [percent(share) for share in (None, 0.0, 0.5, 1.0)] == ["not asked", "0%", "50%", "100%"]
