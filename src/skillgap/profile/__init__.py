"""Document and mentions in, Profile out."""

from skillgap.profile.build import build
from skillgap.profile.sure import only_sure

__all__ = ["build", "only_sure"]
