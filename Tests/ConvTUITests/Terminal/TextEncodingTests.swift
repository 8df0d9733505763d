import Testing

@testable import ConvTUI

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
}
