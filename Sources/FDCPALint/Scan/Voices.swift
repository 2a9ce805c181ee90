/// Whose words, and how told, a set is about: asked of every match.
struct Voices: Sendable {
  private let speakers: UInt8
  private let modes: UInt8

  init(_ speakers: Set<Speaker>, _ modes: Set<SpeechMode>) {
    self.speakers = speakers.reduce(0) { $0 | Self.bit($1) }
    self.modes = modes.reduce(0) { $0 | Self.bit($1) }
  }

  func holds(_ segment: Segment) -> Bool {
    speakers & Self.bit(segment.speaker) != 0 && modes & Self.bit(segment.mode) != 0
  }

  private static func bit(_ speaker: Speaker) -> UInt8 {
    switch speaker {
    case .collector: 1
    case .consumer: 2
    case .thirdParty: 4
    case .unknown: 8
    }
  }

  private static func bit(_ mode: SpeechMode) -> UInt8 {
    switch mode {
    case .direct: 1
    case .reported: 2
    case .quoted: 4
    }
  }
}
