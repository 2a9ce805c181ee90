#!/usr/bin/env python3
"""Measure fdcpalint on labelled texts: precision and recall by label, and false findings on ordinary text.

    evaluate.py .build/release/fdcpalint DATA
    evaluate.py .build/release/fdcpalint DATA --half second --half all --readme README.md

DATA is a folder of JSON Lines, plain or gzip, one set a file: {"id", "text", "labels": [...], "unjudged": [...]}.
A set's name decides how its texts are read and counted; see SETS. labels.tsv, beside this file, says which rules answer
which label: a text carries a label when at least one finding of such a rule is in it. Labels in `unjudged` were looked
for by nobody and count neither way.

--half takes the texts whose SHA-256 of the id is even (first) or odd (second), so that rules can be written with one half
in sight and measured on the other. Intervals are 95 %: Wilson score intervals for shares, and for F1 and for findings
per thousand words what 1,000 draws of texts with replacement give. Python 3, standard library only.
"""

import argparse
import collections
import fnmatch
import gzip
import hashlib
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
START, END = "<!-- measured: start -->", "<!-- measured: end -->"

# Name of a set, what its texts are to the tool, and how they count:
#   labelled   every label that holds is there: precision and recall are real
#   picked     one label, picked by the writer before writing: recall only
#   ordinary   no collector's words: every finding above advice counts as false, and stands on words or on a notice that is missing
# A collector's quoted words stand as one turn of an agent; what is missing from such a piece says nothing and is left out.
# A customer's question to a bank is of no known kind. Ordinary mail is read as if a collector had sent it.
SETS = [
    ("cfpb_gold", "complaint", "labelled", "Complaints"),
    ("cfpb_debt", "complaint", "picked", "Complaints, by the sub-issue that the consumer picked"),
    ("collector_calls", "transcript", "labelled", "Collectors' calls and quoted words"),
    ("collector_quotes", "quote", "labelled", "Collectors' calls and quoted words"),
    ("letters", "letter", "labelled", "Letters"),
    ("cfpb_other", "complaint", "ordinary", ""),
    ("cdcp_*", "complaint", "ordinary", ""),
    ("neg_email*", "email", "ordinary", ""),
    ("neg_dialogues", "transcript", "ordinary", ""),
    ("neg_bank*", "unknown", "ordinary", ""),
    ("neg_*", "letter", "ordinary", ""),
]
# What a consumer claims about the debt: no conduct of a collector, so no rule answers it.
CLAIMS = {"not_mine", "identity_theft", "paid"}


def read_sets(folder):
    for path in sorted(folder.glob("*.jsonl*")):
        name = path.name.split(".jsonl")[0]
        found = next((s for s in SETS if fnmatch.fnmatch(name, s[0])), None)
        if found is None:
            continue
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        yield name, found, rows


def half(identifier):
    """Which half of the texts a text belongs to."""
    return "second" if int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 else "first"


def has_words(finding):
    """Whether a finding stands on words, not on a notice that is missing."""
    return finding["location"]["start"] is not None


