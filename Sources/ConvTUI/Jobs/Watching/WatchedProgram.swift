import Formats
import Glibc
import Terminal

/// A program that was started to be watched.
///
/// It outlives the screen: when that is quit, what it prints goes to the terminal, and so do Ctrl-C and
/// other signals to it, until it ends. Its exit status becomes that of the whole.
struct WatchedProgram: Sendable {
  private let child: ChildProgram
  let input: InputStream

  /// - Parameter waits: Whether there is no screen, so that its output is waited for.
  /// - Throws: Where it cannot be started.
  init(_ words: [String], waits: Bool) throws {
    do throws(ChildProgram.Failure) {
      child = try ChildProgram(words)
    } catch {
      guard case .notStarted(let number) = error else { throw error }
      throw Failure { $0.notStarted(words[0], String(cString: strerror(number))) }
    }
    input = InputStream(child.output, waits: waits)
  }

  /// For so long nothing is done about a signal at most, in milliseconds.
  private static let patience: Int32 = 100

  /// Stays with the program until it ends.
  ///
  /// - Parameter signal: What ended the screen, if not a person; it is passed on.
  /// - Returns: The program's exit status.
  func finish(after signal: Int32? = nil) -> Int32 {
    if let signal, signal != SIGINT { child.send(signal) }
    if signal == nil || signal == SIGINT, !input.hasEnded { Output.tell(\.programGoesOn) }
    var stop = StopSignal()
    while !input.hasEnded {
      let bytes = input.read(atMost: WatchJob.piece)
      // Nobody may be there to read it; the program goes on all the same.
      if !bytes.isEmpty { try? Output.write(bytes) }
      if let number = stop.number {
        child.send(number)
        stop = StopSignal()
      }
      guard bytes.isEmpty else { continue }
      var waiting = pollfd(fd: input.bell.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, WatchedProgram.patience)
      _ = input.bell.take()
    }
    return child.waitForEnd()
  }
}

extension Words {
  func notStarted(_ program: String, _ reason: String) -> String {
    say("\(quoted(program)) cannot be started: \(reason)", "无法启动 \(quoted(program))：\(reason)")
  }

  var programGoesOn: String {
    say("The program goes on; Ctrl-C ends it.", "程序继续运行；按 Ctrl-C 结束它。")
  }
}
