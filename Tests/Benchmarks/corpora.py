"""Texts and logs that the benchmarks run over: the same on every machine, with violations planted.

Notes are put together from collectors' shorthand with made-up names, amounts and words, letters from
sentences; one text in thirty holds something that a rule is about. Real texts are found, not made.
"""
import glob, gzip, json, os, random, time

OUTCOMES = ["no_answer"] * 9 + ["voicemail"] * 4 + ["busy"] * 2 + ["message_left", "conversation", "abandoned"]
START = 1_640_016_000  # 2021-12-20, 11:00 in New York, in seconds since 1970

FRAGMENTS = """
TT {cust}, bal {n}.{m}|lm for {name} to cb|{cust} sts will pay ${n} on {d}/{e}|adv of bal due|no ans|rang out, n/a
wrong number per {name}|{cust} at work, cb after {e} pm|verified last 4 {n}|mini miranda given|pmt of ${n} posted
{cust} asked for itemization|{cust} hung up|spouse ans, did not disclose|vm full|line busy x{d}|set up {d} pmts of ${n}
cons says she lost her job and can't pay before {d}/{e}|sent letter {m}|{cust} disputes the fee of ${m}|ref {n}-{m}
updated address and phone|acct reviewed, rp in ring|skip: {name} {word} at {word} St no longer valid|new addr {n} {word} Ave
{name} {word} is the new manager at {word}, nothing else to do|card ending {n} declined, will try {d}/{e}|scrubbed, ok to work
emailed receipt {n}|cust moved to {word} {word} last yr|{cust} sts the car from {word} Motors was returned in {word}
waiting on {word} dept to send docs|file has 2 debts, {word} and {word}|{name} asked who is calling, gave name only
hold til {d}/{e} per {name}|TT {cust} re plan, agreed ${m} per mo|sup {word} reviewed|queue {word}|campaign {word} {d}
{cust} on vacation in {word} until {d}/{e}|asked to mail a copy to {n} {word} Rd|returned mail {d}/{e}|bal after pmt {n}.{m}
cust happy w/ {word} plan, thanked agent|statement {m} resent|ph {word} store, not a residence|no change since {d}/{e}
""".replace("\n", "|").strip("|").split("|")
RARE = [
    "told cust she will be arrested", "TT mother re the debt", "atty retained, do not call", "said we would call her boss",
    "cust req we stop calling", "adv him sheriff comes friday if not paid", "told neighbor {name} abt past due acct",
    "cust filed ch 7, case {n}-{m}", "called cust a liar and a deadbeat", "told cons we garnish wages monday",
    "said this is the {word} county legal dept", "emailed her work address about the balance", "cons said no calls at work",
    "told him it will never come off his credit", "adv a warrant is out for {name}",
]
SENTENCES = """
This letter is about your account with {name} Bank, which shows a balance of ${n}.{m}.
You have until {d} {e} to tell us that you dispute all or part of this debt.
If you write to us within that time we will send you a copy of the records that we have.
You may pay online, by phone, or by mailing a check with the form below to the address above.
We received your payment of ${m} and credited it the same day; thank you for taking care of this.
Our office is open from 9 am to 5 pm, Monday to Friday, and closed on holidays.
Please keep this letter with your records and mention reference {n} whenever you contact us.
This communication is from a debt collector.
A fee was added by the original creditor in the month before the account was placed with us.
The {word} branch at {n} {word} Street moved to {word} in the spring.
{name} {word} looks after your file and reads every answer that comes in.
If the address on this page is no longer yours, please give it to whoever opens your mail.
The table on the next page shows what was charged, paid and credited since {d}/{e}.
Some {word} customers find it easier to pay in {d} parts of ${m} each.
Our records name {word} {word} Stores as the place of purchase and {word} as the item.
Letters that are sent to {n} {word} Road reach us within a few days.
""".strip().split("\n")
RARE_SENTENCES = [
    "If you do not pay by Friday you will be arrested.", "We will tell your employer about this debt.",
    "Your wages will be garnished within {d} days.", "This is your last chance before we seize your car.",
    "Failure to call within 24 hours will be taken as a refusal to pay, and suit will follow.",
]
NAMES = "Kim Lopez Smith Okafor Tran Novak Reyes Abbott Murphy Haddad Olsen Petrov Silva Tanaka Weiss Young".split()
CUSTOMERS = ["cust"] * 5 + ["cons", "debtor", "Cust", "CUST", "customer", "rp"]


def vocabulary():
    chance = random.Random(7)
    first = "b br c ch d dr f fl g gr h j k l m n p pr qu r s sh st t tr v w z".split()
    middle = "a ai e ea i o oo ou u y".split()
    last = ["", "", "ck", "d", "l", "ll", "m", "n", "nd", "r", "rt", "s", "st", "t", "x"]
    def syllable():
        return chance.choice(first) + chance.choice(middle) + chance.choice(last)
    return ["".join(syllable() for _ in range(chance.choice((1, 2, 2, 3)))).capitalize() for _ in range(20_000)]


