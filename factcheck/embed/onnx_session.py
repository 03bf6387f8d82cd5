"""MiniLM's tokeniser and its onnxruntime session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.embed import minilm

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer


def open_tokenizer(path: Path) -> Tokenizer:
    """MiniLM's tokeniser: cuts at `MAX_TOKENS`, pads nothing."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(minilm.MAX_TOKENS)
    tokenizer.no_padding()
    return tokenizer


def open_session(model: Path) -> Any:
    """An onnxruntime session, one thread for a call, safe to call from several."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def model_inputs(token_ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    """What the graph takes for one text: three arrays of shape (1, tokens), int64."""
    import numpy as np

    ids = np.array([token_ids], np.int64)
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