def findings(tool, packs, texts):
    """The findings of one run, by id; `texts` holds (id, kind, text)."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        with open(path, "w", encoding="utf8") as out:
            for identifier, kind, text in texts:
                if kind == "quote":
                    kind, text = "transcript", "Agent: " + " ".join(text.split())
                out.write(json.dumps({"id": identifier, "kind": kind, "text": text}) + "\n")
        command = [tool, "check", "--isolated", "--exit-zero", "--quiet", "--format", "jsonl", path]
        for pack in packs:
            command += ["--pack", pack]
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 3) or not run.stdout:
        sys.exit(f"evaluate: {tool} ended with {run.returncode}\n{run.stderr[:2000]}")
    found = collections.defaultdict(list)
    quotes = {identifier for identifier, kind, _ in texts if kind == "quote"}
    for line in run.stdout.splitlines():
        entry = json.loads(line)
        if entry["type"] == "finding":
            if entry["record"] in quotes and not has_words(entry):
                continue
            found[entry["record"]].append(entry)
        elif entry["type"] == "problem":
            print(f"evaluate: {line[:300]}", file=sys.stderr)
    return found


def read_labels(path):
    prefixes = {}
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts = line.split("\t")
            if len(parts) != 2:
                sys.exit(f"evaluate: {path}:{number}: expected a rule, a tab and a label, found {line!r}")
            prefixes[parts[0]] = parts[1]
    ordered = sorted(prefixes, key=len, reverse=True)

    def label(rule):
        found = next((prefixes[p] for p in ordered if rule.startswith(p)), "-")
        return None if found == "-" else found

    return label


def wilson(k, n):
    z, p = 1.96, k / n
    middle, wide = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0, (middle - wide) / (1 + z * z / n)), min(1, (middle + wide) / (1 + z * z / n))


def share(k, n):
    if not n:
        return "–"
    low, high = wilson(k, n)
    return f"{k / n:.2f} ({low:.2f}–{high:.2f})"


DRAWS = 1000
# Draws from a handful of texts say nothing: below so many that have a label, F1 stands alone.
ENOUGH = 5


def judged(rows, found, label):
    """For each text the labels rightly found, wrongly found and missed."""
    for row in rows:
        unjudged = set(row.get("unjudged", ())) | CLAIMS
        got = {label(f["rule"]) for f in found.get(row["id"], ())} - unjudged - {None}
        true = set(row["labels"]) - unjudged
        yield got & true, got - true, true - got


def count(texts):
    """How often each label is rightly found, wrongly found and missed."""
    counts = tuple(collections.Counter() for _ in range(3))
    for text in texts:
        for counter, labels in zip(counts, text):
            counter.update(labels)
    return counts


def drawn(values, measure):
    """The middle 95 % of a measure over draws, as large as the set, of its texts with replacement; `values` holds a tuple a text."""
    values, chance = list(values), random.Random(1)
    if not values:
        return None
    results = []
    for _ in range(DRAWS):
        sums = [sum(column) for column in zip(*chance.choices(values, k=len(values)))]
        result = measure(*sums)
        if result is not None:
            results.append(result)
    results.sort()
    return (results[int(0.025 * len(results))], results[int(0.975 * len(results))]) if results else None


def f1(right, wrong, missed):
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else None


def f1_cell(texts, name):
    """F1 of one label, or of all together where `name` is None, with its interval."""
    values = [tuple(len(part) if name is None else name in part for part in text) for text in texts]
    right, wrong, missed = (sum(column) for column in zip(*values)) if values else (0, 0, 0)
    middle = f1(right, wrong, missed)
    if middle is None:
        return "–"
    if right + missed < ENOUGH or middle in (0, 1):
        return f"{middle:.2f}"
    low, high = drawn(values, f1)
    return f"{middle:.2f} ({low:.2f}–{high:.2f})"


def label_table(title, rows, halves, found, label, precise):
    scopes = [(h, [r for r in rows if h == "all" or half(r["id"]) == h]) for h in halves]
    texts = [list(judged(part, found, label)) for _, part in scopes]
    counts = [count(part) for part in texts]
    names = {l for c in counts for l in (*c[0], *(c[1] if precise else ()), *c[2])}
    size = collections.Counter(l for r in rows for l in r["labels"])
    head, rule = "| label |", "| --- |"
    for h, part in scopes:
        name = "all" if h == "all" else f"{h} half"
        head += f" {name}, {len(part)} texts: has it |" + (" found, false | precision |" if precise else "") + " recall |"
        rule += " --: |" + (" --: | --- |" if precise else "") + " --- |"
        if precise:
            head, rule = head + " F1 |", rule + " --- |"
    lines = [f"**{title}**", "", head, rule]
    for name in [*sorted(names, key=lambda l: (-size[l], l)), None]:
        line = f"| {name.replace('_', ' ')} |" if name else "| together |"
        for (right, wrong, missed), part in zip(counts, texts):
            r, w, m = ((c[name] if name else sum(c.values())) for c in (right, wrong, missed))
            line += f" {r + m} |"
            if precise:
                line += f" {r}, {w} | {share(r, r + w)} |"
            line += f" {share(r, r + m)} |"
            if precise:
                line += f" {f1_cell(part, name)} |"
        lines.append(line)
    return lines


def ordinary_table(sets, halves, found, top):
    lines = []
    for h in halves:
        lines += ["", f"**Ordinary text, {'all' if h == 'all' else h + ' half'}**: findings above advice, all counted as false", ""]
        lines += [
            "| set | read as | texts | words | on words | per 1,000 words | most often | missing notices | most often |",
            "| --- | --- | --: | --: | --: | --- | --- | --: | --- |"]
        for name, kind, rows in sets:
            part = [r for r in rows if h == "all" or half(r["id"]) == h]
            words = sum(len(r["text"].split()) for r in part)
            worded, missing, each = collections.Counter(), collections.Counter(), []
            for row in part:
                above = [f for f in found.get(row["id"], ()) if f["severity"] in ("error", "warning")]
                worded.update(f["rule"] for f in above if has_words(f))
                missing.update(f["rule"] for f in above if not has_words(f))
                each.append((sum(map(has_words, above)), len(row["text"].split())))
            low, high = drawn(each, lambda n, total: 1000 * n / max(1, total)) or (0, 0)
            often = [", ".join(f"{rule} {n}" for rule, n in c.most_common(top)) for c in (worded, missing)]
            lines.append(
                f"| {name.replace('_', ' ')} | {kind} | {len(part):,} | {words:,} | {worded.total():,} | "
                f"{1000 * worded.total() / max(1, words):.3f} ({low:.3f}–{high:.3f}) | {often[0]} | {missing.total():,} | {often[1]} |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", help="the fdcpalint program")
    parser.add_argument("data", type=pathlib.Path, help="folder of the labelled sets")
    parser.add_argument("--half", action="append", choices=["first", "second", "all"], help="default: second and all")
    parser.add_argument("--pack", action="append", default=[], help="packs for the tool, as its own --pack")
    parser.add_argument("--top", type=int, default=3, help="how many rules to name for each ordinary set")
    parser.add_argument("--readme", type=pathlib.Path, help="write the tables, without the picked ones, between the marks in this file")
    parser.add_argument("--dump", type=pathlib.Path, help="write every finding with its id to this file")
    arguments = parser.parse_args()
    halves = arguments.half or ["second", "all"]
    sets = list(read_sets(arguments.data))
    if not sets:
        sys.exit(f"evaluate: no set that is known in {arguments.data}")
    texts = {}
    for _, (_, kind, _, _), rows in sets:
        for row in rows:
            texts.setdefault(row["id"], (row["id"], kind, row["text"]))
    found = findings(arguments.tool, arguments.pack, list(texts.values()))
    if arguments.dump:
        with open(arguments.dump, "w", encoding="utf8") as out:
            for entries in found.values():
                out.writelines(json.dumps(e) + "\n" for e in entries)
    label = read_labels(HERE / "labels.tsv")
    lines = []
    families = {}
    for _, (_, _, use, title), rows in sets:
        if use != "ordinary":
            families.setdefault((title, use), []).extend(rows)
    for (title, use), rows in families.items():
        if arguments.readme and use == "picked":
            continue  # one noisy label a text: for who works on the rules
        lines += ["", *label_table(title, rows, halves, found, label, precise=use == "labelled")]
    ordinary = [(name, kind, rows) for name, (_, kind, use, _), rows in sets if use == "ordinary"]
    if ordinary:
        lines += ordinary_table(ordinary, halves, found, arguments.top)
    report = "\n".join(lines).strip() + "\n"
    if arguments.readme is None:
        print(report, end="")
        return
    text = arguments.readme.read_text(encoding="utf8")
    if text.count(START) != 1 or text.count(END) != 1:
        sys.exit(f"evaluate: {arguments.readme} needs one {START} and one {END}")
    before, after = text.split(START)[0], text.split(END)[1]
    arguments.readme.write_text(f"{before}{START}\n{report}{END}{after}", encoding="utf8")


if __name__ == "__main__":
    main()
