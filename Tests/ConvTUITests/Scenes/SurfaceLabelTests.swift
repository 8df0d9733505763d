import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct SurfaceLabelTests {
  private static let sizes = [
    Size(width: 40, height: 12), .standard, Size(width: 110, height: 34),
    Size(width: 200, height: 60),
  ]

  /// What is written on the picture: contours' losses and branches' numbers, each whole.
  @Test(arguments: 1...6) func numbersOnTheSurfaceAreWhole(_ seed: UInt64) throws {
    let task = try LearnScene.Task(image: CourseExample.bar, targetKernel: CourseExample.edge)
    let start = Tensor.randomKernel(CourseExample.edge.shape, seed: seed)
    for size in Self.sizes {
      for look in Look.all {
        var state = try State.opened(
          with: LearnScene(task, LearnScene.Settings(initialWeight: start)), size: size, look: look)
        for keys in ["v", "right", "right right", "tab", "right right left", "z z", "Z Z Z"] {
          try state.press(keys)
          let learn = try #require(state.learn)
          let drawing = learn.surfaceDrawing(words)
          let labels = drawing.levels.map {
            NumberText.short(SurfaceDrawing.rounded(drawing.run.least + $0))
          }
          let numbers = Set(labels.flatMap(\.numbers) + learn.others.map { "\($0.number)" })
          let frame = state.frame()
          let rect = drawing.window(in: state.layout.body).rect
          for row in rect.rows {
            let shown = String(rect.columns.map { frame[row, $0].glyph }).numbers
            #expect(Set(shown).isSubset(of: numbers), "\(shown) of \(numbers), \(size), \(keys)")
          }
        }
      }
    }
  }

  /// A contour's label once lost its beginning below the path.
  @Test func contoursOnALargeScreenBearTheirOwnLosses() throws {
    var state = try State.opened(.learn, size: Size(width: 200, height: 60))
    try state.press("v")
    for step in 0...10 {
      state.show(step: step)
      let drawing = try #require(state.learn).surfaceDrawing(words)
      let rect = drawing.window(in: state.layout.body).rect
      let frame = state.frame()
      let shown = rect.rows.flatMap { row in
        String(rect.columns.map { frame[row, $0].glyph }).numbers
      }
      #expect(shown.count == Set(shown).count && shown.count >= 5, "step \(step): \(shown)")
    }
  }
}
