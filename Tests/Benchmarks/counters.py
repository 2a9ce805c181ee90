#!/usr/bin/env python3
"""Measure how the audit of a contact log grows with its size.

usage: counters.py [BINARY] [--rounds N] [--folder DIR] [--largest N]

Writes logs of 10 thousand, 100 thousand, 1 million and 3 million contacts of many consumers, and two
logs of one consumer each (20,000 and 200,000 contacts), the same on every machine; audits each with the
release build, all sizes in turn (A B C, A B C, …), and prints the medians as a Markdown table. Growth is
processor time against the row above, over that of the rows: 1.0 is linear. Processor time, because other
work on the machine changes it least.
"""
import argparse, os, statistics, subprocess, sys, tempfile, time

from corpora import consumer_csv, contact_csv

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def measured(binary, folder):
    """Seconds of wall clock, seconds of processors and peak memory in bytes of one audit."""
    began = time.monotonic()
    process = subprocess.Popen(
        [binary, "audit", f"{folder}/contacts.csv", "--consumers", f"{folder}/consumers.csv", "--format", "jsonl",
         "--exit-zero", "--isolated", "--quiet"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"the audit of {folder} ended with {process.returncode}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=os.path.join(ROOT, ".build/release/fdcpalint"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", help="keep the logs here, and use those that are there")
    parser.add_argument("--largest", type=int, default=3_000_000, help="leave larger logs out")
    options = parser.parse_args()
    sizes = [(10_000, 1_000), (100_000, 10_000), (1_000_000, 100_000), (3_000_000, 300_000), (20_000, 1), (200_000, 1)]
    sizes = [size for size in sizes if size[0] <= options.largest]
    with tempfile.TemporaryDirectory() as scratch:
        base = options.folder or scratch
        folders = []
        for contacts, consumers in sizes:
            folder = os.path.join(base, f"{contacts}-{consumers}")
            folders.append(folder)
            if not os.path.exists(folder):
                os.makedirs(folder)
                consumer_csv(f"{folder}/consumers.csv", consumers)
                contact_csv(f"{folder}/contacts.csv", contacts, consumers)
        runs = {folder: [] for folder in folders}
        for _ in range(options.rounds):
            for folder in folders:
                runs[folder].append(measured(options.binary, folder))
    print("| contacts | consumers | seconds | processor seconds | rows per processor second | peak memory | growth |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    above = None
    for folder, (contacts, consumers) in zip(folders, sizes):
        wall, busy, memory = (statistics.median(run[part] for run in runs[folder]) for part in range(3))
        growth = ""
        if above and (above[1] == 1) == (consumers == 1):
            growth = f"{busy / above[2] / (contacts / above[0]):.2f}"
        above = (contacts, consumers, busy)
        print(f"| {contacts:,} | {consumers:,} | {wall:.1f} | {busy:.2f} | {contacts / busy:,.0f} | {memory / 2**20:,.0f} MB | {growth} |")


if __name__ == "__main__":
    main()
