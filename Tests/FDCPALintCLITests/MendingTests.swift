import Foundation
import Testing

/// `check --fix` and `check --diff`.
@Suite struct MendingTests {
  private static let configuration = """
    opt-out: {email: 'To stop e-mails to this address, reply STOP.'}
    salutations: {Dear Debtor: 'Dear {{ name }}'}

    """
  private static let draft =
    "Dear Debtor,\n\nYour balance is $210. This is from a debt collector.\n"
  private static let mended = """
    Dear {{ name }},

    Your balance is $210. This is from a debt collector.

    To stop e-mails to this address, reply STOP.

    """

  @Test func theFindingsAreGoneAndNothingElseChanges() throws {
    try GitRepository.with([
      ".fdcpalint.yaml": Self.configuration, "a.email.md": Self.draft, "b.letter.md": "Hello.\n",
    ]) { repository in
      let file = repository.folder.appending(path: "a.email.md")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      #expect(try repository.tool("check", ".").code == 1)

      let shown = try repository.tool("check", ".", "--diff")
      #expect(shown.code == 1)
      #expect(try repository.read("a.email.md") == Self.draft)
      // The diff is one that git applies.
      try Data(shown.output.replacing("/./", with: "/").utf8)
        .write(to: repository.folder.appending(path: "shown.diff"))
      try repository.git("apply", "shown.diff")
      #expect(try repository.read("a.email.md") == Self.mended)
      try repository.write("a.email.md", Self.draft)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)

      let fixed = try repository.tool("check", ".", "--fix")
      #expect(fixed.code == 0, "\(fixed.output)")
      #expect(fixed.errors.contains("a.email.md: mended"))
      #expect(try repository.read("a.email.md") == Self.mended)
      let rights = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(rights[.posixPermissions] as? Int == 0o640)
      #expect(try repository.read("b.letter.md") == "Hello.\n")

      let again = try repository.tool("check", ".", "--fix")
      #expect(again.code == 0)
      #expect(again.errors.isEmpty)
      #expect(try repository.tool("check", ".", "--diff").output == "")
      let left = try FileManager.default.contentsOfDirectory(atPath: repository.folder.path)
      #expect(
        left.sorted() == [".fdcpalint.yaml", ".git", "a.email.md", "b.letter.md", "shown.diff"])
    }
  }

  @Test(arguments: ["a.note.txt", "a.transcript.txt", "a.complaint.txt", "a.txt", "a.jsonl"])
  func recordsAreNeverMended(name: String) throws {
    let text = name.hasSuffix("jsonl") ? #"{"kind": "email", "text": "Dear Debtor"}"# : Self.draft
    try Tool.withFiles([
      ".fdcpalint.yaml": Self.configuration, name: text, "b.email.md": Self.draft,
    ]) { folder in
      for option in ["--fix", "--diff"] {
        let result = try Tool.run(["check", name, "b.email.md", option], in: folder)
        #expect(result.code == 2)
        #expect(result.errors.contains(name))
        #expect(result.output == "")
      }
      for (name, text) in [(name, text), ("b.email.md", Self.draft)] {
        #expect(
          try String(contentsOf: folder.appending(path: name), encoding: .utf8) == text)
      }
    }
  }

  @Test func withoutWordsThereIsNothingToMendWith() throws {
    try Tool.withFiles(["b.email.md": Self.draft]) { folder in
      let result = try Tool.run(["check", ".", "--fix"], in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("'opt-out'"))
    }
  }

  /// Words that answer no rule, or break one, are not written.
  @Test(arguments: ["Thank you.", "Reply STOP, or you will be arrested."])
  func aMendThatMendsNothingIsNotWritten(line: String) throws {
    try Tool.withFiles([
      ".fdcpalint.yaml": "opt-out: {email: '\(line)'}\n",
      "b.email.md": "This is from a debt collector.\n",
    ]) { folder in
      let result = try Tool.run(["check", ".", "--fix"], in: folder)
      #expect(result.code == 1)
      #expect(result.errors.contains("b.email.md: not mended"))
      #expect(
        try String(contentsOf: folder.appending(path: "b.email.md"), encoding: .utf8)
          == "This is from a debt collector.\n")
    }
  }

  @Test func aLinkStaysALink() throws {
    try Tool.withFiles([".fdcpalint.yaml": Self.configuration, "b.email.md": Self.draft]) {
      folder in
      let link = folder.appending(path: "link.email.md").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "b.email.md")
      #expect(try Tool.run(["check", "link.email.md", "--fix"], in: folder).code == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "b.email.md")
      #expect(
        try String(contentsOf: folder.appending(path: "b.email.md"), encoding: .utf8)
          == Self.mended)
    }
  }
}
