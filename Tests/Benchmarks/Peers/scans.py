"""The scan against other engines: same texts, same patterns, and what each of them found."""
import hashlib, json, os, subprocess, sys

from corpora import generated, letters, notes, real, write_lines
from racing import Failed, Lane, median, race, ratio, short, table
from tools import HERE


def patterns(tools, kind):
    """The marking patterns of a kind of text, each once, with the rules that have it first."""
    output = subprocess.run([tools.benchmark("PeerBenchmark"), "patterns", kind], check=True, text=True,
                            capture_output=True).stdout
    owners = {}
    for line in output.splitlines():
        entry = json.loads(line)
        owners.setdefault(entry["pattern"], entry["owner"])
    return list(owners), list(owners.values())


def found(path):
    """The pairs of text and pattern that an engine found, and the patterns that it refused."""
    pairs, refused = set(), set()
    with open(path) as file:
        for line in file:
            first, second = line.split()
            if first == "refused":
                refused.add(int(second))
            else:
                pairs.add((int(first), int(second)))
    return pairs, refused


def folded(tools, path, texts):
    """Writes texts as patterns see them, and gives megabytes."""
    write_lines(path + ".raw", texts)
    with open(path, "wb") as file:
        subprocess.run([tools.benchmark("PeerBenchmark"), "fold", path + ".raw"], check=True, stdout=file)
    return os.path.getsize(path) / 1e6


def corpora_of(options, size):
    yield "notes", "note", generated(notes, size)
    yield "letters", "letter", generated(letters, size)
    yield "real texts", "note", real(options.evals, size)


