import ArgumentParser
import Formats
import Glibc
import Model
import Terminal

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a small network to classify images.",
    discussion: """
      Without --data it trains on digits that convtui draws. A layer is conv (kernels@size), linear \
      (outputs), relu, leakyrelu, tanh, sigmoid, maxpool or avgpool (size), batchnorm, dropout \
      (probability), globalavgpool or flatten, with the options :s stride, :p padding, :d dilation, :g \
      groups, :m padding mode. For a residual block, =a names a layer and add:a adds its output. By \
      default it trains LeNet by Adam with a learning rate of 0.002; SGD, momentum and Nesterov take 0.02.

      If the data has no validation images, convtui uses a tenth of the images for validation. Ctrl-C \
      writes everything and stops after the current batch. --resume continues from there. It needs the \
      same layers, data, batch, seed, optimizer and schedule; the learning rate may change.
      """)

  @Flag(
    help: """
      Print a JSON object for each batch: step, epoch, learning rate, loss and accuracy, and at the \
      end of an epoch also the validation loss and accuracy.
      """)
  var json = false

  @Option(
    help: ArgumentHelp(
      """
      A folder with the files of MNIST, with a folder of images for each class, or with train and val \
      that hold such class folders. fashion-mnist means the package of Debian.
      """, valueName: "folder"), completion: .directory)
  var data: String?

  @Option(
    help: """
      How to read images in class folders: luma is their brightness, rgb has one channel for each \
      colour. The default is rgb if any image has colours.
      """)
  var channels: ChannelMode?

  @Option(
    help: ArgumentHelp(
      "The layers, from first to last, such as \"\(GraphNotation.text(of: LeNet.graph()))\"."))
  var layers: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of images in a batch, 1 to \(largestBatch).", valueName: "n"))
  var batch = TrainingPlan.usualBatch

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of epochs: passes over all images.", valueName: "n"))
  var epochs = TrainingPlan.usualEpochs

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of threads, 1 to \(largestThreads).", valueName: "n"))
  var threads = TrainingPlan.usualThreads

  @Option(
    help: ArgumentHelp(
      "The folder for metrics.jsonl, model.safetensors and checkpoint.safetensors.",
      valueName: "folder"), completion: .directory)
  var out: String?

  @Flag(help: "Continue from the checkpoint in the folder of --out.")
  var resume = false

  @Option(
    help: ArgumentHelp("The view: run, maps, layers or classes.", valueName: "name"),
    completion: .views(of: .train), transform: SceneKind.train.view(named:))
  var view = SceneView.run

  @OptionGroup var descent: DescentOptions
  @OptionGroup var scene: SceneOptions

  private static let largestBatch = 4096
  private static let mostEpochs = 1_000_000
  /// As many as parts of a batch go side by side.
  private static let largestThreads = 8
  /// The bytes that a batch may take.
  private static let mostMemory = 4 << 30

  func validate() throws {
    guard (1...TrainCommand.largestBatch).contains(batch) else {
      throw ValidationError { $0.countOutside("--batch", TrainCommand.largestBatch) }
    }
    guard (1...TrainCommand.mostEpochs).contains(epochs) else {
      throw ValidationError { $0.countOutside("--epochs", TrainCommand.mostEpochs) }
    }
    guard (1...TrainCommand.largestThreads).contains(threads) else {
      throw ValidationError { $0.countOutside("--threads", TrainCommand.largestThreads) }
    }
    guard channels == nil || data != nil else {
      throw ValidationError(\.dataMissing)
    }
    guard out == nil || !scene.endsByItself else {
      throw ValidationError(\.outKeepsTraining)
    }
    guard !resume || out != nil else {
      throw ValidationError(\.resumeNeedsOut)
    }
  }

  @MainActor func run() async throws {
    var plan = try plan()
    plan.folder = try out.map {
      try TrainingFolder(
        $0, resumes: resume, images: plan.images, trainer: &plan.trainer)
    }
    let hasScreen = isatty(STDOUT_FILENO) == 1 && !Screen.isInScriptsBackground
    if !json, scene.endsByItself || hasScreen {
      var train = TrainScene(plan)
      train.view = view
      return try await scene.run(train)
    }
    try run(plan)
  }

  /// Trains without a screen.
  private func run(_ plan: TrainingPlan) throws {
    let stop = StopSignal()
    let (training, validation) = plan.images.load()
    var run = TrainingRun(
      plan.trainer, training: training, validation: validation, epochs: epochs)
    var pool = ConcurrentPool(plan.trainer.network, threads: threads)
    var report = TrainingReport(isJSON: json, folder: plan.folder, .ofProcess)
    try report.begin(run)
    while !run.isDone, stop.number == nil {
      let record = run.advance(on: &pool)
      try report.take(record, run.trainer)
    }
    try report.end(run)
    if let number = stop.number { throw ExitCode(128 + number) }
  }

  private var seed: UInt64 { descent.seed ?? 0 }

  /// Checks all that the file headers declare before it decodes the images.
  private func plan() throws -> TrainingPlan {
    guard let data else {
      let images = TrainingImages.drawn(count: TrainingImages.usual, seed: seed)
      return TrainingPlan(
        trainer: try trainer(
          images.shape, classes: images.classNames.count, images: images.trainingCount),
        images: images, epochs: epochs, threads: threads)
    }
    let directory = try Failure.translating {
      try ImageDirectory(DataSetFolder.path(data), channels: channels)
    }
    let classes = directory.classNames.count
    guard classes > 1 else { throw Failure(\.oneClass) }
    let trainer = try trainer(directory.shape, classes: classes, images: directory.count)
    return TrainingPlan(
      trainer: trainer, images: try images(directory), epochs: epochs, threads: threads)
  }

  private func images(_ directory: ImageDirectory) throws -> TrainingImages {
    let (training, validation) = try Failure.translating {
      try directory.read { remark in Output.tell { $0.sentence(remark) } }
    }
    if let validation { return .read(training: training, validation: validation) }
    let parts = training.split(validation: TrainingImages.validationShare, seed: seed)
    guard parts.validation.count > 0 else {
      let least = Int((0.5 / TrainingImages.validationShare).rounded(.up))
      throw Failure { $0.tooFewImages(training.count, least: least) }
    }
    return .read(training: parts.training, validation: parts.validation)
  }

  private func trainer(_ shape: Shape, classes: Int, images: Int) throws -> NetworkTrainer {
    try Failure.translating {
      let network = try Network(
        layers.map(GraphNotation.graph) ?? LeNet.graph(classes: classes), input: shape,
        classes: classes)
      let bytes = network.byteCount(batch: min(batch, images))
      guard bytes <= TrainCommand.mostMemory else {
        throw Failure { $0.tooMuchMemory(bytes, most: TrainCommand.mostMemory) }
      }
      let method = descent.method(else: .adam)
      return NetworkTrainer(
        network,
        optimizer: Optimizer(
          method, learningRate: descent.learningRate ?? TrainingPlan.usualRate(of: method),
          weightDecay: descent.decay(of: method)),
        schedule: descent.schedule, batchSize: batch, seed: seed)
    }
  }
}
