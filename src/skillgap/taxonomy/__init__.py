"""YAML in, Taxonomy out: schema (shape), build (records to values), check (sense), compiled (cache), graph (relations)."""

from skillgap.taxonomy.load import load
from skillgap.taxonomy.values import Form, FormRule, Role, Skill, Taxonomy, Words

__all__ = ["Form", "FormRule", "Role", "Skill", "Taxonomy", "Words", "load"]
