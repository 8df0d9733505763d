import Formats
import Glibc

/// Lets second terminals look into a lesson, and turn its steps.
@MainActor final class LessonHost: Companion {
  private let listener: LineListener
  private var guests: [(socket: LineSocket, told: LessonNotes?)] = []

  private static let mostGuests = 8

  /// - Returns: Nil where there can be no socket: then the lesson goes on alone.
  init?(in folder: MeetingFolder, process: pid_t = getpid()) {
    guard let listener = LineListener(at: folder.socket(of: process)) else { return nil }
    self.listener = listener
  }

  var descriptors: [Int32] { [listener.descriptor] + guests.map(\.socket.descriptor) }

  func tell(_ state: inout State) {
    // One who finds no place is let go at once.
    while let guest = listener.next(longest: NotesWish.longestLine) {
      if guests.count < LessonHost.mostGuests { guests.append((guest, nil)) }
    }
    for line in guests.flatMap({ $0.socket.lines() }) {
      if let wish = NotesWish(rawValue: line) { _ = state.handle(.remote(wish.action)) }
    }
    guests.removeAll { !$0.socket.isOpen }
  }

  func passOn(_ state: State) {
    guard !guests.isEmpty, let run = state.lesson else { return }
    let notes = LessonNotes(run, state.words)
    for index in guests.indices {
      if guests[index].told != notes { guests[index].socket.send(notes.line) }
      guests[index].told = notes
      guests[index].socket.flush()
    }
  }
}
