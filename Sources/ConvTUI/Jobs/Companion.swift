import Formats

/// Somebody outside whom the program keeps in touch with while the screen is open: a file that
/// changes, a second terminal.
@MainActor protocol Companion: AnyObject {
  /// What can be read when something has come.
  var descriptors: [Int32] { get }
  /// Tells the state what has come, and passes on what the state has come to. Never waits.
  func exchange(with state: inout State)
  /// Finishes what has been begun.
  func end() async -> FileError?
}

extension Companion {
  func end() async -> FileError? { nil }
}
