import Model
import Testing

@Test func oneNumberStandsForBothAxes() {
  #expect(PerAxis(3) == PerAxis(rows: 3, columns: 3))
}

@Test func mappingKeepsTheAxes() {
  #expect(PerAxis(rows: 2, columns: 5).map { $0 * 10 } == PerAxis(rows: 20, columns: 50))
  #expect(PerAxis(rows: 2, columns: 5).map(String.init) == PerAxis(rows: "2", columns: "5"))
}
