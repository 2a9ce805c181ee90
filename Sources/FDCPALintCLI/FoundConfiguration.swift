import FDCPALint
import Foundation

/// The configuration of a run: the file named, or the one found upward from the working directory.
struct FoundConfiguration {
  var values = Configuration()
  /// The file as messages show it; `nil` without one.
  private(set) var path: String?
  /// The folder that its paths are relative to.
  private(set) var folder: String
  /// What names documents: the repository, without one the configuration's folder.
  let names: DocumentNames

  /// - Throws: ``UsageError`` for a file that is missing or does not hold.
  init(_ options: RuleOptions) throws {
    let directory = FileManager.default.currentDirectoryPath
    folder = directory
    let repository = Self.upward(from: directory).first { Self.isRepository($0) }
    guard !options.isolated else {
      names = DocumentNames(root: repository ?? directory, directory: directory)
      return
    }
    if let named = options.config {
      path = named
    } else {
      path = Self.find(from: directory, repository: repository)
    }
    if let path {
      let file = URL(filePath: path, relativeTo: URL(filePath: directory + "/")).absoluteURL
      folder = file.deletingLastPathComponent().standardizedFileURL.path
      if folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      values = try Self.read(file, path)
    }
    names = DocumentNames(root: repository ?? folder, directory: directory)
  }

  private static func read(_ file: URL, _ path: String) throws -> Configuration {
    guard let data = try? Data(contentsOf: file) else {
      throw UsageError(message: "\(path): the configuration cannot be read; check path and rights")
    }
    let text = DecodedText(Source(name: path, bytes: [UInt8](data)))
    if let problem = text.problems.first {
      throw UsageError(message: "\(path): \(problem.message)")
    }
    do {
      return try Configuration(yaml: String(decoding: text.bytes, as: UTF8.self), path: path)
    } catch {
      throw UsageError(message: "the configuration does not hold:\n\(error)")
    }
  }

  /// The nearest file, not beyond the repository; shown as the way there.
  private static func find(from directory: String, repository: String?) -> String? {
    var way = ""
    for folder in upward(from: directory) {
      let file = (folder == "/" ? "" : folder) + "/" + Configuration.fileName
      if FileManager.default.fileExists(atPath: file) { return way + Configuration.fileName }
      if folder == repository { return nil }
      way += "../"
    }
    return nil
  }

  /// A folder and those above it, by their names alone: a folder may be gone while one works in it.
  static func upward(from directory: String) -> [String] {
    let names = directory.split(separator: "/")
    return names.indices.reversed().map { "/" + names[...$0].joined(separator: "/") } + ["/"]
  }

  private static func isRepository(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/.git")
  }

  /// A path of the configuration as the run can open it, relative to the working directory where
  /// it lies below.
  func resolved(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    let directory = FileManager.default.currentDirectoryPath
    guard folder != directory else { return path }
    let absolute = folder == "/" ? "/" + path : folder + "/" + path
    return absolute.hasPrefix(directory + "/")
      ? String(absolute.dropFirst(directory.count + 1)) : absolute
  }

  /// What it says of documents by their paths.
  var paths: PathDescriptions {
    PathDescriptions(
      values.documents.map {
        PathDescriptions.Entry(paths: $0.paths, kind: $0.kind, fields: $0.fields)
      }, names: ownNames)
  }

  /// Whether a path is left out of folders and of what is staged.
  func excludes(_ path: String) -> Bool {
    guard !values.exclude.isEmpty else { return false }
    let name = ownNames.name(of: path)
    return values.exclude.contains { $0.value.matches(name) }
  }

  /// Names below the configuration's own folder, to which its patterns refer.
  private var ownNames: DocumentNames {
    DocumentNames(root: folder, directory: FileManager.default.currentDirectoryPath)
  }

  /// The files that the configuration consists of, for a manifest.
  var files: [String] {
    [path, values.exceptions.map { resolved($0.value) }].compactMap(\.self)
  }

  /// The exceptions in the file that it names.
  ///
  /// - Throws: ``UsageError`` for a file that is missing or does not hold.
  func exceptions() throws -> [RuleException] {
    guard let setting = values.exceptions else { return [] }
    let path = resolved(setting.value)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError(
        message: "\(setting.place): exceptions: '\(setting.value)' cannot be read; check the path, "
          + "which is relative to the configuration")
    }
    do {
      return try ExceptionFile(yaml: String(decoding: data, as: UTF8.self), path: path).exceptions
    } catch {
      throw UsageError(message: "the file of exceptions does not hold:\n\(error)")
    }
  }
}
