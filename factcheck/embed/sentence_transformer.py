"""Any sentence-transformers model that is on this machine. The only file that imports sentence_transformers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.embed import minilm
from factcheck.embed.encoder import Notify
from factcheck.embed.settings import DEFAULT_ENCODER, EmbedSettings
from factcheck.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUTE = "sentence-transformers-1"


def load_sentence_transformer(settings: EmbedSettings, notify: Notify) -> SentenceTransformerEncoder:
    """The model that `settings.encoder` names: a folder, or a name that is in the local Hugging Face cache.

    Raises:
        EncoderError: when there is no such model on this machine.
    """
    folder = _find(settings.encoder)
    is_path = Path(settings.encoder).expanduser().is_dir()
    # A report names the encoder and holds no path of a machine.
    name = folder.resolve().name if is_path else settings.encoder
    return SentenceTransformerEncoder(name, folder)


def load_minilm_torch(settings: EmbedSettings, notify: Notify) -> SentenceTransformerEncoder:
    """The default model by its original route, its files checked by their sums.

    Raises:
        EncoderError: when the weights are missing or altered.
    """
    return SentenceTransformerEncoder(f"{DEFAULT_ENCODER}-torch", minilm.checked_folder())


def _find(name: str) -> Path:
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
            raise EncoderError(f"{name}: holds no sentence-transformers model (neither modules.json nor config.json)")
        return folder
    for repository in (name,) if "/" in name else (f"sentence-transformers/{name}", name):
        found = _in_hub_cache(repository)
        if found is not None:
            return found
    raise EncoderError(
        f"--encoder {name}: no such model on this machine; give the folder of a sentence-transformers model, "
        f'or "{DEFAULT_ENCODER}" or "hashing". Nothing is ever downloaded'
    )


def _in_hub_cache(repository: str) -> Path | None:
    _go_offline()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(repository, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError):
        return None


def _go_offline() -> None:
    """Must come before the first import of huggingface_hub, which reads these once."""
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"


class SentenceTransformerEncoder:
    """A sentence-transformers model on the processor, by one thread.

    Texts go one by one, so that none changes another's last bits.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder

    @cached_property
    def digest(self) -> str:
        """Of all files of the model and the version of sentence-transformers."""
        files = sorted(path for path in self._folder.rglob("[!.]*") if path.is_file() and path.suffix != ".md")
        sums = [f"{path.relative_to(self._folder).as_posix()} {minilm.file_sum(path)}" for path in files]
        route = [ROUTE, *(f"{package}={version(package)}" for package in ("sentence-transformers", "torch"))]
        return hashlib.sha256("\n".join(route + sums).encode()).hexdigest()

    @cached_property
    def dimension(self) -> int:
        """Asked of the model, so this loads it."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Encoder.encode`."""
        import numpy as np

        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=1, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.ascontiguousarray(vectors, np.float32)

    @cached_property
    def _model(self) -> Any:
        _go_offline()
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        torch.set_num_threads(1)  # with two, on two busy cores, torch fell from 57 texts a CPU second to 4
        try:
            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise EncoderError(f"{self._folder}: sentence-transformers cannot load it: {error}") from error
