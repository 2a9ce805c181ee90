import FDCPALint

/// The days of a window side by side, and a dot on its day for each record.
extension HTMLReport {
  /// Beyond so many days columns are too narrow to read, and the table has to do.
  private static let longest = 35
  /// The most dots drawn on one day.
  private static let highest = 8
  private static let column = 64
  private static let step = 18

  func timeline(_ finding: Finding, id: String) -> HTML {
    guard let window = finding.evidence.window else { return "" }
    let length = window.first.distance(to: window.last) + 1
    guard (1...Self.longest).contains(length) else { return "" }
    let byDay = Dictionary(grouping: EvidenceRow.rows(of: finding)) { $0.local?.day }
    let days = (0..<length).map { window.first.advanced(by: $0) }
    let tallest = days.map { min(byDay[$0]?.count ?? 0, Self.highest + 1) }.max() ?? 0
    // Room above for a word, below for weekday and date.
    let base = max(tallest, 2) * Self.step + 22
    let height = base + 44
    let width = length * Self.column
    let columns = days.enumerated().map { index, day in
      column(day, rows: byDay[day] ?? [], left: index * Self.column, base: base)
    }
    return """
      <figure>
      <figcaption>\("\(window.first) to \(window.last)"): a dot for each record on its day, hollow where \
      left out, ringed where this finding stands, a shaded day where a conversation took place. \
      The table gives the same in words.</figcaption>
      <svg role="img" aria-labelledby="\(id)-svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)">
      <title id="\(id)-svg">\(summary(finding, window: window))</title>
      \(columns.joined())<line class="day" x1="0" y1="\(base)" x2="\(width)" y2="\(base)"/>
      </svg>
      </figure>

      """
  }

  private func summary(_ finding: Finding, window: DayRange) -> String {
    "\(Phrases.number(finding.evidence.count)) counted and "
      + "\(Phrases.number(finding.evidence.leftOut.count)) left out from \(window.first) to "
      + "\(window.last); the last is \(finding.record)"
  }

  private func column(_ day: CivilDay, rows: [EvidenceRow], left: Int, base: Int) -> HTML {
    let middle = left + Self.column / 2
    let hasTalk = rows.contains { $0.contact?.outcome == .conversation }
    let talk: HTML =
      hasTalk
      ? """
      <rect class="talk" x="\(left)" y="0" width="\(Self.column)" height="\(base)"/>
      <text x="\(middle)" y="13" text-anchor="middle">talk</text>

      """ : ""
    let dots = rows.prefix(Self.highest).enumerated().map { index, row -> HTML in
      let y = base - 11 - index * Self.step
      let css = row.reason != nil ? "hollow" : row.isLast ? "end" : "dot"
      let ring: HTML =
        row.isLast ? "<circle class=\"ring\" cx=\"\(middle)\" cy=\"\(y)\" r=\"8\"/>" : ""
      return "<circle class=\"\(css)\" cx=\"\(middle)\" cy=\"\(y)\" r=\"5\"/>\(ring)\n"
    }
    let more: HTML =
      rows.count > Self.highest
      ? """
      <text x="\(middle)" y="\(base - 7 - Self.highest * Self.step)" text-anchor="middle">\
      +\(rows.count - Self.highest)</text>

      """ : ""
    return """
      \(talk)<line class="day" x1="\(left)" y1="0" x2="\(left)" y2="\(base)"/>
      \(dots.joined())\(more)<text x="\(middle)" y="\(base + 17)" text-anchor="middle">\
      \(day.weekday.rawValue)</text>
      <text x="\(middle)" y="\(base + 34)" text-anchor="middle">\(String(day.description.dropFirst(5)))</text>

      """
  }
}
