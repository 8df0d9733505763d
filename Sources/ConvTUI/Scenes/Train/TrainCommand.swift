import ArgumentParser
import Formats
import Glibc
import Model
import Terminal

struct TrainCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: Words.ofProcess.say(
      "Trains a small network to classify images.", "训练一个小网络对图像分类。"),
    discussion: Words.ofProcess.say(
      """
      Without --data it trains on digits that convtui draws. A layer is conv (kernels@size), linear \
      (outputs), relu, leakyrelu, tanh, sigmoid, maxpool or avgpool (size), batchnorm, dropout \
      (probability), globalavgpool or flatten, with the options :s stride, :p padding, :d dilation, :g \
      groups, :m padding mode. For a residual block, =a names a layer and add:a adds its output. By \
      default it trains LeNet by Adam with a learning rate of 0.002; SGD, momentum and Nesterov take 0.02.

      If the data has no validation images, convtui uses a tenth of the images for validation. Ctrl-C \
      writes everything and stops after the current batch. --resume continues from there. It needs the \
      same layers, data, batch, seed, optimizer and schedule; the learning rate may change.
      """,
      """
      不写 --data 时，用 convtui 画的数字训练。一层可以是 conv（卷积核数@大小）、linear（输出\
      数）、relu、leakyrelu、tanh、sigmoid、maxpool 或 avgpool（大小）、batchnorm、dropout（概\
      率）、globalavgpool 或 flatten，选项有 :s 步幅、:p 填充、:d 膨胀、:g 组数、:m 填充方式。\
      残差块用 =a 为一层命名，再用 add:a 加上它的输出。默认用 Adam 训练 LeNet，学习率为 0.002；SGD、\
      动量和 Nesterov 用 0.02。

      如果数据中没有验证图像，convtui 取十分之一的图像作验证。Ctrl-C 在当前批之后写完一切并停\
      止。--resume 从那里继续，它需要相同的层、数据、批大小、种子、优化器和学习率计划；学习率\
      可以改变。
      """))

  @Flag(
    help: .say(
      """
      Print a JSON object for each batch: step, epoch, learning rate, loss and accuracy, and at the \
      end of an epoch also the validation loss and accuracy.
      """,
      """
      为每个批打印一个 JSON 对象：步、轮、学习率、损失和准确率，每轮结束时还有验证损失\
      和验证准确率。
      """))
  var json = false

  @Option(
    help: .say(
      """
      A folder with the files of MNIST, with a folder of images for each class, or with train and val \
      that hold such class folders. fashion-mnist means the package of Debian.
      """,
      """
      一个文件夹，其中有 MNIST 的文件，或每类各有一个图像文件夹，或有内含此类文件夹的 train \
      和 val。fashion-mnist 指 Debian 的软件包。
      """, value: "folder"), completion: .directory)
  var data: String?

  @Option(
    help: .say(
      """
      How to read images in class folders: luma is their brightness, rgb has one channel for each \
      colour. The default is rgb if any image has colours.
      """,
      """
      如何读取各类文件夹中的图像：luma 为其亮度，rgb 为每种颜色各取一个通道。只要有彩\
      色图像，默认即为 rgb。
      """))
  var channels: ChannelMode?

  @Option(
    help: .say(
      "The layers, from first to last, such as \"\(GraphNotation.text(of: LeNet.graph()))\".",
      "各层，从第一层到最后一层，如 \"\(GraphNotation.text(of: LeNet.graph()))\"。"))
  var layers: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of images in a batch, 1 to \(largestBatch).",
      "每批的图像数，1 到 \(largestBatch)。", value: "n"))
  var batch = TrainingPlan.usualBatch

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of epochs: passes over all images.",
      "轮数：遍历全部图像的次数。", value: "n"))
  var epochs = TrainingPlan.usualEpochs

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of threads, 1 to \(largestThreads).",
      "线程数，1 到 \(largestThreads)。", value: "n"))
  var threads = TrainingPlan.usualThreads

  @Option(
    help: .say(
      "The folder for metrics.jsonl, model.safetensors and checkpoint.safetensors.",
      "存放 metrics.jsonl、model.safetensors 和 checkpoint.safetensors 的文件夹。", value: "folder"),
    completion: .directory)
  var out: String?

  @Flag(
    help: .say(
      "Continue from the checkpoint in the folder of --out.",
      "从 --out 文件夹中的检查点继续。"))
  var resume = false

  @Option(
    help: .say(
      "The view: run, maps, layers or classes.",
      "视图：run（运行）、maps（映射）、layers（各层）或 classes（各类）。", value: "name"),
    completion: .views(of: .train), transform: SceneKind.train.view(named:))
  var view = SceneView.run

  @OptionGroup var descent: DescentOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
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
    guard out == nil || !endsByItself else {
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
    if !json, endsByItself || hasScreen {
      var train = TrainScene(plan)
      train.view = view
      return try await show(train)
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
