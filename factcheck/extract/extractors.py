"""The table of extractors: what is looked for in a parsed document, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factcheck.datamodel import ParsedDocument
from factcheck.extract.dates import find_whens
from factcheck.extract.entities import find_entities
from factcheck.extract.hedges import find_hedges
from factcheck.extract.polarity import find_negations
from factcheck.extract.quantities import find_quantities
from factcheck.extract.speakers import find_attributions

EXTRACTORS: dict[str, Callable[[ParsedDocument], tuple[Any, ...]]] = {
    "attributions": find_attributions,
    "hedges": find_hedges,
    "negations": find_negations,
    "entities": find_entities,
    "quantities": find_quantities,
    "whens": find_whens,
}
