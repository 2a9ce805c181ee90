/// Finds every place of every literal in a text by a plain automaton: slow to build, obviously right,
/// and made in another way than the tables of words.
struct AhoCorasick {
  private struct Node {
    var next: [UInt8: Int] = [:]
    var fallback = 0
    /// Literals that end here.
    var ends: [Int] = []
  }

  private var nodes = [Node()]
  private let lengths: [Int]

  init(_ literals: [[UInt8]]) {
    lengths = literals.map(\.count)
    for (number, literal) in literals.enumerated() {
      var node = 0
      for byte in literal {
        if nodes[node].next[byte] == nil {
          nodes[node].next[byte] = nodes.count
          nodes.append(Node())
        }
        node = nodes[node].next[byte] ?? 0
      }
      nodes[node].ends.append(number)
    }
    var queue = Array(nodes[0].next.values)
    while !queue.isEmpty {
      let node = queue.removeFirst()
      for (byte, child) in nodes[node].next {
        queue.append(child)
        let fallback = step(nodes[node].fallback, byte)
        nodes[child].fallback = fallback == child ? 0 : fallback
        nodes[child].ends += nodes[nodes[child].fallback].ends
      }
    }
  }

  private func step(_ start: Int, _ byte: UInt8) -> Int {
    var node = start
    while true {
      if let next = nodes[node].next[byte] { return next }
      if node == 0 { return 0 }
      node = nodes[node].fallback
    }
  }

  /// Each literal's number and where it begins.
  func places(in text: [UInt8]) -> [(literal: Int, start: Int)] {
    var result: [(literal: Int, start: Int)] = []
    var node = 0
    for (index, byte) in text.enumerated() {
      node = step(node, byte)
      result += nodes[node].ends.map { ($0, index + 1 - lengths[$0]) }
    }
    return result
  }
}