WORDS = vocabulary()


class Words(dict):
    """What fills a template's slots, each drawn anew."""

    def __init__(self, chance):
        self.draw = {
            "n": lambda: chance.randrange(100, 9999), "m": lambda: chance.randrange(10, 99),
            "d": lambda: chance.randrange(1, 12), "e": lambda: chance.randrange(1, 28),
            "name": lambda: chance.choice(NAMES), "word": lambda: chance.choice(WORDS),
            "cust": lambda: chance.choice(CUSTOMERS),
        }

    def __missing__(self, slot):
        return self.draw[slot]()


def mistyped(text, chance):
    """One letter dropped, doubled or swapped with the next."""
    at = chance.randrange(len(text) - 1)
    return text[:at] + chance.choice(("", text[at] * 2, text[at + 1] + text[at])) + text[at + 2:]


def notes(chance):
    parts = [chance.choice(FRAGMENTS) for _ in range(chance.randrange(2, 9))]
    if chance.random() < 0.035:
        parts.append(chance.choice(RARE))
        chance.shuffle(parts)
    text = chance.choice([". ", "; ", ", "]).join(parts).format_map(Words(chance))
    kind = chance.random()
    return mistyped(text, chance) if kind < 0.2 else text.upper() if kind < 0.3 else text


def letters(chance):
    parts = [chance.choice(SENTENCES) for _ in range(chance.randrange(8, 40))]
    if chance.random() < 0.035:
        parts.insert(chance.randrange(len(parts)), chance.choice(RARE_SENTENCES))
    return " ".join(parts).format_map(Words(chance))


def generated(make, size):
    """Texts of at least `size` characters together."""
    chance, texts, total = random.Random(size), [], 0
    while total < size:
        texts.append(make(chance))
        total += len(texts[-1])
    return texts


def real(folder, size):
    """Texts of a folder of *.jsonl or *.jsonl.gz with a "text", shuffled, up to `size` bytes."""
    texts = []
    for path in sorted(glob.glob(f"{folder}/*.jsonl") + glob.glob(f"{folder}/*.jsonl.gz")):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
            texts += [" ".join(json.loads(line).get("text", "").split()) for line in file]
    random.Random(1).shuffle(texts)
    total, kept = 0, []
    for text in filter(None, texts):
        if total >= size:
            break
        kept.append(text)
        total += len(text.encode())
    return kept


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S-05:00", time.gmtime(seconds - 5 * 3600))


def contacts(count, consumers, noted=False):
    """Rows of a contact log in order of time, as a dialler writes them: by day, a few before eight or
    after nine. A single consumer gets fifty contacts a day or more, three of them calls, so that no
    evidence is longer than elsewhere. With as many consumers as contacts each has one. Constant memory."""
    chance = random.Random(count * 31 + consumers)
    a_day = max(50, count // 5_000)
    days, calls = (30, 0.9) if consumers > 1 else (1 + count // a_day, 3 / a_day)
    pool = generated(notes, 4_000_000) if noted else []
    for row in range(count):
        # From 11:00 to 20:30 in New York, 8:00 to 17:30 in Los Angeles; one in a hundred is early.
        day, share = divmod(row * days, count)
        at = START + day * 86_400 + share * 34_200 // count - (14_400 if chance.random() < 0.01 else 0)
        who = row if consumers == count else chance.randrange(consumers)
        inbound = chance.random() < 0.05
        channel = "call" if chance.random() < calls else chance.choice(["text", "email"])
        outcome = chance.choice(OUTCOMES) if channel == "call" else ("received" if inbound else "sent")
        contact = {
            "id": f"r{row}", "at": stamp(at), "consumer": f"c{who}", "debts": "D1" if chance.random() < 0.8 else "D2",
            "direction": "inbound" if inbound else "outbound", "channel": channel, "outcome": outcome,
            "to": f"212-555-{who % 10_000:04}"}
        if noted:
            # A note of its own: row and text never come together again.
            contact["note"] = f"{pool[row * 7_919 % len(pool)]} #{row}"
        yield contact


def contact_csv(path, count, consumers, noted=False):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,at,consumer,debts,direction,channel,outcome,to" + (",note\n" if noted else "\n"))
        for contact in contacts(count, consumers, noted):
            if noted:
                contact["note"] = '"' + contact["note"].replace('"', '""') + '"'
            file.write(",".join(contact.values()) + "\n")


def contact_lines(path, count, consumers, texts=None):
    """As `contact_csv`, in JSON Lines and with notes: those given, or made ones."""
    with open(path, "w", encoding="utf-8") as file:
        for row, contact in enumerate(contacts(count, consumers, noted=texts is None)):
            if texts is not None:
                contact["note"] = texts[row]
            file.write(json.dumps(contact, ensure_ascii=False, separators=(",", ":")) + "\n")


def consumer_csv(path, count):
    zones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("consumer,time_zone\n")
        for who in range(count):
            file.write(f"c{who},{zones[who % 4]}\n")


def write_lines(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(text + "\n" for text in texts)
    return os.path.getsize(path)
