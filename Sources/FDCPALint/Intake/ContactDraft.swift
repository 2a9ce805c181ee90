/// A record while its row is read: what was written, before fields that hang on one another are
/// put together.
struct ContactDraft {
  var contact = Contact(id: "", consumer: "")
  /// Bits of the fields that hold something.
  var given: UInt64 = 0
  var at: String?
  var day: String?
  var clock: String?
  var zone: String?
  var consent = Consent()
  var hasConsent = false
  /// A limit of a consent could not be read: it may not be taken as having none.
  var consentIsUnclear = false
  var note: String?
  var text: String?
  var envelope: String?
  var subject: String?
  var context: [String: String] = [:]
  /// What codes of other fields say, for fields that have no value of their own.
  var implied: [Mapping.Assignment] = []

  func has(_ field: LogField) -> Bool { given & field.bit != 0 }
}
