import Drawing
import Terminal

/// All that a teacher's second terminal is at one moment.
struct NotesState: Sendable {
  /// A lesson on this machine.
  struct Lesson: Hashable, Sendable {
    let id: Int
    let notes: LessonNotes
  }

  enum Event: Sendable {
    case input(Input)
    case lessons([Lesson])
    case time(NotesClock)
  }

  enum Request: Hashable, Sendable {
    case quit
    case end(Int32)
    case send(NotesWish, to: Int)
  }

  private(set) var lessons: [Lesson] = []
  private(set) var chosen: Int?
  /// Whether the list is shown though a lesson is chosen, or the only one.
  private(set) var isChoosing = false
  /// Whether the lesson that was shown has ended.
  private(set) var hasEnded = false
  private(set) var clock: NotesClock
  /// When the time began that is measured.
  private(set) var began: NotesClock
  /// The minutes that the lesson may take; nil where nobody counts.
  let minutes: Int?
  private(set) var look: Look
  private(set) var size: Size

  init(minutes: Int?, clock: NotesClock, look: Look, size: Size) {
    (self.minutes, self.clock, began) = (minutes, clock, clock)
    (self.look, self.size) = (look, size)
  }

  /// The lesson that is shown; nil where there is a list, or none.
  var lesson: Lesson? { isChoosing ? nil : lessons.first { $0.id == chosen } }

  /// The seconds that are left, fewer than 0 where the time is over.
  var secondsLeft: Int? { minutes.map { $0 * 60 - (clock.seconds - began.seconds) } }

  mutating func handle(_ event: Event) -> Request? {
    switch event {
    case .time(let clock): self.clock = clock
    case .lessons(let lessons): meet(lessons)
    case .input(.resize(let size)): self.size = size
    case .input(.end(let number)): return .end(number)
    case .input(.key(let key)): return press(key)
    case .input(.mouse(let mouse)) where mouse.action == .wheelDown: return send(.next)
    case .input(.mouse(let mouse)) where mouse.action == .wheelUp: return send(.back)
    case .input: break
    }
    return nil
  }

  private mutating func meet(_ lessons: [Lesson]) {
    let isGone = chosen.map { id in !lessons.contains { $0.id == id } } ?? false
    if isGone { (chosen, isChoosing, hasEnded) = (nil, false, true) }
    // Another lesson that is open already is somebody else's.
    let isNew = !hasEnded || self.lessons.isEmpty
    self.lessons = lessons
    if chosen == nil, !isChoosing, isNew, lessons.count == 1 { choose(0) }
  }

  private mutating func choose(_ index: Int) {
    guard lessons.indices.contains(index) else { return }
    (chosen, isChoosing, hasEnded) = (lessons[index].id, false, false)
  }

  private func send(_ wish: NotesWish) -> Request? { lesson.map { .send(wish, to: $0.id) } }

  private mutating func press(_ key: Key) -> Request? {
    switch key {
    case "q": return .quit
    case " ", .right, .pageDown: return send(.next)
    case .backspace, .left, .pageUp: return send(.back)
    case "h": return send(.answer)
    case "l": isChoosing.toggle()
    case .escape: isChoosing = false
    case "r": began = clock
    case "t": look.isLight.toggle()
    case .character(let digit):
      if let number = digit.wholeNumberValue, lesson == nil { choose(number - 1) }
    default: break
    }
    return nil
  }
}
