import Drawing
import Model
import Testing

@testable import ConvTUI

/// For every mistake that is recognised, the mistake made, in both languages.
struct MistakeTests {
  /// A question, the wrong answer, and what is said of it.
  struct Case: Sendable, CustomStringConvertible {
    let fields, answer, english, chinese: String
    var description: String { "\(fields) \(answer)" }

    init(_ fields: String, _ answer: String, _ english: String, _ chinese: String) {
      (self.fields, self.answer, self.english, self.chinese) = (fields, answer, english, chinese)
    }
  }

  private static let slide = "scene: slide\nask: {value: \"Y[0,0]\"}"
  private static let pool = "scene: pool\nset: {input: \"1,2,3,4;5,6,7,9\"}\n"
  private static let stack = """
    scene: field
    set: {input-size: 19, layers: "conv3:s2, conv3, conv3:d2"}
    step: 1

    """

  private static let strides = """
    scene: field
    set: {input-size: 40, layers: "conv3:s2, conv3:s2, conv3"}

    """

  static let cases = [
    // One number.
    Case(slide, "18", "the product 1×1 is missing", "少了乘积 1×1"),
    Case(slide, "20", "1×1 is a product, not a sum", "1×1 是乘积，不是和"),
    Case(
      "scene: slide\nset: {kernel: \"0,-1;2,3\"}\nask: {value: \"Y[0,0]\"}", "19",
      "the sign of 1×−1 is wrong", "1×−1 的符号错了"),
    Case(slide, "14", "only the products are added", "相加的只是乘积"),
    Case(
      "scene: slide\nset: {padding: 1}\nask: {value: \"Y[0,0]\"}", "19",
      "there without the padding", "没有填充时该处的数"),
    Case(slide, "8", "the sum of the window alone", "窗口中各数之和"),
    Case(slide, "5", "does not turn it", "互相关运算不旋转卷积核"),
    Case(slide, "37", "that is Y[1,0]", "那是 Y[1,0]"),
    Case(
      "scene: slide\nset: {bias: 100}\nask: {value: \"Y[0,0]\"}", "19", "the bias is missing",
      "少了偏置"),
    Case(
      "scene: slide\nset: {bias: 0.5}\nask: {value: \"Y[0,0]\"}", "21", "the bias is added once",
      "偏置只加一次"),
    Case(
      "scene: slide\nset: {turned: on}\nask: {value: \"Y[0,0]\"}", "19", "turned by 180° here",
      "旋转 180°"),
    Case("scene: edges\nask: {value: \"Y[0,0]\"}", "-1", "1×1 is missing", "少了乘积"),
    Case(
      "scene: flip\nask: {value: \"X ∗ K[0,0]\"}", "19", "turned by 180° here", "旋转 180°"),
    Case(
      "scene: flip\nask: {value: \"X ⋆ K[0,0]\"}", "5", "does not turn it", "互相关运算不旋转卷积核"),
    Case(pool + "ask: {value: \"max[0,0]\"}", "3.5", "the mean of the window", "窗口的均值"),
    Case(pool + "ask: {value: \"max[0,0]\"}", "1", "the smallest of the window", "最小值"),
    Case(pool + "ask: {value: \"mean[0,0]\"}", "6", "the largest of the window", "最大值"),
    Case(pool + "ask: {value: \"mean[0,0]\"}", "14", "has to be divided", "除以个数"),
    Case(pool + "ask: {value: \"max[0,0]\"}", "9", "that is max[0,1]", "那是 最大值[0,1]"),
    Case(
      pool + "ask: {value: \"max[0,0]\"}", "14", "that is the sum of the window", "窗口中各数之和"),
    Case(
      "scene: slide\nset: {padding: 1, stride: 2}\nask: {value: \"Y[0,1]\"}", "3",
      "stands there with stride 1", "步幅为 1 时该处的数"),
    Case("scene: learn\nask: {quantity: \"next-K[0,1]\"}", "MINUS", "the sign is wrong", "符号错了"),
    Case("scene: slide\nask: {value: \"Y[1,0]\"}", "25", "that is Y[0,1]", "那是 Y[0,1]"),
    Case("scene: edges\nask: {value: \"Y[0,1]\"}", "-1", "the sign is wrong", "符号错了"),
    Case(
      "scene: slide\nset: {bias: 0.5}\nask: {value: \"Y[0,0]\"}", "20", "rounded; give 1 decimal",
      "请写出 1 位小数"),
    Case(
      "scene: learn\nstep: 2\nask: {quantity: loss}", "6.2", "rounded; give 2 decimals",
      "请写出 2 位小数"),
    // Sizes.
    Case("scene: slide\nask: {size: Y}", "4", "how many there are in all", "那是总个数"),
    // Rounded up it would be the size of the input too.
    Case(
      "scene: slide\nask: {size: Y, with: {padding: 1, stride: 2}}", "3", "round down", "向下取整"),
    Case("scene: slide\nask: {size: Y, with: {padding: 1}}", "2", "without the padding", "没有填充"),
    Case("scene: slide\nask: {size: Y, with: {stride: 2}}", "2", "with stride 1", "步幅为 1"),
    Case("scene: slide\nask: {size: Y, with: {dilation: 2}}", "2", "without dilation", "没有膨胀"),
    Case("scene: slide\nask: {size: Y}", "3", "the size of the input", "输入的大小"),
    Case("scene: slide\nask: {size: Y}", "1", "1 is missing", "少加了 1"),
    Case(
      "scene: slide\nask: {size: Y, with: {rows: 7, columns: 7, stride: 2}}", "4", "round down",
      "向下取整"),
    Case("scene: slide\nask: {size: Y, with: {rows: 5}}", "2×4", "rows come first", "先写行数"),
    Case("scene: pool\nask: {size: max, with: {stride: 2}}", "3×5", "with stride 1", "步幅为 1"),
    // Receptive fields.
    Case(stack + "ask: {field: 2}", "3", "what layer 1 sees", "第 1 层的感受野"),
    Case(stack + "ask: {field: 2}", "5", "with stride 1", "步幅为 1"),
    Case(stack + "ask: {field: 2}", "49", "how many there are in all", "那是总个数"),
    Case(stack + "ask: {field: 2}", "1", "a single pixel", "只是一个像素"),
    Case(stack + "ask: {field: 3}", "11", "without dilation", "没有膨胀"),
    Case(stack + "ask: {field: 2}", "6", "do not add up", "不能把卷积核的大小相加"),
    Case(stack + "ask: {field: 2}", "9", "do not multiply", "不能把卷积核的大小相乘"),
    Case(
      "scene: field\nset: {input-size: 32, layers: \"conv3, conv3\"}\nask: {field: 2}", "28",
      "how large the map is", "特征映射的大小"),
    Case(strides + "ask: {field: 3}", "11", "product of all strides before", "前面所有步幅的积"),
    Case(strides + "ask: {field: 3}", "21", "own stride", "自己的步幅"),
    Case(strides + "ask: {field: 3}", "14", "1 is missing", "少加了 1"),
    Case(strides + "ask: {field: 3}", "40", "the whole input", "整个输入"),
    // Numbers that the lesson gives.
    Case("ask: {text: How many?, number: 2*2 + 1}", "4", "1 is missing", "少了 1"),
    Case("ask: {text: How many?, number: 9*4 + 4}", "17", "9×4 is a product", "9×4 是乘积"),
    Case("ask: {text: How many?, number: 3*3*16 + 16}", "64", "the factor 3", "乘以 3"),
    Case("ask: {text: How many?, number: 28/2 - 5 + 1}", "24", "divided by 2", "除以 2"),
    Case("ask: {text: How many?, number: 28/2 - 5 + 1}", "20", "the sign of 5", "5 的符号"),
    Case("ask: {text: How many?, number: (7 - 1)*2}", "8", "is a product", "是乘积"),
    // What the lesson itself knows of.
    Case(
      "ask: {text: How many?, number: 7, traps: {6 + 2: Not yet 还不 so many.}}", "8", "so many",
      "so many"),
    Case(
      "scene: slide\nask: {size: Y, traps: {5×5: Not yet 还不 so large.}}", "5", "so large",
      "so large"),
    // Parameters.
    Case("ask: {parameters: conv16@3, input: 6×8×8}", "865", "a bias of its own", "自己的偏置"),
    Case("ask: {parameters: conv16@3, input: 6×8×8}", "960", "not one for each channel", "而不是每个通道"),
    Case("ask: {parameters: conv16@3, input: 6×8×8}", "304", "not one side", "而不是边长"),
    Case("ask: {parameters: conv16@3, input: 6×8×8}", "31680", "share the same weights", "共享同样的权重"),
    Case(
      "scene: slide\nset: {bias: 0.5}\nask: {parameters: 1}", "20", "share the same weights",
      "共享同样的权重"),
    Case("ask: {parameters: conv16@3, input: 3×8×8}", "432", "the bias is missing", "少了偏置"),
    Case("ask: {parameters: conv16@3, input: 3×8×8}", "160", "each channel", "每个通道"),
    Case("ask: {parameters: conv16@3, input: 3×8×8}", "28", "each output channel", "每个输出通道"),
    // Rows.
    Case("scene: slide\nask: {row: 1}", "0 1 3 4", "that is row 0", "那是第 0 行"),
    Case("scene: slide\nask: {row: 1}", "1 4 2 5", "row by row", "逐行读"),
    Case("scene: slide\nask: {row: 1}", "0 2 8 15", "those are the products", "那是乘积"),
    Case("scene: slide\nask: {row: 1}", "1 2 4", "4 numbers, not 3", "4 个数，而不是 3 个"),
    Case("scene: slide\nask: {row: 1}", "1 2 9 5", "number 3 is another one", "第 3 个数不对"),
    // Learning: K[0,1] is −0.0995… and its gradient about 24.
    Case("scene: learn\nask: {quantity: \"next-K[0,1]\"}", "-0.0995", "what it is now", "现在的值"),
    Case(
      "scene: learn\nstep: 2\nask: {quantity: loss}", "12.452", "the loss after 1 step",
      "第 1 步之后的损失"),
    Case("scene: learn\nask: {quantity: next-loss}", "LOSS", "what it is now", "现在的值"),
    Case("scene: learn\nask: {quantity: \"next-K[0,1]\"}", "ADDED", "against the gradient", "反方向"),
    Case("scene: learn\nask: {quantity: \"next-K[0,1]\"}", "RATE", "by the learning rate", "学习率"),
    Case("scene: learn\nask: {quantity: \"next-K[0,1]\"}", "STEP", "that is the step", "那是步长"),
    Case("scene: learn\nask: {value: \"∂L/∂K[0,1]\"}", "HALF", "factor 2", "因子 2"),
    Case("scene: learn\nask: {value: \"∂L/∂K[0,1]\"}", "TURNED", "Ŷ − Y, not Y − Ŷ", "Ŷ − Y"),
  ]

  /// The wrong numbers that learning leads to.
  private func typed(_ answer: String) throws -> String {
    let learn = try #require(try SceneKind.learn.example() as? LearnScene).now
    let (weight, gradient) = (learn.weight[1], learn.gradient[1])
    let value: Float? =
      switch answer {
      case "LOSS": learn.loss
      case "ADDED": weight + 0.03 * gradient
      case "RATE": weight - gradient
      case "MINUS": 0.03 * gradient - weight
      case "STEP": 0.03 * gradient
      case "HALF": gradient / 2
      case "TURNED": -gradient
      default: nil
      }
    return value.map { "\($0)" } ?? answer
  }

  @Test(arguments: cases) func theMistakeIsTold(_ mistake: Case) throws {
    for (language, part) in [
      (Language.english, mistake.english), (.chinese, mistake.chinese),
    ] {
      var state = try State.asked(
        mistake.fields, size: Size(width: 110, height: 34), language: language)
      try state.answer(try typed(mistake.answer))
      let said = state.sentences
      #expect(
        said.contains(part) && said.contains(language == .english ? "Not yet" : "还不"), "\(said)")
      #expect(state.lesson?.isOpen == true)
    }
  }
}
