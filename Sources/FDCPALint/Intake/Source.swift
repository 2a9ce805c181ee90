/// Bytes that somebody hands in, under the name that findings show.
public struct Source: Sendable {
  /// The path as the user gave it, or `-`'s stand-in.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
