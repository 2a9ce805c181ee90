internal import Crypto
internal import Foundation

/// Names findings so that a decision about one stays with it when the text around it moves.
///
/// Keyed, because a plain hash of an account number can be guessed. Free of line numbers, and equal
/// with and without redaction.
struct Fingerprinter: Sendable {
  private let key: SymmetricKey
  /// Whether the key is the user's own.
  let isKeyed: Bool

  private let names: DocumentNames?

  /// - Parameters:
  ///   - key: The user's secret; without one a fixed key serves, and reports say so.
  ///   - names: Gives a document the same name from whichever folder it was handed in.
  init(key: String?, names: DocumentNames? = nil) {
    self.names = names
    isKeyed = !(key ?? "").isEmpty
    self.key = SymmetricKey(data: Data((isKeyed ? key ?? "" : "fdcpalint").utf8))
  }

  /// A sign that tells keys apart and does not tell the key.
  var keyCheck: String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("fdcpalint key".utf8), using: key)
    return code.prefix(4).map { hex($0) }.joined()
  }

  /// The record's id; of a document, which has none but its path, the name.
  private func record(of finding: Finding) -> String {
    guard let names, finding.record == finding.location.path else { return finding.record }
    return names.name(of: finding.record)
  }

  /// Gives each finding its fingerprint. Like words of one record count by occurrence.
  func sign(_ findings: inout [Finding], formerly: [String: String]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let finding = findings[index]
      let words = (finding.matched ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let parts = [
        formerly[finding.rule] ?? finding.rule, record(of: finding), finding.evidence.person ?? "",
        finding.evidence.debt ?? "", words,
      ]
      // A separator that no field holds keeps neighbours from running together.
      let identity = parts.joined(separator: "\u{0}")
      let occurrence = seen[identity, default: 0]
      seen[identity] = occurrence + 1
      let code = HMAC<SHA256>.authenticationCode(
        for: Data("\(identity)\u{0}\(occurrence)".utf8), using: key)
      findings[index].fingerprint = code.prefix(16).map { hex($0) }.joined()
    }
  }
}

/// The SHA-256 of bytes in hexadecimal.
package func digest(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: Data(bytes)).map { hex($0) }.joined()
}

/// A byte in two hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.count == 1 ? "0" + digits : digits
}
