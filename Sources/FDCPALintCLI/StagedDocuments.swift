import FDCPALint
import Foundation

/// The documents that are staged, as the next commit will have them, whatever the files hold now.
struct StagedDocuments {
  private(set) var sources: [Source] = []
  private(set) var problems: [Problem] = []
  /// Files that are staged, documents or not.
  private(set) var staged = 0

  private struct File {
    var path: String
    var blob: String
  }

  /// - Parameters:
  ///   - narrow: Files and folders that are meant, relative to the working directory; empty: all.
  /// - Throws: ``UsageError`` outside a repository, or when git refuses.
  init(narrow: [String], _ configuration: FoundConfiguration) throws {
    do {
      let prefix = try Git.line(["rev-parse", "--show-prefix"])
      let files = try Self.files()
      staged = files.count
      let wanted = files.compactMap { file -> File? in
        let path = Self.relative(file.path, from: prefix)
        guard Self.isMeant(path, narrow), !configuration.excludes(path),
          DocumentFiles.isDocument(path, configuration)
        else { return nil }
        return File(path: path, blob: file.blob)
      }
      try read(wanted)
    } catch let failure as Git.Failure {
      throw UsageError(message: "--staged: \(failure.message)")
    }
  }

  /// Everything that the commit adds or changes. A file that only moved counts as added, and links
  /// and other repositories hold no text of their own.
  private static func files() throws -> [File] {
    let output = try Git.run([
      "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative",
      "--ignore-submodules=all", "--diff-filter=ACMRT",
    ])
    let fields = output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var files: [File] = []
    var index = 0
    while index + 1 < fields.count, fields[index].hasPrefix(":") {
      // `:100644 100644 <old blob> <new blob> M`, then the path.
      let columns = fields[index].dropFirst().split(separator: " ")
      if columns.count == 5, columns[1].hasPrefix("100") {
        files.append(File(path: fields[index + 1], blob: String(columns[3])))
      }
      index += 2
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The path as somebody in the working directory writes it.
  private static func relative(_ path: String, from prefix: String) -> String {
    guard !prefix.isEmpty else { return path }
    guard !path.hasPrefix(prefix) else { return String(path.dropFirst(prefix.count)) }
    var (above, rest) = (prefix.split(separator: "/")[...], path.split(separator: "/")[...])
    while let first = above.first, first == rest.first {
      above = above.dropFirst()
      rest = rest.dropFirst()
    }
    return String(repeating: "../", count: above.count) + rest.joined(separator: "/")
  }

  private static func isMeant(_ path: String, _ narrow: [String]) -> Bool {
    guard !narrow.isEmpty else { return true }
    let directory = FileManager.default.currentDirectoryPath
    let names = DocumentNames(root: "/", directory: directory)
    let name = names.name(of: path)
    return narrow.contains { wanted in
      let wanted = names.name(of: wanted)
      return name == wanted || wanted == "/" || name.hasPrefix(wanted + "/") || wanted == directory
    }
  }

  private mutating func read(_ files: [File]) throws {
    guard !files.isEmpty else { return }
    let ids = files.map { $0.blob + "\n" }.joined()
    let output = try Git.run(["cat-file", "--batch"], input: Data(ids.utf8))
    var at = 0
    for file in files {
      // `<id> blob <bytes>`, a line end, the bytes, a line end.
      guard let end = output[at...].firstIndex(of: 10) else { break }
      let header = String(decoding: output[at..<end], as: UTF8.self).split(separator: " ")
      guard header.count == 3, header[1] == "blob", let size = Int(header[2]),
        end + 1 + size <= output.count
      else {
        at = end + 1
        add(
          Problem(
            code: "unreadable-file", path: file.path,
            message: "git does not have what is staged; stage the file again"))
        continue
      }
      let bytes = Array(output[end + 1..<end + 1 + size])
      at = min(output.count, end + 2 + size)
      guard !bytes.starts(with: Array("version https://git-lfs.github.com/spec/".utf8)) else {
        add(
          Problem(
            code: "lfs-pointer", path: file.path, found: "a Git LFS pointer", expected: "a text",
            message: "is kept in Git LFS, so its text is not in the index; check the file itself"))
        continue
      }
      sources.append(Source(name: file.path, bytes: bytes))
    }
    guard sources.count + problems.count == files.count else {
      throw Git.Failure(message: "git cat-file gave fewer files than were asked for")
    }
  }

  private mutating func add(_ problem: Problem) { problems.append(problem) }
}
