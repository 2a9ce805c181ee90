import Foundation
import Testing

/// `baseline write`, `compare` and `prune`, and `--baseline`.
@Suite struct BaselineTests {
  private static let bad = "We will have you arrested.\n"
  private static let path = "fdcpalint-baseline.json"

  private func write(_ text: String, _ file: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  @Test func oldFindingsFailNothingAndNewOnesDo() throws {
    try Tool.withFiles(["l/a.letter.md": Self.bad, "l/b.letter.md": Self.bad]) { folder in
      func run(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(arguments, in: folder)
      }
      #expect(try run("baseline", "write", "l").output == "\(Self.path): 2 findings written\n")
      let known = try run("check", "l", "--baseline", Self.path)
      #expect(known.code == 0)
      #expect(known.output.contains("2 findings set aside by the baseline"))
      // An edit elsewhere keeps it, another threat is new.
      try write("A line.\n\n" + Self.bad, "l/a.letter.md", in: folder)
      #expect(try run("check", "l", "--baseline", Self.path).code == 0)
      try write(Self.bad + "You will go to jail.\n", "l/a.letter.md", in: folder)
      let compared = try run("baseline", "compare", "l", "--format", "concise")
      #expect(compared.code == 1)
      #expect(compared.output.split(separator: "\n").count == 1)
      #expect(compared.output.hasPrefix("l/a.letter.md:2:"))
      // Mended and removed texts leave it; what was not read stays.
      try write("Good day.\n", "l/a.letter.md", in: folder)
      #expect(try run("baseline", "compare", "l").errors.contains("gone: l/a.letter.md: federal/"))
      #expect(try run("baseline", "prune", "l/b.letter.md").output.contains("0 entries taken out"))
      #expect(
        try run("baseline", "prune", "l/a.letter.md").output
          == "\(Self.path): 1 entries taken out, 1 stay\n")
      try FileManager.default.removeItem(at: folder.appending(path: "l/b.letter.md"))
      #expect(try run("baseline", "prune", "l").output.contains("1 entries taken out, 0 stay"))
      // A text that comes back is found again.
      try write(Self.bad, "l/a.letter.md", in: folder)
      #expect(try run("check", "l", "--baseline", Self.path).code == 1)
    }
  }

  @Test func oneBaselineServesEveryFolder() throws {
    try GitRepository.with(["l/a.letter.md": Self.bad]) { repository in
      #expect(try repository.tool("baseline", "write", ".").code == 0)
      let path = "../" + Self.path
      #expect(
        try repository.tool("check", "a.letter.md", "--baseline", path, below: "l").code == 0)
      try repository.write(".fdcpalint.yaml", "baseline: \(Self.path)\n")
      #expect(try repository.tool("check", ".", below: "l").code == 0)
      try repository.git("add", "-A")
      #expect(try repository.tool("check", "--staged").code == 0)
    }
  }

  @Test func logsHaveOneToo() throws {
    let header = "id,at,consumer,debts,direction,channel,outcome,note\n"
    func row(_ id: String, _ note: String) -> String {
      "\(id),2026-04-01T10:00-04:00,c1,A,outbound,call,no_answer,\(note)\n"
    }
    let bad = "told cust she will be arrested"
    try Tool.withFiles(["log.csv": header + row("r1", bad) + row("r2", bad)]) { folder in
      func run(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(arguments + ["--as-of", "2026-04-03"], in: folder)
      }
      #expect(try run("baseline", "write", "--log", "log.csv").code == 0)
      #expect(try run("audit", "log.csv", "--baseline", Self.path).code == 0)
      try write(header + row("r2", bad) + row("r1", "na") + row("r3", bad), "log.csv", in: folder)
      #expect(try run("audit", "log.csv", "--baseline", Self.path).code == 1)
      let pruned = try run("baseline", "prune", "--log", "log.csv")
      #expect(pruned.output.hasSuffix("1 entries taken out, 1 stay\n"), "\(pruned)")
    }
  }

  @Test func documentsOfOneFileAreForgottenOneByOne() throws {
    let line = #"{"id": "d1", "kind": "letter", "text": "You will be arrested."}"# + "\n"
    let other = line.replacing("d1", with: "d2")
    try Tool.withFiles(["x.jsonl": line + other]) { folder in
      #expect(try Tool.run(["baseline", "write", "x.jsonl"], in: folder).code == 0)
      try write(
        line + other.replacing("You will be arrested.", with: "Good day."), "x.jsonl", in: folder)
      let pruned = try Tool.run(["baseline", "prune", "x.jsonl"], in: folder)
      #expect(pruned.output == "\(Self.path): 1 entries taken out, 1 stay\n")
    }
  }

  @Test func itIsNotMadeOfHalfARun() throws {
    try Tool.withFiles(["a.letter.md": Self.bad, "b.letter.md": ""]) { folder in
      let result = try Tool.run(["baseline", "write", "."], in: folder)
      #expect(result.code == 3)
      #expect(result.errors.contains("b.letter.md"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: Self.path).path))
    }
  }

  @Test func wrongUseIsTwo() throws {
    try Tool.withFiles(["a.letter.md": Self.bad, "x.json": "{}"]) { folder in
      for arguments in [
        ["baseline", "write"], ["baseline", "compare", "a.letter.md"], ["baseline", "write", "-"],
        ["check", ".", "--baseline", "x.json"],
      ] {
        let result = try Tool.run(arguments, in: folder)
        #expect(result.code == 2, "\(arguments)")
      }
    }
  }
}
