internal import Foundation

/// A file of a pack: its path below the folder of packs, with `/`, and its text.
public struct PackFile: Sendable {
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Every YAML file below a folder, by path.
  ///
  /// A folder that holds a `pack.yaml` is one pack, named as the folder; otherwise each folder in
  /// it is a pack, as under `Patterns/`.
  ///
  /// - Throws: ``PackError`` when the folder or a file in it cannot be read as UTF-8.
  public static func all(in folder: String) throws(PackError) -> [PackFile] {
    let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw PackError(problems: [
        PackProblem(file: folder, line: 0, column: 0, message: "is no folder; expected a pack")
      ])
    }
    let single = FileManager.default.fileExists(atPath: root.appending(path: "pack.yaml").path)
    let prefix = single ? root.lastPathComponent + "/" : ""
    guard let paths = FileManager.default.subpaths(atPath: root.path) else {
      throw PackError(problems: [
        PackProblem(file: folder, line: 0, column: 0, message: "cannot be listed")
      ])
    }
    var files: [PackFile] = []
    var problems: [PackProblem] = []
    for path in paths.sorted() where path.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path),
        let text = String(validating: data, as: UTF8.self)
      else {
        problems.append(
          PackProblem(file: prefix + path, line: 0, column: 0, message: "cannot be read as UTF-8"))
        continue
      }
      files.append(PackFile(path: prefix + path, text: text))
    }
    guard problems.isEmpty else { throw PackError(problems: problems) }
    return files
  }
}
