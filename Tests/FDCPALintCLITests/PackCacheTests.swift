import FDCPALint
import Foundation
import Testing

@testable import FDCPALintCLI

/// A pack on top of packs that lack what it cites cannot be read: where it comes back all the same,
/// it comes out of the cache.
@Suite struct PackCacheTests {
  private static let whole = RulePacks(citations: ["15 USC 1692d": "Harassment or abuse"])
  private static let bare = RulePacks()

  private static func files(_ word: String = "banana") -> [PackFile] {
    [
      PackFile(path: "house/pack.yaml", text: "title: House\nversion: 1.0.0\n"),
      PackFile(
        path: "house/fruit.yaml",
        text: """
          title: Fruit in a note
          basis: prohibition
          severity: error
          confidence: high
          citations: [15 USC 1692d]
          message: says “{text}”
          why: House rule.
          fix: Leave it out.
          check: {wording: {by-language: {en: {any: ['\\b\(word)\\b']}}}}
          examples:
            flags: ['a «\(word)» call']
            passes: ['an apple']
          """),
    ]
  }

  private static func json(_ entry: PackCache.Entry) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(entry.packs) + encoder.encode(entry.examples)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func entries(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aPackIsReadOnce() throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(
        folder: CacheFolder(path: folder.appending(path: "a/b").path), program: "1")
      let first = try cache.packs(Self.files(), on: Self.whole, key: nil)
      let second = try cache.packs(Self.files(), on: Self.bare, key: nil)
      #expect(first.packs.rules.map(\.id) == ["house/fruit"])
      #expect(try Self.json(first) == Self.json(second))
      #expect(first.key == second.key)
      let kept = folder.appending(path: "a/b")
      #expect(try Self.entries(kept) == [first.key + ".pack"])
      let rights = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions]
      #expect(rights as? Int == 0o700)
    }
  }

  @Test func anotherPackProgramOrBaseIsReadAnew() throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(folder: CacheFolder(path: folder.path), program: "1")
      _ = try cache.packs(Self.files(), on: Self.whole, key: nil)
      #expect(throws: PackError.self) {
        try cache.packs(Self.files("plum"), on: Self.bare, key: nil)
      }
      #expect(throws: PackError.self) {
        try cache.packs(Self.files(), on: Self.bare, key: "other packs below")
      }
      #expect(throws: PackError.self) {
        try PackCache(folder: CacheFolder(path: folder.path), program: "2")
          .packs(Self.files(), on: Self.bare, key: nil)
      }
      #expect(try Self.entries(folder).count == 1)
    }
  }

  /// - Parameter change: What befalls the entry's bytes.
  @Test(
    arguments: [
      { $0[$0.count - 1] ^= 1 }, { $0[3] ^= 1 }, { $0 = [] }, { $0.removeLast() }, { $0.append(0) },
    ] as [@Sendable (inout [UInt8]) -> Void])
  func aDamagedEntryIsMadeAgain(_ change: @Sendable (inout [UInt8]) -> Void) throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(folder: CacheFolder(path: folder.path), program: "1")
      let first = try cache.packs(Self.files(), on: Self.whole, key: nil)
      let file = folder.appending(path: first.key + ".pack")
      let sound = try Data(contentsOf: file)
      var bytes = [UInt8](sound)
      change(&bytes)
      try Data(bytes).write(to: file)
      #expect(throws: PackError.self) { try cache.packs(Self.files(), on: Self.bare, key: nil) }
      let again = try cache.packs(Self.files(), on: Self.whole, key: nil)
      #expect(try Self.json(again) == Self.json(first))
      #expect(try Data(contentsOf: file) == sound)
    }
  }

  /// Under another pack's name, or where others may have written it, an entry is not believed.
  @Test func aStrangeEntryIsNotRead() throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(folder: CacheFolder(path: folder.path), program: "1")
      let fruit = try cache.packs(Self.files(), on: Self.whole, key: nil)
      let plum = try cache.packs(Self.files("plum"), on: Self.whole, key: nil)
      let file = folder.appending(path: fruit.key + ".pack")
      try Data(contentsOf: folder.appending(path: plum.key + ".pack")).write(to: file)
      #expect(throws: PackError.self) { try cache.packs(Self.files(), on: Self.bare, key: nil) }
      _ = try cache.packs(Self.files(), on: Self.whole, key: nil)
      try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
      #expect(throws: PackError.self) { try cache.packs(Self.files(), on: Self.bare, key: nil) }
    }
  }

  /// Tables of words that no shipped rule looks for are made once, and hold the shipped ones too.
  @Test func tablesOfWordsAreMadeOnce() throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(folder: CacheFolder(path: folder.path), program: "1")
      let shipped = try RuleBase.shippedPacks()
      let none = try #require(cache.literals(shipped, shipped: shipped))
      #expect(none.number(of: "\\bbanana\\b") == nil)
      #expect(try Self.entries(folder) == [])
      let entry = try cache.packs(Self.files(), on: shipped, key: nil)
      let packs = shipped.joined(with: entry.packs)
      let made = try #require(cache.literals(packs, shipped: shipped))
      let read = try #require(cache.literals(packs, shipped: RulePacks()))
      #expect(made !== read)
      for source in packs.markingSources {
        #expect(read.number(of: source) != nil)
      }
      #expect([UInt8](read.bytes) == [UInt8](made.bytes))
      withExtendedLifetime(made) {}
      let nowhere = PackCache(folder: CacheFolder(path: nil), program: "1")
      #expect(nowhere.literals(packs, shipped: shipped) == nil)
    }
  }

  @Test func oldEntriesGo() throws {
    try Tool.withFiles([String: Data]()) { folder in
      let cache = PackCache(folder: CacheFolder(path: folder.path), program: "1")
      for number in 0..<70 {
        let file = folder.appending(path: "\(number).pack")
        try Data().write(to: file)
        let time = Date(timeIntervalSince1970: TimeInterval(number))
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
      }
      let entry = try cache.packs(Self.files(), on: Self.whole, key: nil)
      let left = try Self.entries(folder)
      #expect(left.count == 64)
      #expect(left.contains(entry.key + ".pack"))
      #expect(!left.contains("6.pack"))
      #expect(left.contains("7.pack"))
    }
  }

  @Test func itsFolderIsTheUsers() {
    #expect(CacheFolder(["XDG_CACHE_HOME": "/c", "HOME": "/h"]).path == "/c/fdcpalint")
    #expect(CacheFolder(["XDG_CACHE_HOME": "c", "HOME": "/h"]).path == "/h/.cache/fdcpalint")
    #expect(CacheFolder(["HOME": ""]).path == nil)
    #expect(CacheFolder([:]).path == nil)
  }

  /// As a user sees it: first run, second run, no folder to keep anything in, no home at all.
  @Test func theToolAnswersAlikeWithAndWithoutIt() throws {
    var files = ["file": ""]
    for file in Self.files() { files[file.path] = file.text }
    try Tool.withFiles(files) { folder in
      let kept = folder.appending(path: "cache")
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      var outputs: [String] = []
      for cache in [kept.path, kept.path, folder.appending(path: "file").path, nil] {
        var environment = ["PATH": path]
        environment["XDG_CACHE_HOME"] = cache
        let result = try Tool.run(
          ["check", "-", "--kind", "note", "--pack", "house", "--format", "json"],
          input: "a banana for cust, who will be arrested", in: folder, environment: environment)
        #expect(result.code == 1)
        #expect(result.errors == "")
        outputs.append(result.output)
      }
      #expect(outputs[0].contains("house/fruit"))
      #expect(Set(outputs).count == 1)
      let entries = try Self.entries(kept.appending(path: "fdcpalint"))
      #expect(entries.count == 2)
      #expect(entries.contains { $0.hasSuffix(".pack") })
      #expect(entries.contains { $0.hasSuffix(".words") })
    }
  }

  @Test func whereNothingCanBeKeptNothingIs() throws {
    try Tool.withFiles(["file": ""]) { folder in
      for folder in ["/proc/nowhere", folder.appending(path: "file/below").path] {
        let cache = PackCache(folder: CacheFolder(path: folder), program: "1")
        let entry = try cache.packs(Self.files(), on: Self.whole, key: nil)
        #expect(entry.packs.rules.count == 1)
      }
    }
  }
}
