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

/// A text that can be given in every language.
typealias Phrase = @Sendable (Words) -> String

extension Words {
  /// The words of the process, for the help of the command line and for standard error, where no
  /// words can be passed.
  static let ofProcess = Words(language: .english)
  /// The words in files for other programs, which read one language.
  static let ofFiles = Words(language: .english)
}

extension Look {
  var words: Words { Words(language: language) }
}

/// Words of several scenes.
extension Words {
  var input: String { "Input X" }
  var kernel: String { "Kernel K" }
  var output: String { "Output Y" }
  var image: String { "image" }
  var crossCorrelation: String { "cross-correlation" }
  var convolution: String { "convolution" }
  var size: String { "size" }
  var stride: String { "stride" }
  var padding: String { "padding" }
  var dilation: String { "dilation" }
  var loss: String { "loss" }
  var logarithmic: String { "log" }
  var weights: String { "weights" }

  var stepNoun: String { "step" }

  func step(_ number: Int, of count: Int) -> String { "step \(number) of \(count)" }
  func batch(_ number: Int, of count: Int) -> String { "batch \(number) of \(count)" }
  func window(_ number: Int, of count: Int) -> String { "window \(number) of \(count)" }

  /// A sentence about a file or an argument.
  func about(_ place: String, _ sentence: String) -> String { place + ": " + sentence }

  func rate(_ rate: Float) -> String { "lr \(NumberText.short(rate))" }

  var fullSpeed: String { "full speed" }

  /// How fast a timeline plays.
  func aSecond(_ steps: String) -> String { "\(steps) /s" }

  func name(of reduction: Reduction) -> String {
    reduction == .sum ? "sum of squares" : "mean of squares"
  }

  func name(of method: Optimizer.Method) -> String {
    switch method {
    case .sgd: "SGD"
    case .momentum(let momentum): "momentum \(NumberText.short(momentum))"
    case .nesterov(let momentum): "Nesterov \(NumberText.short(momentum))"
    case .rmsprop(let momentum):
      momentum == 0 ? "RMSprop" : "RMSprop \(NumberText.short(momentum))"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  // MARK: The whole screen

  func tooSmall(_ size: Size, _ smallest: Size) -> String {
    "convtui needs \(smallest.width)×\(smallest.height) characters; this screen has \(size.width)×\(size.height)."
  }
}
