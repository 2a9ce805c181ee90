#!/usr/bin/env python3
"""Measure how soon `check` answers, from a cold process, and how many letters it reads.

usage: starting.py [--rounds N] [--letters N] [--binary FILE] [--scan FILE]

Builds fdcpalint and ScanBenchmark in release mode as the README does, and an empty Swift program in the same way.
Then runs, in turn (A B C A B C ...): `check` of one call note and of one page of a letter, `git status` in this
repository, `rg --version`, the empty program, and proselint over the same page, which pip installs into
.build/peers. After that it makes templates of letters, a file each, and runs `check` over the folder in turn with
ScanBenchmark over the same words, one thread each. The first round does not count. Prints Markdown: medians, and
ratios to `check` of one note and to `git status`. A program that is missing is named.
"""
import argparse, os, random, shutil, statistics, subprocess, sys, tempfile, time, venv

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RELEASE = os.path.join(ROOT, ".build", "release")
PEERS = os.path.join(ROOT, ".build", "peers")
NOTE = "TT roommate re past due acct, told him cons will be arrested fri. VM full on 2nd try, cb after 5 pm.\n"
PAGE = os.path.join(ROOT, "seeds", "demo", "letters", "validation-notice.md")
PARAGRAPHS = [
    "This letter is about your account with {{creditor}}, which shows a balance of {{balance}}.",
    "You have until {{end_date}} to tell us that you dispute all or part of this debt.",
    "If you write to us within that time we will send you a copy of the records that we have.",
    "You may pay online, by phone, or by mailing a check with the form below to the address above.",
    "We received your payment of {{amount}} and credited it the same day; thank you for taking care of this.",
    "Our office is open from 9 am to 5 pm, Monday to Friday, and closed on holidays.",
    "Please keep this letter with your records and mention reference {{reference}} whenever you contact us.",
    "This communication is from a debt collector.",
    "A fee was added by the original creditor in the month before the account was placed with us.",
    "If you would like to talk about a plan of payments, call us at the number above and ask for {{agent}}.",
]
RARE = ["Pay by Friday or we will have you arrested.", "We will tell your employer about this debt."]


def letter(chance):
    parts = [chance.choice(PARAGRAPHS) for _ in range(chance.randrange(12, 24))]
    if chance.random() < 0.05:
        parts.insert(chance.randrange(len(parts)), chance.choice(RARE))
    return "\n\n".join(["Dear {{name}},"] + parts + ["Sincerely,\n{{agent}}"]) + "\n"


def built(options):
    if not options.binary:
        for product in ("fdcpalint", "ScanBenchmark"):
            subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", product], cwd=ROOT,
                           check=True, stdout=sys.stderr)
    os.makedirs(PEERS, exist_ok=True)
    empty = os.path.join(PEERS, "empty")
    source = empty + ".swift"
    with open(source, "w") as file:
        file.write("")
    subprocess.run(["swiftc", "-O", "-static-stdlib", source, "-o", empty], check=True)
    return options.binary or os.path.join(RELEASE, "fdcpalint"), empty


def proselint():
    program = os.path.join(PEERS, "proselint", "bin", "proselint")
    if not os.path.exists(program):
        try:
            venv.create(os.path.dirname(os.path.dirname(program)), with_pip=True)
            subprocess.run([os.path.join(os.path.dirname(program), "pip"), "install", "-q", "proselint"], check=True,
                           stdout=sys.stderr)
        except (OSError, subprocess.CalledProcessError):
            return None
    return program if os.path.exists(program) else None


def timed(command, folder):
    start = time.perf_counter()
    code = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    return time.perf_counter() - start, code


def medians(commands, rounds):
    """Seconds by name, each command once a round; a command that fails is an error, not a fast one."""
    times = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, (command, folder, codes) in commands.items():
            seconds, code = timed(command, folder)
            if code not in codes:
                sys.exit(f"{name} ended with {code}: {' '.join(command)}")
            if turn:
                times[name].append(seconds)
    return {name: statistics.median(values) for name, values in times.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21, help="at least 11")
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--binary", help="a built fdcpalint, in place of building it")
    parser.add_argument("--scan", help="a built ScanBenchmark")
    options = parser.parse_args()
    rounds = max(11, options.rounds)
    tool, empty = built(options)
    scan = options.scan or os.path.join(RELEASE, "ScanBenchmark")

    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "call.note.txt"), "w") as file:
            file.write(NOTE)
        shutil.copy(PAGE, os.path.join(folder, "page.letter.md"))
        note, page = (os.path.join(folder, name) for name in ("call.note.txt", "page.letter.md"))
        commands = {"`check` of one note": ([tool, "check", note], ROOT, (1,)),
                    "`check` of one page of a letter": ([tool, "check", page], ROOT, (0, 1)),
                    "`git status`": (["git", "status"], ROOT, (0,))}
        missing = []
        if shutil.which("rg"):
            commands["`rg --version`"] = (["rg", "--version"], ROOT, (0,))
        else:
            missing.append("ripgrep is not there (apt-get install ripgrep)")
        commands["an empty Swift program"] = ([empty], ROOT, (0,))
        if linter := proselint():
            commands["proselint, the same page"] = ([linter, "check", page], ROOT, (0, 1))
        else:
            missing.append("proselint is not there (pip could not install it)")
        times = medians(commands, rounds)
        one, git = times["`check` of one note"], times["`git status`"]
        print("| cold process | ms | of `check` of one note | of `git status` |\n| --- | ---: | ---: | ---: |")
        for name, seconds in times.items():
            print(f"| {name} | {seconds * 1e3:.1f} | {seconds / one:.2f} | {seconds / git:.2f} |")
        for what in missing:
            print(f"| {what} | | | |")

        letters, lines = os.path.join(folder, "letters"), os.path.join(folder, "letters.txt")
        os.mkdir(letters)
        chance, size = random.Random(1), 0
        with open(lines, "w") as together:
            for number in range(options.letters):
                text = letter(chance)
                size += len(text)
                together.write(" ".join(text.split()) + "\n")
                with open(os.path.join(letters, f"{number:05}.letter.md"), "w") as file:
                    file.write(text)
        check = [tool, "check", letters, "--format", "concise", "--jobs", "1"]
        times = medians({"`check` of the folder": (check, ROOT, (0, 1)),
                         "plain scanning of their words": ([scan, "letter", lines, "0"], ROOT, (0,))}, rounds)
    plain = times["plain scanning of their words"]
    print(f"\n| {options.letters} templates of letters, {size / 1e6:.1f} MB, one thread | ms | MB/s | speed |")
    print("| --- | ---: | ---: | ---: |")
    for name, seconds in times.items():
        print(f"| {name} | {seconds * 1e3:.0f} | {size / 1e6 / seconds:.1f} | {plain / seconds:.2f} |")


main()
