import Drawing
import Formats
import Model

/// Sentences about networks and their training.
extension Words {
  func epoch(_ number: Int, _ training: BatchScore, _ validation: BatchScore) -> String {
    "epoch \(number)   loss \(loss(training.loss))   accuracy \(percent(training.accuracy))   "
      + "validation loss \(loss(validation.loss))   accuracy \(percent(validation.accuracy))"
  }

  func task(_ training: LabelledImages, _ validation: LabelledImages, _ network: Network)
    -> String
  {
    "\(count(training.count, "training image")) of \(training.shape), "
      + "\(count(validation.count, "validation image")), \(training.classNames.count) classes, "
      + count(network.parameterCount, "weight")
  }

  func goesOn(after error: any Error) -> String {
    sentence(error) + " The training continues without this file."
  }

  func tooFewImages(_ count: Int, least: Int) -> String {
    "The data holds \(self.count(count, "image")); at least \(least) are needed, so that some can "
      + "be used for validation."
  }

  func tooMuchMemory(_ bytes: Int, most: Int) -> String {
    "A batch would take \(megabytes(bytes)) MB of memory, but the maximum is \(megabytes(most)); a "
      + "smaller --batch or smaller layers take less."
  }

  func stopped(after step: Int, canResume: Bool) -> String {
    "Stopped after \(count(step, "batch", "batches"))"
      + (canResume ? "; --resume continues from there." : ".")
  }

  func alreadyDone(_ epochs: Int) -> String {
    "The training has already done \(count(epochs, "epoch")); a larger --epochs continues it."
  }

  func notFinite(step: Int) -> String {
    "The loss is not finite at batch \(step); a smaller --lr would work."
  }

  func notSaved(_ error: FileError) -> String {
    sentence(error) + " The training is done but not saved."
  }

  private func megabytes(_ bytes: Int) -> Int { bytes >> 20 }

  func trainingExists(_ place: String) -> String {
    "\(place) already exists; --resume continues its training, and another folder starts a new one."
  }

  func sentence(_ error: NetworkError) -> String {
    switch error {
    case .graph(let error): sentence(error)
    case .classes(let output, let classes):
      "The last layer gives \(output), but there are \(classes) classes; "
        + (output.area == 1 ? "" : "flatten, ") + "linear\(classes) at the end would fit."
    case .tooLarge(let number, let numbers):
      "Layer \(number): the network would compute \(numbers) numbers for each image; "
        + "the maximum is \(Network.largest)."
    case .nothingToLearn: "No layer has weights to learn; add conv or linear."
    case .unused(let number):
      "Layer \(number): no other layer takes its output; add or concat after it would."
    }
  }

  func sentence(_ error: CheckpointError) -> String {
    switch error {
    case .notACheckpoint:
      "It is not a checkpoint, because it lacks data that --resume needs; the checkpoint.safetensors "
        + "of an earlier --out would work."
    case .checksum:
      "It is damaged: its content does not match its checksum; an undamaged file is needed."
    case .version(let version):
      "It is a checkpoint of version “\(version.printable)”, which needs a newer convtui."
    case .setting("data", let found, let asked):
      "It was made with other images or labels (“\(found.printable)”, here “\(asked)”); --resume "
        + "needs the same ones."
    case .setting(let name, let found, let asked):
      "It was made with \(name) \(found.printable), not \(asked); --resume needs the same."
    case .missing(let name): "It has no tensor \(name), so it belongs to another network."
    case .shape(let name, let found, let expected):
      "Its tensor \(name) is \(extents(found)), not \(extents(expected)), so it belongs to "
        + "another network."
    case .optimizer(.missing(let name)): "It lacks “\(name)” of the optimizer."
    case .optimizer(.unknown(let name)): "Its “\(name)” belongs to another optimizer."
    case .optimizer(.count(let name, let found, let expected)):
      "“\(name)” of its optimizer has \(found) numbers, not \(expected)."
    case .optimizer(.steps(let steps)): "Its optimizer cannot have made \(steps) steps."
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

  var dataMissing: String { "--channels works only with --data." }
  var outKeepsTraining: String {
    "--out saves a whole training, so it does not work with --print or figures."
  }
  var resumeNeedsOut: String { "--resume needs --out, the folder with the checkpoint." }

  func countOutside(_ option: String, _ most: Int) -> String {
    "\(option) must be a number from 1 to \(most)."
  }
}
