import ArgumentParser
import Formats
import Model

/// Tells of a training: lines on standard output, files in a folder.
///
/// A file that cannot be written is told of once, and the training goes on; so it does without
/// standard output where there is a folder.
struct TrainingReport {
  private let isJSON: Bool
  private let folder: TrainingFolder?
  private let words: Words
  /// The paths of files that could not be written.
  private var complained: Set<String> = []
  private var hasLostOutput = false

  init(isJSON: Bool, folder: TrainingFolder?, _ words: Words) {
    self.isJSON = isJSON
    self.folder = folder
    self.words = words
  }

  mutating func begin(_ run: TrainingRun) throws {
    guard !isJSON else { return }
    try write(words.task(run.training, run.validation, run.trainer.network))
    if run.isDone { try write(words.alreadyDone(run.epochsDone)) }
  }

  /// - Throws: Where the loss is no longer finite: nothing would come of going on, and the last
  ///   checkpoint stays.
  mutating func take(_ record: TrainingRecord, _ trainer: NetworkTrainer) throws {
    write { (folder) throws(FileError) in try folder.take(record, trainer) }
    if isJSON { try write(record.json) }
    guard record.batch.lossSum.isFinite else {
      throw Failure { $0.notFinite(step: record.step) }
    }
    guard let validation = record.validation else { return }
    if !isJSON {
      try write(words.epoch(record.epoch, record.epochScore, validation.score))
    }
  }

  /// Saves what there is.
  ///
  /// - Throws: Where that cannot be done, or standard output has lost something.
  func end(_ run: TrainingRun) throws {
    do {
      try folder?.save(run.trainer)
    } catch {
      throw Failure { $0.notSaved(error) }
    }
    if !run.isDone {
      Output.report(words.stopped(after: run.trainer.step, canResume: folder != nil) + "\n")
    }
    if hasLostOutput { throw ExitCode.failure }
  }

  /// Writes a line to standard output, until that fails.
  private mutating func write(_ line: String) throws {
    guard !hasLostOutput else { return }
    do {
      try isJSON ? Output.write(line + "\n") : Output.say(line + "\n")
    } catch let failure as Failure where folder != nil {
      Output.report(words.goesOn(after: failure) + "\n")
      hasLostOutput = true
    }
  }

  private mutating func write(_ body: (TrainingFolder) throws(FileError) -> Void) {
    guard let folder else { return }
    do throws(FileError) {
      try body(folder)
    } catch {
      guard complained.insert(error.path).inserted else { return }
      Output.report(words.goesOn(after: error) + "\n")
    }
  }
}
