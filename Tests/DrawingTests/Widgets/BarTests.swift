import TestSupport
import Testing

@testable import Drawing

@Suite struct BarTests {
  @Test func lyingBarHasEighths() {
    #expect(Bar.text(0.5, width: 4) == "██  ")
    #expect(Bar.text(0.53125, width: 4) == "██▏ ")
    #expect(Bar.text(1, width: 4) == "████" && Bar.text(0, width: 4) == "    ")
    #expect(Bar.text(.nan, width: 3) == "   " && Bar.text(7, width: 2) == "██")
  }

  @Test func standingBarGrowsFromBelow() {
    #expect(Bar.column(0.75, height: 2) == ["▄", "█"])
    #expect(Bar.column(0.125, height: 1) == ["▁"] && Bar.column(0, height: 2) == [" ", " "])
  }
}
