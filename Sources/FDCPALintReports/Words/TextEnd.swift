import FDCPALint

extension Finding {
  /// Where the matched words end, if they stand in the file as they were read: behind their last
  /// scalar, counted from 1.
  var textEnd: (line: Int, column: Int)? {
    if let line = location.endLine, let column = location.endColumn { return (line, column) }
    guard let matched, var line = location.line, var column = location.column,
      let start = location.start, let end = location.end, end - start == matched.utf8.count
    else { return nil }
    for scalar in matched.unicodeScalars {
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return (line, column)
  }
}
