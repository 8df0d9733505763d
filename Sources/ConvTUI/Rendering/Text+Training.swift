import Formats
import Model

/// What is said of networks and their training.
extension Text {
  static func epoch(_ number: Int, _ training: BatchScore, _ validation: BatchScore) -> String {
    "epoch \(number)   loss \(decimals(training.loss))   accuracy \(percent(training.accuracy))   "
      + "validation loss \(decimals(validation.loss))   accuracy \(percent(validation.accuracy))"
  }

  static func goesOn(after error: FileError) -> String {
    sentence(error) + " Training goes on without writing it."
  }

  static func tooFewImages(_ count: Int) -> String {
    "The data holds \(self.count(count, "image")); at least 2 are needed."
  }

  static func checkpointExists(_ place: String) -> String {
    "\(place) is already there; --resume goes on from it, another folder starts anew."
  }

  static func sentence(_ error: NetworkError) -> String {
    switch error {
    case .layer(let number, let input, let error):
      "Layer \(number), over \(input): " + sentence(error)
    case .classes(let output, let classes):
      "The last layer gives \(output), but there are \(classes) classes; linear\(classes) "
        + "at the end would fit."
    case .tooLarge(let number, let floats):
      "Layer \(number): The network would have \(floats) numbers, more than \(Network.largest)."
    case .nothingToLearn: "No layer has weights to learn; conv or linear has."
    }
  }

  static func sentence(_ error: LayerError) -> String {
    switch error {
    case .geometry(let error): sentence(error)
    case .noOutputs: "It has no output; at least one is needed."
    case .notFlat(let shape):
      "A linear layer reads one column of numbers, not \(shape); flatten before it makes one."
    case .poolingPadding(let window):
      "A pooling over \(window.size.rows)×\(window.size.columns) can pad at most half of that, not "
        + "\(window.padding.rows) and \(window.padding.columns)."
    case .probability(let value):
      "A dropout's probability is from 0 to below 1, not \(value)."
    }
  }

  static func sentence(_ error: CheckpointError) -> String {
    switch error {
    case .notACheckpoint:
      "It is not a checkpoint: it lacks what training needs to go on. checkpoint.safetensors of an "
        + "earlier --out would work."
    case .setting(let name, let found, let asked):
      "It was made with \(name) \(found), not \(asked); training goes on only with the same."
    case .missing(let name): "It has no tensor \(name): it belongs to another network."
    case .shape(let name, let found, let expected):
      "Its tensor \(name) is \(extents(found)), not \(extents(expected)): it belongs to another "
        + "network."
    case .optimizer(.missing(let name)), .optimizer(.unknown(let name)):
      "Its optimizer is another one: only one of the two keeps “\(name)”."
    case .optimizer(.count(let name, let found, let expected)):
      "Its optimizer's “\(name)” has \(found) numbers, not \(expected)."
    case .optimizer(.steps(let steps)): "Its optimizer has made \(steps) steps."
    }
  }

  private static func extents(_ dimensions: [Int]) -> String {
    dimensions.isEmpty ? "one number" : dimensions.map(String.init).joined(separator: "×")
  }

  private static func percent(_ share: Double) -> String {
    decimals((share * 1000).rounded() / 10, places: 1) + " %"
  }

  private static func decimals(_ value: Double, places: Int = 4) -> String {
    guard value.isFinite else { return "\(value)" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let digits = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: places - digits.count) + digits
  }
}
