import Foundation
import Testing

@testable import FDCPALintReports

/// A page taken apart: its markup without data and script, and its data as the script reads it.
struct PageText {
  var markup: String
  var data: [String: Any]

  init(_ page: String) throws {
    let open = try #require(page.firstRange(of: #"<script type="application/json" id="data">"#))
    let close = try #require(page[open.upperBound...].firstRange(of: "</script>"))
    let script = try #require(page[close.upperBound...].firstRange(of: "<script>"))
    let end = try #require(page[script.upperBound...].firstRange(of: "</script>"))
    let style = try #require(page.firstRange(of: "<style>"))
    let styled = try #require(page.firstRange(of: "</style>"))
    var markup = String(page[..<style.upperBound])
    markup += page[styled.lowerBound..<open.upperBound]
    markup += page[close.lowerBound..<script.upperBound]
    markup += page[end.lowerBound...]
    self.markup = markup
    let json = page[open.upperBound..<close.lowerBound]
    data = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  func list(_ key: String) throws -> [Any] { try #require(data[key] as? [Any], "\(key)") }

  var findings: [[String: Any]] {
    get throws { try #require(data["findings"] as? [[String: Any]]) }
  }
}
