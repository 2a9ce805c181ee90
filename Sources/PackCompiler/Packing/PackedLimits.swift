// How limits are packed that refuse to be made of impossible values.

extension FrequencyLimit: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    try packer.fields(of: self, limit, days, window, weekStarts, per, counts, except)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let (limit, days): (Int, Int?) = (try unpacker.next(), try unpacker.next())
    let (window, weekStarts): (CountWindow, Weekday) = (try unpacker.next(), try unpacker.next())
    let per: [CountKey] = try unpacker.next()
    let counts: ContactFilter = try unpacker.next()
    let except: CountExceptions = try unpacker.next()
    do {
      try self.init(
        limit: limit, days: days, window: window, weekStarts: weekStarts, per: per, counts: counts,
        except: except)
    } catch { throw .malformed(type: "FrequencyLimit") }
  }
}

extension AfterConversation: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    try packer.fields(of: self, days, per, conversations, counts, except)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let (days, per): (Int, [CountKey]) = (try unpacker.next(), try unpacker.next())
    let conversations: ContactFilter = try unpacker.next()
    let counts: ContactFilter = try unpacker.next()
    let except: CountExceptions = try unpacker.next()
    do {
      try self.init(
        days: days, per: per, conversations: conversations, counts: counts, except: except)
    } catch { throw .malformed(type: "AfterConversation") }
  }
}

extension HoursLimit: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    try packer.fields(of: self, from, to, clock, contacts, consent)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let (from, to): (ClockTime, ClockTime) = (try unpacker.next(), try unpacker.next())
    let (clock, contacts): (Clock, ContactFilter) = (try unpacker.next(), try unpacker.next())
    let consent: ConsentTerms? = try unpacker.next()
    do {
      try self.init(from: from, to: to, clock: clock, contacts: contacts, consent: consent)
    } catch { throw .malformed(type: "HoursLimit") }
  }
}

extension CallPattern: Packed {
  package func pack(into packer: inout Packer) throws(PackedFormError) {
    try packer.fields(
      of: self, count, span, same, counts, except, afterFacts, unsolicited, mix)
  }

  package init(unpacking unpacker: inout Unpacker) throws(PackedFormError) {
    let (count, span): (Int, Span) = (try unpacker.next(), try unpacker.next())
    let (same, counts): (Same, ContactFilter) = (try unpacker.next(), try unpacker.next())
    do {
      try self.init(count: count, span: span, same: same, counts: counts)
    } catch { throw .malformed(type: "CallPattern") }
    except = try unpacker.next()
    afterFacts = try unpacker.next()
    unsolicited = try unpacker.next()
    mix = try unpacker.next()
  }
}
