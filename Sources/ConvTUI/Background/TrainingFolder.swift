import Formats
import Glibc
import Model

/// Where a training leaves what others read:
///
/// - `metrics.jsonl`, a line for each batch;
/// - `model.safetensors`, the weights for PyTorch's `load_state_dict`;
/// - `checkpoint.safetensors`, from which it goes on;
/// - `branch-2` and so on, a folder of the same for each branch made on the screen.
struct TrainingFolder: Sendable {
  let path: String
  private let log: LineLog
  /// The images trained on.
  private let images: Int

  /// Writes to a folder that is there, and keeps the log's lines up to a step; where a disk was full, some are missing.
  init(_ path: String, images: Int, upTo step: Int) throws(FileError) {
    self.path = path
    self.images = images
    log = try LineLog(appendingTo: path + "/metrics.jsonl") { line in
      TrainingRecord.step(of: line).map { $0 <= step } ?? false
    }
    // With the log in hand nobody else writes here.
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
    return try TrainingFolder(folder, images: images, upTo: step)
  }

  /// Appends what a batch gave, and saves after an epoch; where the loss is no longer finite, the
  /// last checkpoint stays.
  func take(_ record: TrainingRecord, _ trainer: NetworkTrainer) throws(FileError) {
    let appended = Result { () throws(FileError) in try log.append(record.json) }
    if record.validation != nil, record.batch.lossSum.isFinite { try save(trainer) }
    try appended.get()
  }

  /// Writes both files anew; at every moment each path leads to a whole old or new file.
  func save(_ trainer: NetworkTrainer) throws(FileError) {
    try FileWriter.write(Checkpoint.model(trainer).bytes, to: path + "/model.safetensors")
    try FileWriter.write(
      Checkpoint.whole(trainer, settings: TrainingFolder.settings(trainer, images: images)).bytes,
      to: path + "/checkpoint.safetensors")
  }

  /// What must be the same for a training to go on with the same bits.
  static func settings(_ trainer: NetworkTrainer, images: Int) -> [String: String] {
    [
      "batch": "\(trainer.batchSize)", "seed": "\(trainer.seed)", "images": "\(images)",
      "layers": NetworkNotation.text(of: trainer.network.kinds),
      "optimizer": Text.name(of: trainer.optimizer.method),
    ]
  }
}
