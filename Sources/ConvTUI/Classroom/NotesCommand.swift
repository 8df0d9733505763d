import ArgumentParser
import Terminal

struct NotesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Shows a teacher what a lesson in another terminal says next.",
    discussion: """
      It shows the notes of the present step, the answer, the next step, a clock and the time that is \
      left. Space and Backspace turn the steps of the lesson. Several lessons are listed; a digit \
      chooses one, and l leads back to the list.

      Both terminals belong to one user of one machine. They meet at a socket in XDG_RUNTIME_DIR, else in \
      a folder of the user's in /tmp, which nobody else can enter; nothing goes over a network.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The minutes that the lesson may take, from 1 to 1000.", valueName: "n"))
  var minutes: Int?

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if let minutes, !(1...1000).contains(minutes) {
      throw ValidationError { $0.minutesOutside }
    }
  }

  @MainActor func run() async throws {
    let guest = LessonGuest(try Failure.translating { try MeetingFolder() })
    if screen.endsByItself {
      var state = screen.notes(minutes, depth: screen.printedDepth, size: screen.size.size)
      NotesLoop.settle(&state, guest)
      return try screen.write(state.frame(), state.look)
    }
    let opened = try screen.open(notesEndings: false)
    defer { screen.close(opened) }
    var state = screen.notes(minutes, depth: opened.depth, size: opened.size)
    if let signal = NotesLoop(opened, guest).run(&state) { throw ExitCode(128 + signal) }
  }
}
