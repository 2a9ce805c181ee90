"""Whole programs from start to end over one file of notes: what a shell user would do instead."""
import concurrent.futures, os, subprocess, tempfile, time

from corpora import contact_lines, generated, notes, write_lines
from racing import Failed, Lane, Program, measured, median, race, ratio, short, table
from scans import folded, found, patterns


def rules_of(sources, owners, chosen):
    """Indices of patterns by the rule that has them."""
    rules = {}
    for index in chosen:
        rules.setdefault(owners[index], []).append(index)
    return rules


def joined(sources, indices):
    return "(?J)" + "|".join(f"(?:{sources[index]})" for index in indices)


def in_parts(sources, indices):
    """Patterns that `grep -P` takes as one: together they may get too large for it."""
    test = ["grep", "-i", "-P", "-e", joined(sources, indices), os.devnull]
    if len(indices) == 1 or subprocess.run(test, stderr=subprocess.DEVNULL).returncode < 2:
        return [indices]
    half = len(indices) // 2
    return in_parts(sources, indices[:half]) + in_parts(sources, indices[half:])


def many(name, commands):
    """Several processes at once, as many as there are processors, each telling one count: their sum."""
    def one(command):
        with tempfile.TemporaryFile("w+") as file:
            _, busy, peak = measured(command, codes=(0, 1), environment={"LC_ALL": "C.UTF-8"}, output=file)
            file.seek(0)
            return busy, peak, int(file.read().strip() or 0)

    def run():
        began = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            parts = list(pool.map(one, commands))
        return (time.monotonic() - began, sum(p[0] for p in parts), max(p[1] for p in parts),
                (sum(p[2] for p in parts),))
    return Program(name, run)


def once(name, command):
    """A mode of the benchmark: everything made, one scan, the end."""
    return Program(name, lambda: (*measured(command), ()))


def ripgrep_takes(sources):
    """Which patterns ripgrep's own engine takes."""
    def takes(source):
        return subprocess.run(["rg", "-i", "-e", source, os.devnull], stderr=subprocess.DEVNULL).returncode < 2
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [index for index, taken in enumerate(pool.map(takes, sources)) if taken]


def process(options, tools, results):
    cores = os.cpu_count()
    print(f"\n## Whole programs\n\nFrom start to end over a file of notes, one a line, with as many threads or processes as there "
          f"are processors ({cores}). `audit` reads the same notes as a contact log, counts calls and writes a report besides.")
    sources, owners = patterns(tools, "note")
    everything = range(len(sources))
    for megabytes, peers in ((options.megabytes, "rg"), (options.megabytes / 10, "grep")):
        texts = generated(notes, int(megabytes * 1e6))
        path = os.path.join(tools.folder, f"notes-{megabytes:g}")
        size = folded(tools, path, texts)
        log = path + ".jsonl"
        contact_lines(log, len(texts), len(texts) // 10 + 1, texts)
        pairs = path + ".pairs"
        listed = path + ".patterns"
        write_lines(listed, sources)
        bare = once("fdcpalint's scan of these patterns", [tools.benchmark("PeerBenchmark"), "bare", "note", listed, path,
                                                           pairs, str(cores)])
        audit = Program("fdcpalint audit, all packs", lambda: (*measured(
            [tools.binary, "audit", log, "--format", "jsonl", "--exit-zero", "--isolated", "--quiet"], codes=(0, 3)), ()))
        lanes = [bare, audit]
        bare.run()
        matches, _ = found(pairs)
        expected = {}
        if peers == "rg" and tools.has("ripgrep"):
            taken = ripgrep_takes(sources)
            together = path + ".rg"
            write_lines(together, [sources[index] for index in taken])
            limits = ["--dfa-size-limit", "1G", "--regex-size-limit", "1G", "--no-config"]
            lane = many("rg -c -i -f, all patterns", [["rg", "-c", "-i", *limits, "-f", together, path]])
            expected[lane] = len(taken), len({text for text, index in matches if index in set(taken)})
            lanes.append(lane)
            commands, hits = [], 0
            for indices in rules_of(sources, owners, taken).values():
                commands.append(["rg", "-c", "-i", *limits, *(part for i in indices for part in ("-e", sources[i])), path])
                hits += len({text for text, index in matches if index in set(indices)})
            lane = many(f"rg -c -i, one for each of {len(commands)} rules", commands)
            expected[lane] = len(taken), hits
            lanes.append(lane)
        if peers == "grep" and tools.has("grep"):
            commands, hits = [], 0
            rules = rules_of(sources, owners, everything).values()
            for indices in (part for rule in rules for part in in_parts(sources, rule)):
                commands.append(["grep", "-c", "-i", "-P", "-e", joined(sources, indices), path])
                hits += len({text for text, index in matches if index in set(indices)})
            lane = many(f"grep -c -i -P, one for each of {len(rules)} rules", commands)
            expected[lane] = len(sources), hits
            lanes.append(lane)
        race(lanes, options.rounds)
        rows = []
        for lane in lanes:
            if hasattr(lane, "failure"):
                tools.missing[lane.name] = lane.failure
                continue
            taken, hits = expected.get(lane, (len(sources) if lane is bare else "", None))
            rows.append([lane.name, taken, short(median(lane)), short(ratio(lane, audit)), short(ratio(lane, bare)),
                         "" if hits is None else f"{lane.counts[0]:,}; {hits:,}"])
        print(f"**{len(texts):,} notes, {short(size)} MB**")
        table(["program", "patterns", "seconds", "time over audit", "over the scan alone", "lines told; lines that match"], rows)
        rivals = [lane for lane in lanes[2:] if not hasattr(lane, "failure")]
        if rivals and not hasattr(audit, "failure"):
            best = min(rivals, key=median)
            results["process", peers] = ratio(best, audit)
            results["process alone", peers] = ratio(best, bare)
        if peers == "rg":
            threads(options, tools, results, path, size, listed)


def threads(options, tools, results, path, size, listed):
    """Two threads against one, in processes that are started already."""
    lanes = [Lane(f"{jobs} thread{'s' if jobs > 1 else ''}", [tools.benchmark("PeerBenchmark"), "packs", "note", path, str(jobs)],
                  size) for jobs in (1, 2)]
    try:
        for lane in lanes:
            lane.start()
    except Failed as failure:
        tools.missing["two threads against one"] = str(failure)
        return
    race(lanes, options.rounds)
    for lane in lanes:
        lane.stop()
    if not any(hasattr(lane, "failure") for lane in lanes):
        table(["whole packs over these notes", "MB/s", "speed against one"],
              [[lane.name, short(1 / median(lane)), f"{ratio(lanes[0], lane):.2f}"] for lane in lanes])
        results["threads", ""] = ratio(*lanes)
