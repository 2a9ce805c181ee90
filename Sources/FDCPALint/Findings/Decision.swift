/// What somebody decided about a finding, tied to it by its fingerprint.
public struct Decision: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    case confirmed
    case falseAlarm = "false-alarm"
    case acceptedRisk = "accepted-risk"
    case remediated
  }
  public var fingerprint: String
  /// The rule of the finding, so that it counts even after the finding is gone.
  public var rule: String
  public var state: State
  public var by: String
  public var on: CivilDay?
  public var reason: String
  /// The last day on which it holds; `nil`: for good.
  public var until: CivilDay?

  public init(
    fingerprint: String, rule: String, state: State, by: String, on: CivilDay?, reason: String,
    until: CivilDay? = nil
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.state = state
    self.by = by
    self.on = on
    self.reason = reason
    self.until = until
  }
}
