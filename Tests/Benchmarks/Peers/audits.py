"""The whole audit of logs of many sizes, and what `sort` takes to put the same file in order."""
import os

from corpora import consumer_csv, contact_csv
from racing import Program, measured, median, race, ratio, table


def available():
    """Bytes of memory that may be taken; half of all where the system does not say."""
    try:
        with open("/proc/meminfo") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("MemAvailable")) * 1024
    except (OSError, StopIteration):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2


def files(tools, count, consumers):
    folder = os.path.join(tools.folder, f"{count}-{consumers}")
    # Named whole once it is whole.
    if not os.path.exists(folder):
        os.makedirs(folder + ".part", exist_ok=True)
        consumer_csv(f"{folder}.part/consumers.csv", consumers)
        contact_csv(f"{folder}.part/contacts.csv", count, consumers, noted=True)
        os.rename(folder + ".part", folder)
    return folder


def lane(tools, folder, jobs):
    return Program(f"{jobs}", lambda: (*measured(
        [tools.binary, "audit", f"{folder}/contacts.csv", "--consumers", f"{folder}/consumers.csv", "--format", "jsonl",
         "--exit-zero", "--isolated", "--quiet", "--jobs", str(jobs)], codes=(0, 3)), ()))


def sorting(folder):
    return Program("sort", lambda: (*measured(
        ["sort", "-t,", "-k3,3", "-o", os.devnull, f"{folder}/contacts.csv"], environment={"LC_ALL": "C"}), ()))


def audit(options, tools, results):
    jobs = os.cpu_count()
    print(f"\n## Audit\n\nLogs in CSV with a note on every row, all packs and counters, report as JSON Lines, {jobs} threads. Sort is "
          "`LC_ALL=C sort` of the same file by consumer. Growth is processor time over rows, against the row above.")
    largest = options.rows[-1]
    shapes = [(rows, max(rows // 10, 1)) for rows in options.rows] + [(largest, largest), (largest // 10, 1)]
    sorts = tools.has("sort")
    done, rows, slope = {}, [], 0.0
    for shape in shapes:
        count, consumers = shape
        needed = slope * count
        # A machine that swaps measures nothing.
        if needed > available() * 0.9:
            reason = f"left out: would take about {needed / 2**30:.0f} GB of memory"
            tools.missing[f"audit of {count:,} rows, {consumers:,} consumers"] = reason
            rows.append([f"{count:,}", f"{consumers:,}", reason] + [""] * 6)
            continue
        folder = files(tools, count, consumers)
        lanes = [lane(tools, folder, jobs)] + ([sorting(folder)] if sorts else [])
        if not done:
            lanes.append(lane(tools, folder, 1))
        race(lanes, options.audit_rounds)
        if hasattr(lanes[0], "failure"):
            tools.missing[f"audit of {count:,} rows"] = lanes[0].failure
            continue
        if not options.folder:
            os.remove(f"{folder}/contacts.csv")
        own = lanes[0]
        wall, busy, peak = median(own), middle(own.busy), middle(own.peak)
        above = done.get("above")
        growth = f"{busy / above[1] / (count / above[0]):.2f}" if above and consumers > 1 and count > above[0] else ""
        size = f"{count / wall:,.0f}"
        over = ratio(own, lanes[1]) if sorts else None
        rows.append([f"{count:,}", f"{consumers:,}", f"{wall:.2f}", f"{busy:.2f}", size, f"{peak / 2**20:,.0f} MB", growth,
                     f"{median(lanes[1]):.2f}" if sorts else "", f"{over:.1f}" if sorts else ""])
        if consumers > 1 and consumers < count:
            if above:
                results["bytes a row", ""] = (peak - above[2]) / (count - above[0])
            done["above"] = (count, busy, peak)
            slope = peak / count
            results["audit", count] = (wall, peak, over)
        if len(done) == 1 and len(lanes) > 1 and lanes[-1].name == "1" and not hasattr(lanes[-1], "failure"):
            alone = lanes[-1]
            results["rate", 1], results["rate", jobs] = count / median(alone), count / wall
            results["busy a row", ""] = middle(alone.busy) / count
    table(["rows", "consumers", "seconds", "processor seconds", "rows/s", "peak memory", "growth", "sort, seconds",
           "time over sort"], rows)


def middle(values):
    return sorted(values)[len(values) // 2]
