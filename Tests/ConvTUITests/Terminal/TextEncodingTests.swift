import Testing

@testable import Terminal

@Suite struct TextEncodingTests {
  @Test func noLocaleMeansUnicode() {
    #expect(TextEncoding(environment: [:]) == .unicode)
    #expect(TextEncoding(environment: ["LC_ALL": "", "LANG": ""]) == .unicode)
  }

  @Test(arguments: ["C", "POSIX"])
  func plainLocaleMeansASCII(name: String) {
    #expect(TextEncoding(environment: ["LANG": name]) == .ascii)
    #expect(TextEncoding(environment: ["LC_ALL": name, "LANG": "de_DE.UTF-8"]) == .ascii)
  }

  @Test(arguments: ["C.UTF-8", "en_US.utf8", "zh_CN.UTF-8"])
  func nameSaysUnicode(name: String) {
    #expect(TextEncoding(environment: ["LANG": name]) == .unicode)
    #expect(TextEncoding(environment: ["LC_CTYPE": name, "LANG": "C"]) == .unicode)
  }

  @Test func otherNamesAreLeftToTheLocale() {
    #expect(TextEncoding(environment: ["LANG": "en_US"]) == nil)
    #expect(TextEncoding(environment: ["LC_ALL": "de_DE.ISO-8859-1"]) == nil)
  }

  @Test func sentencesFollowTheLocale() throws {
    let call = ["correlate", "--input", "ü.csv", "--kernel", "1"]
    let plain = try Program.shell("LC_ALL=C \"$@\"", call)
    #expect(
      plain.sentence
        == "Error: There is no file \"u.csv\"; check its name and its folder.\n")
    let wide = try Program.shell("LC_ALL=C.UTF-8 \"$@\"", call)
    #expect(
      wide.sentence == "Error: There is no file “ü.csv”; check its name and its folder.\n")
  }

  @Test(arguments: [
    ["slide", "--print", "--step", "3"], ["edges", "--print"], ["field", "--print"], ["kernels"],
    ["--help"], ["learn", "--print", "--color", "true", "--size", "200x60"],
  ])
  func whatIsPrintedFollowsTheLocale(call: [String]) throws {
    let plain = try Program.shell("LC_ALL=C \"$@\"", call)
    #expect(plain.status == 0 && !plain.output.isEmpty && plain.output.allSatisfy { $0 < 128 })
  }

  @Test func dataIsTheSameInEveryLocale() throws {
    let call = ["slide", "--svg"]
    let plain = try Program.shell("LC_ALL=C \"$@\"", call)
    #expect(try Program.shell("LC_ALL=C.UTF-8 \"$@\"", call).output == plain.output)
  }
}
