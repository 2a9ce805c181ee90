import Foundation

/// Texts made of other texts, bent where a scanner could go wrong.
enum Mutation {
  /// A few stretches of the given texts, one after the other, mutated.
  static func text(from texts: [String], _ random: inout SplitMix64) -> String {
    var words: [String] = []
    for _ in 0...random.below(3) {
      let source = random.pick(texts).split(separator: " ", omittingEmptySubsequences: false)
      let start = random.chance(60) ? 0 : random.below(source.count)
      words += source[start...].prefix(60).map(String.init)
    }
    if random.chance(30) {
      for _ in 0..<4 where words.count > 1 {
        words.swapAt(random.below(words.count), random.below(words.count))
      }
    }
    let density = random.pick([0, 5, 25])
    return words.map { random.chance(density) ? mutated($0, &random) : $0 }
      .joined(separator: " ")
  }

  /// A word with another case, other marks around it, or characters that fold to its own.
  static func mutated(_ word: String, _ random: inout SplitMix64) -> String {
    switch random.below(14) {
    case 0: word.uppercased()
    case 1: word.replacingOccurrences(of: "s", with: "\u{17F}")
    case 2: word.replacingOccurrences(of: "k", with: "\u{212A}")
    case 3: word.replacingOccurrences(of: "'", with: "\u{2019}")
    case 4: "\u{201C}\(word)\u{201D}"
    case 5: "• \(word) —"
    case 6: "\(word)…\(word)"
    case 7: "é\(word)"
    case 8: "\(word)é ñ 你好 🙂"
    case 9: word + "\n"
    case 10: word + random.pick([",", ".", ";", "!", "'s", "n't", ")", "/", "_"]) + word
    case 11: String(word.map { $0.isNumber ? "٣" : $0 })
    case 12: String(word.dropLast())
    default: word + random.pick(["s", "ed", "ing", "1", "\u{AD}", "\u{200B}"])
    }
  }
}

/// Texts of `evals` beside the project, where there are any.
enum RealTexts {
  static func some(_ count: Int, _ random: inout SplitMix64) -> [String] {
    var folder = URL(filePath: #filePath)
    for _ in 0..<6 { folder.deleteLastPathComponent() }
    folder.append(path: "shared/evals")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let lines = files.filter { $0.hasSuffix(".jsonl.gz") }.sorted().flatMap { name in
      unpacked(folder.appending(path: name)).split(separator: "\n")
    }
    guard !lines.isEmpty else { return [] }
    return (0..<count).compactMap { _ in
      let line = random.pick(lines)
      let fields = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return fields?.values.compactMap { $0 as? String }.max { $0.utf8.count < $1.utf8.count }
    }
  }

  private static func unpacked(_ file: URL) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return "" }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
