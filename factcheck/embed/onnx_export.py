"""Makes the ONNX form of MiniLM: once per machine, and again when it is damaged or when versions change.

Two files stand in the folder: `minilm-SUM.onnx`, named by its own sha256, and `minilm.json`, the pin, which
says which of these is meant and with what it was made. Both are written beside and then renamed, the pin
last, so that a run sees a whole pair or none, even when two runs make it at the same time.
"""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.embed import minilm
from factcheck.embed.encoder import Notify
from factcheck.embed.onnx_session import model_inputs, open_session, open_tokenizer
from factcheck.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUTE = f"onnx-1 opset=17 mean-pooling unit max_tokens={minilm.MAX_TOKENS}"
"""Change its number whenever the graph, the tokenisation or the pooling changes."""
OPSET = 17
LEAST_COSINE = 0.9999
"""Between a vector of the ONNX file and torch's. Measured on 500 news sentences: 1.00000."""
MADE_WITH = ("onnxruntime", "torch", "transformers")
PIN = "minilm.json"
PROBES = (
    "Rain.",
    "The minister said on Tuesday that four helicopters had been delivered.",
    "\u201cWe did not agree,\u201d she told reporters; 1,250 tonnes (US$3.4 million) were at stake in Malm\u00f6.",
    "The harbour office counted ships, and then it counted crates, and then it counted them again. " * 20,
)


class ExportError(EncoderError):
    """The ONNX file cannot be made here; another route can still serve."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Which ONNX file is meant, and with what it was made."""

    sha256: str
    size: int
    """In bytes."""
    route: str
    made_with: Mapping[str, str]
    """Package to version."""

    @property
    def file(self) -> str:
        """The file's name within the folder."""
        return f"minilm-{self.sha256[:16]}.onnx"


def pinned(folder: Path) -> Pin | None:
    """The pin, when it suits the packages installed and its file is there, with the size that it should have."""
    try:
        pin = Pin(**json.loads((folder / PIN).read_text(encoding="utf-8")))
        suits = pin.route == ROUTE and _same_versions(pin.made_with)
        return pin if suits and (folder / pin.file).stat().st_size == pin.size else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def make_onnx(folder: Path, notify: Notify) -> Pin:
    """Makes the file and its pin.

    1. check the weights' sum; 2. export with torch; 3. compare with torch's vectors; 4. rename into place.

    Raises:
        EncoderError: when the weights are missing or altered.
        ExportError: when a package for it is missing, the folder cannot be written, or the export fails.
    """
    missing = [name for name in ("torch", "transformers", "onnx", "onnxruntime") if find_spec(name) is None]
    if missing:
        raise ExportError(f"making the ONNX encoder needs {', '.join(missing)}")
    weights = minilm.checked_folder()
    notify("making the ONNX encoder, once for this machine (about 10 seconds) …")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as scratch:
            made = Path(scratch) / "minilm.onnx"
            _export(weights, made)
            return _put_in_place(made, folder)
    except OSError as error:
        raise ExportError(f"{folder}: the ONNX encoder cannot be written there ({error.strerror or error})") from error


def _same_versions(made_with: Mapping[str, str]) -> bool:
    # A package that is gone changes nothing: torch is only needed to make the file.
    return all(installed in (None, made_with.get(name)) for name, installed in _versions().items())


def _versions() -> dict[str, str | None]:
    return {name: _version(name) for name in MADE_WITH}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _put_in_place(made: Path, folder: Path) -> Pin:
    versions = {name: found or "" for name, found in _versions().items()}
    pin = Pin(minilm.file_sum(made), made.stat().st_size, ROUTE, versions)
    made.replace(folder / pin.file)
    note = made.with_name(PIN)
    note.write_text(json.dumps(asdict(pin), indent=1), encoding="utf-8")
    note.replace(folder / PIN)
    for old in sorted(folder.glob("minilm-*.onnx")):
        if old.name != pin.file:
            old.unlink(missing_ok=True)
    return pin


def _export(weights: Path, target: Path) -> None:
    """Writes the file and proves it; whatever goes wrong in torch comes out as ExportError."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = _pooled_model(weights)
            _trace(module, target)
            least = _least_cosine(module, weights, target)
    except OSError:
        raise
    except Exception as error:  # torch, transformers and onnxruntime raise what they like, some of it bare Exception
        raise ExportError(f"the ONNX encoder could not be made ({type(error).__name__}: {error})") from error
    if least < LEAST_COSINE:
        raise ExportError(f"the ONNX encoder's vectors differ from torch's (cosine {least:.5f})")


def _pooled_model(weights: Path) -> Any:
    """A torch module from tokens to unit vectors, as sentence-transformers chains them."""
    import torch
    from transformers import AutoModel
    from transformers.utils import logging

    logging.disable_progress_bar()

    class Pooled(torch.nn.Module):  # type: ignore[misc]  # torch's types are not read (pyproject.toml)
        def __init__(self) -> None:
            super().__init__()
            self.model = AutoModel.from_pretrained(str(weights), attn_implementation="eager", local_files_only=True)

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor) -> Any:
            states = self.model(input_ids, attention_mask, token_type_ids).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(states.dtype)
            mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2, dim=1)

    return Pooled().eval()


def _trace(module: Any, target: Path) -> None:
    import torch

    names = ["input_ids", "attention_mask", "token_type_ids"]
    ids = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    torch.onnx.export(
        module,
        (ids, (ids > 0).long(), torch.zeros_like(ids)),
        str(target),
        input_names=names,
        output_names=["vectors"],
        dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names} | {"vectors": {0: "texts"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _least_cosine(module: Any, weights: Path, target: Path) -> float:
    import torch

    tokenizer = open_tokenizer(weights / "tokenizer.json")
    session = open_session(target)
    least = 1.0
    for text in PROBES:
        inputs = model_inputs(tokenizer.encode(text).ids)
        with torch.inference_mode():
            wanted: NDArray[np.float32] = module(**{k: torch.from_numpy(v) for k, v in inputs.items()}).numpy()[0]
        least = min(least, float(wanted @ session.run(None, inputs)[0][0]))
    return least
