import Foundation

/// Does a round for each line on standard input.
func onEveryLine(_ round: () throws -> (first: Int, second: Int)) throws {
  while readLine() != nil {
    var counts = (first: 0, second: 0)
    let seconds = try ContinuousClock().measure { counts = try round() } / .seconds(1)
    write(Data("\(seconds) \(counts.first) \(counts.second)\n".utf8))
  }
}

/// As `print`, at once, also into a pipe.
func write(_ data: Data) { FileHandle.standardOutput.write(data) }

func lines(of path: String) throws -> [[UInt8]] {
  try Data(contentsOf: URL(filePath: path)).split(separator: 10).map { [UInt8]($0) }
}
