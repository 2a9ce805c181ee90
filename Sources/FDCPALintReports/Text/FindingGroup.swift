import FDCPALint

/// Findings on the same words of a record: the gravest, and the others beside it.
struct FindingGroup {
  var leader: Finding
  var others: [Finding] = []

  /// Groups findings whose words overlap; groups stand in the order of their leaders.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [Int: FindingGroup] = [:]
    let byText = Dictionary(grouping: findings.indices) { TextKey(findings[$0]) }
    for indices in byText.values {
      var open = indices.sorted { isGraver(findings[$0], findings[$1], or: $0 < $1) }
      while let leader = open.first {
        let isWithLeader = { overlap(findings[leader].location, findings[$0].location) }
        let others = open.dropFirst().filter(isWithLeader)
        groups[leader] = FindingGroup(leader: findings[leader], others: others.map { findings[$0] })
        open = open.dropFirst().filter { !isWithLeader($0) }
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func isGraver(_ left: Finding, _ right: Finding, or first: Bool) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    return first
  }

  private static func overlap(_ left: Location, _ right: Location) -> Bool {
    guard let leftStart = left.start, let leftEnd = left.end, let rightStart = right.start,
      let rightEnd = right.end
    else { return false }
    return leftStart < rightEnd && rightStart < leftEnd
  }

  /// The text that a finding lies in.
  private struct TextKey: Hashable {
    var record: String
    var path: String
    var row: Int?
    var field: String?

    init(_ finding: Finding) {
      record = finding.record
      path = finding.location.path
      row = finding.location.row
      field = finding.location.field
    }
  }
}
