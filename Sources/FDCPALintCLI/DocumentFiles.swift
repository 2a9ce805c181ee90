import FDCPALint
import Foundation

/// Which files a folder, or what is staged, is searched for.
enum DocumentFiles {
  /// Files with a text's ending, and those of which the configuration says what they are.
  static func isDocument(_ path: String, _ configuration: FoundConfiguration) -> Bool {
    let ending = path.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
    return DocumentFolder.endings.contains(ending) || configuration.paths.kind(of: path) != nil
  }

  /// Reads files and folders; a folder without what the configuration excludes, and with what only
  /// the configuration knows to be a document. A file that somebody names is always read.
  static func read(
    _ paths: [String], standardInputName: String, _ configuration: FoundConfiguration
  ) -> (sources: [Source], problems: [Problem]) {
    var sources: [Source] = []
    var problems: [Problem] = []
    for path in paths {
      var inputs = Inputs(areDocuments: true)
      inputs.read(path, standardInputName: standardInputName)
      guard isFolder(path) else {
        sources += inputs.sources
        problems += inputs.problems
        continue
      }
      let known = Set(inputs.sources.map(\.name) + inputs.problems.map(\.path))
      if !configuration.values.documents.isEmpty {
        for name in (FileManager.default.subpaths(atPath: path) ?? []).sorted() {
          let file = path.hasSuffix("/") ? path + name : path + "/" + name
          let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
          guard !isHidden, !known.contains(file), configuration.paths.kind(of: file) != nil,
            !isFolder(file)
          else { continue }
          inputs.readFile(file)
        }
      }
      sources += inputs.sources.filter { !configuration.excludes($0.name) }
        .sorted { $0.name < $1.name }
      problems += inputs.problems.filter { !configuration.excludes($0.path) }
    }
    return (sources, problems)
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
