internal import CPCRE2

/// What one thread needs to match: result space, a JIT stack and the limits. Never share one.
public struct Matcher: ~Copyable {
  /// The bounds on one match, so that no text can hold a thread up.
  public struct Limits: Sendable, Hashable {
    /// Steps that a match may take.
    public var steps: UInt32
    /// Nested backtracking points that a match may hold.
    public var depth: UInt32
    /// KiB of memory that a match may take.
    public var heap: UInt32

    /// Limits for patterns whose cost is known, as in the shipped packs.
    public static let standard = Limits(steps: 1_000_000, depth: 100_000, heap: 65_536)

    public init(steps: UInt32, depth: UInt32, heap: UInt32) {
      self.steps = steps
      self.depth = depth
      self.heap = heap
    }
  }

  private let results: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer
  private let justInTime: Bool

  /// - Parameter justInTime: Whether patterns are compiled to the processor's own code, which takes
  ///   longer than the interpreter does for a few kilobytes of text.
  /// - Throws: ``MatchError/outOfMemory`` when PCRE2 gets no memory.
  public init(
    limits: Limits = .standard, groups: UInt32 = 32, justInTime: Bool = true
  ) throws(MatchError) {
    guard let results = pcre2_match_data_create_8(groups, nil) else { throw .outOfMemory }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(results)
      throw .outOfMemory
    }
    guard let stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil) else {
      pcre2_match_context_free_8(context)
      pcre2_match_data_free_8(results)
      throw .outOfMemory
    }
    pcre2_set_match_limit_8(context, limits.steps)
    pcre2_set_depth_limit_8(context, limits.depth)
    pcre2_set_heap_limit_8(context, limits.heap)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    self.results = results
    self.context = context
    self.stack = stack
    self.justInTime = justInTime
  }

  deinit {
    pcre2_match_data_free_8(results)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  /// Finds the first match at or after an offset.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - text: The subject, **valid UTF-8**: it is not checked again here.
  ///   - start: The byte offset to begin at, on a character's first byte. What stands before it is
  ///     seen by look-behinds and word boundaries.
  ///   - end: The byte offset at which the subject ends for this search.
  /// - Returns: The match, or `nil` when there is none.
  /// - Throws: ``MatchError`` when a limit was reached or the pattern does not compile: never `nil`.
  public borrowing func firstMatch(
    of pattern: Pattern, in text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) throws(MatchError) -> Match? {
    var status = try status(of: pattern, in: text, from: start, to: end, justInTime: justInTime)
    if !justInTime, Self.isLimit(status) {
      // The two count steps differently, and how much else is read must not decide what is found.
      status = try self.status(of: pattern, in: text, from: start, to: end, justInTime: true)
    }
    switch status {
    case PCRE2_ERROR_NOMATCH: return nil
    case _ where Self.isLimit(status): throw .limit(errorMessage(status))
    case ..<0: throw .failure(errorMessage(status))
    default: break
    }
    guard let vector = pcre2_get_ovector_pointer_8(results) else { throw .outOfMemory }
    // A look-behind with \K may end before it starts; such a match marks nothing.
    guard vector[0] <= vector[1] else { return nil }
    return Match(start: vector[0], end: vector[1])
  }

  private borrowing func status(
    of pattern: Pattern, in text: borrowing Span<UInt8>, from start: Int, to end: Int,
    justInTime: Bool
  ) throws(MatchError) -> Int32 {
    let code: OpaquePointer
    do { code = try pattern.code(justInTime: justInTime) } catch { throw .pattern(error) }
    return text.withUnsafeBufferPointer { bytes in
      let options = UInt32(PCRE2_NO_UTF_CHECK)
      let status = pcre2_match_8(code, bytes.baseAddress, end, start, options, results, context)
      guard status == PCRE2_ERROR_JIT_STACKLIMIT else { return status }
      // The interpreter keeps its stack on the heap, within the heap limit.
      return pcre2_match_8(
        code, bytes.baseAddress, end, start, options | UInt32(PCRE2_NO_JIT), results, context)
    }
  }

  private static func isLimit(_ status: Int32) -> Bool {
    status == PCRE2_ERROR_MATCHLIMIT || status == PCRE2_ERROR_DEPTHLIMIT
      || status == PCRE2_ERROR_HEAPLIMIT
  }

  /// The byte range of a group in the match that the last call found, `nil` where it took no part.
  public borrowing func group(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < Int(pcre2_get_ovector_count_8(results)),
      let vector = pcre2_get_ovector_pointer_8(results)
    else { return nil }
    let (start, end) = (vector[2 * number], vector[2 * number + 1])
    guard start != Int(bitPattern: UInt.max), end != Int(bitPattern: UInt.max), start <= end else {
      return nil
    }
    return start..<end
  }
}

/// The bytes that a pattern matched: `start` is the first, `end` the one behind the last.
public struct Match: Sendable, Hashable {
  public let start: Int
  public let end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// Why a match could not be decided. None of these means that there is no match.
public enum MatchError: Error, Sendable, Hashable {
  /// The text made the pattern run into one of its ``Matcher/Limits``.
  case limit(String)
  case pattern(PatternError)
  case failure(String)
  case outOfMemory
}
