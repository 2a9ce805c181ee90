import FDCPALint
import Foundation
import PCRE2

/// House packs as they were read before.
///
/// Whatever could make a pack mean something else is in an entry's key: the program, PCRE2, the packs
/// below it, its own files.
struct PackCache {
  /// What a pack's files say, and which packs they were read on top of.
  struct Entry {
    var packs: RulePacks
    var examples: [ExampleSet]
    /// Of these packs and those below them.
    var key: String
  }

  let folder: CacheFolder
  /// What this program is; another one's entries are not read.
  let program: String

  /// The cache that the environment names, for the program that runs.
  static func standard() -> PackCache {
    PackCache(folder: CacheFolder(ProcessInfo.processInfo.environment), program: thisProgram)
  }

  /// A pack's files, read, or as they were read before.
  ///
  /// - Parameter key: Of the packs below; `nil` for the shipped ones alone.
  /// - Throws: ``PackError`` for files that do not hold, whatever the cache says.
  func packs(_ files: [PackFile], on base: RulePacks, key: String?) throws(PackError) -> Entry {
    let parts = files.sorted { $0.path < $1.path }.flatMap { [$0.path, $0.text] }
    let key = self.key(of: [key ?? ""] + parts)
    let name = key + ".pack"
    let held = folder.contents(name).flatMap { bytes in
      bytes.withUnsafeBytes { try? Unpacker.value(HeldPacks.self, of: $0) }
    }
    if let held { return Entry(packs: held.packs, examples: held.examples, key: key) }
    let (packs, examples) = try PackReader(base: base).read(files)
    if let bytes = try? Packer.bytes(of: HeldPacks(packs: packs, examples: examples)) {
      folder.write(bytes, name)
    }
    return Entry(packs: packs, examples: examples, key: key)
  }

  /// The tables of words for packs that are not all shipped; `nil` where they would have to be made
  /// on every run.
  func literals(_ packs: RulePacks, shipped: RulePacks) -> LiteralTables? {
    guard let own = RuleBase.shippedLiterals else { return nil }
    let others = packs.markingSources.filter { own.number(of: $0) == nil }
    guard !others.isEmpty else { return own }
    guard folder.path != nil else { return nil }
    let name = key(of: others) + ".words"
    if let bytes = folder.contents(name), let held = Self.tables(bytes) { return held }
    let made = LiteralTables(sources: shipped.markingSources + others)
    folder.write(withExtendedLifetime(made) { [UInt8](made.bytes) }, name)
    return made
  }

  /// Tables refer to the bytes that they are given, which are there from now on.
  private static func tables(_ bytes: [UInt8]) -> LiteralTables? {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    memory.copyBytes(from: bytes)
    return LiteralTables(bytes: UnsafeRawBufferPointer(memory))
  }

  /// With the lengths of parts, so that no two lists of them have the same bytes.
  private func key(of parts: [String]) -> String {
    let all = [fdcpalintVersion, program, PCRE2.libraryVersion()] + parts
    return digest(all.flatMap { Array("\($0.utf8.count):".utf8) + $0.utf8 })
  }

  /// Tells this build from every other: a new one has another size or time.
  private static var thisProgram: String {
    guard let path = Bundle.main.executablePath, let known = CacheFolder.sizeAndTime(of: path)
    else { return "" }
    return "\(known.size) \(known.time.timeIntervalSince1970)"
  }
}

/// What an entry holds.
private struct HeldPacks: PackedStruct {
  var packs: RulePacks
  var examples: [ExampleSet]

  static var blank: HeldPacks { HeldPacks(packs: RulePacks(), examples: []) }

  mutating func visit(_ visitor: inout some FieldVisitor) throws(PackedFormError) {
    try visitor.field(&packs)
    try visitor.field(&examples)
  }
}