class Corpus:
    def __init__(self, tools, name, kind, texts, sources):
        self.tools, self.name, self.kind, self.sources = tools, name, kind, sources
        self.path = os.path.join(tools.folder, name.replace(" ", "-"))
        self.size = folded(tools, self.path, texts)
        # Python is slow: a tenth is enough.
        self.tenth = self.path + ".tenth"
        self.tenth_size = write_lines(self.tenth, open(self.path, encoding="utf-8").read().split("\n")[:len(texts) // 10 or 1]) / 1e6
        self.lanes = []
        self.reference = None

    def pattern_file(self, chosen, name):
        path = f"{self.path}.{name}.patterns"
        write_lines(path, [self.sources[index] for index in chosen])
        return path

    def start(self, lane, pairs):
        """Starts a lane and reads what its first round found."""
        try:
            print(f"{self.name}: starting {lane.name}", file=sys.stderr)
            lane.start()
        except (Failed, OSError) as failure:
            self.tools.missing[f"{lane.name} on {self.name}"] = str(failure)
            return None
        lane.pairs, lane.refused = found(pairs) if pairs else (None, set())
        lane.taken = len(self.sources) - len(lane.refused)
        self.lanes.append(lane)
        return lane

    def ours(self, name, chosen, jobs=1):
        pairs = f"{self.path}.{name.replace(' ', '-')}.pairs"
        patterns = self.pattern_file(chosen, "ours-" + hashlib.sha256(repr(chosen).encode()).hexdigest()[:8])
        lane = self.start(Lane(name, [self.tools.benchmark("PeerBenchmark"), "bare", self.kind, patterns, self.path,
                                      pairs, str(jobs)], self.size), pairs)
        if lane:
            lane.pairs = {(text, chosen[place]) for text, place in lane.pairs}
            lane.taken = len(chosen)
            lane.chosen = set(chosen)
        return lane

    def peer(self, name, command, texts=None, size=None, cache=None):
        pairs = f"{self.path}.{name.replace(' ', '-').replace('/', '')}.pairs"
        patterns = self.pattern_file(range(len(self.sources)), "all")
        extra = [cache] if cache else []
        lane = self.start(Lane(name, [*command, patterns, texts or self.path, pairs, *extra], size or self.size), pairs)
        if lane:
            lane.on_tenth = texts is not None
        return lane


def agreement(lane, reference, texts=None):
    """Whether an engine found what the plain loop finds for the patterns that it takes."""
    if lane.pairs is None or reference is None:
        return ""
    expected = {pair for pair in reference.pairs if pair[1] not in lane.refused}
    if getattr(lane, "chosen", None) is not None:
        expected = {pair for pair in expected if pair[1] in lane.chosen}
    if texts is not None:
        expected = {pair for pair in expected if pair[0] < texts}
    less, more = len(expected - lane.pairs), len(lane.pairs - expected)
    return "same" if not less and not more else f"{less} missing, {more} more"


def scan(options, tools, results):
    print("\n## Scan\n\nMarking patterns of the shipped packs for the kind of text, each once, over the same bytes on one "
          "thread. `fdcpalint` tells every match with its words, line and offsets; the plain loop looks for every match; the "
          "others only tell which patterns a text matches. The first pass compiles what an engine compiles late; the others go "
          "over the same texts again. Time is the engine's over fdcpalint's with the patterns that "
          "the engine takes.")
    for name, kind, texts in corpora_of(options, options.bytes):
        if not texts:
            tools.missing["real texts"] = f"no folder {options.evals}"
            continue
        sources, _ = patterns(tools, kind)
        corpus = Corpus(tools, name, kind, texts, sources)
        everything = list(range(len(sources)))
        ours = corpus.ours("fdcpalint", everything)
        packs = corpus.start(Lane("fdcpalint, whole packs: speakers, sentences, exceptions",
                                  [tools.benchmark("PeerBenchmark"), "packs", kind, corpus.path], corpus.size), None)
        quarter = corpus.ours("fdcpalint, each fourth pattern", everything[::4])
        engine = tools.engine("naive")
        naive = corpus.peer("PCRE2 JIT, every pattern over every text", [engine]) if engine else None
        rivals = []
        for title, program in (("Vectorscan", "vectorscan"), ("Vectorscan to filter, PCRE2 to confirm",
                               "vectorscan-prefilter"), ("RE2::Set", "re2set")):
            if options.skip and program in options.skip:
                tools.missing[title] = "left out by --skip"
                continue
            engine = tools.engine(program)
            if not engine:
                continue
            cache = None
            if program.startswith("vectorscan"):
                digest = hashlib.sha256("\n".join(sources).encode()).hexdigest()[:16]
                cache = os.path.join(tools.folder, f"{program}-{digest}.tables")
            rival = corpus.peer(title, [engine], cache=cache)
            if rival:
                rivals.append((rival, corpus.ours(
                    f"fdcpalint, what {title} takes", [i for i in everything if i not in rival.refused])
                    if rival.refused else ours))
        python = corpus.peer("Python re", [sys.executable, os.path.join(HERE, "python_re.py")], corpus.tenth,
                             corpus.tenth_size)
        race(corpus.lanes, options.rounds)
        for lane in corpus.lanes:
            lane.stop()
        report(corpus, ours, naive, rivals, python, packs)
        keep(results, name, ours, naive, rivals, python, quarter)


def report(corpus, ours, naive, rivals, python, packs):
    against = {rival.name: own for rival, own in rivals}
    rows = []
    tenth = len(open(corpus.tenth, encoding="utf-8").read().split("\n")) - 1
    for lane in corpus.lanes:
        if hasattr(lane, "failure"):
            rows.append([lane.name, "", "", "", "", lane.failure, "", "", ""])
            continue
        own = against.get(lane.name, ours)
        on_tenth = getattr(lane, "on_tenth", False)
        rows.append([
            lane.name + (", on a tenth" if on_tenth else ""), lane.taken if lane is not packs else "", len(lane.refused),
            short(lane.ready), short(lane.per / lane.first), short(1 / median(lane)), short(ratio(lane, own)) if own else "",
            f"{lane.counts[0]:,}, {lane.counts[1]:,}",
            "" if lane is naive else agreement(lane, naive, tenth if on_tenth else None)])
    print(f"\n**{corpus.name}**, {corpus.size:.2f} MB")
    table(["engine", "patterns", "refused", "ready, s", "first pass, MB/s", "MB/s", "time", "texts with a match, matches", "against the plain loop"],
          rows)


def keep(results, name, ours, naive, rivals, python, quarter):
    """What the gates ask for."""
    def times(slow, fast):
        return ratio(slow, fast) if slow and fast and slow.seconds and fast.seconds else None
    results["naive", name] = times(naive, ours)
    results["python", name] = times(python, ours)
    results["quarter", name] = times(ours, quarter)
    if naive and ours:
        results["equal", name] = 100.0 if agreement(ours, naive) == "same" else 0.0
    for rival, own in rivals:
        results[rival.name, name] = times(rival, own)
