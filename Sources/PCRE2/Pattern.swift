internal import CPCRE2
internal import Synchronization

/// A PCRE2 pattern: Unicode-aware, caseless unless told otherwise, run by the just-in-time compiler
/// or, for a text that is over sooner than that compiler, by the interpreter.
///
/// Patterns are shared between threads and read-only. A pattern is compiled on first use, so that a
/// program that holds hundreds of them and needs three starts as fast as one that holds three;
/// ``compile()`` does it at once for whoever must know that the source is sound.
public final class Pattern: Sendable {
  /// How a pattern reads its subject.
  public struct Options: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Letters match whatever their case.
    public static let caseless = Options(rawValue: 1)
    /// A match begins where the search begins, or there is none.
    public static let anchored = Options(rawValue: 2)
  }

  /// The expression as its author wrote it.
  public let source: String
  public let options: Options

  /// Compiled code as a bit pattern, zero until it exists; read without a lock on the hot path.
  private let interpreted = Atomic<UInt>(0)
  /// The same made just in time. Apart, for no code may be changed while another thread runs it.
  private let justInTime = Atomic<UInt>(0)
  private let compiling = Mutex<PatternError?>(nil)

  public init(_ source: String, options: Options = [.caseless]) {
    self.source = source
    self.options = options
  }

  deinit {
    for address in [interpreted.load(ordering: .acquiring), justInTime.load(ordering: .acquiring)] {
      if let code = OpaquePointer(bitPattern: address) { pcre2_code_free_8(code) }
    }
  }

  /// Compiles the pattern unless that is done.
  ///
  /// - Throws: ``PatternError`` with the offset in ``source`` at which PCRE2 gave up.
  public func compile() throws(PatternError) {
    _ = try code(justInTime: false)
  }

  /// The names of the pattern's named groups, by group number.
  ///
  /// - Throws: ``PatternError`` when the pattern does not compile.
  public func groupNames() throws(PatternError) -> [Int: String] {
    let code = try code(justInTime: justInTime.load(ordering: .acquiring) != 0)
    var count: UInt32 = 0
    var width: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &width)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [:] }
    var names: [Int: String] = [:]
    for index in 0..<Int(count) {
      let entry = table + index * Int(width)
      // An entry is the group's number in two bytes, then its name, ended by a zero.
      names[Int(entry[0]) << 8 | Int(entry[1])] = String(cString: entry + 2)
    }
    return names
  }

  func code(justInTime wantsJIT: Bool) throws(PatternError) -> OpaquePointer {
    if let code = OpaquePointer(bitPattern: address(wantsJIT)) { return code }
    let failure: PatternError? = compiling.withLock { known in
      if known != nil || address(wantsJIT) != 0 { return known }
      switch Self.compiled(source, options) {
      case .success(let code):
        let address = UInt(bitPattern: code)
        guard wantsJIT else {
          interpreted.store(address, ordering: .releasing)
          return nil
        }
        // Where no JIT exists for a processor the interpreter gives the same answers, only slower.
        pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
        justInTime.store(address, ordering: .releasing)
      case .failure(let error): known = error
      }
      return known
    }
    if let failure { throw failure }
    guard let code = OpaquePointer(bitPattern: address(wantsJIT)) else {
      throw PatternError(message: "out of memory", offset: 0)
    }
    return code
  }

  private func address(_ wantsJIT: Bool) -> UInt {
    wantsJIT ? justInTime.load(ordering: .acquiring) : interpreted.load(ordering: .acquiring)
  }

  private static func compiled(
    _ source: String, _ options: Options
  ) -> Result<OpaquePointer, PatternError> {
    var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP)
    if options.contains(.caseless) { flags |= UInt32(PCRE2_CASELESS) }
    // The just-in-time compiler knows anchoring only as part of a pattern, not of a search.
    if options.contains(.anchored) { flags |= UInt32(PCRE2_ANCHORED) }
    var number: Int32 = 0
    var offset = 0
    let code = Array(source.utf8).withUnsafeBufferPointer { bytes in
      pcre2_compile_8(bytes.baseAddress, bytes.count, flags, &number, &offset, nil)
    }
    guard let code else {
      return .failure(PatternError(message: errorMessage(number), offset: offset))
    }
    return .success(code)
  }
}

/// Why a pattern does not compile.
public struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
  /// PCRE2's own words.
  public let message: String
  /// How many UTF-8 bytes of the pattern were read when it failed.
  public let offset: Int

  public var description: String { "\(message) at offset \(offset)" }
}

/// The PCRE2 library's version and date, as it states them.
public func libraryVersion() -> String {
  var buffer = [UInt8](repeating: 0, count: 64)
  let length = buffer.withUnsafeMutableBytes {
    pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), $0.baseAddress)
  }
  return String(decoding: buffer.prefix(max(0, Int(length) - 1)), as: UTF8.self)
}

func errorMessage(_ number: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 256)
  let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
  return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
}
