"""Programs that are timed in turn: A B C, A B C, …, each round against the same round of the others."""
import os, statistics, subprocess, threading, time


class Failed(Exception):
    """A peer that gave no figures, and why."""


class Lane:
    """A program that prints "ready SECONDS SECONDS" and then answers each line with "SECONDS COUNT COUNT"."""

    def __init__(self, name, command, per=1.0):
        """`per`: what its seconds are divided by before they are compared, such as megabytes."""
        self.name, self.command, self.per = name, command, per
        self.seconds, self.counts, self.ready, self.first = [], (0, 0), 0.0, 0.0

    def start(self, patience=1_800):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        try:
            line = self.answer(patience)
        except Failed:
            self.stop()
            raise
        self.ready, self.first = map(float, line.split()[1:])
        return self

    def answer(self, patience=1_800):
        # A program that hangs must not hold the others up for ever.
        clock = threading.Timer(patience, self.process.kill)
        clock.start()
        line = self.process.stdout.readline()
        clock.cancel()
        if not line:
            said = self.process.stderr.read().strip().splitlines()
            raise Failed(f"{self.name}: {said[-1] if said else f'no answer within {patience} s'}")
        return line

    def round(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        seconds, *counts = self.answer().split()
        self.seconds.append(float(seconds) / self.per)
        self.counts = tuple(map(int, counts))

    def stop(self):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()


class Program:
    """A whole process, or several at once for one result, timed from start to end."""

    def __init__(self, name, run, per=1.0):
        """`run()` gives wall seconds, processor seconds, peak bytes, and counts to tell."""
        self.name, self.run, self.per = name, run, per
        self.seconds, self.busy, self.peak, self.counts = [], [], [], ()

    def round(self):
        wall, busy, peak, self.counts = self.run()
        self.seconds.append(wall / self.per)
        self.busy.append(busy)
        self.peak.append(peak)


def measured(command, codes=(0,), environment=None, output=subprocess.DEVNULL, given=subprocess.DEVNULL):
    """Wall seconds, processor seconds and peak memory in bytes of one process."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdin=given, stdout=output, stderr=subprocess.DEVNULL,
                               env={**os.environ, **(environment or {})})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise Failed(f"{os.path.basename(command[0])} ended with {process.returncode}: {' '.join(command)[:200]}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def race(lanes, rounds):
    """All lanes in turn; one that fails drops out and keeps its reason as `failure`."""
    for _ in range(rounds):
        for lane in lanes:
            if hasattr(lane, "failure"):
                continue
            try:
                lane.round()
            except (Failed, OSError) as failure:
                lane.failure = str(failure)


def median(lane):
    return statistics.median(lane.seconds)


def ratio(slow, fast):
    """How many times as long the one takes: the median of the rounds' own ratios."""
    return statistics.median(a / b for a, b in zip(slow.seconds, fast.seconds))


def table(head, rows):
    """A Markdown table; the first column is text, the others figures."""
    print("\n| " + " | ".join(head) + " |")
    print("| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print(flush=True)


def short(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
