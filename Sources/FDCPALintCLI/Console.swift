import Foundation

/// The two streams: results on standard output, everything about the run on standard error.
enum Console {
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  static func output(_ bytes: [UInt8]) {
    if !bytes.isEmpty { FileHandle.standardOutput.write(Data(bytes)) }
  }

  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  static func wantsColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
  }
}
