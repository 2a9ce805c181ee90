import FDCPALint

/// Terminal colours, or none.
struct Paint {
  let isOn: Bool

  func severity(_ severity: Severity, _ text: String) -> String { wrap(text, code(severity)) }

  func caret(_ text: String) -> String { wrap(text, "1") }

  func dim(_ text: String) -> String { wrap(text, "2") }

  private func code(_ severity: Severity) -> String {
    switch severity {
    case .error: "31"
    case .warning: "33"
    case .advice: "36"
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
