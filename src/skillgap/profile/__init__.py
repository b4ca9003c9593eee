"""Document and mentions in, Profile out."""

from skillgap.profile.build import build

__all__ = ["build"]
