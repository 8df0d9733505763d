import Model

/// A network in training as a safetensors file.
public enum Checkpoint {
  /// The weights under the names and shapes that `load_state_dict` of a PyTorch `Sequential` of the
  /// same layers takes.
  public static func model(_ trainer: NetworkTrainer) -> Safetensors {
    Safetensors(entries: modelEntries(trainer))
  }

  /// What a training was made of and goes on with only as it is.
  public struct Setting: Hashable, Sendable {
    public let name, value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// All that training needs to go on with the same bits, and a checksum of it.
  ///
  /// - Parameter settings: What must be the same when it goes on; their names all differ.
  public static func whole(_ trainer: NetworkTrainer, settings: [Setting]) -> Safetensors {
    let state = trainer.optimizer.state
    let vectors = state.vectors.map { name, values in
      Safetensors.Entry(name: prefix + name, dimensions: [values.count], values: values)
    }
    let epoch = trainer.epochScore
    var metadata = [
      Count.step.rawValue: "\(trainer.step)", Count.updates.rawValue: "\(state.steps)",
      Count.epochImages.rawValue: "\(epoch.images)", Count.epochLoss.rawValue: "\(epoch.lossSum)",
      Count.epochCorrect.rawValue: "\(epoch.correct)",
    ]
    metadata[Mark.version.rawValue] = version
    for setting in settings { metadata[setting.name] = setting.value }
    let file = Safetensors(entries: modelEntries(trainer) + vectors, metadata: metadata)
    metadata[Mark.checksum.rawValue] = file.checksum
    return Safetensors(entries: file.entries, metadata: metadata)
  }

  /// Lets a trainer go on from a file that `whole` made; one of the first version has no checksum and
  /// may lack some of the settings.
  ///
  /// - Throws: `CheckpointError` with the first setting or tensor that differs.
  public static func restore(
    _ file: Safetensors, settings: [Setting], into trainer: inout NetworkTrainer
  ) throws(CheckpointError) {
    let isFirstVersion = try isFirstVersion(file)
    for setting in settings {
      guard let found = file.metadata[setting.name] else {
        if isFirstVersion { continue }
        throw .notACheckpoint
      }
      guard found == setting.value else {
        throw .setting(setting.name, found: found, asked: setting.value)
      }
    }
    let (step, updates) = (try count(file, .step), try count(file, .updates))
    guard let loss = file.metadata[Count.epochLoss.rawValue].flatMap({ Double($0) }) else {
      throw .notACheckpoint
    }
    let epoch = BatchScore(
      images: try count(file, .epochImages), lossSum: loss,
      correct: try count(file, .epochCorrect))
    var parameters: [Float] = []
    for parameter in trainer.network.parameters {
      parameters += try values(file, parameter.name, parameter.shape.dimensions)
    }
    var running: [Int: RunningStatistics] = [:]
    for (layer, statistics) in trainer.running {
      let channels = statistics.mean.count
      let key = trainer.network.graph.key(of: layer)
      running[layer] = RunningStatistics(
        mean: try values(file, "\(key).running_mean", [channels]),
        variance: try values(file, "\(key).running_var", [channels]),
        batches: Int(exactly: try values(file, "\(key).num_batches_tracked", [])[0]) ?? 0)
    }
    let vectors = file.entries.filter { $0.name.hasPrefix(prefix) }
      .map { (String($0.name.dropFirst(prefix.count)), $0.values) }
    let old = trainer.optimizer
    let optimizer: Optimizer
    do {
      optimizer = try Optimizer(
        old.method, learningRate: old.learningRate, weightDecay: old.weightDecay,
        state: Optimizer.State(
          steps: updates, vectors: Dictionary(uniqueKeysWithValues: vectors)),
        weightCount: parameters.count)
    } catch { throw .optimizer(error) }
    trainer.restore(
      parameters: parameters, optimizer: optimizer, running: running, step: step,
      epochScore: epoch)
  }

  private static let prefix = "optimizer."
  private static let version = "2"

  private enum Mark: String {
    case version = "checkpoint"
    case checksum
  }

  /// Whether a file is from before there were checksums; a checksum that there is must be right.
  private static func isFirstVersion(_ file: Safetensors) throws(CheckpointError) -> Bool {
    let (version, checksum) = (
      file.metadata[Mark.version.rawValue], file.metadata[Mark.checksum.rawValue]
    )
    if version == nil, checksum == nil { return true }
    var content = file.metadata
    content[Mark.checksum.rawValue] = nil
    guard checksum == Safetensors(entries: file.entries, metadata: content).checksum else {
      throw .checksum
    }
    guard let version, version == self.version else { throw .version(version ?? "") }
    return false
  }

  /// The numbers next to the tensors.
  private enum Count: String {
    case step, updates
    case epochImages = "epoch_images"
    case epochLoss = "epoch_loss"
    case epochCorrect = "epoch_correct"
  }

  /// Keeps what training adds to a count within `Int`.
  private static let greatestCount = 1 << 53

  private static func count(_ file: Safetensors, _ count: Count) throws(CheckpointError) -> Int {
    guard let value = file.metadata[count.rawValue].flatMap({ Int($0) }),
      (0...greatestCount).contains(value)
    else {
      throw .notACheckpoint
    }
    return value
  }

  private static func modelEntries(_ trainer: NetworkTrainer) -> [Safetensors.Entry] {
    let weights = trainer.network.parameters.map { parameter in
      Safetensors.Entry(
        name: parameter.name, dimensions: parameter.shape.dimensions,
        values: Array(trainer.parameters[parameter.range]))
    }
    return trainer.running.reduce(into: weights) { entries, norm in
      let statistics = norm.value
      let key = trainer.network.graph.key(of: norm.key)
      let channels = [statistics.mean.count]
      entries += [
        .init(name: "\(key).running_mean", dimensions: channels, values: statistics.mean),
        .init(name: "\(key).running_var", dimensions: channels, values: statistics.variance),
        .init(
          name: "\(key).num_batches_tracked", dimensions: [],
          values: [Float(statistics.batches)]),
      ]
    }
  }

  private static func values(
    _ file: Safetensors, _ name: String, _ dimensions: [Int]
  ) throws(CheckpointError) -> [Float] {
    guard let entry = file[name] else { throw .missing(name) }
    guard entry.dimensions == dimensions else {
      throw .shape(name, found: entry.dimensions, expected: dimensions)
    }
    return entry.values
  }
}

/// Why training cannot go on from a file.
public enum CheckpointError: Error, Hashable, Sendable {
  /// It lacks what every checkpoint has, such as the number of steps.
  case notACheckpoint
  /// Its content is not what it was when it was written.
  case checksum
  /// It was written by a later program.
  case version(String)
  case setting(String, found: String, asked: String)
  case missing(String)
  case shape(String, found: [Int], expected: [Int])
  case optimizer(OptimizerStateError)
}
