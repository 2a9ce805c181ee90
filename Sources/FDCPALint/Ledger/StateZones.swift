/// The zones of a state, for a consumer of whom no more is known.
///
/// Limits of the standard time zones: 49 CFR 71; zone names: the tz database. In a state with two
/// clocks all of its zones are listed, the one where most people live first.
enum StateZones {
  /// The zones of a state or territory by its two-letter postal code, in any case.
  static func zones(_ state: String) -> [String] {
    table[state.uppercased().filter { !$0.isWhitespace }] ?? []
  }

  private static let eastern = "America/New_York"
  private static let central = "America/Chicago"
  private static let mountain = "America/Denver"
  private static let pacific = "America/Los_Angeles"

  private static let table: [String: [String]] = [
    "AK": ["America/Anchorage", "America/Adak"],
    // Central by law; the towns around Phenix City keep Eastern time.
    "AL": [central, eastern],
    "AR": [central],
    // No daylight time, except in the Navajo Nation.
    "AZ": ["America/Phoenix", mountain],
    "CA": [pacific],
    "CO": [mountain],
    "CT": [eastern],
    "DC": [eastern],
    "DE": [eastern],
    "FL": [eastern, central],
    "GA": [eastern],
    "HI": ["Pacific/Honolulu"],
    "IA": [central],
    "ID": ["America/Boise", pacific],
    "IL": [central],
    "IN": ["America/Indiana/Indianapolis", central],
    "KS": [central, mountain],
    "KY": [eastern, central],
    "LA": [central],
    "MA": [eastern],
    "MD": [eastern],
    "ME": [eastern],
    "MI": ["America/Detroit", "America/Menominee"],
    "MN": [central],
    "MO": [central],
    "MS": [central],
    "MT": [mountain],
    "NC": [eastern],
    "ND": [central, mountain],
    "NE": [central, mountain],
    "NH": [eastern],
    "NJ": [eastern],
    "NM": [mountain],
    "NV": [pacific, mountain],
    "NY": [eastern],
    "OH": [eastern],
    "OK": [central],
    "OR": [pacific, "America/Boise"],
    "PA": [eastern],
    "RI": [eastern],
    "SC": [eastern],
    "SD": [central, mountain],
    "TN": [central, eastern],
    "TX": [central, mountain],
    "UT": [mountain],
    "VA": [eastern],
    "VT": [eastern],
    "WA": [pacific],
    "WI": [central],
    "WV": [eastern],
    "WY": [mountain],
    "AS": ["Pacific/Pago_Pago"],
    "GU": ["Pacific/Guam"],
    "MP": ["Pacific/Saipan"],
    "PR": ["America/Puerto_Rico"],
    "VI": ["America/St_Thomas"],
  ]
}
