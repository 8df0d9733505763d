import Drawing
import Model

/// The words that a person reads, in one language.
///
/// Code that shows text gets them as a value. Each scene keeps its own words in its folder; errors are
/// in `Words+Errors.swift` and keys in `Words+Keys.swift`. `Formula` holds what is the same in every
/// language.
struct Words: Hashable, Sendable {
  let language: Language
}

extension Words {
  /// A text in the language of these words: each text stands once in every language.
  func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
    switch language {
    case .english: english()
    case .chinese: chinese()
    }
  }

  /// Names beside each other, as in `a, b, c`.
  func list(_ names: [String]) -> String { names.joined(separator: say(", ", "、")) }

  /// All of some names, as in `a and b`.
  func all(_ names: [String]) -> String { names.joined(separator: say(" and ", "和")) }

  /// Sentences in a row.
  func joined(_ sentences: [String]) -> String { sentences.joined(separator: say(" ", "")) }
}

/// A text that can be given in every language.
typealias Phrase = @Sendable (Words) -> String

extension Words {
  /// The words of the process, for the help of the command line and for standard error, where no
  /// words can be passed.
  static let ofProcess = Words(language: .ofProcess)
  /// The words in files for other programs, which read one language.
  static let ofFiles = Words(language: .english)
}

extension Look {
  var words: Words { Words(language: language) }
}

/// Words of several scenes.
extension Words {
  var input: String { say("Input X", "输入 X") }
  var kernel: String { say("Kernel K", "卷积核 K") }
  var output: String { say("Output Y", "输出 Y") }
  var image: String { say("image", "图像") }
  var crossCorrelation: String { say("cross-correlation", "互相关") }
  var convolution: String { say("convolution", "卷积") }
  var size: String { say("size", "大小") }
  var stride: String { say("stride", "步幅") }
  var padding: String { say("padding", "填充") }
  var dilation: String { say("dilation", "膨胀") }
  var loss: String { say("loss", "损失") }
  var logarithmic: String { say("log scale", "对数刻度") }
  var weights: String { say("weights", "权重") }

  var stepNoun: String { say("step", "步") }

  func step(_ number: Int, of count: Int) -> String {
    say("step \(number) of \(count)", "第 \(number) 步，共 \(count) 步")
  }
  func batch(_ number: Int, of count: Int) -> String {
    say("batch \(number) of \(count)", "第 \(number) 批，共 \(count) 批")
  }
  /// Where a window stands; before the first one how many there are.
  func window(_ number: Int, of count: Int) -> String {
    guard number > 0 else { return say(self.count(count, "window"), "共 \(count) 个窗口") }
    return say("window \(number) of \(count)", "第 \(number) 个窗口，共 \(count) 个")
  }

  /// A sentence about a file or an argument.
  func about(_ place: String, _ sentence: String) -> String {
    say(place + ": " + sentence, place + "：" + sentence)
  }

  func rate(_ rate: Float) -> String { "lr \(NumberText.short(rate))" }

  var fullSpeed: String { say("full speed", "全速") }

  /// How fast a timeline plays.
  func aSecond(_ steps: String) -> String { say("\(steps) /s", "\(steps) 步/秒") }

  func name(of reduction: Reduction) -> String {
    reduction == .sum ? say("sum of squares", "平方和") : say("mean of squares", "均方")
  }

  func name(of method: Optimizer.Method) -> String {
    switch method {
    case .sgd: "SGD"
    case .momentum(let momentum):
      say("momentum \(NumberText.short(momentum))", "动量 \(NumberText.short(momentum))")
    case .nesterov(let momentum): "Nesterov \(NumberText.short(momentum))"
    case .rmsprop(let momentum):
      momentum == 0 ? "RMSprop" : "RMSprop \(NumberText.short(momentum))"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  // MARK: The whole screen

  var largeLeadsBack: String {
    say(
      "As large as it can be; b leads back, ? lists the keys, and the mouse points.",
      "已尽量放大；按 b 返回，? 列出按键，鼠标可以指点。")
  }

  func tooSmall(_ size: Size, _ smallest: Size) -> String {
    say(
      "convtui needs \(smallest.width)×\(smallest.height) characters; this screen has \(size.width)×\(size.height).",
      "convtui 需要 \(smallest.width)×\(smallest.height) 个字符；这个屏幕有 \(size.width)×\(size.height)。")
  }
}
