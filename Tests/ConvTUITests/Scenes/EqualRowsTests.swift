import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// Where all rows of a matrix are the same, some stand for all in large digits.
struct EqualRowsTests {
  private static let size = Size(width: 110, height: 34)

  @Test func planesOfTheChapterHaveLargeDigits() throws {
    let state = try State.opened(.learn, size: Self.size)
    let text = try state.frame(after: "right").text
    #expect(text.contains("4 of 6 equal rows"))
    // The curves stand below them.
    #expect(text.contains("loss log scale") && text.contains("weights  w₀  w₁"))
  }

  @Test(arguments: ["", "pgdn pgdn ."]) func stagesHaveThemToo(_ keys: String) throws {
    let state = try State.opened(.learn, size: Self.size)
    let text = try state.frame(after: "right v v . \(keys)").text
    #expect(text.contains("3 of 6 equal rows"))
  }

  @Test func rowsThatDifferAreAllShown() throws {
    let image = Tensor(Shape(6, 8), (0..<48).map { Float($0 % 7) })
    let task = try LearnScene.Task(
      image: image, targetKernel: Tensor(rows: [[1, -1]]), options: CorrelationOptions())
    let scene = LearnScene(
      task, LearnScene.Settings(learningRate: 0.001, initialWeight: Tensor(rows: [[0, 0.5]])))
    #expect(!image.hasEqualRows && Tensor(Shape(4, 3)).hasEqualRows)
    let rect = Rect(row: 0, column: 0, width: 106, height: 29)
    let views = scene.areas(in: rect, Look()).planes.views
    #expect(views.allSatisfy { $0.visible.rows.count == 6 })
  }

  @Test func theChartIsSetOnlyWhereItIsSeen() throws {
    func names(_ keys: String) throws -> [String] {
      var state = try State.opened(.learn)
      try state.press(keys)
      let scene = try #require(state.scene as? LearnScene)
      return scene.rows(words).filter(\.isMain).map(\.name)
    }
    #expect(try names("right").contains("chart"))
    #expect(try !names("v").contains("chart") && !names("v v").contains("chart"))
  }
}
