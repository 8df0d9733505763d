import ArgumentParser
import Formats
import Model

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "A small network learns to tell images apart.",
    discussion: """
      Without --data it learns digits that it draws itself. A layer is conv (kernels@size), linear \
      (outputs), relu, leakyrelu, tanh, sigmoid, maxpool or avgpool (size), batchnorm, dropout \
      (probability) or flatten, with the options :s stride, :p padding, :d dilation. Without \
      options the layers are LeNet's, and it descends by momentum at a rate of 0.02.

      Where the data sets none aside, a tenth of the images is kept to validate with. Ctrl-C ends \
      it after a batch, with everything written; --resume goes on from there with the same layers, \
      data, batch, seed and optimizer, also at another rate.
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

  @Option(
    help: ArgumentHelp(
      "The layers, first to last, such as \"\(NetworkNotation.text(of: LeNet.kinds()))\"."))
  var layers: String?

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
    help: ArgumentHelp("The threads that work on a batch, 1 to \(largestThreads).", valueName: "n"))
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
  /// As many as parts of a batch go side by side.
  private static let largestThreads = 8
  /// The bytes that a batch may take.
  private static let mostMemory = 4 << 30
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
    guard (1...TrainCommand.largestThreads).contains(threads) else {
      throw ValidationError("--threads is a number from 1 to \(TrainCommand.largestThreads).")
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
        $0, resumes: resume, settings: settings(training, trainer), trainer: &trainer)
    }
    var run = TrainingRun(
      trainer, training: training, validation: validation, epochs: epochs, threads: threads)
    var report = TrainingReport(isJSON: json, folder: folder)
    try report.begin(run)
    while !run.isDone, stop.number == nil {
      let record = run.advance()
      try report.take(record, run.trainer)
    }
    try report.end(run)
    if let number = stop.number { throw ExitCode(128 + number) }
  }

  private var seed: UInt64 { descent.seed ?? 0 }

  private func images() throws -> (training: LabelledImages, validation: LabelledImages) {
    let read = try data.map { path in try Failure.translating { try ImageDirectory(path) } }
    if let read, let validation = read.validation { return (read.training, validation) }
    let all = read?.training ?? Glyphs.images(count: TrainCommand.drawn, seed: seed)
    let parts = all.split(validation: TrainCommand.validationShare, seed: seed)
    guard parts.validation.count > 0 else {
      let least = Int((0.5 / TrainCommand.validationShare).rounded(.up))
      throw Failure(Text.tooFewImages(all.count, least: least))
    }
    return parts
  }

  private func trainer(_ images: LabelledImages) throws -> NetworkTrainer {
    try Failure.translating {
      let classes = images.classNames.count
      let network = try Network(
        layers.map(NetworkNotation.parse) ?? LeNet.kinds(classes: classes), input: images.shape,
        classes: classes)
      let bytes = network.byteCount(batch: min(batch, images.count))
      guard bytes <= TrainCommand.mostMemory else {
        throw Failure(Text.tooMuchMemory(bytes, most: TrainCommand.mostMemory))
      }
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
  private func settings(
    _ training: LabelledImages, _ trainer: NetworkTrainer
  ) -> [String: String] {
    [
      "batch": "\(batch)", "seed": "\(seed)", "images": "\(training.count)",
      "layers": NetworkNotation.text(of: trainer.network.kinds),
      "optimizer": Text.name(of: trainer.optimizer.method),
    ]
  }
}
