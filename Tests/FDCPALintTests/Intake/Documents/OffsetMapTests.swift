import Testing

@testable import FDCPALint

@Suite struct OffsetMapTests {
  @Test func copiesAreFoundByteForByteAndReplacementsWhole() {
    let source = Array("abc&amp;def".utf8)
    var builder = TextBuilder(MappedText(source, 0..<source.count))
    builder.copy(0..<3)
    builder.put("&", for: 3..<8)
    builder.copy(8..<11)
    let text = builder.text
    #expect(text.string == "abc&def")
    #expect(text.map.source(of: 1..<2) == 1..<2)
    #expect(text.map.source(of: 3..<4) == 3..<8)
    #expect(text.map.source(of: 2..<5) == 2..<9)
    #expect(text.map.source(of: 5..<7) == 9..<11)
    #expect(text.map.source(of: 7..<7) == 11..<11)
  }

  @Test func mapsComposeThroughStages() {
    let source = Array("x **bold** &lt;y".utf8)
    var first = TextBuilder(MappedText(source, 0..<source.count))
    first.copy(0..<2)
    first.copy(4..<8)
    first.copy(10..<16)
    var second = TextBuilder(first.text)
    second.copy(0..<7)
    second.put("<", for: 7..<11)
    second.copy(11..<12)
    #expect(second.text.string == "x bold <y")
    #expect(second.text.map.source(of: 2..<6) == 4..<8)
    #expect(second.text.map.source(of: 7..<8) == 11..<15)
    #expect(second.text.map.source(of: 5..<9) == 7..<16)
  }

  @Test func aStretchOfAFileKeepsTheFilesOffsets() {
    let source = Array("---\nhead\n---\nbody".utf8)
    let text = MappedText(source, 13..<17)
    #expect(text.map.source(of: 0..<4) == 13..<17)
    let place = SourceView(source: source, map: text.map)
      .locate(1..<3, in: Location(path: "a"))
    #expect(place.line == 4)
    #expect(place.column == 2)
    #expect(place.start == 14)
    #expect(place.end == 16)
  }

  /// Whatever a chain of readers leaves out or puts in, each byte that it kept is found where it
  /// stands in the file.
  @Test func everyKeptByteIsFoundAgain() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<400 {
      let source = (0..<random.below(60) + 1).map { _ in UInt8(random.below(26) + 97) }
      var text = MappedText(source, 0..<source.count)
      for _ in 0..<3 {
        var builder = TextBuilder(text)
        var at = 0
        while at < text.bytes.count {
          let end = min(at + random.below(6) + 1, text.bytes.count)
          switch random.below(3) {
          case 0: break
          case 1: builder.put("#", for: at..<end)
          default: builder.copy(at..<end)
          }
          at = end
        }
        text = builder.text
      }
      var last = 0
      for index in text.bytes.indices {
        let place = text.map.source(of: index..<index + 1)
        #expect(place.lowerBound >= last)
        last = place.lowerBound
        if text.bytes[index] != UInt8(ascii: "#") {
          #expect(place.count == 1)
          #expect(source[place.lowerBound] == text.bytes[index])
        }
      }
    }
  }
}
