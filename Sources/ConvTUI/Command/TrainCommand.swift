import ArgumentParser
import Formats
import Model

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "A small network learns to tell images apart.",
    discussion: """
      Without --data it learns digits that it draws itself. A layer is conv (kernels@size), linear \
      (outputs), relu, leakyrelu, tanh, sigmoid, maxpool or avgpool (size), batchnorm, dropout \
      (probability) or flatten, with the options :s stride, :p padding, :d dilation.

      Ctrl-C ends it after a batch, with everything written.
      """)

  @Flag(
    help: """
      Print a JSON object for every batch: step, epoch, learning rate, loss and accuracy, at an \
      epoch's end also the validation's.
      """)
  var json = false

  @Option(
    help: ArgumentHelp(
      "A folder with MNIST's files, or with a folder of images for each class.",
      valueName: "folder"))
  var data: String?

  @Option(help: "The layers, first to last.")
  var layers = NetworkNotation.text(of: LeNet.kinds)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The images of a batch, 1 to \(largestBatch).", valueName: "n"))
  var batch = 32

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The passes over all images, from 1 on.", valueName: "n"))
  var epochs = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The threads that work on a batch, 1 to 64.", valueName: "n"))
  var threads = 2

  @Option(
    help: ArgumentHelp(
      "A folder for metrics.jsonl, model.safetensors and checkpoint.safetensors.",
      valueName: "folder"))
  var out: String?

  @Flag(help: "Go on from the checkpoint in the folder of --out.")
  var resume = false

  @OptionGroup var descent: DescentOptions

  private static let largestBatch = 4096
  /// The images that are drawn where there are no others.
  private static let drawn = 10_000
  /// The share set aside to validate with, where the data does not say.
  private static let validationShare = 0.1

  func validate() throws {
    guard (1...TrainCommand.largestBatch).contains(batch) else {
      throw ValidationError("--batch is a number from 1 to \(TrainCommand.largestBatch).")
    }
    guard (1...1_000_000).contains(epochs) else {
      throw ValidationError("--epochs is a number from 1 to 1000000.")
    }
    guard (1...64).contains(threads) else {
      throw ValidationError("--threads is a number from 1 to 64.")
    }
    guard !resume || out != nil else {
      throw ValidationError("--resume needs --out, the folder with the checkpoint.")
    }
  }

  @MainActor func run() async throws {
    let stop = StopSignal()
    let (training, validation) = try images()
    var trainer = try trainer(training)
    let folder = try out.map {
      try TrainingFolder(
        $0, resumes: resume, settings: settings(training), trainer: &trainer)
    }
    var run = TrainingRun(
      trainer, training: training, validation: validation, epochs: epochs, threads: threads)
    var report = TrainingReport(isJSON: json, folder: folder)
    while !run.isDone, stop.number == nil {
      let record = run.advance()
      try report.take(record, run.trainer)
    }
    report.save(run.trainer)
    if let number = stop.number { throw ExitCode(128 + number) }
  }

  private var seed: UInt64 { descent.seed ?? 0 }

  private func images() throws -> (training: LabelledImages, validation: LabelledImages) {
    let read = try data.map { path in try Failure.translating { try ImageDirectory(path) } }
    if let read, let validation = read.validation { return (read.training, validation) }
    let all = read?.training ?? Glyphs.images(count: TrainCommand.drawn, seed: seed)
    guard all.count > 1 else { throw Failure(Text.tooFewImages(all.count)) }
    let parts = all.split(validation: TrainCommand.validationShare, seed: seed)
    return parts.validation.count > 0 ? parts : (all, all)
  }

  private func trainer(_ images: LabelledImages) throws -> NetworkTrainer {
    try Failure.translating {
      let network = try Network(
        NetworkNotation.parse(layers), input: images.shape, classes: images.classNames.count)
      let method = descent.method(else: .momentum)
      return NetworkTrainer(
        network,
        optimizer: Optimizer(
          method, learningRate: descent.learningRate ?? 0.02,
          weightDecay: descent.decay(of: method)),
        schedule: descent.schedule, batchSize: batch, seed: seed)
    }
  }

  /// What must be the same for a training to go on with the same bits.
  private func settings(_ training: LabelledImages) -> [String: String] {
    ["batch": "\(batch)", "seed": "\(seed)", "images": "\(training.count)"]
  }
}

/// Tells of a training: lines on standard output, files in a folder.
///
/// A file that cannot be written is told of once, and the training goes on.
private struct TrainingReport {
  let isJSON: Bool
  let folder: TrainingFolder?
  private var sum = BatchScore()
  private var hasComplained = false

  init(isJSON: Bool, folder: TrainingFolder?) {
    self.isJSON = isJSON
    self.folder = folder
  }

  mutating func take(_ record: TrainingRecord, _ trainer: NetworkTrainer) throws {
    write { (folder) throws(FileError) in try folder.append(record.json) }
    sum += record.batch
    if isJSON { try Output.write(record.json + "\n") }
    guard let validation = record.validation else { return }
    if !isJSON { try Output.write(Text.epoch(record.epoch, sum, validation) + "\n") }
    sum = BatchScore()
    save(trainer)
  }

  mutating func save(_ trainer: NetworkTrainer) {
    write { (folder) throws(FileError) in try folder.save(trainer) }
  }

  private mutating func write(_ body: (TrainingFolder) throws(FileError) -> Void) {
    guard let folder else { return }
    do throws(FileError) {
      try body(folder)
    } catch {
      if !hasComplained { Output.report(Text.goesOn(after: error) + "\n") }
      hasComplained = true
    }
  }
}

extension TrainingRecord {
  /// One JSON object, numbers that are not finite as text that says so.
  var json: String {
    var fields = [
      "\"step\": \(step)", "\"epoch\": \(epoch)", "\"lr\": \(TensorEncoder.json(learningRate))",
      "\"loss\": \(TensorEncoder.json(Float(batch.loss)))",
      "\"accuracy\": \(TensorEncoder.json(Float(batch.accuracy)))",
    ]
    if let validation {
      fields += [
        "\"validation_loss\": \(TensorEncoder.json(Float(validation.loss)))",
        "\"validation_accuracy\": \(TensorEncoder.json(Float(validation.accuracy)))",
      ]
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
