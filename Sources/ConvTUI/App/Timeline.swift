/// A position in something that goes step by step, and whether it is moving by itself.
///
/// A step may have parts: in `slide` the multiplications of a window. The position counts parts.
struct Timeline: Hashable, Sendable {
  /// The number of steps. An open timeline grows past it.
  var length: Int
  /// The parts of a step; at least 1.
  var parts: Int
  /// The steps in a row, for moving by rows.
  var row: Int
  /// Whether there is something after the last step: a training goes on.
  var isOpen: Bool
  /// The parts done, 0 at the start.
  private(set) var position = 0
  private(set) var isPlaying = false
  /// Whether it can play without pauses: then whoever makes the steps moves it.
  private let hasFullSpeed: Bool
  /// The number of one of the speeds.
  private(set) var speed: Int
  private var waited: Duration = .zero
  /// Where it stops while it plays part by part; nil while it plays step by step.
  private var goal: Int?

  init(
    length: Int, parts: Int = 1, row: Int = 1, isOpen: Bool = false, hasFullSpeed: Bool = false
  ) {
    self.length = length
    self.parts = parts
    self.row = row
    self.isOpen = isOpen
    self.hasFullSpeed = hasFullSpeed
    speed = hasFullSpeed ? Timeline.speeds.count : 2
  }

  /// An open timeline ends after this many rows.
  static let largestStep = 10_000

  /// Steps per second, in halves; full speed lies beyond the last.
  private static let speeds = [1, 2, 4, 8, 16, 32, 64, 128]

  /// The numbers of the speeds that every timeline has.
  static let speedNumbers = 0...speeds.count - 1

  /// Sets the speed by its number.
  mutating func setSpeed(_ number: Int) {
    precondition(Timeline.speedNumbers.contains(number))
    speed = number
  }

  /// The steps done; a step that has begun counts.
  var step: Int { (position + parts - 1) / parts }

  /// The parts done of the step that has begun, 1…parts; 0 at the start.
  var part: Int { position == 0 ? 0 : (position - 1) % parts + 1 }

  /// The number of the row that begins with this step, from 1; nil where none does, or all do.
  var rowBegun: Int? {
    row > 1 && step > 0 && (step - 1) % row == 0 ? (step - 1) / row + 1 : nil
  }

  var end: Int { (isOpen ? max(length, Timeline.largestStep * row) : length) * parts }

  /// Whether it plays without pauses.
  var isUnpaced: Bool { isPlaying && speed == Timeline.speeds.count }

  func speedText(_ words: Words) -> String {
    guard speed < Timeline.speeds.count else { return words.fullSpeed }
    let halves = Timeline.speeds[speed]
    return words.aSecond(halves == 1 ? "½" : "\(halves / 2)")
  }

  /// Puts the position to a step done, kept within the timeline.
  mutating func go(toStep step: Int) { go(to: max(0, min(end / parts, step)) * parts) }

  /// Puts the position to a count of parts, kept within the timeline.
  mutating func go(to position: Int) {
    self.position = max(0, min(end, position))
    if isOpen, step > length { length = roundLength(atLeast: step) }
  }

  /// The length to which an open timeline grows: 10, 20, 50, 100 rows and so on.
  private func roundLength(atLeast step: Int) -> Int {
    var unit = 10 * row
    while unit < end {
      for factor in [1, 2, 5] where unit * factor >= step { return unit * factor }
      unit *= 10
    }
    return end
  }

  /// Plays a step part by part, from before its first one.
  mutating func playParts(of step: Int) {
    go(to: (step - 1) * parts)
    stop()
    (isPlaying, goal) = (true, min(end, step * parts))
  }

  mutating func stop() {
    (isPlaying, goal) = (false, nil)
    waited = .zero
  }

  /// Lets time pass; moves whole steps, or parts where one step is played.
  mutating func advance(by time: Duration) {
    guard isPlaying, !isUnpaced else { return }
    waited += time
    let pause = Duration.milliseconds(2000 / Timeline.speeds[speed])
    let steps = Int(waited / pause)
    guard steps > 0 else { return }
    waited -= pause * steps
    if let goal {
      go(to: min(goal, position + steps))
      if position >= goal { stop() }
      return
    }
    let last = length
    go(toStep: min(last, position / parts + steps))
    if position >= last * parts { stop() }
  }

  /// The time until the next step, while it plays.
  var nextTick: Duration? {
    isPlaying && !isUnpaced ? .milliseconds(2000 / Timeline.speeds[speed]) - waited : nil
  }

  /// Does what a transport key asks for.
  ///
  /// - Returns: False where the action is not one for a timeline.
  mutating func perform(_ action: Action) -> Bool {
    switch action {
    case .play: togglePlaying()
    case .next: go(toStep: position / parts + 1)
    case .previous: go(toStep: (position + parts - 1) / parts - 1)
    case .nextPart: go(to: position + 1)
    case .previousPart: go(to: position - 1)
    case .nextRow: go(toStep: step + row)
    case .previousRow: go(toStep: step - row)
    case .first: go(to: 0)
    case .last: go(toStep: length)
    case .faster: speed = min(Timeline.speeds.count - (hasFullSpeed ? 0 : 1), speed + 1)
    case .slower: speed = max(0, speed - 1)
    default: return false
    }
    if ![.play, .faster, .slower].contains(action) { stop() }
    return true
  }

  /// Plays from the start where it has ended; an open timeline goes on instead.
  private mutating func togglePlaying() {
    if isPlaying { return stop() }
    waited = .zero
    if position >= length * parts {
      if isOpen, position < end {
        length = roundLength(atLeast: step + 1)
      } else {
        go(to: 0)
      }
    }
    isPlaying = length > 0
  }
}
