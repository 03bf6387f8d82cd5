"""The report as one HTML page that needs nothing else: no script, no network, no other file.

Article text is hostile input. Jinja2 escapes all of it; it is isolated from the direction of the words around it
(<bdi>); and the page carries a content security policy that lets the browser load and run nothing but the one style
sheet, known by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from factcheck.report import wording
from factcheck.report.settings import ReportSettings
from factcheck.report.view import View


def render(view: View, settings: ReportSettings) -> str:
    """The whole report, nothing cut."""
    style = _asset("report.css")
    return _template().render(
        view=view,
        title=settings.title,
        count=wording.count,
        style=Markup(style),  # our own file, no article's
        policy=policy(style),
    )


def policy(style: str) -> str:
    """A Content-Security-Policy under which the page can only show itself."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def web_address(url: str) -> str:
    """The address where it is one of the web (http, https); empty for anything else, "javascript:" above all."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["web_address"] = web_address
    return environment.get_template("report.html.j2")


def _asset(name: str) -> str:
    return resources.files("factcheck.report").joinpath("assets", name).read_text(encoding="utf-8")
