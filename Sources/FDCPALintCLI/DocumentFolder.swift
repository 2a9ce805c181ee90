import FDCPALint

/// The documents in a folder and in those below it, in the order of their names.
struct DocumentFolder {
  private(set) var files: [PathBytes] = []
  private(set) var problems: [Problem] = []

  /// Endings of the documents that a folder is searched for.
  static let endings: Set<String> = [
    "txt", "md", "markdown", "html", "htm", "xhtml", "eml", "jsonl", "ndjson", "text", "docx",
    "pdf",
  ]

  /// Folders that were read: links may lead to one again, by another way or round in a circle.
  private var seen: Set<[UInt64]> = []

  /// Folders that links lead to. They come last, so that a file goes by its own path.
  private var linked: [PathBytes] = []

  /// Names that begin with a full stop are passed over, as are files with other endings. Links
  /// are followed, each folder is read once.
  mutating func walk(_ folder: PathBytes) {
    descend(folder)
    while !linked.isEmpty { descend(linked.removeFirst()) }
  }

  private mutating func descend(_ folder: PathBytes) {
    guard let identity = folder.identity, seen.insert(identity).inserted else { return }
    guard let names = folder.names else {
      problems.append(
        Problem(
          code: "unreadable-file", path: folder.shown, expected: "a folder that may be read",
          message: "the folder cannot be read; check its rights"))
      return
    }
    for name in names where name.first != UInt8(ascii: ".") {
      let path = folder.appending(name)
      if path.isFolder {
        if path.isLink { linked.append(path) } else { descend(path) }
      } else if Self.endings.contains(path.ending), path.isFile || path.identity == nil {
        // What is no file and no folder, such as a pipe, is no document; a broken link is told.
        files.append(path)
      }
    }
  }
}
