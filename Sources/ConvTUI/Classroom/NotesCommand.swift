import ArgumentParser
import Terminal

struct NotesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: Words.ofProcess.say(
      "Shows a teacher what a lesson in another terminal says next.", "为教师显示另一个终端中课程的备注和下一步。"),
    discussion: Words.ofProcess.say(
      """
      It shows the notes of the present step, the answer, the next step, a clock and the time that is \
      left. Space and Backspace turn the steps of the lesson, and h shows the answer to the class. Several lessons are listed; a digit \
      chooses one, and l leads back to the list.

      Both terminals belong to one user of one machine. They meet at a socket in XDG_RUNTIME_DIR, else in \
      a folder of the user's in /tmp, which nobody else can enter; nothing goes over a network.
      """,
      """
      它显示当前步的备注、答案、下一步、时钟和剩余时间。空格和 Backspace 翻动课程的步，h 让全\
      班看到答案。有多个课程时会列出；按数字选择一个，按 l 回到列表。

      两个终端须属于同一台机器的同一用户。它们通过 XDG_RUNTIME_DIR 中的套接字相连，没有该目录\
      时则使用 /tmp 中该用户专有的文件夹，他人无法进入；不经过网络。
      """))

  @Option(
    parsing: .unconditional,
    help: .say(
      "The minutes that the lesson may take, from 1 to 1000.",
      "这节课的分钟数，从 1 到 1000。", value: "n"))
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
