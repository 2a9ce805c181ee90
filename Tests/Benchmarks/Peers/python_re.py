"""Python's `re`, as the C++ engines beside it: every pattern over every text."""
import re, sys, time

patterns, texts, pairs = sys.argv[1:4]
patterns = open(patterns, encoding="utf-8").read().splitlines()
texts = open(texts, encoding="utf-8").read().split("\n")[:-1]
began, taken = time.perf_counter(), []
with open(pairs, "w") as file:
    for index, pattern in enumerate(patterns):
        try:
            taken.append((index, re.compile(pattern, re.IGNORECASE)))
        except re.error:
            file.write(f"refused {index}\n")
    seconds = time.perf_counter() - began

    def scan(write):
        matching, count = 0, 0
        for text, words in enumerate(texts):
            found = [index for index, pattern in taken if pattern.search(words)]
            matching += bool(found)
            count += len(found)
            if write:
                file.writelines(f"{text} {index}\n" for index in found)
        return matching, count

    began = time.perf_counter()
    scan(True)
    first = time.perf_counter() - began
print("ready", seconds, first, flush=True)
for _ in sys.stdin:
    began = time.perf_counter()
    matching, count = scan(False)
    print(time.perf_counter() - began, matching, count, flush=True)
