"""YAML in, Taxonomy out.

parse, schema, scoring  a file -> records               load, locate      path -> taxonomy, compiled or not
build, profiles records -> values                       compiled, rows    values <-> tables of the store
own             an own file laid over the records       graph             relations, both ways
check, cases    records -> problems                     search, suggest   words -> skills, résumés -> missing terms
foreign         tables of others -> an own file         difference        two roles side by side
"""

from skillgap.taxonomy.load import load
from skillgap.taxonomy.values import Form, FormRule, Role, Skill, Taxonomy, Words

__all__ = ["Form", "FormRule", "Role", "Skill", "Taxonomy", "Words", "load"]
