#!/usr/bin/env python3
"""Opens reports in a headless Chromium and uses them as a reader does.

    check.py FDCPALINT [FOLDER]

Draws the report of seeds/demo and that of a made-up log with some 20,000 findings, and follows totals to their
evidence, searches, filters, prints, and reads without a script and by keyboard alone. The pages may ask for nothing
from any network and complain of nothing. Says how long the pages took to open; that is measured, not judged.
FOLDER keeps what was made. Needs chromium and pdftotext. Exit code 0 when all holds, 1 when something does not.
"""
import csv
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(ROOT, "Tests", "Recount")]
from chromium import Browser  # noqa: E402
from generate import write  # noqa: E402

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)
        print(f"FAULT {what}")


def audit(tool, folder, name, out, *more):
    """Audits a folder into a page and a table."""
    page, table = f"{out}/{name}.html", f"{out}/{name}.csv"
    done = subprocess.run(
        [tool, "audit", folder, "--isolated", "--quiet", "--format", "concise", "--report", f"html={page}",
         "--report", f"csv={table}", *more], stdout=subprocess.DEVNULL, cwd=ROOT)
    if done.returncode not in (0, 1):
        sys.exit(f"the audit of {folder} ended with {done.returncode}")
    with open(table, newline="", encoding="utf-8-sig") as file:
        return page, list(csv.DictReader(file))


def text(browser, selector):
    return browser.run(f"document.querySelector({selector!r})?.innerText ?? ''")


def shown(browser):
    """How many findings the filter says it shows, and of how many."""
    words = text(browser, "form output").replace(",", "").split()
    return int(words[0]), int(words[2])


def click(browser, selector):
    browser.run(f"document.querySelector({selector!r}).click()")
    browser.settle()


def follow(browser, table):
    """From the total of errors to the list, to a finding, to each record that counted."""
    errors = [row for row in table if row["type"] == "finding" and row["severity"] == "error"]
    findings = [row for row in table if row["type"] == "finding"]
    total = int(text(browser, '.totals a[href="#list-error"] b').replace(",", ""))
    expect(total == len(errors), f"the tile says {total} errors, the table {len(errors)}")
    click(browser, '.totals a[href="#list-error"]')
    expect(shown(browser) == (len(errors), len(findings)), f"the total leads to {shown(browser)} findings")
    expect(browser.run("[...document.querySelectorAll('[data-main] .finding')].every(f => f.classList.contains('error'))"),
           "a list of errors shows others")
    rule = "federal/call-frequency-seven"
    counted = [row for row in findings if row["rule"] == rule]
    # The chapter's own table leads to the rule's list.
    link = browser.run(
        f"(() => {{ const row = [...document.querySelectorAll('#frequency tr')].find(r => r.innerText.includes({rule!r}));"
        " const a = row.querySelector('a[data-show]'); a.click(); return +a.innerText.replace(/,/g, ''); })()")
    browser.settle()
    expect(link == len(counted) and shown(browser)[0] == len(counted), f"{rule}: {link} in the chapter, "
           f"{shown(browser)[0]} in the list, {len(counted)} in the table")
    click(browser, "[data-main] .finding summary")
    record = text(browser, "[data-main] .finding[open] summary .id")
    row = next(row for row in counted if row["record"] == record)
    yes = browser.run("[...document.querySelectorAll('[data-main] .finding[open] tbody tr')]"
                      ".filter(r => r.lastElementChild.innerText.startsWith('yes')).map(r => r.firstElementChild.innerText)")
    listed = [part.split(" ")[0] for part in row["counted"].split("; ")]
    expect(yes == listed, f"{record}: the page counts {yes}, the table {listed}")
    dots = browser.run("document.querySelectorAll('[data-main] .finding[open] svg .dot, [data-main] .finding[open] svg .end').length")
    expect(dots == len(listed) or len(listed) > 56, f"{record}: {dots} dots for {len(listed)} calls")
    keep = browser.run("[...document.querySelectorAll('[data-main] .finding[open] dt')]"
                       ".find(d => d.innerText === 'Keep to').nextElementSibling.innerText")
    expect(keep == row["keep_until"], f"{record}: keep to {keep}, the table {row['keep_until']}")
    return record


