"""What the tool is held to: each gate, what was measured, and whether it holds."""
from racing import short, table

# Name, the key of the figure, whether it must be "at least" or "at most", the gate, the ambition.
GATES = [
    ("scan against the plain PCRE2 loop, notes", ("naive", "notes"), ">", 40, 80),
    ("scan against the plain PCRE2 loop, letters", ("naive", "letters"), ">", 40, 70),
    ("scan against the plain PCRE2 loop, real texts", ("naive", "real texts"), ">", 25, 45),
    ("scan against Vectorscan, notes", ("Vectorscan", "notes"), ">", 2, 3.5),
    ("scan against Vectorscan, letters", ("Vectorscan", "letters"), ">", None, 3),
    ("scan against Vectorscan, real texts", ("Vectorscan", "real texts"), ">", 1.3, 2),
    ("scan against RE2::Set, notes", ("RE2::Set", "notes"), ">", 2.5, 8),
    ("scan against RE2::Set, real texts", ("RE2::Set", "real texts"), ">", 2, 6),
    ("audit against the best use of ripgrep", ("process", "rg"), ">", 20, 40),
    ("the scan alone, whole process, against the best use of ripgrep", ("process alone", "rg"), ">", 20, 40),
    ("audit against grep -P", ("process", "grep"), ">", 35, 110),
    ("scan against Python re, notes", ("python", "notes"), ">", 150, 500),
    ("matches equal to the plain loop's, notes, %", ("equal", "notes"), ">", 100, 100),
    ("matches equal to the plain loop's, letters, %", ("equal", "letters"), ">", 100, 100),
    ("matches equal to the plain loop's, real texts, %", ("equal", "real texts"), ">", 100, 100),
    ("two threads against one", ("threads", ""), ">", 1.6, 1.8),
    ("four times the patterns, time grows by, notes", ("quarter", "notes"), "<", 3, 2.5),
    ("four times the patterns, time grows by, real texts", ("quarter", "real texts"), "<", 3, 2.5),
    ("rows of JSON Lines against JSONSerialization", ("json", ""), ">", 12, 25),
    ("reading's share of an audit's processor time, %", ("share", ""), "<", 35, 15),
    ("audit, rows/s on one thread", ("rate", 1), ">", 350_000, 1_000_000),
    ("audit, rows/s on two threads", ("rate", 2), ">", 600_000, 2_000_000),
    ("audit of ten million rows, s", ("seconds", ""), "<", 20, 5),
    ("audit against sort of the same file", ("sort", ""), "<", None, 2),
    ("audit of ten million rows, peak MB", ("peak", ""), "<", 700, 350),
    ("memory for each further row, bytes", ("bytes a row", ""), "<", 48, 24),
    ("local time against Calendar", ("clock", ""), ">", 10, 30),
    ("cold check of one note, ms", ("start", "ms"), "<", 15, 5),
    ("cold check of one note against proselint", ("start", "proselint"), "<", 0.4, 0.06),
    ("cold check of one note against an empty Swift program", ("start", "empty"), "<", None, 6),
]
TEN_MILLION = 10_000_000


def derived(results):
    """Figures that come from two sections, and those for ten million rows from the largest log that ran."""
    notes = {}
    if results.get(("records", "")) and results.get(("busy a row", "")):
        results["share", ""] = 100 * results["records", ""] / results["busy a row", ""]
    audits = {key[1]: value for key, value in results.items() if key[0] == "audit"}
    if audits:
        largest = max(audits)
        wall, peak, over = audits[largest]
        scale = TEN_MILLION / largest
        further = results.get(("bytes a row", ""), peak / largest) * (TEN_MILLION - largest)
        results["seconds", ""], results["peak", ""], results["sort", ""] = wall * scale, (peak + further) / 2**20, over
        if scale != 1:
            notes["seconds", ""] = notes["peak", ""] = f"reckoned from {largest:,} rows"
        notes["sort", ""] = f"of {largest:,} rows"
    return notes


def gates(results):
    notes = derived(results)
    print("\n## Gates\n\nA gate that nothing measured in this run says so.")
    rows = []
    for name, key, way, gate, ambition in GATES:
        value, note = results.get(key), notes.get(key, "")
        bounds = ["" if bound is None else f"{'≥' if way == '>' else '≤'} {bound:,}" for bound in (gate, ambition)]
        if value is None:
            rows.append([name, *bounds, "not measured", ""])
            continue
        rows.append([name, *bounds, short(value) + (f" ({note})" if note else ""), verdict(value, way, gate, ambition)])
    rows.append(["Swift against a C++ twin of the same design", "≥ 0.8", "≥ 0.95", "not measured", "no twin is kept"])
    table(["what", "gate", "ambition", "measured", "held"], rows)


def verdict(value, way, gate, ambition):
    def holds(bound):
        return value >= bound if way == ">" else value <= bound
    def missing(bound):
        return bound / value if way == ">" else value / bound
    if gate is not None and not holds(gate):
        return f"short {missing(gate):.3g} times"
    held = "" if gate is None else "gate held; "
    return held + ("ambition held" if holds(ambition) else f"ambition short {missing(ambition):.3g} times")
