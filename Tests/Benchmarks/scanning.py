#!/usr/bin/env python3
"""Measure the prefiltered scan against running every pattern over every text.

usage: scanning.py [--rounds N] [--bytes N] [--evals DIR] [--binary FILE]

Builds ScanBenchmark in release mode, makes notes and letters (the same on every machine), takes real texts
from the folder of labelled texts (*.jsonl or *.jsonl.gz with a "text") where there is one, and scans each
kind both ways in turn (A B A B ...). Prints the median ratio as a Markdown table; it ends with an error if
the two ways find different marks.
"""
import argparse, glob, gzip, json, os, random, statistics, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = "Kim Lopez Smith Okafor Tran Novak Reyes Abbott".split()
FRAGMENTS = [
    "TT cust, bal {n}.{m}", "lm for {name} to cb", "cust sts will pay ${n} on {d}/{e}", "adv of bal due", "no ans",
    "wrong number per {name}", "cust at work, cb after {e} pm", "verified last 4 {n}", "mini miranda given",
    "pmt of ${n} posted", "cust asked for itemization", "cust hung up", "spouse ans, did not disclose",
    "cons says she lost her job and can't pay before {d}/{e}", "set up {d} pmts of ${n}", "sent letter {m}",
    "vm full", "cust disputes the fee of ${m}", "updated address and phone", "acct reviewed, rp in ring",
]
RARE = ["told cust she will be arrested", "TT mother re the debt", "atty retained, do not call"]
SENTENCES = [
    "This letter is about your account with {name} Bank, which shows a balance of ${n}.{m}.",
    "You have until {d} {e} to tell us that you dispute all or part of this debt.",
    "If you write to us within that time we will send you a copy of the records that we have.",
    "You may pay online, by phone, or by mailing a check with the form below to the address above.",
    "We received your payment of ${m} and credited it the same day; thank you for taking care of this.",
    "Our office is open from 9 am to 5 pm, Monday to Friday, and closed on holidays.",
    "Please keep this letter with your records and mention reference {n} whenever you contact us.",
    "This communication is from a debt collector.",
    "A fee was added by the original creditor in the month before the account was placed with us.",
]


def filled(text, chance):
    return text.format(n=chance.randrange(100, 9999), m=chance.randrange(10, 99), d=chance.randrange(1, 12),
                       e=chance.randrange(1, 28), name=chance.choice(NAMES))


def notes(chance):
    parts = [chance.choice(FRAGMENTS) for _ in range(chance.randrange(2, 9))]
    if chance.random() < 0.035:
        parts.append(chance.choice(RARE))
    chance.shuffle(parts)
    return filled(chance.choice([". ", "; ", ", "]).join(parts), chance)


def letters(chance):
    return filled(" ".join(chance.choice(SENTENCES) for _ in range(chance.randrange(8, 40))), chance)


def generated(make, size):
    chance, texts, total = random.Random(size), [], 0
    while total < size:
        texts.append(make(chance))
        total += len(texts[-1])
    return texts


def real(folder, size):
    texts = []
    for path in sorted(glob.glob(f"{folder}/*.jsonl") + glob.glob(f"{folder}/*.jsonl.gz")):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
            texts += [" ".join(json.loads(line).get("text", "").split()) for line in file]
    random.Random(1).shuffle(texts)
    total, kept = 0, []
    for text in filter(None, texts):
        if total >= size:
            break
        kept.append(text)
        total += len(text.encode())
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bytes", type=int, default=500_000)
    parser.add_argument("--evals", default=os.path.join(os.path.dirname(ROOT), "shared", "evals"))
    parser.add_argument("--binary")
    options = parser.parse_args()
    binary = options.binary or os.path.join(ROOT, ".build", "release", "ScanBenchmark")
    if not options.binary:
        subprocess.run(["swift", "build", "-c", "release", "--product", "ScanBenchmark"], cwd=ROOT, check=True,
                       stdout=sys.stderr)
    corpora = [("notes", "note", generated(notes, options.bytes)), ("letters", "letter", generated(letters, options.bytes)),
               ("real texts", "note", real(options.evals, options.bytes))]
    print("| texts | MB | every pattern, MB/s | prefiltered, MB/s | ratio (median) | least and most |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, kind, texts in corpora:
        if not texts:
            print(f"| {name} | | not there: {options.evals} | | | |")
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(texts) + "\n")
            file.flush()
            size = os.path.getsize(file.name) / 1e6
            output = subprocess.run([binary, kind, file.name, str(options.rounds)], check=True, text=True,
                                    capture_output=True).stdout
        lines = [line.split() for line in output.splitlines()]
        rounds = [(float(line[1]), float(line[2])) for line in lines if line[0] == "round"]
        ratios = sorted(slow / fast for fast, slow in rounds)
        fast, slow = (statistics.median(part) for part in zip(*rounds))
        print(f"| {name} | {size:.1f} | {size / slow:.2f} | {size / fast:.1f} | {statistics.median(ratios):.0f} | "
              f"{ratios[0]:.0f}, {ratios[-1]:.0f} |")
    print("; ".join(" ".join(line) for line in lines if line[0] in ("patterns", "preparation")))


main()
