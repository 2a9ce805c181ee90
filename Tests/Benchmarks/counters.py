#!/usr/bin/env python3
"""Measure how the audit of a contact log grows with its size.

usage: counters.py [BINARY] [--rounds N] [--folder DIR] [--largest N]

Writes logs of 10 thousand, 100 thousand, 1 million and 3 million contacts of many consumers, and two
logs of one consumer each (20,000 and 200,000 contacts), the same on every machine; audits each with the
release build, all sizes in turn (A B C, A B C, …), and prints the medians as a Markdown table. Growth is
processor time against the row above, over that of the rows: 1.0 is linear. Processor time, because other
work on the machine changes it least.
"""
import argparse, os, random, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUTCOMES = ["no_answer"] * 9 + ["voicemail"] * 4 + ["busy"] * 2 + ["message_left", "conversation", "abandoned"]
START = 1_640_016_000  # 2021-12-20, 11:00 in New York, in seconds since 1970


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S-05:00", time.gmtime(seconds - 5 * 3600))


def log(path, contacts, consumers):
    """Rows in order of time, as a dialler writes them: by day, a few before eight or after nine. A single
    consumer gets fifty contacts a day, three of them calls, so that no evidence is longer than elsewhere."""
    chance = random.Random(contacts * 31 + consumers)
    days, calls = (30, 0.9) if consumers > 1 else (1 + contacts // 50, 0.06)
    with open(path, "w") as file:
        file.write("id,at,consumer,debts,direction,channel,outcome,to\n")
        for row in range(contacts):
            # From 11:00 to 20:30 in New York, 8:00 to 17:30 in Los Angeles; one in a hundred is early.
            day, share = divmod(row * days, contacts)
            at = START + day * 86_400 + share * 34_200 // contacts - (14_400 if chance.random() < 0.01 else 0)
            who = chance.randrange(consumers)
            inbound = chance.random() < 0.05
            channel = "call" if chance.random() < calls else chance.choice(["text", "email"])
            outcome = chance.choice(OUTCOMES) if channel == "call" else ("received" if inbound else "sent")
            debt = "D1" if chance.random() < 0.8 else "D2"
            file.write(f"r{row},{stamp(at)},c{who},{debt},{'inbound' if inbound else 'outbound'},{channel},{outcome},"
                       f"212-555-{who % 10_000:04}\n")


def tables(path, consumers):
    zones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]
    with open(path, "w") as file:
        file.write("consumer,time_zone\n")
        for who in range(consumers):
            file.write(f"c{who},{zones[who % 4]}\n")


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
                tables(f"{folder}/consumers.csv", consumers)
                log(f"{folder}/contacts.csv", contacts, consumers)
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
