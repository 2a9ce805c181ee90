/// The interval in which a share lies with 95 % confidence, by Wilson's score.
public struct WilsonInterval: Sendable, Hashable {
  /// From 0 to 1.
  public var low: Double
  public var high: Double

  /// - Parameter total: At least 1.
  public init(_ count: Int, of total: Int) {
    let (n, z) = (Double(max(1, total)), 1.959964)
    let share = Double(count) / n
    let middle = share + z * z / (2 * n)
    let spread = z * ((share * (1 - share) + z * z / (4 * n)) / n).squareRoot()
    let scale = 1 + z * z / n
    low = max(0, (middle - spread) / scale)
    high = min(1, (middle + spread) / scale)
  }
}
