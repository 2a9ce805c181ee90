import FDCPALint

/// Bars for 1, 2, 3, … contacts, with the limit drawn behind the last that is fine.
struct Histogram {
  let bars: [Int]
  let limit: Int
  /// Whether the last bar holds everything beyond it too.
  let isOpenEnded: Bool

  private static let height = 120

  func svg(_ title: String) -> HTML {
    let step = bars.count > 24 ? 26 : 40
    let left = 8
    let most = max(1, bars.max() ?? 1)
    let width = left + bars.count * step + 24
    let base = Self.height + 22
    let columns = bars.enumerated().map { index, count -> HTML in
      let contacts = index + 1
      let x = left + index * step
      let length = count == 0 ? 0 : max(2, count * Self.height / most)
      let name = "\(contacts)\(isOpenEnded && contacts == bars.count ? "+" : "")"
      let value: HTML =
        count == 0
        ? ""
        : """
        <text class="value" x="\(x + step / 2)" y="\(base - length - 5)" text-anchor="middle">\
        \(Phrases.number(count))</text>
        """
      return """
        <rect class="\(contacts > limit ? "error" : "fine")" x="\(x + 3)" y="\(base - length)" \
        width="\(step - 6)" height="\(length)"/>\(value)\
        <text x="\(x + step / 2)" y="\(base + 16)" text-anchor="middle">\(name)</text>

        """
    }
    let edge = left + min(limit, bars.count) * step
    return """
      <svg role="img" aria-label="\(title); the limit is \(limit)" viewBox="0 0 \(width) \(base + 24)" \
      width="\(width)" height="\(base + 24)">
      \(columns.joined())<line class="axis" x1="\(left)" y1="\(base)" x2="\(width - 16)" y2="\(base)"/>
      <line class="limit" x1="\(edge)" y1="4" x2="\(edge)" y2="\(base)"/>
      <text class="limit" x="\(edge + 5)" y="13">limit \(limit)</text>
      </svg>
      """
  }
}

/// Contacts by weekday and hour, the darker the more.
struct HeatMap {
  let grid: [Int]
  let limits: [ClockRange]

  private static let cell = 28
  private static let shades = 6

  func svg(_ days: [String]) -> HTML {
    let (cell, left, top) = (Self.cell, 44, 8)
    let most = max(1, grid.max() ?? 1)
    let width = left + 24 * cell + 8
    let height = top + 7 * cell
    var cells: HTML = ""
    for (index, count) in grid.enumerated() {
      let (day, hour) = (index / 24, index % 24)
      // Squares of one shade for none, then as many as the share of the most asks for.
      let shade = count == 0 ? 0 : 1 + (count - 1) * (Self.shades - 1) / most
      let outside = isOutside(hour) && count > 0 ? " outside" : ""
      cells += """
        <rect class="q\(shade)\(outside)" x="\(left + hour * cell + 1)" y="\(top + day * cell + 1)" \
        width="\(cell - 2)" height="\(cell - 2)"/>
        """
      if count > 0 {
        cells += """
          <text class="in\(shade)" x="\(left + hour * cell + cell / 2)" y="\(top + day * cell + 18)" \
          text-anchor="middle">\(Self.brief(count))</text>

          """
      }
    }
    for (day, name) in days.enumerated() {
      cells +=
        "<text x=\"\(left - 8)\" y=\"\(top + day * cell + 18)\" text-anchor=\"end\">\(name)</text>\n"
    }
    for hour in 0..<24 {
      cells += """
        <text x="\(left + hour * cell + cell / 2)" y="\(height + 16)" text-anchor="middle">\(hour)</text>

        """
    }
    for edge in Set(limits.flatMap { [$0.from, $0.to] }).sorted() {
      let x = left + edge.seconds * cell / 3600
      cells += "<line class=\"limit\" x1=\"\(x)\" y1=\"2\" x2=\"\(x)\" y2=\"\(height + 4)\"/>\n"
    }
    return """
      <svg role="img" aria-label="Contacts by weekday and hour; the table below has the numbers" \
      class="heat" viewBox="0 0 \(width) \(height + 24)" width="\(width)" height="\(height + 24)">
      \(cells)</svg>
      """
  }

  private func isOutside(_ hour: Int) -> Bool {
    limits.contains { hour * 3600 + 3599 < $0.from.seconds || hour * 3600 >= $0.to.seconds }
  }

  /// Three signs at most.
  private static func brief(_ count: Int) -> String {
    count < 1000 ? "\(count)" : count < 100_000 ? "\(count / 1000)k" : "·"
  }
}

/// A share with the interval in which it lies, as a dot on a line.
struct DotPlot {
  /// The share at the right end.
  let most: Double

  func svg(_ share: Double, _ interval: WilsonInterval) -> HTML {
    func x(_ value: Double) -> Int { 4 + Int((value / max(most, 0.001) * 200).rounded()) }
    return """
      <svg class="bar" aria-hidden="true" viewBox="0 0 212 14" width="212" height="14">\
      <line class="interval" x1="\(x(interval.low))" y1="7" x2="\(x(interval.high))" y2="7"/>\
      <circle class="dot" cx="\(x(share))" cy="7" r="4"/></svg>
      """
  }
}
