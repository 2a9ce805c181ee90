@testable import FDCPALint

func source(_ text: String, _ name: String = "log.csv") -> Source {
  Source(name: name, bytes: Array(text.utf8))
}

/// One record that a log of one row makes, with whatever was said about it.
func readRow(
  _ json: String, mapping: Mapping? = Mapping()
) -> (record: Record?, problems: [Problem], notices: [String]) {
  let contents = LogReader(mapping: mapping).read(source(json, "log.jsonl"))
  return (contents.records.first, contents.problems, contents.notices)
}

extension Record {
  func words(_ field: TextField) -> String? {
    texts.first { $0.field == field }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}

func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Instant? {
  CivilDay(year: year, month: month, day: day).map {
    Instant(seconds: $0.number * 86_400 + hour * 3600 + minute * 60)
  }
}
