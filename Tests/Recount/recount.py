#!/usr/bin/env python3
"""Recounts calls from the raw log and a calendar, without any code of the tool.

    recount.py FOLDER REPORT.csv REPORT.json [SEED]

FOLDER holds contacts.csv and consumers.csv; the reports are those of one audit of it. Taken by chance are ten findings
of more than seven calls in seven days and ten pairs from those drawn as clear; each is recounted call by call, and so
is every pair near the limit. Then all pairs are counted, and compared with the report's histograms.
Exit code 0 when all agree, 1 when something does not.
"""
import collections
import csv
import datetime
import json
import random
import re
import sys
import zoneinfo

RULE = "federal/call-frequency-seven"
LIMIT, DAYS = 7, 7
# What rings or is picked up counts; a busy or dead line does not (12 CFR 1006.14(b)(3)(ii)).
COUNTED = {"no_answer", "answered_dropped", "abandoned", "recorded_message", "voicemail", "voicemail_full",
           "message_left", "conversation"}
PERSONS = {"consumer", "spouse", "parent", "guardian", "personal_representative", "successor_in_interest", "third_party",
           "employer", "unknown"}


def calendar(folder):
    """The log by consumer, each row with its moment and its date on the consumer's calendar."""
    zones = {}
    with open(f"{folder}/consumers.csv", newline="") as file:
        for row in csv.DictReader(file):
            zones[row["consumer"]] = zoneinfo.ZoneInfo(row["time_zone"])
    log = collections.defaultdict(list)
    with open(f"{folder}/contacts.csv", newline="") as file:
        for row in csv.DictReader(file):
            moment = datetime.datetime.fromisoformat(row["at"])
            row["moment"] = (moment, row["id"])
            row["day"] = moment.astimezone(zones[row["consumer"]]).date()
            row["who"] = row["person"] or row["party"]
            log[row["consumer"]].append(row)
    for rows in log.values():
        rows.sort(key=lambda row: row["moment"])
    return log


def consented(row, rows):
    """Whether the person had agreed to more calls about the debt, within seven days, and no talk about it since."""
    for given in rows:
        if given.get("consent.scope") != "additional_calls" or given.get("consent.to") != "collector":
            continue
        if given["who"] != row["who"] or given["debts"] != row["debts"] or given["moment"] >= row["moment"]:
            continue
        if not 0 <= (row["day"] - given["day"]).days < DAYS:
            continue
        talk = any(
            other["channel"] == "call" and other["outcome"] == "conversation" and other["who"] == row["who"]
            and other["debts"] == row["debts"] and given["moment"] < other["moment"] < row["moment"]
            for other in rows)
        if not talk:
            return True
    return False


def calls(rows, who, debt, others_numbers=frozenset()):
    """The calls that count for a person and a debt."""
    return [
        row for row in rows
        if row["who"] == who and row["debts"] == debt and row["channel"] == "call"
        and row["direction"] == "outbound" and row["outcome"] in COUNTED and row["party"] in PERSONS
        and row["id"] not in others_numbers and not consented(row, rows)]


def window(counted, last):
    """Those of the calls that lie in the seven days which end with one of them, up to that one."""
    return [row for row in counted
            if row["moment"] <= last["moment"] and 0 <= (last["day"] - row["day"]).days < DAYS]


def listed(cell):
    return [part.split(" ")[0] for part in cell.split("; ") if part]


def others_numbers(shown, rows):
    """Records that the report leaves out because the number was another's: the log must say so somewhere."""
    out = {part.split(" ")[0] for part in shown["left_out"].split("; ") if "another" in part}
    if out and not any(re.search(r"wrong|WN\b", row["note"]) for row in rows):
        raise SystemExit(f"{shown['consumer']}: nothing in the log says that a number is another's")
    return frozenset(out)


def check(shown, log):
    """What of one row of the report is wrong; nothing where it holds."""
    rows = log[shown["consumer"]]
    counted = calls(rows, shown["person"], shown["debt"], others_numbers(shown, rows))
    ids = listed(shown["counted"])
    last = next((row for row in counted if row["id"] == ids[-1]), None)
    if last is None:
        return f"{ids[-1]} does not count"
    mine = window(counted, last)
    if [row["id"] for row in mine] != ids or str(len(mine)) != shown["count"]:
        return f"recounted {[row['id'] for row in mine]}, reported {ids}"
    if shown["last_day"] != str(last["day"]) or shown["first_day"] != str(last["day"] - datetime.timedelta(DAYS - 1)):
        return f"the window ends on {last['day']}, reported {shown['first_day']} to {shown['last_day']}"
    fullest = max(len(window(counted, row)) for row in counted)
    if shown["type"] == "finding":
        return None if len(mine) > LIMIT else f"{len(mine)} calls are within the limit"
    if fullest != len(mine):
        return f"some window holds {fullest}, reported {len(mine)}"
    return None if fullest <= LIMIT else f"{fullest} calls are over the limit"


def histograms(log):
    windows, pairs = collections.Counter(), collections.Counter()
    for rows in log.values():
        for who, debt in sorted({(row["who"], row["debts"]) for row in rows}):
            counted = calls(rows, who, debt)
            sizes = [len(window(counted, row)) for row in counted]
            windows.update(sizes)
            if sizes:
                pairs[max(sizes)] += 1
    return windows, pairs


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    folder, table, run = sys.argv[1:4]
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1006)
    log = calendar(folder)
    with open(table, newline="", encoding="utf-8-sig") as file:
        shown = [row for row in csv.DictReader(file) if row["rule"] == RULE]
    by_type = collections.defaultdict(list)
    for row in shown:
        by_type[row["type"]].append(row)
    taken = {
        "finding": chance.sample(by_type["finding"], min(10, len(by_type["finding"]))),
        "clear": chance.sample(by_type["clear"], min(10, len(by_type["clear"]))),
        "near": by_type["near"],
    }
    faults = [f"{kind} {row['consumer']} {row['person']} {row['debt']}: {fault}"
              for kind, rows in taken.items() for row in rows for fault in [check(row, log)] if fault]
    with open(run, encoding="utf-8") as file:
        overview = json.load(file)["overview"]
    reported = next(item for item in overview["frequency"] if item["rule"] == RULE)
    if (reported["limit"], reported["days"]) != (LIMIT, DAYS):
        faults.append(f"the report counts to {reported['limit']} in {reported['days']} days")
    # A log whose words tell of wrong numbers is recounted pair by pair above, not as a whole.
    whole = not any(row["note"] and re.search(r"wrong|WN\b", row["note"]) for rows in log.values() for row in rows)
    if whole:
        for name, own in zip(("windows", "pairs"), histograms(log)):
            theirs = {bar["contacts"]: bar["count"] for bar in reported[name]}
            if theirs != dict(own):
                faults.append(f"{name}: recounted {dict(sorted(own.items()))}, reported {theirs}")
    for fault in faults:
        print(fault)
    said = ", ".join(f"{len(rows)} {kind}" for kind, rows in taken.items())
    empty = [kind for kind in ("finding", "clear") if not taken[kind]]
    if empty:
        print(f"nothing to recount: no {' and no '.join(empty)}")
    elif not faults:
        print(f"recounted {said}{', all pairs' if whole else ''}: all agree")
    return 1 if faults or empty else 0


if __name__ == "__main__":
    sys.exit(main())
