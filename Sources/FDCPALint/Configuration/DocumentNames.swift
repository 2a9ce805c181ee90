/// Names documents by their place below a root, so that one letter has one name from whichever
/// folder it was given.
public struct DocumentNames: Sendable, Hashable {
  /// Absolute, without a slash at the end but for the file system's own root.
  public let root: String
  /// The working directory, absolute.
  public let directory: String

  public init(root: String, directory: String) {
    self.root = Self.folded(root)
    self.directory = Self.folded(directory)
  }

  /// The path below the root; as it was given where it lies elsewhere, or is no path.
  public func name(of path: String) -> String {
    guard !path.hasPrefix("<") else { return path }
    let absolute = Self.folded(path.hasPrefix("/") ? path : directory + "/" + path)
    let prefix = root == "/" ? root : root + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : path
  }

  /// The absolute path without `.`, `..` and empty names.
  private static func folded(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}
