import Model
import TestSupport
import Testing

@testable import Drawing

/// Panes of random sizes in random rectangles.
struct PaneGridTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let seed: UInt64
    var testDescription: String { "seed \(seed)" }

    /// A rectangle with room for titles, and the panes placed in it.
    func placed() -> (rect: Rect, placed: PaneGrid.Placed) {
      var generator = SeededGenerator(seed: seed)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      let (rows, columns) = (number(1...2), number(1...4))
      let needsNumbers = Bool.random(using: &generator)
      let largest = [3, 8, 40][number(0...2)]
      let panes = (0..<rows).map { _ in
        (0..<columns).map { _ -> Pane? in
          if number(0...9) == 0 { return nil }
          let shape = Shape(number(1...largest), number(1...largest))
          var pane = Pane(
            [Span("Pane", .strong)],
            Plane(Tensor(shape, (0..<shape.count).map { Float($0 % 100 - 50) })))
          let padding = number(0...2)
          pane.extent = Block(
            rows: -padding..<shape.rows + padding, columns: -padding..<shape.columns + padding)
          pane.needsNumbers = needsNumbers
          let focus = Position(
            row: Int.random(in: pane.extent.rows, using: &generator),
            column: Int.random(in: pane.extent.columns, using: &generator))
          if Bool.random(using: &generator) { pane.focus = focus }
          if Bool.random(using: &generator) { pane.outline = Block(focus) }
          return pane
        }
      }
      let look = Look(depth: ColorDepth.allCases.randomElement(using: &generator) ?? .direct)
      let rect = Rect(
        row: 3, column: 2, width: number(columns * 14...160), height: number(rows * 7...50))
      let grid = PaneGrid(
        panes, operators: number(0...1) == 0 ? [] : ["⋆", "="],
        isCentered: Bool.random(using: &generator))
      return (rect, grid.placed(in: rect, look))
    }
  }

  static let cases = (1...150).map { Case(seed: $0) }

  @Test(arguments: cases) func panesFitTheirRectangleAndNeverOverlap(_ example: Case) {
    let (rect, placed) = example.placed()
    for (index, view) in placed.views.enumerated() {
      #expect(view.rect.intersection(rect) == view.rect, "\(view.rect) in \(rect)")
      #expect(!view.visible.rows.isEmpty && !view.visible.columns.isEmpty)
      for other in placed.views[(index + 1)...] {
        #expect(view.rect.intersection(other.rect).isEmpty)
        #expect(view.titleRect.intersection(other.rect).isEmpty)
        #expect(view.titleRect.intersection(other.titleRect).isEmpty)
      }
    }
    #expect(placed.bottom <= rect.rows.upperBound)
  }

  @Test(arguments: cases) func cellIsFoundAgainWhereItStands(_ example: Case) throws {
    let (_, placed) = example.placed()
    for (index, view) in placed.views.enumerated() {
      let isHalf = view.shape.kind == .half
      for row in view.visible.rows {
        for column in view.visible.columns {
          let at = Position(row: row, column: column)
          let box = view.rect(of: Block(at))
          let hit = try #require(placed.hit(box.middle))
          // Half a character holds two rows: the upper one is found.
          let line = row - view.visible.rows.lowerBound
          let found = isHalf ? Position(row: row - line % 2, column: column) : at
          #expect(hit.pane == index && hit.at == found)
        }
      }
    }
  }

  @Test(arguments: cases) func focusStaysInSight(_ example: Case) {
    for view in example.placed().placed.views {
      #expect(view.visible.rows.clamped(to: view.pane.extent.rows) == view.visible.rows)
      #expect(view.visible.columns.clamped(to: view.pane.extent.columns) == view.visible.columns)
      guard let focus = view.pane.focus else { continue }
      #expect(view.visible.contains(focus.row, focus.column))
    }
  }

  /// The titles as they are drawn, and what the panes show.
  private func drawn(_ panes: [Pane], width: Int) -> (titles: String, views: [MatrixView]) {
    var frame = Frame(Size(width: width, height: 6))
    let placed = PaneGrid([panes], operators: ["⋆", "="]).placed(in: Rect(frame.size), Look())
    placed.draw(into: &frame, Look())
    return (frame.text(row: 0), placed.views)
  }

  @Test(arguments: 36...60) func sizesInTitlesGiveWayBeforeNamesAndNumbers(_ width: Int) {
    let panes = [("Input X", 3), ("Kernel K", 2), ("Output Y", 2)].map { name, size in
      Pane(
        [Span(name, .strong), Span("  \(size)×\(size)", .secondary)],
        Plane(Tensor(Shape(size, size))))
    }
    let (titles, views) = drawn(panes, width: width)
    #expect(views.allSatisfy { $0.visible == $0.pane.extent })
    let words = titles.split(separator: " ").filter { !["3×3", "2×2"].contains($0) }
    #expect(words == ["Input", "X", "Kernel", "K", "Output", "Y"])
    #expect(width < 50 || titles.contains("2×2"))
  }

  @Test func whatIsOutlinedIsSeenWholeWhereThatCanBe() {
    let window = Block(rows: 0..<2, columns: 9..<13)
    let panes = (0..<3).map { index in
      var pane = Pane([Span("P", .strong)], Plane(Tensor(Shape(2, 40))))
      pane.outline = index == 0 ? window : nil
      pane.focus = index == 0 ? Position(row: 1, column: 11) : nil
      return pane
    }
    let views = drawn(panes, width: 24).views
    #expect(window.clamped(to: views[0].visible) == window)
    #expect(views.allSatisfy { !$0.visible.columns.isEmpty })
  }

  /// The largest digits come first, and high cells after them.
  @Test func largestDigitsThatFitAreChosen() {
    let grid = PaneGrid([[Pane([Span("X")], Plane(CourseExample.input))]])
    func chosen(_ width: Int, _ height: Int) -> [Int] {
      let rect = Rect(row: 0, column: 0, width: width, height: height)
      let view = grid.placed(in: rect, Look()).views[0]
      return [view.digitScale(Look()), view.shape.height]
    }
    #expect(chosen(70, 30) == [3, 8] && chosen(60, 20) == [2, 5])
    #expect(chosen(40, 18) == [1, 5] && chosen(40, 12) == [1, 3] && chosen(40, 6) == [0, 1])
  }

  /// At any scale, as far as its sides allow; each of its elements is found where it stands.
  @Test(arguments: [(28, 28), (28, 90), (5, 7), (300, 200)])
  func pictureFillsItsRoom(_ rows: Int, _ columns: Int) throws {
    var pane = Pane([Span("P")], Plane(Tensor(Shape(rows, columns)), scale: .picture))
    (pane.needsNumbers, pane.isPicture, pane.fillsRoom) = (false, true, true)
    let size = Size(width: 42, height: 21)
    let placed = PaneGrid([[pane]]).placed(in: Rect(size), Look())
    let view = try #require(placed.views.first)
    #expect(view.rect.width == 40 || view.rect.height == 20)
    let (width, height) = (Float(view.rect.width), Float(2 * view.rect.height))
    #expect(abs(width / Float(columns) - height / Float(rows)) * Float(min(rows, columns)) < 2)
    for row in view.rect.rows {
      for column in view.rect.columns {
        let at = try #require(view.position(at: Point(row: row, column: column)))
        #expect(view.rect(of: Block(at)).contains(Point(row: row, column: column)))
      }
    }
    var frame = Frame(size)
    placed.draw(into: &frame, Look())
    #expect(frame[view.rect.row, view.rect.column].style.background == Color(0x000000))
  }
}