def search(browser, table, page):
    findings = [row for row in table if row["type"] == "finding"]
    record = findings[len(findings) // 2]
    browser.run("document.querySelector('form').reset()")
    browser.settle()
    browser.run("(() => { const i = document.querySelector('[type=search]');"
                f" i.value = {record['record']!r}; i.dispatchEvent(new Event('input', {{bubbles: true}})); }})()")
    browser.settle()
    same = sum(row["record"] == record["record"] for row in findings)
    expect(shown(browser)[0] >= same > 0, f"{record['record']} is found {shown(browser)[0]} times of {same}")
    address = browser.run("location.hash")
    expect("words=" in address, f"the address does not hold the search: {address}")
    # The same address shows the same list.
    before = shown(browser)
    browser.open(page, address)
    expect(shown(browser) == before, f"opened at its address, the page shows {shown(browser)}, not {before}")
    click(browser, "form [type=reset]")
    browser.settle()
    expect(shown(browser) == (len(findings), len(findings)), "Show all does not show all")


def keyboard(browser, page):
    """The skip link is first, and a finding opens with Enter."""
    browser.open(page)
    browser.key("Tab", 9)
    expect(browser.run("document.activeElement.className") == "skip", "Tab does not reach the skip link first")
    browser.run("document.querySelector('[data-main] summary').focus()")
    browser.key("Enter", 13)
    browser.settle()
    expect(browser.run("document.querySelector('[data-main] .finding').open"), "Enter does not open a finding")


def readable(browser):
    """What a screen reader needs, once every list is drawn."""
    browser.run("(async () => { for (const d of document.querySelectorAll('.drawn')) { d.scrollIntoView();"
                " await new Promise(r => setTimeout(() => requestAnimationFrame(r), 30)); } })()")
    browser.settle()
    expect(browser.run("[...document.querySelectorAll('.drawn')].every(d => d.childElementCount > 0 || d.closest('details:not([open])'))"),
           "a list was not drawn")
    for what, script in {
        "a control without a name": "[...document.querySelectorAll('input, select')].filter(c => !c.labels.length).length",
        "a chart without words": "[...document.querySelectorAll('svg')].filter(c => !(c.getAttribute('role') === 'img' && c.getAttribute('aria-label')) && c.getAttribute('aria-hidden') !== 'true').length",
        "an id that stands twice": "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size; })()",
        "a table without heads": "[...document.querySelectorAll('table')].filter(t => !t.querySelector('thead th[scope=col]')).length",
        "a section without a heading": "[...document.querySelectorAll('section')].filter(s => !s.querySelector('h2')).length",
        "a link within the page to nowhere": "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !/^f-\\d+$/.test(id) && !document.getElementById(id)).length",
    }.items():
        count = browser.run(script)
        expect(count == 0, f"{what}: {count}")


def paper(browser, page, table, out):
    browser.open(page)
    path = page.replace(".html", ".pdf")
    browser.paper(path)
    words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = words.count("\f")
    findings = [row for row in table if row["type"] == "finding"]
    # The gravest come first, and all of them are not printed where there are many.
    first = next(row for row in findings if row["severity"] == "error")
    for word in ("Sign-off", "Approved by", "Method and limits", first["record"], first["keep_until"]):
        expect(word in words, f"the paper lacks {word!r}")
    expect("Search" not in words, "the paper shows the search field")
    if len(findings) < 200:
        for row in findings:
            expect(row["fingerprint"] in words.replace("\n", ""), f"the paper lacks the evidence of {row['record']}")
    return pages


def without_script(browser, page, table):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.call("Page.navigate", url=f"file://{page}")
    browser.wait_for("Page.loadEventFired")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    rows = browser.run("document.querySelectorAll('#findings noscript tbody tr').length")
    findings = sum(row["type"] == "finding" for row in table)
    expect(rows == min(findings, 1000), f"without a script {rows} of {findings} findings are listed")
    expect(browser.run("document.querySelector('form').hidden"), "without a script the filter shows")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tool = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as own:
        out = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else own
        os.makedirs(out, exist_ok=True)
        write(f"{own}/many", 1800)
        runs = {"demo": audit(tool, "seeds/demo", "demo", out, "--expect-records", "402"),
                "many": audit(tool, f"{own}/many", "many", out)}
        with Browser() as browser:
            browser.size(1400, 1000)
            for name, (page, table) in runs.items():
                findings = sum(row["type"] == "finding" for row in table)
                times = sorted(browser.open(page) for _ in range(5))
                expect(browser.run("document.documentElement.dataset.ready") == str(findings), f"{name} did not draw")
                print(f"{name}: {findings} findings, {os.path.getsize(page) / 1e6:.1f} MB, opened in {times[2]:.2f} s "
                      f"(median of five, {times[0]:.2f} to {times[4]:.2f})")
                follow(browser, table)
                search(browser, table, page)
                keyboard(browser, page)
                readable(browser)
                print(f"{name}: {paper(browser, page, table, out)} pages on paper")
                for complaint in browser.complaints():
                    expect(False, f"{name}: {complaint}")
                without_script(browser, page, table)
    print("all holds" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
