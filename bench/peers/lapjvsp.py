"""Measuring rod: scipy's sparse LAPJV on an .hhja instance; prints one JSON line. python3 lapjvsp.py FILE"""
import json
import sys
import time

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

raw = np.fromfile(sys.argv[1], dtype=np.int32)
nH, nP, nV, nE, nS = (int(n) for n in raw[2:7])
at = 10
parts = []
for n in (nH, nH, nH, nP, nV, nV, nV, nS, nP + 1, nE, nE):
    parts.append(raw[at : at + n])
    at += n
tier, covered, _, household, places, kind, _, _, start, vacancy, score = parts

M = 1000 * min(nP, nV) + 1
bonus = np.array([16 * M, 8 * M, 4 * M], dtype=np.int64)
worth = M + score.astype(np.int64) - np.where(kind[vacancy] == 1, 2 * M, 0)
person = np.repeat(np.arange(nP), np.diff(start))
big = int(worth.max()) + 1

# Columns: one per usable place, then one per home of each member; the first home of a household costs its bonus.
slots = np.concatenate([[0], np.cumsum(np.minimum(places, np.bincount(vacancy, minlength=nV)))])
copies = slots[vacancy + 1] - slots[vacancy]
pair = np.repeat(np.arange(nE), copies)
offset = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
members = np.bincount(household, minlength=nH)
homes = np.concatenate([[0], np.cumsum(members)]) + slots[-1]
stays = np.repeat(np.arange(nP), members[household])
which = np.arange(len(stays)) - np.repeat(np.cumsum(members[household]) - members[household], members[household])
pays = (which == 0) & (covered[household[stays]] == 0)
cost = np.concatenate([big - worth[pair], big + np.where(pays, bonus[tier[household[stays]]], 0)])
column = np.concatenate([slots[vacancy[pair]] + offset, homes[household[stays]] + which])
graph = sp.csr_matrix((cost.astype(float), (np.concatenate([person[pair], stays]), column)), shape=(nP, int(homes[-1])))

begin = time.perf_counter()
rows, columns = min_weight_full_bipartite_matching(graph)
seconds = time.perf_counter() - begin
total = big * nP - int(graph[rows, columns].sum())
total += int(bonus[tier[(members > 0) & (covered == 0)]].sum())
print(json.dumps({"value": total, "seconds": round(seconds, 4)}))
