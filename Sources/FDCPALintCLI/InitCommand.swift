import ArgumentParser
import FDCPALint
import Foundation

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented .fdcpalint.yaml from what is found here. Asks nothing.")

  @Flag(help: "Replace a file that is there.")
  var force = false

  func run() async throws {
    let path = Configuration.fileName
    guard force || !FileManager.default.fileExists(atPath: path) else {
      throw UsageError(message: "\(path) is there already; edit it, or replace it with --force")
    }
    let start = ConfigurationStart(FileManager.default.currentDirectoryPath)
    do {
      try Data(start.yaml.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw UsageError(message: "\(path) cannot be written here; check the folder's rights")
    }
    Console.output("\(path): written; `fdcpalint config show` says what it does\n")
  }
}

/// A configuration to begin with, from the names in a folder.
struct ConfigurationStart {
  /// Words of folders' names, and what lies in such a folder.
  private static let hints: [(kind: DocumentKind, names: Set<String>)] = [
    (.letter, ["letters", "letter", "notices", "mailings"]),
    (.email, ["emails", "email", "e-mails", "mails", "mail"]),
    (.text, ["texts", "text", "sms", "messages"]),
    (.voicemail, ["voicemails", "voicemail", "vm"]),
    (.transcript, ["transcripts", "transcript", "calls", "scripts"]),
    (.note, ["notes", "note"]),
    (.complaint, ["complaints", "complaint"]),
  ]
  /// The most files that are looked at.
  private static let mostFiles = 20_000

  private var folders: [(path: String, kind: DocumentKind)] = []
  private var unknown: Set<String> = []
  private var packs: [String] = []
  private var mapping: String?

  init(_ directory: String) {
    guard let walk = FileManager.default.enumerator(atPath: directory) else { return }
    var kinds: [String: DocumentKind] = [:]
    var seen = 0
    while let path = walk.nextObject() as? String, seen < Self.mostFiles {
      let parts = path.split(separator: "/").map(String.init)
      guard let name = parts.last else { continue }
      if name.hasPrefix(".") || name == "node_modules" {
        walk.skipDescendants()
        continue
      }
      seen += 1
      let above = parts.dropLast()
      if name == "pack.yaml", !above.isEmpty { packs.append(above.joined(separator: "/")) }
      if name == "mapping.yaml" || name == "mapping.yml" {
        mapping = [mapping ?? path, path].min()
      }
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      guard name.contains("."), DocumentFolder.endings.contains(ending), !above.isEmpty else {
        continue
      }
      if let (index, kind) = Self.hint(above) {
        kinds[above.prefix(index + 1).joined(separator: "/")] = kind
      } else if let top = above.first {
        unknown.insert(top)
      }
    }
    folders = kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    unknown.subtract(folders.compactMap { $0.path.split(separator: "/").first.map(String.init) })
    packs.sort()
  }

  /// The innermost folder whose name says what lies in it.
  private static func hint(_ folders: ArraySlice<String>) -> (Int, DocumentKind)? {
    for (index, name) in folders.enumerated().reversed() {
      for hint in hints where hint.names.contains(name.lowercased()) { return (index, hint.kind) }
    }
    return nil
  }

  var yaml: String {
    var lines = [
      "# fdcpalint reads this file from here and from every folder below. Options of the command",
      "# line win over it; `fdcpalint config show` says what holds and where it comes from.", "",
      "# Our part for the debts: third-party-collector, debt-buyer or creditor.",
      "role: third-party-collector", "",
      "# What stops a run or a commit: error, warning, advice or none.", "fail-on: warning", "",
      "# Findings less sure than this are shown and stop nothing: high, medium or low.",
      "min-confidence: medium", "",
      "# What documents are, where they do not say so themselves. The last entry that fits wins.",
    ]
    if folders.isEmpty {
      lines += ["# documents:", "#   - paths: ['letters/**']", "#     kind: letter"]
    } else {
      lines.append("documents:")
      for (path, kind) in folders {
        lines += ["  - paths: \(Self.quoted("/" + path + "/**"))", "    kind: \(kind.rawValue)"]
      }
    }
    lines += ["#     jurisdiction: US-MA", "#     context: {first-communication: true}"]
    if !unknown.isEmpty {
      lines.append("# Of unknown kind, so required wording in them cannot be checked:")
      lines += unknown.sorted().map { "#   - paths: \(Self.quoted("/" + $0 + "/**"))" }
    }
    lines += ["", "# Folders and files to leave out.", "# exclude: ['archive/**']"]
    lines += ["", "# Packs of rules of your own.", Self.list("packs", packs, "rules/house")]
    lines += ["", "# Rules to leave out: ids, or beginnings of ids.", "# ignore: [practice/]"]
    lines += ["", "# The columns and codes of your contact logs."]
    lines.append(mapping.map { "mapping: \(Self.quoted($0))" } ?? "# mapping: mapping.yaml")
    lines += [
      "", "# Decisions to let a finding on a record stand, each with reason, name and last day.",
      "# exceptions: fdcpalint-exceptions.yaml", "",
      "# What was there when you began; `fdcpalint baseline write` makes it.",
      "# baseline: fdcpalint-baseline.json", "",
      "# What people decided on findings; `fdcpalint review` keeps it.",
      "# reviews: fdcpalint-reviews.csv", "",
      "# Words for `fdcpalint check --fix`, which mends drafts and never records.", "# opt-out:",
      "#   email: 'To stop e-mails to this address, reply STOP.'",
      "#   text: 'Reply STOP to end texts to this number.'", "# salutations:",
      "#   Dear Debtor: 'Dear {{ name }}'",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ key: String, _ values: [String], _ example: String) -> String {
    values.isEmpty
      ? "# \(key): [\(example)]"
      : "\(key): [\(values.map(quoted).joined(separator: ", "))]"
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }
}
