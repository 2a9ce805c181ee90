/// Turns paths into addresses relative to the repository, as SARIF readers match them.
struct ArtifactAddress {
  /// Absolute folder that addresses are relative to.
  let root: String?
  /// Where relative paths start from, below the root.
  let directory: String

  /// A percent-encoded relative reference; a `file:` address for what lies outside the root.
  func address(of path: String) -> String {
    guard path.hasPrefix("/") else {
      let parts = Self.resolved(Self.parts(of: directory) + Self.parts(of: path))
      return Self.encoded(parts)
    }
    let parts = Self.resolved(Self.parts(of: path))
    if let root {
      let rootParts = Self.resolved(Self.parts(of: root))
      if parts.starts(with: rootParts) { return Self.encoded(parts.dropFirst(rootParts.count)) }
    }
    return "file:///" + Self.encoded(parts)
  }

  private static func parts(of path: String) -> [Substring] { path.split(separator: "/") }

  private static func resolved(_ parts: [Substring]) -> [Substring] {
    var resolved: [Substring] = []
    for part in parts where part != "." {
      if part == "..", let last = resolved.last, last != ".." {
        resolved.removeLast()
      } else {
        resolved.append(part)
      }
    }
    return resolved
  }

  private static func encoded(_ parts: some Sequence<Substring>) -> String {
    parts.map { part in
      var text = ""
      for byte in part.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          text.unicodeScalars.append(Unicode.Scalar(byte))
        default:
          text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
      return text
    }.joined(separator: "/")
  }
}
