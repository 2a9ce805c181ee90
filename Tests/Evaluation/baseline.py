#!/usr/bin/env python3
"""What a plain text classifier does with the same labels: TF-IDF of words and pairs, and a logistic regression a label.

    baseline.py DATA
    baseline.py DATA --tool .build/release/fdcpalint

Trained on the complaints (cfpb_gold) of the first half, with each threshold chosen there by cross-validation, and measured on
the second half, as evaluate.py splits them. With --tool the product's own counts stand beside it. Needs scikit-learn; nothing
else in the project does.
"""

import argparse
import pathlib
import warnings

import evaluate
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict


def predicted(known, unknown, labels):
    """Which of the unknown texts carry a label, by what the known ones taught."""
    if sum(labels) < 2:
        return numpy.zeros(unknown.shape[0], bool)
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=2000)
    folds = min(5, int(sum(labels)))
    scores = cross_val_predict(model, known, labels, cv=folds, method="predict_proba")[:, 1]
    best = max(numpy.unique(scores), key=lambda t: 2 * ((scores >= t) & labels).sum() / ((scores >= t).sum() + labels.sum()))
    return model.fit(known, labels).predict_proba(unknown)[:, 1] >= best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path, help="folder of the labelled sets")
    parser.add_argument("--tool", help="the fdcpalint program")
    parser.add_argument("--pack", action="append", default=[], help="packs for the tool, as its own --pack")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    rows = next((rows for name, _, rows in evaluate.read_sets(arguments.data) if name == "cfpb_gold"), [])
    halves = {h: [r for r in rows if evaluate.half(r["id"]) == h] for h in ("first", "second")}
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, strip_accents="unicode")
    known = words.fit_transform(r["text"] for r in halves["first"])
    unknown = words.transform(r["text"] for r in halves["second"])
    names = sorted({l for r in rows for l in r["labels"]} - evaluate.CLAIMS)
    got = [set() for _ in halves["second"]]
    for name in names:
        labels = numpy.array([name in r["labels"] for r in halves["first"]])
        for found, yes in zip(got, predicted(known, unknown, labels)):
            if yes:
                found.add(name)
    true = [set(r["labels"]) - evaluate.CLAIMS for r in halves["second"]]
    columns = {"classifier": evaluate.count((g & t, g - t, t - g) for g, t in zip(got, true))}
    if arguments.tool:
        texts = [(r["id"], "complaint", r["text"]) for r in halves["second"]]
        found = evaluate.findings(arguments.tool, arguments.pack, texts)
        label = evaluate.read_labels(evaluate.HERE / "labels.tsv")
        columns["rules"] = evaluate.count(evaluate.judged(halves["second"], found, label))
    print("| label | has it |" + "".join(f" {c}: found, false | F1 |" for c in columns))
    print("| --- | --: |" + " --: | --: |" * len(columns))
    held = {n: sum(n in t for t in true) for n in names}
    for name in [*sorted(names, key=lambda n: (-held[n], n)), None]:
        line = f"| {name.replace('_', ' ') if name else 'together'} | {held[name] if name else sum(held.values())} |"
        for counts in columns.values():
            right, wrong, missed = (c[name] if name else sum(c.values()) for c in counts)
            score = evaluate.f1(right, wrong, missed)
            line += f" {right}, {wrong} | " + ("–" if score is None else f"{score:.2f}") + " |"
        print(line)


if __name__ == "__main__":
    main()
