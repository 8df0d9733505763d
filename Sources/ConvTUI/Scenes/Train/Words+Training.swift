import Drawing
import Formats
import Model

/// What is said of networks and their training.
extension Words {
  func epoch(_ number: Int, _ training: BatchScore, _ validation: BatchScore) -> String {
    "epoch \(number)   loss \(loss(training.loss))   accuracy \(percent(training.accuracy))   "
      + "validation loss \(loss(validation.loss))   accuracy \(percent(validation.accuracy))"
  }

  func task(_ training: LabelledImages, _ validation: LabelledImages, _ network: Network)
    -> String
  {
    "\(count(training.count, "image")) \(training.shape) to train on, \(validation.count) to "
      + "validate with, \(training.classNames.count) classes, "
      + count(network.parameterCount, "weight")
  }

  func goesOn(after error: any Error) -> String {
    sentence(error) + " Training goes on without writing it."
  }

  func tooFewImages(_ count: Int, least: Int) -> String {
    "The data holds \(self.count(count, "image")); at least \(least) are needed, so that some can "
      + "be set aside to validate with."
  }

  func tooMuchMemory(_ bytes: Int, most: Int) -> String {
    "A batch would take \(megabytes(bytes)) MB of memory, more than \(megabytes(most)); a smaller "
      + "--batch or smaller layers take less."
  }

  func stopped(after step: Int, canResume: Bool) -> String {
    "Stopped after \(count(step, "batch", "batches"))"
      + (canResume ? "; --resume goes on from there." : ".")
  }

  func alreadyDone(_ epochs: Int) -> String {
    "Already done: \(count(epochs, "epoch")); more --epochs go on."
  }

  func notFinite(step: Int) -> String {
    "The loss is no longer finite at batch \(step); a smaller --lr would work."
  }

  func notSaved(_ error: FileError) -> String {
    sentence(error) + " The training is done, but not saved."
  }

  private func megabytes(_ bytes: Int) -> Int { bytes >> 20 }

  func trainingExists(_ place: String) -> String {
    "\(place) is already there; --resume goes on from it, another folder starts anew."
  }

  func sentence(_ error: NetworkError) -> String {
    switch error {
    case .graph(let error): sentence(error)
    case .classes(let output, let classes):
      "The last layer gives \(output), but there are \(classes) classes; "
        + (output.area == 1 ? "" : "flatten, ") + "linear\(classes) at the end would fit."
    case .tooLarge(let number, let numbers):
      "Layer \(number): The network would compute \(numbers) numbers for each image; "
        + "\(Network.largest) is the most that works."
    case .nothingToLearn: "No layer has weights to learn; conv or linear has."
    case .unused(let number):
      "Layer \(number): No other layer takes its output; add or concat after it would."
    }
  }

  func sentence(_ error: CheckpointError) -> String {
    switch error {
    case .notACheckpoint:
      "It is not a checkpoint: it lacks what training needs to go on. checkpoint.safetensors of an "
        + "earlier --out would work."
    case .checksum:
      "It is damaged: its content is not that of its checksum. An undamaged file is needed."
    case .version(let version):
      "It is a checkpoint of version “\(version.printable)”, which a later convtui can read."
    case .setting("data", let found, let asked):
      "It was made with other images or labels (“\(found.printable)”, here “\(asked)”); training goes "
        + "on only with the same."
    case .setting(let name, let found, let asked):
      "It was made with \(name) \(found.printable), not \(asked); training goes on only with the same."
    case .missing(let name): "It has no tensor \(name): it belongs to another network."
    case .shape(let name, let found, let expected):
      "Its tensor \(name) is \(extents(found)), not \(extents(expected)): it belongs to another "
        + "network."
    case .optimizer(.missing(let name)): "It lacks the optimizer's “\(name)”."
    case .optimizer(.unknown(let name)): "Its optimizer's “\(name)” belongs to another one."
    case .optimizer(.count(let name, let found, let expected)):
      "Its optimizer's “\(name)” has \(found) numbers, not \(expected)."
    case .optimizer(.steps(let steps)): "Its optimizer has made \(steps) steps."
    }
  }

  func extents(_ dimensions: [Int]) -> String {
    dimensions.isEmpty ? "one number" : dimensions.map(String.init).joined(separator: "×")
  }

  private func percent(_ share: Double) -> String {
    NumberText.fixed(Float(share * 100), decimals: 1) + " %"
  }

  private func loss(_ value: Double) -> String {
    NumberText.fixed(Float(value), decimals: 4)
  }

  // MARK: Options

  var dataMissing: String { "--channels is for the images of --data, which is missing." }
  var outKeepsTraining: String {
    "--out keeps a training; --print and figures show a moment of one."
  }
  var resumeNeedsOut: String { "--resume needs --out, the folder with the checkpoint." }

  func countOutside(_ option: String, _ most: Int) -> String {
    "\(option) is a number from 1 to \(most)."
  }
}
