import FDCPALint
import Foundation

/// Files of the user's cache folder, which may be lost at any time and are not believed unseen: one
/// that is missing, damaged or somebody else's is none, and where nothing can be kept, nothing is.
struct CacheFolder {
  /// `nil`: nothing is kept.
  let path: String?

  /// More files than this are not kept; the ones not written for longest go first.
  private static let mostFiles = 64

  /// As the XDG base directory specification has it: a relative path is no path.
  init(_ environment: [String: String]) {
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      path = base + "/fdcpalint"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.cache/fdcpalint"
    } else {
      path = nil
    }
  }

  init(path: String?) { self.path = path }

  /// What was written under a name.
  func contents(_ name: String) -> [UInt8]? {
    guard let path, let bytes = Self.ownFile(path + "/" + name) else { return nil }
    let contents = Array(bytes.dropFirst(digest([]).utf8.count))
    return bytes == Self.sealed(contents, name) ? contents : nil
  }

  /// Keeps bytes under a name, if it can.
  func write(_ contents: [UInt8], _ name: String) {
    guard let path else { return }
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // A file of its own, renamed when it is whole: another run sees all of it or nothing.
    let draft = path + "/" + name + "." + UUID().uuidString
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { return }
    let bytes = Self.sealed(contents, name)
    let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    guard close(file) == 0, written == bytes.count, rename(draft, path + "/" + name) == 0 else {
      unlink(draft)
      return
    }
    prune(path)
  }

  /// The digest of name and contents, then the contents.
  private static func sealed(_ contents: [UInt8], _ name: String) -> [UInt8] {
    Array(digest(Array(name.utf8) + contents).utf8) + contents
  }

  /// Forgets the oldest files, among them drafts of runs that were stopped.
  private func prune(_ path: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path),
      names.count > Self.mostFiles
    else { return }
    let dated = names.map { name in
      let file = path + "/" + name
      return (file: file, time: Self.sizeAndTime(of: file)?.time ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.time < $1.time }).dropLast(Self.mostFiles) {
      unlink(old.file)
    }
  }

  /// A file's bytes where it is the user's own and nobody else may write it.
  private static func ownFile(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG),
      status.st_uid == geteuid(), status.st_mode & 0o022 == 0
    else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Foundation.read(file, buffer.baseAddress, size))
    }
    return bytes.count == size ? bytes : nil
  }

  static func sizeAndTime(of path: String) -> (size: Int, time: Date)? {
    guard let known = try? FileManager.default.attributesOfItem(atPath: path),
      let size = known[.size] as? Int, let time = known[.modificationDate] as? Date
    else { return nil }
    return (size, time)
  }
}
