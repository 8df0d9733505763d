import Formats
import Glibc
import Model

/// Where a training leaves what others read:
///
/// - `metrics.jsonl`, a line for each batch;
/// - `model.safetensors`, the weights for PyTorch's `load_state_dict`;
/// - `checkpoint.safetensors`, from which it goes on.
struct TrainingFolder {
  private let path: String
  private let log: LineLog
  private let settings: [String: String]

  /// Opens a folder, made if it is missing, and lets a trainer go on from its checkpoint.
  ///
  /// - Parameter resumes: Else there must not be a checkpoint yet.
  init(
    _ path: String, resumes: Bool, settings: [String: String], trainer: inout NetworkTrainer
  ) throws {
    self.path = path
    self.settings = settings
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw Failure(
        Text.sentence(FileError.unwritable(path: path, reason: String(cString: strerror(errno)))))
    }
    let checkpoint = path + "/checkpoint.safetensors"
    if resumes {
      try Load.at(Text.place(checkpoint)) {
        let file = try Safetensors(FileReader.read(checkpoint))
        try Checkpoint.restore(file, settings: settings, into: &trainer)
      }
    } else if access(checkpoint, F_OK) == 0 {
      throw Failure(Text.checkpointExists(Text.place(checkpoint)))
    }
    // Lines of batches after the checkpoint will come again.
    let lines = trainer.step
    log = try Failure.translating {
      try LineLog(appendingTo: path + "/metrics.jsonl", keeping: lines)
    }
  }

  func append(_ line: String) throws(FileError) { try log.append(line) }

  /// Writes both files anew; at every moment each path leads to a whole old or new file.
  func save(_ trainer: NetworkTrainer) throws(FileError) {
    try FileWriter.write(Checkpoint.model(trainer).bytes, to: path + "/model.safetensors")
    try FileWriter.write(
      Checkpoint.whole(trainer, settings: settings).bytes, to: path + "/checkpoint.safetensors")
  }
}
