/// A conversation by telephone whose agent and length a log tells.
package struct Talk: Sendable, Hashable {
  package struct Agent: Sendable, Hashable {
    package var name: String
    package var collector: String?

    package init(name: String, collector: String?) {
      self.name = name
      self.collector = collector
    }
  }

  package var key: LogExtent.Key
  package var agent: Agent
  /// Seconds since 1970.
  package var start: Int
  package var end: Int
  /// Who was spoken to: the number, or the person.
  package var person: String

  package init(key: LogExtent.Key, agent: Agent, start: Int, end: Int, person: String) {
    self.key = key
    self.agent = agent
    self.start = start
    self.end = end
    self.person = person
  }

  package init?(_ contact: Contact) {
    guard contact.channel == .call, contact.outcome == .conversation, let at = contact.at,
      let name = contact.agent, !name.isEmpty, let length = contact.duration, length > 0
    else { return nil }
    key = LogExtent.Key(consumer: contact.consumer, record: contact.id)
    agent = Agent(name: name, collector: contact.collector)
    start = at.seconds
    end = at.seconds + length
    person = contact.address ?? contact.personKey
  }
}
