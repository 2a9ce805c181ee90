#!/usr/bin/env python3
"""Measure fdcpalint beside other programs that do the same work, or a part of it.

usage: peers.py [--quick] [--only SECTION,…] [--rounds N] [--evals DIR] [--folder DIR] [--no-install] …

Sections: scan (the real packs' patterns against plain PCRE2, Vectorscan, RE2::Set, Python), process (whole programs:
ripgrep, grep -P), ingest (JSON Lines against JSONSerialization, CSV against SQLite, clocks against Calendar), audit
(1, 3 and 10 million rows, against sort), start (starting.py), and last the gates with what was measured.

Builds fdcpalint, PeerBenchmark and ScanBenchmark in release mode, compiles the small C++ programs beside it, makes its
corpora (the same on every machine) and installs peers that are missing, or names them. Everything of a section runs in
turn (A B C, A B C, …); figures are medians, ratios those of the rounds. Prints Markdown. It all takes an hour or two and
20 GB of disk; --quick takes minutes, over less of everything. Vectorscan's tables take minutes to make whatever the
size; --folder keeps them for the next run.
"""
import argparse, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "Peers"))
from audits import audit
from gates import gates
from processes import process
from racing import table
from reading import ingest
from scans import scan
from tools import ROOT, Tools


def start(options, tools, results):
    """Runs starting.py and keeps its figures for the gates."""
    print("\n## Start\n")
    script = os.path.join(HERE, "starting.py")
    if not os.path.exists(script):
        tools.missing["start"] = "Tests/Benchmarks/starting.py is not there"
        return
    command = [sys.executable, script, "--rounds", "11" if options.quick else "21"]
    if options.quick:
        command += ["--letters", "200"]
    if options.binary:
        command += ["--binary", tools.binary, "--scan", tools.benchmark("ScanBenchmark")]
    run = subprocess.run(command, text=True, capture_output=True)
    print(run.stdout)
    if run.returncode != 0:
        tools.missing["start"] = (run.stderr.strip().splitlines() or ["no reason said"])[-1]
        return
    times = {}
    for line in run.stdout.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        try:
            times[cells[0]] = float(cells[1])
        except (IndexError, ValueError):
            continue
    one = times.get("`check` of one note")
    if one:
        results["start", "ms"] = one
        for name, key in (("an empty Swift program", "empty"), ("proselint, the same page", "proselint")):
            if times.get(name):
                results["start", key] = one / times[name]


SECTIONS = {"scan": scan, "process": process, "ingest": ingest, "audit": audit, "start": start}


def read():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="minutes, for a look")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas between them")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--audit-rounds", type=int, help="5, or 1 with --quick")
    parser.add_argument("--rows", help="sizes of the audited logs; 1000000,3000000,10000000, or 30000,100000,300000 with --quick")
    parser.add_argument("--bytes", type=int, help="of each corpus that is scanned; 1000000, or 200000 with --quick")
    parser.add_argument("--megabytes", type=float, help="of notes for whole programs; 20, or 2 with --quick")
    parser.add_argument("--read", type=int, help="rows of the logs that are read; 200000, or 20000 with --quick")
    parser.add_argument("--skip", type=lambda text: text.split(","), help="engines to leave out, such as vectorscan-prefilter")
    parser.add_argument("--evals", default=os.path.join(os.path.dirname(ROOT), "shared", "evals"), help="real texts")
    parser.add_argument("--folder", help="keep corpora and tables here, and use those that are there")
    parser.add_argument("--no-install", action="store_true", help="name what is missing in place of installing it")
    parser.add_argument("--binary", help="a built fdcpalint; nothing is built then")
    parser.add_argument("--bench", help="the folder of built PeerBenchmark and ScanBenchmark")
    options = parser.parse_args()
    small = options.quick
    options.audit_rounds = options.audit_rounds or (1 if small else 5)
    sizes = options.rows or ("30000,100000,300000" if small else "1000000,3000000,10000000")
    options.rows = sorted(int(size) for size in sizes.split(","))
    options.bytes = options.bytes or (200_000 if small else 1_000_000)
    options.megabytes = options.megabytes or (2 if small else 20)
    options.read = options.read or (20_000 if small else 200_000)
    options.only = options.only.split(",")
    for section in options.only:
        if section not in SECTIONS:
            parser.error(f"no section '{section}': {', '.join(SECTIONS)}")
    return options


def main():
    options = read()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or scratch
        os.makedirs(folder, exist_ok=True)
        tools = Tools(folder, not options.no_install, options.binary, options.bench)
        if not options.binary:
            tools.build(["fdcpalint", "PeerBenchmark", "ScanBenchmark"])
        results = {}
        for section in options.only:
            SECTIONS[section](options, tools, results)
        gates(results)
        if tools.missing:
            print("## Not measured")
            table(["what", "why"], sorted(tools.missing.items()))


main()
