/// The faults of a lesson, all that were come upon.
struct LessonFaults {
  private(set) var all: [LessonError] = []

  mutating func add(_ fault: LessonError) { all.append(fault) }

  /// A value, or nil where making it comes upon a fault, which is kept.
  mutating func keep<Value>(_ value: @autoclosure () throws(LessonError) -> Value) -> Value? {
    do {
      return try value()
    } catch {
      all.append(error)
      return nil
    }
  }

  /// - Throws: The first one.
  func check() throws(LessonError) {
    if let first = all.first { throw first }
  }
}
