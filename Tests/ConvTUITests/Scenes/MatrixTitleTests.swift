import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct MatrixTitleTests {
  @Test(arguments: [60, 70, 80, 90, 100, 120, 160])
  func titleNeverShowsHalfASize(_ width: Int) throws {
    let layers = try GraphNotation.graph("conv3,conv3:s2:p1,pool2,conv3")
    let scene = FieldScene(try SpatialGraph(layers, input: PlaneSize(32)))
    let size = Size(width: width, height: 24)
    let titles = try State.opened(with: scene, size: size).frame().text(row: 1)
    let sizes = titles.split(separator: " ").filter { $0.contains("×") }
    // Of the maps, and where there is room of the windows.
    let whole = ["32×32", "30×30", "15×15", "7×7", "5×5", "3×3", "2×2"]
    #expect(sizes.allSatisfy { whole.contains(String($0)) })
    #expect(titles.filter { $0 == "[" }.count == titles.filter { $0 == "]" }.count)
  }

  @Test func titleSaysThatAPartIsOutOfSight() throws {
    let scene = try SlideScene.random(Shape(40, 90), Shape(2, 2), seed: 1)
    #expect(try State.opened(with: scene).frame().text(row: 1).contains("40×90  ["))
  }

  @Test func titleSaysInWhichDirectionsThereIsMoreWhereRoomIsShort() throws {
    func titles(_ input: Shape) throws -> String {
      let scene = try SlideScene.random(input, Shape(2, 2), seed: 1)
      return try State.opened(with: scene, size: ScreenLayout.smallest).frame().text(row: 1)
    }
    #expect(try titles(Shape(2, 2)).contains("Input X  2×2"))
    #expect(try titles(Shape(40, 2)).contains("Input X ↕ "))
    #expect(try titles(Shape(2, 40)).contains("Input X ↔"))
    #expect(try titles(Shape(40, 40)).contains("Input X ↕↔"))
  }

  @Test func inFewColoursAPictureWithoutRoomShowsTheMeanOfTwoRows() {
    var pane = Pane(
      [Span("X")],
      Plane(Tensor(rows: [[0, 1], [0, 0], [1, 1], [1, 1], [0, 1]]), scale: ColorScale(0...1)))
    pane.needsNumbers = false
    pane.isPicture = true
    pane.cursor = Position(row: 3, column: 0)
    let look = Look(depth: .none)
    var frame = Frame(Size(width: 8, height: 4))
    PaneGrid([[pane]]).placed(in: Rect(frame.size), look).draw(into: &frame, look)
    #expect((1...3).map { frame.text(row: $0).prefix(4) } == [" ·▒ ", " ██ ", " ·█ "])
    #expect(frame[2, 1].style.attributes.contains(.reverse))
    #expect(!frame[1, 1].style.attributes.contains(.reverse))
  }

  @Test func singleDigitsStandInTwoCharacters() throws {
    let frame = try State.opened(.edges, look: Look(depth: .none)).frame(after: "end")
    #expect(frame.text.contains("1 1 0 0 0 0 1 1") && frame.text.contains("0  1  0  0  0 −1  0"))
  }

  @Test func signsStandWhereNumbersHaveNoRoom() {
    var pane = Pane([], Plane(Tensor(rows: [[12, -12, 0, 3]])))
    pane.needsNumbers = false
    for look in [Look(), Look(depth: .none)] {
      var frame = Frame(Size(width: 10, height: 2))
      PaneGrid([[pane]]).placed(in: Rect(frame.size), look).draw(into: &frame, look)
      #expect(frame.text(row: 1).hasPrefix(look.fillsCells ? " ++−−   +" : " ++−− 0 +"))
    }
  }
}
