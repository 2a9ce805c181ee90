/// Bytes that somebody hands in, under the name that findings show.
public struct Source: Sendable {
  /// The path as the user gave it, or `-`'s stand-in.
  public var name: String
  private var content: Content

  private enum Content: Sendable {
    case memory([UInt8])
    case file(LogFile)
  }

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .memory(bytes)
  }

  /// A source that is read when it is needed: an audit holds no more of it than it works on.
  public init(name: String, file: LogFile) {
    self.name = name
    content = .file(file)
  }

  /// All of its bytes. Those of a file are read anew each time.
  public var bytes: [UInt8] {
    get {
      switch content {
      case .memory(let bytes): bytes
      case .file(let file): file.bytes(0..<file.count)
      }
    }
    set { content = .memory(newValue) }
  }

  /// The SHA-256 of what was handed in, in hexadecimal.
  var digest: String { file?.digestOfPacked ?? FDCPALint.digest(bytes) }

  /// The same with its bytes at hand.
  var held: Source { file == nil ? self : Source(name: name, bytes: bytes) }

  /// The file that it is read from, `nil` where its bytes are at hand.
  var file: LogFile? {
    switch content {
    case .memory: nil
    case .file(let file): file
    }
  }
}
