import Testing

@testable import FDCPALint

@Suite("Spoken times") struct SpokenTimesTests {
  private func read(_ details: [String: String]) -> String? {
    SpokenTimes.read(details).map { times in
      let clock = times.clock.map { "\($0.from)-\($0.to)" } ?? "all day"
      return ([clock] + times.days.map(\.rawValue)).joined(separator: " ")
    }
  }

  @Test(
    "Not before, not after",
    arguments: [
      (["earliest": "10a"], "00:00-10:00"), (["earliest": "9:30 a.m."], "00:00-09:30"),
      (["earliest": "noon"], "00:00-12:00"), (["earliest": "11"], "00:00-11:00"),
      (["earliest": "845a"], "00:00-08:45"), (["earliest": "3"], "00:00-15:00"),
      (["latest": "6pm"], "18:00-24:00"), (["latest": "8"], "20:00-24:00"),
      (["latest": "eight at night"], "20:00-24:00"),
      (["latest": "5:30 p.m.", "earliest": "9:30 a.m."], "17:30-09:30"),
      (["latest": "six", "earliest": "nine"], "18:00-09:00"),
    ])
  func bounds(details: [String: String], expected: String) {
    #expect(read(details) == expected)
  }

  @Test(
    "Between two times",
    arguments: [
      (["from": "3", "to": "5"], "15:00-17:00"), (["from": "9", "to": "5"], "09:00-17:00"),
      (["from": "8a", "to": "2p "], "08:00-14:00"), (["from": "two", "to": "four"], "14:00-16:00"),
      (["from": "12", "to": "1"], "12:00-13:00"),
      (["from": "half past seven", "to": "nine"], "07:30-09:00"),
      (["from": "11pm", "to": "7am"], "23:00-07:00"),
      (["from": "0830", "to": "1430"], "08:30-14:30"),
    ])
  func stretches(details: [String: String], expected: String) {
    #expect(read(details) == expected)
  }

  @Test(
    "Days and parts of the day",
    arguments: [
      (["days": "Tues and Thurs"], "all day Tue Thu"), (["days": "Mon-Wed"], "all day Mon Tue Wed"),
      (["days": "Fri thru Mon"], "all day Fri Sat Sun Mon"),
      (["days": "weekends"], "all day Sat Sun"),
      (["days": "Fridays"], "all day Fri"), (["part": "mornings"], "00:00-12:00"),
      (["part": "evenings"], "17:00-24:00"),
      (["days": "Sat", "from": "1p", "to": "3p"], "13:00-15:00 Sat"),
    ])
  func days(details: [String: String], expected: String) {
    #expect(read(details) == expected)
  }

  @Test(
    "What cannot be read is nothing",
    arguments: [
      ["part": "his shift"], ["days": "Sabbath"], ["from": "3"], ["to": "5"],
      ["earliest": "lunchtime"], ["from": "3", "to": "dinner"], [:],
    ])
  func unread(details: [String: String]) {
    #expect(read(details) == nil)
  }

  @Test(
    "Places",
    arguments: [
      ("house", "home"), ("Home", "home"), ("wk", "work"), ("POE", "work"), ("jobsite", "work"),
      ("place of employment", "work"), ("hospital", "hospital"),
    ])
  func places(text: String, expected: String) {
    #expect(SpokenTimes.place(text) == expected)
  }
}
