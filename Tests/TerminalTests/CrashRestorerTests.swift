import Testing

@testable import Terminal

@Suite struct CrashRestorerTests {
  @Test(arguments: [("\u{1B}[m$<2>", "\u{1B}[m"), ("a$<5*/>b", "ab"), ("$x<$", "$x<$")])
  func pausesAreTakenOut(text: String, expected: String) {
    #expect(CrashRestorer.withoutPadding(text.utf8) == Array(expected.utf8))
  }
}
