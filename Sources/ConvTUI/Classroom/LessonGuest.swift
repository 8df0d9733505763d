import Formats
import Glibc

/// A second terminal's connections to all lessons on this machine.
final class LessonGuest {
  private let folder: MeetingFolder
  private var hosts: [Host] = []

  private struct Host {
    let process: pid_t
    let socket: LineSocket
    let met = ContinuousClock.now
    var notes: LessonNotes?
  }

  private static let mostHosts = 9
  /// For so long a lesson is waited for that has not told anything yet; one may have been stopped.
  static let patience = Duration.seconds(1)

  init(_ folder: MeetingFolder) { self.folder = folder }

  var descriptors: [Int32] { hosts.map(\.socket.descriptor) }

  /// The lessons that have told about themselves, by the numbers of their processes.
  var lessons: [NotesState.Lesson] {
    hosts.compactMap { host in
      host.notes.map { NotesState.Lesson(id: Int(host.process), notes: $0) }
    }
  }

  /// Whether all lessons have told about themselves that are going to.
  var isSettled: Bool {
    hosts.allSatisfy { $0.notes != nil || ContinuousClock.now - $0.met > LessonGuest.patience }
  }

  /// Looks for lessons that have begun; sockets that programs left behind which were killed are removed.
  func look() {
    for process in folder.processes
    where hosts.count < LessonGuest.mostHosts && !hosts.contains(where: { $0.process == process }) {
      let path = folder.socket(of: process)
      let (socket, isDead) = LineSocket.connected(to: path, longest: LessonNotes.longestLine)
      if let socket { hosts.append(Host(process: process, socket: socket)) }
      if isDead { unlink(path.systemPath) }
    }
  }

  /// Takes in what lessons have told, and leaves those that have ended.
  func listen() {
    for index in hosts.indices {
      for line in hosts[index].socket.lines() {
        hosts[index].notes = LessonNotes(line: line) ?? hosts[index].notes
      }
    }
    hosts.removeAll { !$0.socket.isOpen }
  }

  func send(_ wish: NotesWish, to process: Int) {
    hosts.first { Int($0.process) == process }?.socket.send(wish.rawValue)
  }
}
