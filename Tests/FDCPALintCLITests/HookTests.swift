import Foundation
import Testing

/// `hook install` with the real git.
@Suite struct HookTests {
  private static let bad = "We will have you arrested.\n"

  @Test func aBadLetterStopsTheCommit() throws {
    try GitRepository.with { repository in
      #expect(try repository.tool("hook", "install").code == 0)
      try repository.write("a.letter.md", Self.bad)
      try repository.git("add", "-A")
      let stopped = try repository.git("commit", "-q", "-m", "bad", expecting: nil)
      #expect(stopped.code != 0)
      #expect(stopped.output.contains("a.letter.md:1:9: error"))
      // A mend that is not staged does not help; staged it does.
      try repository.write("a.letter.md", "Your balance is $210. This is from a debt collector.\n")
      #expect(try repository.git("commit", "-q", "-m", "bad", expecting: nil).code != 0)
      try repository.git("add", "-A")
      try repository.git("commit", "-q", "-m", "good")
      // Only a part of the file is committed, with an index of its own.
      try repository.write("b.letter.md", Self.bad)
      try repository.git("add", "-A")
      try repository.write("a.letter.md", "Your balance is $209. This is from a debt collector.\n")
      try repository.git("commit", "-q", "-m", "one of two", "--", "a.letter.md")
      #expect(
        try repository.git("commit", "-q", "-m", "x", "--", "b.letter.md", expecting: nil).code != 0
      )
    }
  }

  @Test func itGoesWhereGitLooks() throws {
    try GitRepository.with { repository in
      try repository.git("config", "core.hooksPath", "my hooks")
      let result = try repository.tool("hook", "install")
      #expect(result.code == 0)
      #expect(result.output == "my hooks/pre-commit: installed\n")
      try repository.write("a.letter.md", Self.bad)
      try repository.git("add", "a.letter.md")
      #expect(try repository.git("commit", "-q", "-m", "x", expecting: nil).code != 0)
    }
  }

  @Test func aForeignHookStays() throws {
    try GitRepository.with { repository in
      try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n")
      let refused = try repository.tool("hook", "install")
      #expect(refused.code == 2)
      #expect(refused.errors.contains("--force"))
      #expect(try repository.read(".git/hooks/pre-commit") == "#!/bin/sh\nexit 0\n")
      #expect(try repository.tool("hook", "install", "--force").code == 0)
      #expect(try repository.read(".git/hooks/pre-commit.replaced") == "#!/bin/sh\nexit 0\n")
      // Our own is written anew without asking, and nothing is kept over what was kept.
      #expect(try repository.tool("hook", "install").code == 0)
      #expect(try repository.read(".git/hooks/pre-commit.replaced") == "#!/bin/sh\nexit 0\n")
    }
  }

  /// A hook that cannot check anything must not pass for clean.
  @Test func withoutTheToolNothingIsCommitted() throws {
    try GitRepository.with { repository in
      #expect(try repository.tool("hook", "install").code == 0)
      let hook = try repository.read(".git/hooks/pre-commit")
      try repository.write(
        ".git/hooks/pre-commit", hook.replacing(Tool.url.path, with: "/nowhere/fdcpalint"))
      try repository.write("a.letter.md", "Your balance is $210. This is from a debt collector.\n")
      try repository.git("add", "-A")
      let stopped = try repository.git("commit", "-q", "-m", "x", expecting: nil)
      #expect(stopped.code != 0)
      #expect(stopped.output.contains("not installed here"))
    }
  }

  @Test func outsideARepositoryItIsUsage() throws {
    try Tool.withFiles(["x": ""]) { folder in
      let result = try Tool.run(["hook", "install"], in: folder)
      #expect(result.code == 2)
    }
  }
}
