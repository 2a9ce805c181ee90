internal import Foundation

/// Tables that say which zone or state a number, an area code, a ZIP code or a state points to: CSV
/// files under `zones/`, each in the order of its first column, so that a program can search the text
/// as it stands.
public struct PlaceTables: Sendable {
  /// Lines without comments and header, by the table's name.
  public private(set) var texts: [String: String] = [:]

  public init() {}

  /// The tables, and how many columns each has.
  private static let columns = ["areas": 2, "numbers": 2, "states": 2, "zips": 3]

  /// Reads the tables of a folder of packs.
  ///
  /// - Throws: ``PackError`` when one is missing, or a row is malformed or out of order.
  public static func read(in folder: String) throws(PackError) -> PlaceTables {
    var tables = PlaceTables()
    var problems: [PackProblem] = []
    for (name, columns) in columns.sorted(by: { $0.key < $1.key }) {
      let path = "zones/\(name).csv"
      let url = URL(filePath: folder, directoryHint: .isDirectory).appending(path: path)
      guard let data = FileManager.default.contents(atPath: url.path),
        let text = String(validating: data, as: UTF8.self)
      else {
        problems.append(
          PackProblem(file: path, line: 0, column: 0, message: "cannot be read as UTF-8"))
        continue
      }
      let (rows, faults) = rows(of: text, columns: columns)
      problems += faults.map {
        PackProblem(file: path, line: $0.line, column: 1, message: $0.message)
      }
      tables.texts[name] = rows.joined(separator: "\n")
    }
    guard problems.isEmpty else { throw PackError(problems: problems) }
    return tables
  }

  /// The rows of a table, and what is wrong with its lines.
  static func rows(
    of text: String, columns: Int
  ) -> (rows: [Substring], faults: [(line: Int, message: String)]) {
    var rows: [Substring] = []
    var faults: [(line: Int, message: String)] = []
    var last: [UInt8] = []
    var isHeader = true
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard !isHeader else {
        isHeader = false
        continue
      }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let key = Array((fields.first ?? "").utf8)
      if fields.count != columns {
        faults.append((index + 1, "has \(fields.count) columns; expected \(columns)"))
      } else if !isKey(key) {
        faults.append((index + 1, "begins with '\(fields[0])'; expected digits or capitals"))
      } else if !last.lexicographicallyPrecedes(key) {
        faults.append((index + 1, "'\(fields[0])' is out of order; sort the rows by their bytes"))
      }
      last = key
      rows.append(line)
    }
    return (rows, faults)
  }

  private static func isKey(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      }
  }
}
