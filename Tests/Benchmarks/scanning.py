#!/usr/bin/env python3
"""Measure the prefiltered scan against running every pattern over every text.

usage: scanning.py [--rounds N] [--bytes N] [--evals DIR] [--binary FILE]

Builds ScanBenchmark in release mode, makes notes and letters (the same on every machine), takes real texts
from the folder of labelled texts (*.jsonl or *.jsonl.gz with a "text") where there is one, and scans each
kind both ways in turn (A B A B ...). Prints the median ratio as a Markdown table; it ends with an error if
the two ways find different marks.
"""
import argparse, os, statistics, subprocess, sys, tempfile

from corpora import generated, letters, notes, real

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

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
