/// Something that must come after, or before, something else, and by when.
///
/// Days are dates on the consumer's calendar; the date on which a clock starts is day 0.
public struct Deadline: Codable, Sendable, Hashable {
  /// What a log shows: a contact, or a record that establishes a fact. Any one of these.
  public struct Event: Codable, Sendable, Hashable {
    public var contacts: [ContactFilter] = []
    public var facts: [String] = []
    /// What must be known of a contact besides, such as `document_type: validation_notice`.
    public var context: [String: String] = [:]
    /// Records that establish one of these facts are no such event: a talk that ended before
    /// anything was said of the debt.
    public var except: [String] = []

    public init() {}
  }

  /// From when on something counts as what is needed.
  public enum Since: String, Codable, Sendable, CaseIterable {
    /// Whenever it came: a notice may precede the first contact that the log shows.
    case ever
    /// From the record on that started the clock.
    case record
    /// From the first day of the clock.
    case start
  }

  /// One way to do what is needed.
  public struct Need: Codable, Sendable, Hashable {
    public var event: Event
    public var since: Since = .start
    /// How many consecutive days, its own the first, must have gone by before the act.
    public var wait = 0
    /// For how many days it holds, counted from the day after its own; `nil`: for ever.
    public var lasts: Int?
    /// What undoes it when it comes within the wait, such as a returned letter.
    public var undoneBy: ContactFilter?

    public init(event: Event) { self.event = event }
  }

  /// A span on the calendar.
  public enum Period: Codable, Sendable, Hashable {
    case days(Int)
    case years(Int)
  }

  public enum Form: Codable, Sendable, Hashable {
    /// A need must be met within so many days after the event.
    case following(days: Int)
    /// A need must have been met before the event.
    case preceding
    /// None of these may lie so short a time before the event.
    case quiet(Period, contacts: ContactFilter, sinceFirst: Bool)
  }

  public var form: Form
  /// What starts the clock, or what must not come too early.
  public var event: Event
  /// What undoes the event, such as the return of what was sent: the clock starts on its day, and
  /// never where nothing of the kind came.
  public var undoneBy: ContactFilter?
  /// Only the first for each debt.
  public var first = false
  /// A detail of the fact that holds the day on which the clock starts, such as `date`.
  public var date: String?
  /// Fields of a debt, a record or the consumer that say when the first communication was, or
  /// whether the log holds it.
  public var knownBy: [String] = []
  public var needs: [Need] = []
  /// Only what once was there and holds no longer; where nothing of the kind ever was, all is well.
  public var lapsed = false
  /// Contacts that may be what is needed, where no text shows what they said.
  public var unclear: ContactFilter?
  /// Facts that end the duty.
  public var unless: [String] = []
  /// Whether each debt has its own clock; otherwise the consumer has one.
  public var perDebt = true

  public init(form: Form, event: Event) {
    self.form = form
    self.event = event
  }
}

extension CivilDay {
  /// The day on which a period that began on this one is over.
  public func advanced(by period: Deadline.Period) -> CivilDay {
    switch period {
    case .days(let days): return advanced(by: days)
    case .years(let years):
      let (year, month, day) = components
      // A year without 29 February: the period is over on the next day.
      return CivilDay(year: year + years, month: month, day: day)
        ?? CivilDay(year: year + years, month: month + 1, day: 1) ?? advanced(by: 366 * years)
    }
  }
}
