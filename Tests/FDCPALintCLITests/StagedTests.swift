import Foundation
import Testing

/// `check --staged` reads what the next commit will hold.
@Suite struct StagedTests {
  private static let bad = "We will have you arrested.\n"
  private static let good = "Your balance is $210. This is from a debt collector.\n"

  private func places(_ result: Tool.Result) -> [String] {
    result.output.split(separator: "\n").filter { $0.contains("federal/threat-of-arrest") }
      .map { String($0.prefix { $0 != ":" }) }
  }

  private func staged(_ repository: GitRepository, below: String = "") throws -> Tool.Result {
    try repository.tool("check", "--staged", "--format", "concise", below: below)
  }

  @Test func theIndexIsReadAndNotTheFile() throws {
    try GitRepository.with(["a.letter.md": Self.bad]) { repository in
      #expect(try staged(repository).code == 0)
      try repository.git("add", "-A")
      try repository.write("a.letter.md", Self.good)
      let mendedOnly = try staged(repository)
      #expect(mendedOnly.code == 1)
      #expect(places(mendedOnly) == ["a.letter.md"])
      try repository.git("add", "-A")
      try repository.write("a.letter.md", Self.bad)
      #expect(try staged(repository).code == 0)
      try FileManager.default.removeItem(at: repository.folder.appending(path: "a.letter.md"))
      #expect(try staged(repository).code == 0)
    }
  }

  @Test func whatOnlyMovedIsChecked() throws {
    try GitRepository.with(["a.letter.md": Self.bad + String(repeating: "More.\n", count: 40)]) {
      repository in
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", "before")
      #expect(try staged(repository).code == 0)
      try repository.git("config", "diff.renames", "copies")
      try repository.git("mv", "a.letter.md", "b.letter.md")
      #expect(places(try staged(repository)) == ["b.letter.md"])
      try repository.git("rm", "-q", "--cached", "b.letter.md")
      #expect(try staged(repository).code == 0)
    }
  }

  @Test func pathsMayHoldAnything() throws {
    let names = ["a b/c d.letter.md", "new\nline.letter.md", "\"quoted\".letter.md", "ö.letter.md"]
    try GitRepository.with(
      Dictionary(uniqueKeysWithValues: names.map { ($0, Self.bad) })
    ) { repository in
      try repository.git("add", "-A")
      let result = try repository.tool("check", "--staged", "--format", "jsonl")
      #expect(result.code == 1)
      let found = result.objects("finding").filter {
        $0["rule"] as? String == "federal/threat-of-arrest"
      }
      #expect(Set(found.compactMap { $0["record"] as? String }) == Set(names))
    }
  }

  @Test func aSubfolderAndPathsNarrow() throws {
    try GitRepository.with(["x/a.letter.md": Self.bad, "y/b.letter.md": Self.bad]) { repository in
      try repository.git("add", "-A")
      #expect(
        places(try staged(repository, below: "x")) == ["../y/b.letter.md", "a.letter.md"])
      let narrowed = try repository.tool("check", "--staged", "y", "--format", "concise")
      #expect(places(narrowed) == ["y/b.letter.md"])
    }
  }

  @Test func whatIsNoDocumentIsLeftOutAndSaidSo() throws {
    try GitRepository.with(["a.swift": Self.bad, "b.letter.md": Self.good, "old/c.md": Self.bad]) {
      repository in
      try repository.write(".fdcpalint.yaml", "exclude: [old/]\n")
      try FileManager.default.createSymbolicLink(
        atPath: repository.folder.appending(path: "d.letter.md").path,
        withDestinationPath: "b.letter.md")
      try repository.git("add", "-A")
      let result = try staged(repository)
      #expect(result.code == 0)
      #expect(result.errors.contains("note: 1 of 4 staged files are documents"))
    }
  }

  @Test func aPointerOfLargeFilesIsNoText() throws {
    try GitRepository.with([
      "a.letter.md": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
      "b.letter.md": Self.bad,
    ]) { repository in
      try repository.git("add", "-A")
      let result = try staged(repository)
      #expect(result.code == 3)
      #expect(result.errors.contains("a.letter.md: is kept in Git LFS"))
      #expect(places(result) == ["b.letter.md"])
    }
  }

  @Test func outsideARepositoryItIsUsage() throws {
    try Tool.withFiles(["a.letter.md": Self.bad]) { folder in
      let result = try Tool.run(["check", "--staged"], in: folder)
      #expect(result.code == 2)
      #expect(result.errors.contains("not a git repository"))
    }
    #expect(try Tool.run(["check", "--staged", "--fix"]).code == 2)
    #expect(try Tool.run(["check", "--staged", "-"]).code == 2)
  }
}
