import Drawing
import Model

/// Words of the slide scene.
extension Words {
  var slideTitle: String { say("Slide", "滑动") }
  var slidePurpose: String { say("a kernel slides over an input", "卷积核在输入上滑动") }

  /// What the keys do here.
  func slideAction(_ action: Action) -> ActionWords? {
    action == .view ? ActionWords(help: say("windows or matrix", "窗口或矩阵")) : nil
  }

  /// What happens in each window.
  func whatSlides(_ geometry: Geometry, _ sliding: Sliding) -> Line {
    let count = geometry.productsPerWindow
    let inputs = say(
      count == 1 ? "The window holds 1 input. It is" : "The window holds \(count) inputs. Each is",
      "窗口中有 \(count) 个输入，" + (count == 1 ? "" : "各"))
    let weights =
      sliding.isTurned
      ? say("its weight of K turned by 180°", "旋转 180° 后的 K 的权重") : say("its weight", "对应的权重")
    let sum =
      sliding.bias == 0
      ? say("the products are added.", "再把乘积相加。")
      : say("the products and the bias are added.", "再把乘积和偏置相加。")
    return [
      Span(say("\(inputs) multiplied by \(weights), and \(sum)", inputs + "乘以\(weights)，\(sum)"))
    ]
  }

  var then: String { say("then", "然后") }

  func productsDone(_ done: Int, _ count: Int) -> String {
    say(
      "   " + "\(done) of \(self.count(count, "product"))".replacing(" ", with: "\u{A0}"),
      "   共\u{A0}\(count)\u{A0}个乘积，已算\u{A0}\(done)\u{A0}个")
  }

  func rows(_ count: Int) -> String { count == 1 ? say("row", "行") : say("rows", "行") }
  func columns(_ count: Int) -> String { count == 1 ? say("column", "列") : say("columns", "列") }
}
