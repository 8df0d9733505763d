/// Values that were there before, and those that were taken back.
struct Undo<Value: Hashable & Sendable>: Hashable, Sendable {
  private var past: [Value] = []
  private var future: [Value] = []

  /// Keeps a value that has just been replaced.
  mutating func note(_ value: Value) {
    past.append(value)
    future = []
  }

  /// The value before, which takes the place of the present one; nil where there is none.
  mutating func back(from present: Value) -> Value? {
    guard let last = past.popLast() else { return nil }
    future.append(present)
    return last
  }

  /// The value that was taken back last; nil where there is none.
  mutating func forward(from present: Value) -> Value? {
    guard let next = future.popLast() else { return nil }
    past.append(present)
    return next
  }
}
