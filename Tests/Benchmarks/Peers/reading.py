"""Reading tables: JSON Lines against Foundation, CSV against SQLite, and clocks against Calendar."""
import os, subprocess

from corpora import contact_csv, contact_lines
from racing import Failed, Lane, Program, measured, median, race, ratio, short, table


def ingest(options, tools, results):
    print("\n## Reading\n\nContact logs in memory, one thread. Rows are cells found and unescaped; records are rows whose every value "
          "is checked and understood, as an audit needs them.")
    bench = tools.benchmark("PeerBenchmark")
    lines = os.path.join(tools.folder, "log.jsonl")
    comma = os.path.join(tools.folder, "log.csv")
    contact_lines(lines, options.read, options.read // 10)
    contact_csv(comma, options.read, options.read // 10, noted=True)
    sizes = {path: os.path.getsize(path) / 1e6 for path in (lines, comma)}
    lanes = [Lane("JSON Lines, rows", [bench, "rows", lines], sizes[lines]),
             Lane("JSON Lines, JSONSerialization", [bench, "json-serialization", lines], sizes[lines]),
             Lane("JSON Lines, records", [bench, "records", lines], sizes[lines]),
             Lane("CSV, rows", [bench, "rows", comma], sizes[comma]),
             Lane("CSV, records", [bench, "records", comma], sizes[comma])]
    if not timed(lanes, options, tools):
        return
    rows, foundation, records, *_ = lanes
    table(["reading", "MB/s", "rows/s", "speed against JSONSerialization", "rows, cells"],
          [[lane.name, short(1 / median(lane)), short(options.read / (median(lane) * lane.per)),
            short(ratio(foundation, lane)) if lane.per == rows.per else "", f"{lane.counts[0]:,}, {lane.counts[1]:,}"]
           for lane in lanes])
    results["json", ""] = ratio(foundation, rows)
    # Seconds a row, for the share of an audit that reading takes.
    results["records", ""] = median(lanes[4]) * sizes[comma] / options.read
    if tools.has("SQLite"):
        against_sqlite(options, tools, results, bench, comma)
    clocks(options, tools, results, bench)


def timed(lanes, options, tools):
    try:
        for lane in lanes:
            lane.start()
    except Failed as failure:
        tools.missing[failure.args[0].split(":")[0]] = str(failure)
        return False
    race(lanes, options.rounds)
    for lane in lanes:
        lane.stop()
    failures = [lane for lane in lanes if hasattr(lane, "failure")]
    for lane in failures:
        tools.missing[lane.name] = lane.failure
    return not failures


def against_sqlite(options, tools, results, bench, comma):
    """Both as whole processes; SQLite also keeps the table, in memory."""
    go = os.path.join(tools.folder, "one-round")
    with open(go, "w") as file:
        file.write("\n")

    def ours():
        with open(go) as given:
            return (*measured([bench, "rows", comma], given=given), ())

    script = [".mode csv", f".import {comma} contacts", "select count(*) from contacts;"]
    count = subprocess.run(["sqlite3", ":memory:", *script], text=True, capture_output=True).stdout.strip()
    lanes = [Program("fdcpalint, rows", ours),
             Program("sqlite3 .import into memory", lambda: (*measured(["sqlite3", ":memory:", *script]), ()))]
    race(lanes, options.rounds)
    table(["CSV, whole process", "seconds", "time over fdcpalint", "rows"],
          [[lane.name, short(median(lane)), short(ratio(lane, lanes[0])), f"{options.read:,}" if lane is lanes[0] else count]
           for lane in lanes])
    results["sqlite", ""] = ratio(lanes[1], lanes[0])


def clocks(options, tools, results, bench):
    lanes = [Lane("table of a zone's changes", [bench, "zone-table"]), Lane("Foundation's Calendar", [bench, "calendar"])]
    if not timed(lanes, options, tools):
        return
    if lanes[0].counts != lanes[1].counts:
        tools.missing["local time"] = "the two ways tell different days or hours"
        return
    table(["local day and hour of 100,000 instants, eight zones", "ns each", "speed against Calendar"],
          [[lane.name, short(median(lane) * 1e4), short(ratio(lanes[1], lane))] for lane in lanes])
    results["clock", ""] = ratio(lanes[1], lanes[0])
