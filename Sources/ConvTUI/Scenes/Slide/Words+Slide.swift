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

  /// What happens in each window.
  func whatSlides(_ geometry: Geometry, _ sliding: Sliding) -> Line {
    let inputs =
      geometry.productsPerWindow == 1
      ? "The window holds 1 input. It is"
      : "The window holds \(geometry.productsPerWindow) inputs. Each is"
    let weights = sliding.isTurned ? "its weight of K turned by 180°" : "its weight"
    let sum = sliding.bias == 0 ? "the products are added." : "the products and the bias are added."
    return [Span("\(inputs) multiplied by \(weights), and \(sum)")]
  }

  var then: String { "then" }

  func productsDone(_ done: Int, _ count: Int) -> String {
    "   " + "\(done) of \(self.count(count, "product"))".replacing(" ", with: "\u{A0}")
  }

  func rows(_ count: Int) -> String { count == 1 ? "row" : "rows" }
  func columns(_ count: Int) -> String { count == 1 ? "column" : "columns" }
}
