import FDCPALint
import Foundation

/// Files as sources; what cannot be read becomes a problem, and the rest goes on.
struct Inputs {
  private(set) var sources: [Source] = []
  private(set) var problems: [Problem] = []

  /// Whether each file is one document, unless its name says that it holds many.
  private let areDocuments: Bool
  /// The largest file that is opened, in bytes; more would not fit into memory.
  private static let largestFile = 8 << 30

  /// Whether files stay where they are until they are needed, whatever their size.
  private let areLogs: Bool

  init(areDocuments: Bool = false, areLogs: Bool = false) {
    self.areDocuments = areDocuments
    self.areLogs = areLogs
  }

  /// Reads a file, a folder's documents, or standard input for `-`.
  mutating func read(_ path: String, standardInputName: String) {
    if path == "-" {
      if areLogs {
        take(standardInputName, dup(STDIN_FILENO))
        return
      }
      let data = FileHandle.standardInput.readDataToEndOfFile()
      sources.append(Source(name: standardInputName, bytes: [UInt8](data)))
      return
    }
    let raw = PathBytes(argument: path)
    guard raw.isFolder else {
      readFile(raw)
      return
    }
    var folder = DocumentFolder()
    folder.walk(raw)
    problems += folder.problems
    for file in folder.files { readFile(file) }
  }

  /// Takes over what was read elsewhere.
  mutating func add(_ source: Source?) {
    if let source { sources.append(source) }
  }

  mutating func add(_ others: Inputs) {
    sources += others.sources
    problems += others.problems
  }

  mutating func readFile(_ path: String) { readFile(PathBytes(argument: path)) }

  private mutating func readFile(_ path: PathBytes) {
    do throws(Problem) {
      if areLogs {
        take(path.shown, try path.opened())
        return
      }
      let bytes = try path.contents { (size) throws(Problem) in try judge(size, path) }
      sources.append(Source(name: path.shown, bytes: bytes))
    } catch {
      problems.append(error)
    }
  }

  private mutating func take(_ name: String, _ descriptor: Int32) {
    do throws(Problem) {
      let (source, problem) = try LogFiles.source(name: name, taking: descriptor)
      sources.append(source)
      if let problem { problems.append(problem) }
    } catch {
      problems.append(error)
    }
  }

  /// Refuses a file for its size before it is read.
  private func judge(_ size: Int, _ path: PathBytes) throws(Problem) {
    let isOne = areDocuments && path.ending != "jsonl" && path.ending != "ndjson"
    let limit = isOne ? DocumentFormat.longestFile : Self.largestFile
    guard size > limit else { return }
    let advice =
      isOne
      ? "for one document, so it was not read; split it, or give many documents as JSON Lines"
      : "to be read at once, so it was not read; split it"
    throw Problem(
      code: "too-large", path: path.shown, found: "\(size) bytes",
      expected: "at most \(limit) bytes", message: "is too large \(advice)")
  }
}
