import FDCPALint
import Foundation

/// Files as sources; what cannot be read becomes a problem, and the rest goes on.
struct Inputs {
  private(set) var sources: [Source] = []
  private(set) var problems: [Problem] = []

  /// Endings of the text files that a folder is searched for.
  static let documentEndings: Set<String> = [
    "txt", "md", "markdown", "html", "htm", "eml", "jsonl", "ndjson", "text", "docx", "pdf",
  ]

  /// Reads a file, a folder's documents, or standard input for `-`.
  mutating func read(_ path: String, standardInputName: String) {
    if path == "-" {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      sources.append(Source(name: standardInputName, bytes: [UInt8](data)))
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      problems.append(
        Problem(
          code: "missing-file", path: path,
          message: "no such file; check the path, which is read from the working directory"))
      return
    }
    guard isFolder.boolValue else {
      readFile(path)
      return
    }
    let below = FileManager.default.subpaths(atPath: path) ?? []
    for name in below.sorted()
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      if Self.documentEndings.contains(ending) {
        readFile(path.hasSuffix("/") ? path + name : path + "/" + name)
      }
    }
  }

  mutating func readFile(_ path: String) {
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      sources.append(Source(name: path, bytes: [UInt8](data)))
    } catch {
      let reason = (error as NSError).localizedFailureReason ?? "the system refused to open it"
      problems.append(
        Problem(
          code: "unreadable-file", path: path, found: reason,
          message: "cannot be read: \(reason); check its rights"))
    }
  }
}
