#!/usr/bin/env python3
"""Writes a folder with a log made up by chance, the same for the same number: generate.py FOLDER CONSUMERS [SEED].

The log holds what a count has to tell apart: busy lines, inbound calls, attorneys, spouses, two debts, consent to
more calls and conversations that end it, four time zones, calls about midnight, and some notes that say too much.
"""
import csv
import datetime
import os
import random
import sys
import zoneinfo

ZONES = [("America/New_York", "OH"), ("America/Chicago", "MO"), ("America/Denver", "UT"),
         ("America/Phoenix", "AZ")]
OUTCOMES = ["no_answer"] * 8 + ["voicemail"] * 4 + ["busy"] * 3 + ["not_connected", "message_left",
                                                                   "abandoned", "conversation"]
NOTES = ["", "", "", "", "NO ANS CELL", "LM to cb", "told cust she will be arrested friday",
         "told her sister that cust owes us on the card", "said we will garnish her wages tomorrow"]
COLUMNS = ["id", "at", "consumer", "person", "party", "debts", "direction", "channel", "outcome", "agent", "campaign",
           "consent.scope", "consent.to", "note"]
START = datetime.datetime(2026, 3, 2)


def write(folder, consumers, seed=1):
    chance = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    rows = []
    with open(f"{folder}/consumers.csv", "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["consumer", "time_zone", "state"])
        for who in range(consumers):
            zone, state = ZONES[who % len(ZONES)]
            table.writerow([f"C{who:05}", zone, state])
            rows += contacts(chance, f"C{who:05}", zone)
    rows.sort(key=lambda row: row["at"].astimezone(datetime.timezone.utc))
    with open(f"{folder}/contacts.csv", "w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        table.writeheader()
        for number, row in enumerate(rows):
            row["id"] = f"R{number:06}"
            row["at"] = row["at"].isoformat()
            table.writerow(row)
    return len(rows)


def contacts(chance, who, zone):
    debts = [f"{who}-A"] if chance.random() < 0.7 else [f"{who}-A", f"{who}-B"]
    clock = zoneinfo.ZoneInfo(zone)
    # One in eight is called far too often.
    a_day = 2.0 if chance.random() < 0.125 else chance.choice([0.3, 0.6, 0.9])
    for day in range(21):
        for _ in range(int(a_day + chance.random())):
            # Now and then about midnight, where the caller's date is not the consumer's.
            hour = chance.choice([0, 23]) if chance.random() < 0.01 else chance.randrange(8, 20)
            local = START + datetime.timedelta(days=day, hours=hour, minutes=chance.randrange(1, 60),
                                               seconds=chance.randrange(60))
            row = {"at": local.replace(tzinfo=clock).astimezone(zoneinfo.ZoneInfo("America/New_York")),
                   "consumer": who, "person": "self", "party": "consumer", "debts": chance.choice(debts),
                   "direction": "outbound", "channel": "call", "outcome": chance.choice(OUTCOMES),
                   "agent": f"Agent {chance.randrange(40):02}", "campaign": f"plan-{chance.randrange(6)}",
                   "note": chance.choice(NOTES)}
            kind = chance.random()
            if kind < 0.05:
                row.update(direction="inbound", outcome="conversation", note="")
            elif kind < 0.08:
                row.update(person="attorney", party="attorney")
            elif kind < 0.14:
                row.update(person="spouse", party="spouse")
            elif kind < 0.16:
                row.update({"channel": "email", "direction": "inbound", "outcome": "received", "note": "",
                            "consent.scope": "additional_calls", "consent.to": "collector"})
            elif kind < 0.20:
                row.update(channel="text", outcome="sent")
            yield row


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print(write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1), "contacts")
