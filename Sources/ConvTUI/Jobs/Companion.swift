import Formats

/// Somebody outside whom the program keeps in touch with while the screen is open: a file that
/// changes, a second terminal.
@MainActor protocol Companion: AnyObject {
  /// What can be read when something has come.
  var descriptors: [Int32] { get }
  /// Tells the state what has come. Never waits.
  func tell(_ state: inout State)
  /// Passes on what the state has come to, after all have told it theirs. Never waits.
  func passOn(_ state: State)
  /// Finishes what has been begun.
  func end() async -> FileError?
}

extension Companion {
  var descriptors: [Int32] { [] }
  func tell(_ state: inout State) {}
  func passOn(_ state: State) {}
  func end() async -> FileError? { nil }
}
