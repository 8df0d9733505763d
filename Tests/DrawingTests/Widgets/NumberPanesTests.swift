import Model
import Testing

@testable import Drawing

struct NumberPanesTests {
  private static func pane(_ rows: Int, _ columns: Int, _ value: Float) -> Pane {
    let shape = Shape(rows, columns)
    return Pane(
      [Span("A", .strong)], Plane(Tensor(shape, [Float](repeating: value, count: shape.count))))
  }

  private static func placed(
    _ panes: [Pane], _ size: Size, rowBreak: Int? = nil, look: Look = Look()
  ) -> PaneGrid.Placed? {
    NumberPanes(
      panes, operators: [String](repeating: "", count: panes.count - 1), rowBreak: rowBreak
    ).placed(in: Rect(size), look)
  }

  /// Where everything fits, every cell of every pane is seen, none over another, with its number.
  @Test(arguments: [
    Size(width: 60, height: 8), Size(width: 110, height: 20), Size(width: 198, height: 40),
  ])
  func everyNumberIsWhole(_ size: Size) throws {
    for look in [Look(), Look(depth: .none)] {
      for value: Float in [-0.49, 0.85, -1.02, 0] {
        let panes = [Self.pane(6, 7, value), Self.pane(6, 7, -1)]
        let placed = try #require(Self.placed(panes, size, rowBreak: 1, look: look))
        for (index, view) in placed.views.enumerated() {
          #expect(view.visible == panes[index].extent)
          #expect(view.rect.intersection(Rect(size)) == view.rect)
          #expect(!view.text(of: .number(value), 0, 0, look).isEmpty)
          #expect(!["+", "++", "−−"].contains(view.text(of: .number(value), 0, 0, look)))
        }
        #expect(placed.views[0].rect.intersection(placed.views[1].rect).isEmpty)
      }
    }
  }

  @Test func nothingMovesWhileNumbersChange() throws {
    let size = Size(width: 60, height: 8)
    let rects = try [0.125, -0.75, -3.5, 12.25].map { value in
      try #require(Self.placed([Self.pane(6, 7, value), Self.pane(6, 7, -value)], size)).views.map(
        \.rect)
    }
    #expect(Set(rects.map { "\($0)" }).count == 1)
  }

  @Test func whatDoesNotFitIsRefused() {
    #expect(Self.placed([Self.pane(6, 7, 0.5)], Size(width: 14, height: 8)) == nil)
    #expect(Self.placed([Self.pane(6, 7, 0.5)], Size(width: 60, height: 6)) == nil)
  }

  @Test func largeScreensHaveBlockDigits() throws {
    let placed = try #require(Self.placed([Self.pane(3, 3, 0.5)], Size(width: 120, height: 20)))
    #expect(placed.views[0].digitScale(Look()) >= 1)
  }

  @Test func numbersAreRoundedToTheirColumns() {
    let texts = { (columns: Int) in
      [0, 1, -1, 0.85, -0.49, 0.04, -1.02, 12.5, -0.001].map(NumberFormat(roundedTo: columns).text)
    }
    #expect(texts(5) == ["0", "1", "−1", "0.85", "−0.49", "0.04", "−1.02", "12.5", "0"])
    #expect(texts(4) == ["0", "1", "−1", ".85", "−.49", ".04", "−1.0", "13", "0"])
    #expect(texts(3) == ["0", "1", "−1", ".9", "−.5", "0", "−1", "13", "0"])
    #expect(texts(2) == ["0", "1", "−1", "1", "0", "0", "−1", "13", "0"])
  }
}
