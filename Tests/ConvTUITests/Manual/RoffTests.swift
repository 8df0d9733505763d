import Testing

@testable import ConvTUI

struct RoffTests {
  @Test func charactersThatTypesettingWouldChangeHaveTheirNames() {
    #expect(paragraph(#"-x 'a' "b" ^ ~ `"#) == #"\-x \(aqa\(aq \(dqb\(dq \(ha \(ti \(ga"# + "\n")
    #expect(paragraph(#"a\b"#) == #"a\eb"# + "\n")
    #expect(paragraph("2×3, γ, 𝛼") == #"2\[u00D7]3, \[u03B3], \[u1D6FC]"# + "\n")
  }

  @Test func lineThatBeginsWithAFullStopIsNoRequest() {
    #expect(paragraph(".json") == #"\&.json"# + "\n")
    #expect(paragraph("'a'") == #"\(aqa\(aq"# + "\n")
  }

  @Test func paragraphIsOneLine() { #expect(paragraph("one\ntwo") == "one two\n") }

  @Test func itemTellsWhatIsTypedFromWhatStandsForSomething() {
    var roff = Roff()
    roff.item("--size", value: "WxH", "The size.")
    roff.item("--print", value: nil, "Print.")
    roff.item("", value: "file", "The file.")
    #expect(
      roff.text == #"""
        .TP
        .BI "\-\-size " "WxH"
        The size.
        .TP
        .B "\-\-print"
        Print.
        .TP
        .I "file"
        The file.

        """#)
  }

  private func paragraph(_ words: String) -> String {
    var roff = Roff()
    roff.paragraph(words, isFirst: true)
    return roff.text
  }
}
