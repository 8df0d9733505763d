/// Something that learns step by step.
///
/// A value: a copy of it is a snapshot, from which it goes on with the same bits. `History` keeps the
/// whole past of one.
public protocol Trainable: Sendable {
  /// What a step gives besides the next state.
  associatedtype Record: Sendable
  /// What is found now and then with data that is not trained on; `Never` where nothing is.
  associatedtype Evaluation: Sendable
  /// What steps work with that is no part of the state, such as threads.
  associatedtype Workspace

  /// The default size of the history.
  static var usualBounds: HistoryBounds { get }
  /// Whether quantities have values before the first step and after a change by hand.
  static var hasValuesWithoutRecord: Bool { get }

  /// The steps done.
  var step: Int { get }
  /// The memory of a snapshot in bytes, without what all snapshots share.
  var byteCount: Int { get }
  /// The quantities that get a curve.
  var quantities: [RunLog.Quantity] { get }

  /// Makes one more step.
  mutating func advance(with workspace: inout Workspace) -> Record
  /// Repeats a step that was made before, only for its state.
  mutating func repeatStep(with workspace: inout Workspace)
  /// Changes what holds from this step on.
  mutating func apply(_ change: ManualChange)

  /// What was found after a step, where something was.
  func evaluation(of record: Record) -> Evaluation?
  /// The present value of a quantity; nil where there is none.
  ///
  /// - Parameter record: What the newest step gave; nil before the first and after a change by hand.
  func value(of quantity: RunLog.Quantity, _ record: Record?) -> Float?
  /// The value of a quantity with data that is not trained on; nil where there is none.
  func value(of quantity: RunLog.Quantity, in evaluation: Evaluation) -> Float?
}

/// How much of a past is kept.
public struct HistoryBounds: Hashable, Sendable {
  /// The bytes that snapshots may take.
  public var memory: Int
  /// The snapshots that are kept in any case, besides the first; at least 2.
  public var fewestSnapshots: Int
  /// The distance of snapshots while there are few.
  public var spacing: Int
  /// The most points of a curve.
  public var curvePoints: Int

  public init(memory: Int, fewestSnapshots: Int, spacing: Int, curvePoints: Int) {
    self.memory = memory
    self.fewestSnapshots = fewestSnapshots
    self.spacing = spacing
    self.curvePoints = curvePoints
  }
}
