"""factcheck: finds the claims in news articles, and says which agree, which conflict and where each comes from.

    import factcheck

    report = factcheck.run(["seeds/"])
    print(factcheck.to_json(report))

Importing it loads no model and no pandas: each name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.version import VERSION

if TYPE_CHECKING:
    from factcheck.check import CheckResult as CheckResult
    from factcheck.check import check_articles as check_articles
    from factcheck.datamodel import Claim as Claim
    from factcheck.datamodel import Document as Document
    from factcheck.datamodel import Finding as Finding
    from factcheck.datamodel import Report as Report
    from factcheck.datamodel import Verdict as Verdict
    from factcheck.pipeline import run as run
    from factcheck.report import to_json as to_json
    from factcheck.report.tables import claims_frame as claims_frame
    from factcheck.report.tables import findings_frame as findings_frame

__version__ = VERSION

_HOMES = {
    "run": "factcheck.pipeline",
    "check_articles": "factcheck.check",
    "CheckResult": "factcheck.check",
    "to_json": "factcheck.report",
    "claims_frame": "factcheck.report.tables",
    "findings_frame": "factcheck.report.tables",
    "Claim": "factcheck.datamodel",
    "Document": "factcheck.datamodel",
    "Finding": "factcheck.datamodel",
    "Report": "factcheck.datamodel",
    "Verdict": "factcheck.datamodel",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
