import Drawing
import Model

/// Words of the slide scene.
extension Words {
  var slideTitle: String { "Slide" }
  var slidePurpose: String { "a kernel slides over an input" }

  /// What the keys do here.
  func slideAction(_ action: Action) -> ActionWords? {
    action == .view ? ActionWords(help: "windows or matrix") : nil
  }

  var then: String { "then" }

  func productsDone(_ done: Int, _ count: Int) -> String {
    "   " + "\(done) of \(self.count(count, "product"))".replacing(" ", with: "\u{A0}")
  }

  func rows(_ count: Int) -> String { count == 1 ? "row" : "rows" }
  func columns(_ count: Int) -> String { count == 1 ? "column" : "columns" }
}
