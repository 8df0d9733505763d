import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI

struct EdgesSceneTests {
  /// X ⋆ K has 42 windows, Xᵀ ⋆ K 40; a step opens the transposed image.
  private static let ends = [42, 42 + 1 + 40]

  private func text(
    at step: Int, _ keys: String = "", _ size: Size = .standard
  ) throws -> String {
    var state = try State.opened(.edges, size: size)
    try state.press(keys)
    state.show(step: step)
    return state.frame().text
  }

  @Test func nothingIsGivenAwayAtTheStart() throws {
    let text = try State.opened(.edges).frame().text
    #expect(text.contains("Where is it not 0?") && text.contains("X 42 windows"))
    #expect(!text.contains("vertical") && !text.contains("everywhere"))
    let scene = try #require(try State.opened(.edges).scene as? EdgesScene)
    #expect(scene.front?.outputPane(words).value(0, 1) == .empty)
  }

  @Test func windowStandsInNumbersBelowTheImage() throws {
    for (step, sentence) in [
      (2, "Y[0,1] = 1×1 + 0×−1 = 1 − 0 = +1   left is bright, right is dark"),
      (4, "= 0 − 0 = 0   left and right are equal"),
      (6, "= 0 − 1 = −1   left is dark, right is bright"),
    ] {
      #expect(try text(at: step).contains(sentence))
    }
    #expect(try text(at: 3, "k s o b e l - x enter").contains("Y[0,2] = 0×1 + 0×0 + 0×−1 + 0×2"))
  }

  @Test func chapterIsSaidInWords() throws {
    #expect(try text(at: Self.ends[0]).contains("2 vertical edges: +1 at column 1, −1 at column 5"))
    #expect(try !text(at: Self.ends[0]).contains("everywhere"))
    let end = try text(at: Self.ends[1], "", Size(width: 200, height: 60))
    #expect(end.contains("Xᵀ ⋆ K  0 everywhere: Xᵀ has horizontal edges alone"))
    #expect(end.contains("it finds vertical edges, not horizontal ones"))
    let all = try State.opened(.edges).frame(after: "end").text
    #expect(all.contains("all four") && all.contains("Xᵀ ⋆ Kᵀ 2 horizontal edges"))
  }

  @Test func transposedImageComesAfterTheImage() throws {
    let text = try text(at: Self.ends[0] + 1)
    #expect(text.contains("Xᵀ is X transposed:") && text.contains("Xᵀ 40 windows"))
  }

  @Test func turnedKernelFindsWhatTheOtherDoesNot() throws {
    let text = try State.opened(.edges).frame(after: "k e d g e - y enter end").text
    #expect(text.contains("K compares above and below: it finds horizontal edges"))
    #expect(text.contains("X ⋆ K   0 everywhere"))
  }

  @Test func kernelThatSeesBothIsNotCalledBlind() throws {
    let text = try State.opened(.edges).frame(after: "k l a p l a c i a n enter end").text
    #expect(!text.contains("but no"))
  }

  @Test func kernelThatDoesNotFitIsRefused() throws {
    var state = try State.opened(.edges)
    try state.press("k 1 , 1 , 1 , 1 , 1 , 1 , 1 enter")
    #expect(state.prompt?.complaint?.contains("is larger than the input") == true)
  }

  /// A stroke over the image, also where it lies transposed, is taken back as one.
  @Test(arguments: [0, 43]) func strokePaintsTheNumberWhereItBegins(_ step: Int) throws {
    var state = try State.opened(.edges, size: Size(width: 110, height: 34))
    state.show(step: step)
    let scene = try #require(state.scene as? EdgesScene)
    let view = scene.placed(in: state.layout.body, state.look).views[0]
    func point(_ row: Int, _ column: Int) -> Point {
      let rect = view.rect(of: Block(Position(row: row, column: column)))
      return Point(row: rect.row, column: rect.column)
    }
    state.click(point(0, 0))
    state.drag(point(3, 3))
    state.drag(point(3, 4))
    let painted = try #require(state.scene as? EdgesScene).settings.input
    for at in [Position(row: 2, column: 2), Position(row: 3, column: 3)] {
      #expect(painted[at.row, at.column] == 1)
    }
    #expect(step == 0 ? painted[3, 4] == 1 : painted[4, 3] == 1)
    try state.press("u")
    #expect(try #require(state.scene as? EdgesScene).settings.input == CourseExample.bar)
  }
}
