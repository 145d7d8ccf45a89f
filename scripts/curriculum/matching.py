"""Which bone of a translation answers which bone of the reference."""

import re
from functools import cache
from math import inf, log

from .bones import Bone

Pair = tuple[Bone | None, Bone | None]  # of the translation and of the reference
GAP, OTHER, RENAMED = 1.0, 0.4, 0.9  # what an unmatched bone, other facts and another id cost


def align(mine: tuple[Bone, ...], theirs: tuple[Bone, ...]) -> list[Pair]:
    """Which bone answers which: by their place when all keys agree, else as cheaply as can be, order kept."""
    if [bone.key for bone in mine] == [bone.key for bone in theirs]:
        return list(zip(mine, theirs, strict=True))
    costs = _costs(mine, theirs)
    pairs: list[Pair] = []
    m, t = len(mine), len(theirs)
    while m or t:
        if m and t and costs[m][t] == costs[m - 1][t - 1] + distance(mine[m - 1], theirs[t - 1]):
            m, t = m - 1, t - 1
            pairs.append((mine[m], theirs[t]))
        elif m and costs[m][t] == costs[m - 1][t] + GAP:
            m -= 1
            pairs.append((mine[m], None))
        else:
            t -= 1
            pairs.append((None, theirs[t]))
    return pairs[::-1]


def _costs(mine: tuple[Bone, ...], theirs: tuple[Bone, ...]) -> list[list[float]]:
    """The least cost of matching the first m bones with the first t."""
    rows = [[t * GAP for t in range(len(theirs) + 1)]]
    for m, own in enumerate(mine, 1):
        above, row = rows[-1], [m * GAP]
        for t, other in enumerate(theirs, 1):
            row.append(min(above[t] + GAP, row[t - 1] + GAP, above[t - 1] + distance(own, other)))
        rows.append(row)
    return rows


def distance(own: Bone, other: Bone) -> float:
    """How unlike two bones are; length, names, manner and place tell one paragraph from the next."""
    if own.kind != other.kind:
        return inf
    drift = min(1.0, abs(log((len(own.words) + 9) / (len(other.words) + 9))))
    mine, theirs = beginnings(own.words), beginnings(other.words)
    strangeness = 1 - len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    manners = [abs(one - two) for one, two in zip(manner(own), manner(other), strict=True)]
    strangeness = (strangeness + min(1.0, sum(manners) / 3) + (own.around != other.around)) / 3
    is_renamed = dict(own.facts).get("id") != dict(other.facts).get("id")
    return drift / 4 + strangeness / 2 + (RENAMED if is_renamed else OTHER if own.facts != other.facts else 0)


def manner(bone: Bone) -> tuple[int, int, int]:
    """How often a bone stresses, asks and quotes."""
    return bone.stress, bone.words.count("?"), sum(map(bone.words.count, "“”«»")) // 2


@cache
def beginnings(words: str) -> frozenset[str]:
    """Numbers, and the first letters of longer words: names and cognates are alike in neighbouring languages."""
    return frozenset(word[:4] for word in re.findall(r"\w+", words.lower()) if len(word) > 3 or word.isdigit())
