import ArgumentParser
import Formats
import Model

/// Tells of a training: lines on standard output, files in a folder.
///
/// A file that cannot be written is told of once, and the training goes on.
struct TrainingReport {
  private let isJSON: Bool
  private let folder: TrainingFolder?
  private var hasComplained = false

  init(isJSON: Bool, folder: TrainingFolder?) {
    self.isJSON = isJSON
    self.folder = folder
  }

  func begin(_ run: TrainingRun) throws {
    guard !isJSON else { return }
    try Output.write(Text.task(run.training, run.validation, run.trainer.network) + "\n")
    if run.isDone { try Output.write(Text.alreadyDone(run.epochsDone) + "\n") }
  }

  /// - Throws: Where the loss is no longer finite: nothing would come of going on, and the last
  ///   checkpoint stays.
  mutating func take(_ record: TrainingRecord, _ trainer: NetworkTrainer) throws {
    write { (folder) throws(FileError) in try folder.take(record, trainer) }
    if isJSON { try Output.write(record.json + "\n") }
    guard record.batch.lossSum.isFinite else {
      throw Failure(Text.notFinite(step: record.step))
    }
    guard let validation = record.validation else { return }
    if !isJSON {
      try Output.write(Text.epoch(record.epoch, record.epochScore, validation.score) + "\n")
    }
  }

  /// Saves what there is.
  ///
  /// - Throws: Where that cannot be done.
  func end(_ run: TrainingRun) throws {
    do {
      try folder?.save(run.trainer)
    } catch {
      throw Failure(Text.notSaved(error))
    }
    if !run.isDone {
      Output.report(Text.stopped(after: run.trainer.step, canResume: folder != nil) + "\n")
    }
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
  /// One JSON object; numbers that are not finite are written as Python writes them.
  var json: String {
    var fields = [
      "\"step\": \(step)", "\"epoch\": \(epoch)", "\"lr\": \(TensorEncoder.json(learningRate))",
      "\"loss\": \(TensorEncoder.json(Float(batch.loss)))",
      "\"accuracy\": \(TensorEncoder.json(Float(batch.accuracy)))",
    ]
    if let validation {
      fields += [
        "\"validation_loss\": \(TensorEncoder.json(Float(validation.score.loss)))",
        "\"validation_accuracy\": \(TensorEncoder.json(Float(validation.score.accuracy)))",
      ]
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
