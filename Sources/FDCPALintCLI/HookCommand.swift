import ArgumentParser
import Foundation

struct HookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "Let git stop a commit that holds a bad letter.",
    subcommands: [Install.self])

  struct Install: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Install a pre-commit hook that runs `fdcpalint check --staged`.",
      discussion: """
        The hook goes where git looks for it, core.hooksPath included. A hook of somebody else's
        stays, unless --force: then it is kept beside the new one as pre-commit.replaced.
        """)

    @Flag(help: "Replace a hook that is there.")
    var force = false

    func run() async throws {
      let folder: String
      do {
        folder = try Git.line(["rev-parse", "--git-path", "hooks"])
      } catch let failure as Git.Failure {
        throw UsageError(message: "hook install: \(failure.message)")
      }
      let path = folder + "/pre-commit"
      let manager = FileManager.default
      // A link, broken or not, is somebody's: writing through it would change what it points to.
      let isLink = (try? manager.destinationOfSymbolicLink(atPath: path)) != nil
      if isLink || manager.fileExists(atPath: path) {
        let old = manager.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let isOurs = !isLink && old.contains(Hook.mark)
        guard isOurs || force else {
          throw UsageError(
            message: "\(path) is a hook of somebody else's; add `fdcpalint check --staged` to it, "
              + "or replace it with --force")
        }
        if !isOurs {
          let kept = path + ".replaced"
          guard !manager.fileExists(atPath: kept),
            (try? manager.moveItem(atPath: path, toPath: kept)) != nil
          else {
            throw UsageError(message: "\(path) cannot be kept as \(kept); move it away yourself")
          }
          Console.error("note: the hook that was there is now \(kept)")
        }
      }
      do {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(Hook.script.utf8).write(to: URL(filePath: path), options: .atomic)
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      } catch {
        throw UsageError(message: "\(path) cannot be written; check the folder's rights")
      }
      Console.output("\(path): installed\n")
    }
  }
}

/// The hook's text.
enum Hook {
  static let mark = "# Written by `fdcpalint hook install`."

  /// A hook that does not find the tool stops the commit: letting it pass would say it is clean.
  static var script: String {
    let own = Bundle.main.executablePath ?? "fdcpalint"
    return """
      #!/bin/sh
      \(mark)
      tool='\(own.replacing("'", with: "'\\''"))'
      [ -x "$tool" ] || tool=$(command -v fdcpalint) || {
        echo 'fdcpalint is not installed here, so nothing was checked; install it, or commit with --no-verify' >&2
        exit 1
      }
      exec "$tool" check --staged

      """
  }
}
