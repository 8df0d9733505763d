internal import CNCurses
import Glibc

/// The terminal description for 24-bit colour, which few systems have installed.
enum DirectColor {
  static let name = "convtui-direct"

  /// The compiled form of assets/terminal/convtui-direct.ti, as `infocmp -x -0 -Q2 -q` prints it.
  static let description =
    "b64:"
    + "HgI2AA8ADwBpAcsBY29udnR1aS1kaXJlY3R8eHRlcm0tbGlrZSB0ZXJtaW5hbCB3aXRoIDI0LWJpdCBjb2xvdXIA"
    + "AAEAAAEAAAAAAAAAAAEBAFAAAAAIAAAAGAAAAP__________________________________________________"
    + "__8AAAABAAABAP____8AAP____8CAAoADgASAP__HQAuADAANAA7AP__PQBEAP__SAD__________________0wA"
    + "UQD_____________WgD__18AZAD__20AcQD_______96AP__________________________gAD_______-CAP__"
    + "hwD_____________________________________iwD_____jwD__5MAmACdAP_______6EA________________"
    + "__________________________________-lAP_______64AtwD__8AA________________________________"
    + "yQD________UAP___________________________________________wD_____AwEJAf__________________"
    + "__________8PAf__________________________________________________________________________"
    + "________________________________________________________________________________________"
    + "________________________________________________________________________________________"
    + "__________________________8TAf__________________________________________________________"
    + "_____________xgB________________________________________________________________________"
    + "________________________________________________________________________________IQH_____"
    + "__8lAXgBDQAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAI"
    + "ABtbPzI1aAAbW0MAG1tBABtbMW0AG1s_MTA0OWgAG1s3bQAbWzRtABtbJXAxJWRYABtbbQAbWz8xMDQ5bAAbWzI0"
    + "bQB_ABtbM34AG1tCABtbSAAbW0QAG1s2fgAbWzV-ABtbQwAbW0EAG1slcDElZEIAG1slcDElZEQAG1slcDElZEMA"
    + "G1slcDElZEEAG1slaSVwMSVkZAAbWzAlPyVwNiV0OzElOyU_JXAyJXQ7NCU7JT8lcDElcDMlfCV0OzclO20AG1ta"
    + "ABtbPzdoABtbPzdsABtbRgAbWzFLABtbMzk7NDltABtbPAAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZTM4OzI7JXAx"
    + "JXs2NTUzNn0lLyVkOyVwMSV7MjU2fSUvJXsyNTV9JSYlZDslcDElezI1NX0lJiVkJTttABtbJT8lcDElezh9JTwl"
    + "dDQlcDElZCVlNDg7MjslcDElezY1NTM2fSUvJWQ7JXAxJXsyNTZ9JS8lezI1NX0lJiVkOyVwMSV7MjU1fSUmJWQl"
    + "O20AAAIAAAAAAAIABwABAQAAAwBBWABSR0IA"

  /// The same as ncurses reads it; nil where it is too old to read one from the environment.
  ///
  /// - Parameter own: What would be opened instead.
  @MainActor static func description(
    insteadOf own: TerminalDescription, output: Int32
  ) -> TerminalDescription? {
    whileDescribed { try? TerminalDescription(name: name, output: output) }?.standing(for: own)
  }

  /// Does something while ncurses finds that description in the environment, and puts the
  /// environment back.
  @MainActor static func whileDescribed<Result>(_ body: () -> Result) -> Result {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", description, 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return body()
  }
}
