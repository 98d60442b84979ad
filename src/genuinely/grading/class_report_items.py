"""How hard each item was, and whether it tells the same as the rest: classical test theory."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from genuinely.grading.class_report import ClassWork
from genuinely.grading.class_report_tables import points_table

if TYPE_CHECKING:
    from pandas import DataFrame, Series

FEW = 30
"""Students below which the figures mean little: at 30, the range of a correlation of 0.5 is still 0.17 to 0.73."""

_NORMAL = 1.96
"""Standard errors on either side that hold 95 per cent."""


def item_table(work: ClassWork) -> DataFrame:
    """Return difficulty and discrimination of each item, by its key.

    As classical test theory has them (L. Crocker and J. Algina, *Introduction to Classical and Modern Test Theory*,
    1986, chapter 14), of the students who have points for the item, with x their points for it:

    - difficulty = mean(x) / maximum, so that 1 is easiest. A student's 0 for now counts as 0.
    - discrimination = r(x, t − x), Pearson's correlation of the item with the sum t − x of all other items, of the
      students who have points for every item. It is the corrected item-total correlation (S. Henrysson, "Correction
      of item-total correlations in item analysis", *Psychometrika* 28, 1963): with x left in the total, an item would
      go with itself. NaN where there is nothing to correlate: one item, fewer than three students, or all alike.
    - low, high = tanh(atanh(r) ± 1.96 / √(n − 3)), its range of 95 per cent by Fisher's transformation, for n > 3.

    With fewer than `FEW` students all of it means little. Three messages and a reflection are few items, too: a low
    discrimination may say that the items ask for different things, as they are meant to.
    """
    from pandas import DataFrame

    points = points_table(work)
    whole = points.dropna()
    rows = []
    for item in work.items:
        own = points[item.key].dropna()
        r = _correlation(whole[item.key], whole.drop(columns=item.key).sum(axis="columns"))
        if len(work.items) < 2:
            r = math.nan
        low, high = _range(r, len(whole))
        difficulty = own.mean() / item.maximum if len(own) and item.maximum else math.nan
        rows.append((item.key, item.title, len(own), difficulty, r, low, high))
    columns = ["key", "item", "students", "difficulty", "discrimination", "low", "high"]
    return DataFrame(rows, columns=columns).set_index("key")


def _correlation(one: Series[float], other: Series[float]) -> float:
    if len(one) < 3 or one.nunique() < 2 or other.nunique() < 2:
        return math.nan
    return float(one.corr(other))


def _range(r: float, count: int) -> tuple[float, float]:
    if math.isnan(r) or count <= 3 or abs(r) >= 1:
        return math.nan, math.nan
    half = _NORMAL / math.sqrt(count - 3)
    return math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)
