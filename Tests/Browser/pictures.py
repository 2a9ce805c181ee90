#!/usr/bin/env python3
"""Takes the README's pictures of a report: pictures.py FDCPALINT [FOLDER]

Audits seeds/demo and writes one PNG for each of the page's parts that the README shows, in the light and the dark
theme, and the first page on paper. FOLDER is Tests/Browser/Pictures by default. Needs chromium and pdftoppm.
"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
from chromium import Browser  # noqa: E402

# Name, theme, address, what to do first, what to show, and at most how many pixels of it.
SHOTS = [
    ("glance", "light", "", "", "body", 980),
    ("frequency", "light", "#frequency", "document.querySelector('#frequency [data-filter] summary').click()", "#frequency", 1180),
    ("hours", "dark", "#hours", "", "#hours", 720),
    ("restrictions", "light", "#restrictions", "document.querySelector('#restrictions [data-list=restrictions] summary').click()",
     "#restrictions", 800),
    ("finding", "dark", "", "location.hash = 'findings?words=arrested'; setTimeout(() => document.querySelector('[data-main] summary').click(), 50)",
     "#findings", 760),
]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else os.path.join(HERE, "Pictures")
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as own, Browser() as browser:
        page = f"{own}/report.html"
        subprocess.run([os.path.abspath(sys.argv[1]), "audit", "seeds/demo", "--isolated", "--quiet", "--exit-zero",
                        "--expect-records", "402", "--format", "concise", "--report", f"html={page}"],
                       stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
        browser.size(1240, 980)
        for name, theme, address, first, selector, height in SHOTS:
            browser.theme(theme)
            browser.open(page, address)
            browser.settle()
            if first:
                browser.run(first)
                browser.run("new Promise(done => setTimeout(done, 200))")
            browser.picture(f"{folder}/{name}.png", selector, height)
        browser.theme("light")
        browser.open(page)
        browser.paper(f"{own}/report.pdf")
        subprocess.run(["pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", f"{own}/report.pdf",
                        f"{folder}/paper"], check=True)
    for name in sorted(os.listdir(folder)):
        print(f"{name}: {os.path.getsize(os.path.join(folder, name)) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
