/// A text with the blocks and branches that a template engine would choose among.
struct Template: Sendable {
  indirect enum Node: Sendable {
    case text(Range<Int>)
    case include(String, Range<Int>)
    case chain([Arm])
  }

  struct Arm: Sendable {
    /// `nil`: where none before it holds.
    var condition: TemplateCondition?
    var tag: Range<Int>
    var nodes: [Node] = []
    /// Never left out, as a named block.
    var isAlways = false
  }

  private(set) var nodes: [Node] = []
  private(set) var faults: [Fault] = []
  /// Partials that are put in when the template is rendered.
  private(set) var includes: [String] = []

  /// A tag without its partner.
  struct Fault: Sendable {
    var code: String
    var offset: Int
    var found: String
    var expected: String
    var message: String
  }

  private struct Open {
    var tag: TemplateTag
    var block: TemplateTag.Block
    var subject: String
    var arms: [Arm]
  }

  private let bytes: [UInt8]
  private var open: [Open] = []

  /// A tag that lies alone on its line takes the line with it, as authors mean it.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let found = TemplateTags(bytes)
    var position = 0
    var index = 0
    while index < found.tags.count {
      let tag = found.tags[index]
      index += 1
      guard tag.range.lowerBound >= position || tag.range.upperBound > position else { continue }
      let place = tag.isSeen ? tag.range : outline(tag.range)
      add(.text(position..<max(position, place.lowerBound)))
      position = max(position, place.upperBound)
      switch tag.meaning {
      case .nothing: break
      case .include(let name):
        includes.append(name)
        add(.include(name, tag.range))
      case .skip(let ends, let isShown):
        let end = found.tags[index...].firstIndex {
          if case .close(let name) = $0.meaning { return ends.contains("end" + name) }
          return false
        }
        guard let end else {
          fault(unclosed: tag, close: "{% \(ends[0]) %}")
          break
        }
        if isShown { add(.text(position..<max(position, found.tags[end].range.lowerBound))) }
        position = max(position, outline(found.tags[end].range).upperBound)
        index = end + 1
      case .open(let block, let condition): begin(tag, block, condition)
      case .arm(let condition): arm(tag, condition)
      case .close(let name): close(tag, name)
      }
    }
    for offset in found.unended {
      faults.append(
        Fault(
          code: "unclosed-tag", offset: offset, found: "a tag without its end",
          expected: "%} or }}",
          message: "the tag does not end, so what follows it was not read as a template's; close it"
        ))
      position = min(position, offset)
    }
    add(.text(position..<bytes.count))
    while let last = open.popLast() {
      fault(unclosed: last.tag, close: last.tag.close)
      // Read as though the tags were not there: every branch is looked at, in one reading.
      for arm in last.arms { for node in arm.nodes { add(node) } }
    }
  }

  private mutating func add(_ node: Node) {
    if case .text(let range) = node, range.isEmpty { return }
    if open.isEmpty {
      nodes.append(node)
    } else {
      let arm = open[open.count - 1].arms.count - 1
      open[open.count - 1].arms[arm].nodes.append(node)
    }
  }

  private mutating func begin(
    _ tag: TemplateTag, _ block: TemplateTag.Block, _ condition: TemplateCondition
  ) {
    var first = Arm(condition: condition, tag: tag.range)
    switch block {
    case .unless: first.condition?.isNegated.toggle()
    case .plain: first.isAlways = true
    case .cases, .conditional, .loop: break
    }
    open.append(Open(tag: tag, block: block, subject: condition.subject, arms: [first]))
  }

  private mutating func arm(_ tag: TemplateTag, _ condition: TemplateCondition?) {
    guard !open.isEmpty, open[open.count - 1].block != .plain else {
      faults.append(
        Fault(
          code: "unopened-block", offset: tag.range.lowerBound, found: written(tag.range),
          expected: "an open block around it",
          message: "the branch belongs to no block; open one before it or take it out"))
      return
    }
    var condition = condition
    if open[open.count - 1].block == .cases {
      condition?.subject = open[open.count - 1].subject
    }
    open[open.count - 1].arms.append(Arm(condition: condition, tag: tag.range))
  }

  private mutating func close(_ tag: TemplateTag, _ name: String) {
    guard let index = open.lastIndex(where: { Self.closes(name, $0.tag.name) }) else {
      faults.append(
        Fault(
          code: "unopened-block", offset: tag.range.lowerBound, found: written(tag.range),
          expected: "a block of that name that is open",
          message: "closes what was not opened; open it before or take the tag out"))
      return
    }
    while open.count > index + 1, let inner = open.popLast() {
      fault(unclosed: inner.tag, close: inner.tag.close)
      for arm in inner.arms { for node in arm.nodes { add(node) } }
    }
    guard var done = open.popLast() else { return }
    if done.block == .cases { done.arms.removeFirst() }
    add(.chain(done.arms))
  }

  private static func closes(_ name: String, _ opened: String) -> Bool {
    name == opened || name == String(opened.prefix { $0 != " " })
  }

  private mutating func fault(unclosed tag: TemplateTag, close: String) {
    faults.append(
      Fault(
        code: "unclosed-block", offset: tag.range.lowerBound, found: written(tag.range),
        expected: close,
        message: "the block is not closed, so its text was read as though it always stood there; "
          + "close it with \(close)"))
  }

  private func written(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(80), as: UTF8.self)
  }

  /// A tag's bytes, or those of its line where nothing else stands there.
  private func outline(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 { end += 1 }
    guard start == 0 || bytes[start - 1] == 10, end == bytes.count || bytes[end] == 10 else {
      return range
    }
    return start..<min(end + 1, bytes.count)
  }
}
