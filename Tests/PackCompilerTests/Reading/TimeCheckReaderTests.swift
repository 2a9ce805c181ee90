import Testing

@testable import PackCompiler

@Suite struct TimeCheckReaderTests {
  private func check(_ yaml: String) -> (check: Check?, problems: [String]) {
    let sink = ProblemSink(file: "rule.yaml")
    let file = PackFile(path: "rule.yaml", text: yaml)
    guard let root = Element.root(of: file, expected: "a check", sink) else { return (nil, []) }
    let reader = CheckReader(wording: WordingReader(packs: RulePacks(), sink: sink))
    let check = reader.read(root)
    return (check, sink.problems.map(\.message))
  }

  private func deadlineRead(_ yaml: String) -> Deadline? {
    guard case .deadline(let deadline)? = check(yaml).check else { return nil }
    return deadline
  }

  @Test func somethingThatMustFollow() throws {
    let deadline = try #require(
      deadlineRead(
        """
        deadline:
          after: {first: true, undone-by: {outcomes: [undeliverable]}, contacts: {outcomes: [conversation]}, facts: [told], except: [cut]}
          within: 5
          per: consumer
          known-by: [first_communication]
          unless: [paid]
          unclear: {channels: [letter]}
          needs:
            - {facts: [notice], since: ever}
            - {contacts: [{channels: [email]}, {channels: [text]}], context: {type: notice}}
        """))
    #expect(deadline.form == .following(days: 5))
    #expect(deadline.first)
    #expect(deadline.undoneBy?.outcomes == [.undeliverable])
    #expect(!deadline.perDebt)
    #expect(deadline.event.contacts.map(\.outcomes) == [[.conversation]])
    #expect(deadline.event.facts == ["told"])
    #expect(deadline.event.except == ["cut"])
    #expect(deadline.knownBy == ["first_communication"])
    #expect(deadline.unless == ["paid"])
    #expect(deadline.unclear?.channels == [.letter])
    #expect(deadline.needs.map(\.since) == [.ever, .start])
    #expect(deadline.needs[1].event.contacts.map(\.channels) == [[.email], [.text]])
    #expect(deadline.needs[1].event.context == ["type": "notice"])
  }

  @Test func somethingThatMustHaveComeBefore() throws {
    let deadline = try #require(
      deadlineRead(
        """
        deadline:
          before: {contacts: {outcomes: [furnished]}}
          needs:
            - {contacts: {channels: [letter]}, wait: 14, undone-by: {outcomes: [undeliverable]}}
        """))
    #expect(deadline.form == .preceding)
    #expect(deadline.perDebt)
    #expect(deadline.needs.map(\.wait) == [14])
    #expect(deadline.needs.map { $0.undoneBy?.outcomes } == [[.undeliverable]])
  }

  @Test(arguments: [
    ("years: 3", Deadline.Period.years(3), false), ("days: 30", .days(30), false),
    ("years: 3, since: first", .years(3), true),
  ]) func anActThatMustWait(quiet: String, period: Deadline.Period, sinceFirst: Bool) throws {
    let deadline = try #require(
      deadlineRead(
        """
        deadline:
          before: {contacts: {outcomes: [records_deleted]}}
          quiet: {\(quiet), contacts: {channels: [call]}}
        """))
    guard case .quiet(period, let contacts, sinceFirst) = deadline.form else {
      Issue.record("found \(deadline.form)")
      return
    }
    #expect(contacts.channels == [.call])
  }

  @Test func contradictionsAndPatterns() throws {
    let contradiction = check(
      """
      contradiction:
        contacts: {outcomes: [busy]}
        signals: [wrong_number]
        duration: {above: 120, below: 3}
        overlap: 60
        dated-within: 30
        note: {by-language: {en: {any: ['\\brpc\\b']}}}
      """
    ).check
    guard case .contradiction(let found)? = contradiction else {
      Issue.record("expected a contradiction")
      return
    }
    #expect(found.contacts.outcomes == [.busy])
    #expect(found.signals == ["wrong_number"])
    #expect(found.longerThan == 120)
    #expect(found.shorterThan == 3)
    #expect(found.overlapAbove == 60)
    #expect(found.datedWithin == 30)
    #expect(found.wording.count == 1)
    let pattern = check(
      """
      call-pattern:
        count: 14
        within: {days: 7}
        same: person
        counts: {channels: [call, email]}
        after-facts: [stop_calls]
        unsolicited: true
        mix: [{channels: [call], least: 5}]
      """
    ).check
    guard case .callPattern(let crowd)? = pattern else {
      Issue.record("expected a pattern")
      return
    }
    #expect(crowd.count == 14)
    #expect(crowd.span == .days(7))
    #expect(crowd.same == .person)
    #expect(crowd.afterFacts == ["stop_calls"])
    #expect(crowd.unsolicited)
    #expect(crowd.mix == [CallPattern.Part(channels: [.call], least: 5)])
  }

  @Test func aPrintedDate() throws {
    let read = check(
      """
      printed-date:
        date: {by-language: {en: {any: ['by (?<date>may)']}}}
        bears: {by-language: {en: {any: [on]}}}
        at-least: {working-days: 5, days: 30, holidays: [Jun 19, last Mon May]}
      """)
    guard case .printedDate(let date)? = read.check, case .sending(let count) = date.bound else {
      Issue.record("\(read.problems)")
      return
    }
    #expect((count.workingDays, count.days) == (5, 30))
    #expect(count.holidays == [.date(month: 6, day: 19), .lastWeekday(.monday, month: 5)])
    #expect(date.others.map(\.place) == [0])
    let beside = check(
      "printed-date: {date: {by-language: {en: {any: [by]}}}, same-as: {by-language: {en: {any: [to]}}}}"
    )
    guard case .printedDate(let other)? = beside.check, case .same = other.bound else {
      Issue.record("\(beside.problems)")
      return
    }
    #expect(other.others.map(\.place) == [1])
  }

  @Test func whatHoldsForSomeDays() throws {
    let deadline = try #require(
      deadlineRead(
        "deadline: {before: {facts: [a]}, lapsed: true, needs: [{facts: [b], lasts: 60}]}"))
    #expect(deadline.lapsed)
    #expect(deadline.needs.map(\.lasts) == [60])
  }

  @Test(arguments: [
    ("deadline: {within: 5, needs: [{facts: [a]}]}", "expected either 'after' or 'before'"),
    ("deadline: {after: {facts: [a]}, needs: [{facts: [b]}]}", "'within' is missing"),
    ("deadline: {after: {facts: [a]}, within: 5}", "'needs' is missing"),
    (
      "deadline: {after: {facts: [a]}, within: -1, needs: [{facts: [b]}]}",
      "within: -1 is too small"
    ),
    ("deadline: {after: {first: true}, within: 5, needs: [{facts: [b]}]}", "needs 'contacts' or"),
    (
      "deadline: {before: {facts: [a]}, quiet: {contacts: {channels: [call]}}}",
      "expected either 'days' or 'years'"
    ),
    ("deadline: {before: {facts: [a]}, needs: [{facts: [b], sinse: ever}]}", "sinse"),
    ("contradiction: {contacts: {outcomes: [busy]}}", "needs 'note', 'duration' or 'overlap'"),
    (
      "call-pattern: {count: 0, within: {days: 1}, same: number}",
      "count: 0 is too small; expected 1 or more"
    ),
    ("call-pattern: {count: 2, within: {}, same: number}", "expected either 'minutes' or 'days'"),
    ("call-pattern: {count: 2, within: {days: 1}, same: phone}", "phone"),
    ("printed-date: {at-least: {days: 3}}", "'date' is missing"),
    (
      "printed-date: {date: {by-language: {en: {any: [by]}}}}",
      "expected one of 'at-least', 'not-before' and 'same-as'"
    ),
    (
      "printed-date: {date: {by-language: {en: {any: [by]}}}, at-least: {holidays: [Jun 31]}}",
      "expected such as 'Jun 19'"
    ),
  ]) func whatIsWrongIsSaid(yaml: String, expected: String) {
    let problems = check(yaml).problems
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }
}
