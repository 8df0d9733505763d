import Formats
import Glibc
import Model

/// The files of a training for other programs:
///
/// - `metrics.jsonl`, a line for each batch;
/// - `model.safetensors`, the weights for PyTorch's `load_state_dict`;
/// - `checkpoint.safetensors`, from which it goes on;
/// - `branch-2` and so on, a folder of the same for each branch made on the screen.
struct TrainingFolder: Sendable {
  let path: String
  private let log: LineLog
  private let data: TrainingData

  /// What is recorded of the images.
  struct TrainingData: Hashable, Sendable {
    /// The images trained on.
    let count: Int
    let fingerprint: String

    init(_ images: TrainingImages) {
      (count, fingerprint) = (images.trainingCount, images.fingerprint)
    }
  }

  /// Writes to a folder that is there, and takes the lines of later steps than one off the log; where a
  /// disk was full, some are missing.
  init(_ path: String, data: TrainingData, upTo step: Int) throws(FileError) {
    self.path = path
    self.data = data
    log = try LineLog(appendingTo: path + "/metrics.jsonl") { line in
      TrainingRecord.step(of: line).map { $0 <= step } ?? true
    }
    // This process holds the log, so no other process writes here.
    for name in ["model", "checkpoint"] {
      try FileWriter.checkIsNoPipe(path + "/\(name).safetensors")
      FileWriter.removeLeftovers(of: path + "/\(name).safetensors")
    }
  }

  /// A folder for a branch, within this one or beside it, with the lines of its past.
  ///
  /// - Parameter number: The branch's; where an earlier training has left one, the next that is free.
  func branch(_ number: Int, at step: Int) throws(FileError) -> TrainingFolder {
    let past = try FileReader.read(path + "/metrics.jsonl", namedBy: .file)
    var number = number
    while mkdir((path + "/branch-\(number)").systemPath, 0o777) != 0 {
      guard errno == EEXIST else {
        throw .unwritable(
          path: path + "/branch-\(number)", reason: String(cString: strerror(errno)))
      }
      number += 1
    }
    let folder = path + "/branch-\(number)"
    try FileWriter.write(past, to: folder + "/metrics.jsonl")
    return try TrainingFolder(folder, data: data, upTo: step)
  }

  /// Appends what a batch gave, and saves after an epoch; where the loss is no longer finite, the
  /// last checkpoint stays.
  func take(_ record: TrainingRecord, _ trainer: NetworkTrainer) throws(FileError) {
    let appended = Result { () throws(FileError) in try log.append(record.json) }
    if record.validation != nil, record.batch.lossSum.isFinite { try save(trainer) }
    try appended.get()
  }

  /// Replaces both files; at every moment each path leads to a complete old or new file.
  func save(_ trainer: NetworkTrainer) throws(FileError) {
    try FileWriter.write(Checkpoint.model(trainer).bytes, to: path + "/model.safetensors")
    try FileWriter.write(
      Checkpoint.whole(trainer, settings: TrainingFolder.settings(trainer, data)).bytes,
      to: path + "/checkpoint.safetensors")
  }

  /// What must be the same for a training to go on with the same bits. Names and values are kept in
  /// checkpoints, the same whatever language the program speaks.
  static func settings(
    _ trainer: NetworkTrainer, _ data: TrainingData
  ) -> [Checkpoint.Setting] {
    let optimizer = trainer.optimizer
    return [
      .init("layers", GraphNotation.text(of: trainer.network.graph)),
      .init("batch", "\(trainer.batchSize)"), .init("seed", "\(trainer.seed)"),
      .init("images", "\(data.count)"), .init("data", data.fingerprint),
      .init("optimizer", optimizer.method.checkpointName),
      .init("momentum", "\(optimizer.method.momentum)"),
      .init("weight decay", "\(optimizer.weightDecay)"),
      .init("schedule", ScheduleNotation.text(of: trainer.schedule)),
    ]
  }
}
