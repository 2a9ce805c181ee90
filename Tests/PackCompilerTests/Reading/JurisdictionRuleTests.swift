import Testing

@testable import PackCompiler

/// The keys by which jurisdictions differ from the federal rules, and a pack's own sections.
@Suite struct JurisdictionRuleTests {
  private static func rule(_ check: String, axis: String = "frequency") -> String {
    """
    title: Too many contacts
    basis: prohibition
    severity: error
    confidence: high
    citations: [XX Code 1]
    axis: \(axis)
    applies: {jurisdictions: [US-XX]}
    message: is contact {count}
    why: The state allows so many.
    fix: Wait.
    check: \(check)
    examples:
      flags: [{contacts: [{at: 2026-04-01T10:00, finding: true}]}]
      passes: [{contacts: [{at: 2026-04-01T10:00}]}]
    """
  }

  private static func read(_ check: String, axis: String = "frequency") throws -> Rule? {
    let packs = try PackReader().read([
      PackFile(path: "us-xx/pack.yaml", text: "title: XX\nversion: 1.0.0\n"),
      PackFile(
        path: "us-xx/citations.yaml", text: "title: Sections\nsections:\n  XX Code 1: Calls\n"),
      PackFile(path: "us-xx/rule.yaml", text: rule(check, axis: axis)),
    ]).0
    return packs.rules.first
  }

  private static func problem(_ check: String, axis: String = "frequency") -> String {
    do {
      _ = try read(check, axis: axis)
      return ""
    } catch let error as PackError {
      return error.problems.map(\.message).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func aPackKeepsItsOwnSections() throws {
    let rule = try Self.read("{frequency: {limit: 2, days: 7, per: [debt]}}")
    #expect(rule?.citations == ["XX Code 1"])
    #expect(rule?.axis == .frequency)
  }

  @Test func aWindowOfTheCalendarHasNoDays() throws {
    let read = try Self.read(
      """
      {frequency: {limit: 1, window: calendar-week, week-starts: Mon, per: [number], \
      counts: {not-endpoints: [work], unclear-outcomes: [no_answer], prerecorded: true}, \
      except: {reply: true, consent: {scope: s, form: written}}}}
      """)
    guard case .frequency(let limit)? = read?.check else {
      Issue.record("expected a frequency")
      return
    }
    #expect(limit.window == .calendarWeek)
    #expect(limit.weekStarts == .monday)
    #expect(limit.days == nil)
    #expect(limit.span == 7)
    #expect(limit.per == [.number])
    #expect(limit.counts.notEndpoints == [.work])
    #expect(limit.counts.unclearOutcomes == [.noAnswer])
    #expect(limit.counts.prerecorded == true)
    #expect(limit.except.reply)
    #expect(limit.except.consent?.form == .written)
  }

  @Test(arguments: [
    ("consumer", HoursLimit.Clock.consumer), ("area-code", .areaCode),
    ("America/New_York", .zone("America/New_York")),
  ])
  func aClockIsNamed(text: String, clock: HoursLimit.Clock) throws {
    let read = try Self.read("{hours: {from: 08:00, to: 21:00, clock: \(text)}}")
    guard case .hours(let hours)? = read?.check else {
      Issue.record("expected hours")
      return
    }
    #expect(hours.clock == clock)
  }

  @Test func aFactHasFormAndTime() throws {
    let read = try Self.read(
      "{after-fact: {facts: [f], per: debt, form: oral, lasts: 10, grace-hours: 72}}")
    guard case .afterFact(let check)? = read?.check else {
      Issue.record("expected after-fact")
      return
    }
    #expect(check.form == .oral)
    #expect(check.lasts == 10)
    #expect(check.graceHours == 72)
  }

  @Test(arguments: [
    ("{frequency: {limit: 2, days: 7, window: calendar-week, per: [debt]}}", "has no place beside"),
    ("{frequency: {limit: 2, per: [debt]}}", "'days' is missing"),
    ("{frequency: {limit: 2, window: calender-week, per: [debt]}}", "calendar-week"),
    ("{frequency: {limit: 2, days: 7, per: [household]}}", "household"),
    ("{hours: {from: 08:00, to: 21:00, clock: America/Gotham}}", "America/Gotham"),
    ("{hours: {from: 08:00, to: 21:00, clock: EST}}", "EST"),
    ("{after-fact: {facts: [f], per: debt, form: aloud}}", "aloud"),
    ("{after-fact: {facts: [f], per: debt, lasts: ten}}", "ten"),
  ])
  func whatIsWrongIsPointedAt(check: String, message: String) {
    #expect(Self.problem(check).contains(message))
  }

  @Test func anAxisIsOneOfAFew() {
    #expect(
      Self.problem("{frequency: {limit: 2, days: 7, per: [debt]}}", axis: "calls")
        .contains("calls"))
  }
}
