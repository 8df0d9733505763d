import Formats
import Glibc
import Model

extension TrainingFolder {
  private static let names = ["checkpoint.safetensors", "model.safetensors", "metrics.jsonl"]

  /// Opens a folder, made if it is missing, and lets a trainer go on from its checkpoint.
  ///
  /// - Parameter resumes: Else there must not be a training in it yet.
  init(
    _ path: String, resumes: Bool, images: TrainingImages, trainer: inout NetworkTrainer
  ) throws {
    guard mkdir(path.systemPath, 0o777) == 0 || errno == EEXIST else {
      throw Failure(FileError.unwritable(path: path, reason: String(cString: strerror(errno))))
    }
    let checkpoint = path + "/checkpoint.safetensors"
    let data = TrainingData(images)
    if resumes {
      try Load.at(.file(checkpoint), quotes: false) {
        // Behind eight bytes it is JSON, or else no safetensors file, however long.
        let bytes = try FileReader.read(checkpoint, namedBy: .file) {
          $0.dropFirst(8).first == UInt8(ascii: "{") ? nil : 0
        }
        let file = try Safetensors(bytes)
        try Checkpoint.restore(
          file, settings: TrainingFolder.settings(trainer, data), into: &trainer)
      }
    } else {
      for name in TrainingFolder.names where access((path + "/" + name).systemPath, F_OK) == 0 {
        throw Failure { $0.trainingExists($0.place(path + "/" + name)) }
      }
    }
    // Lines of batches after the checkpoint will come again.
    let step = trainer.step
    self = try Failure.translating { try TrainingFolder(path, data: data, upTo: step) }
  }
}
