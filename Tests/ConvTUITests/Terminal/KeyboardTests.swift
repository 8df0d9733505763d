import Glibc
import Testing

@testable import ConvTUI

/// Bytes that terminals send, turned into events; and bytes that a terminal is sent.
@Suite(.serialized) @MainActor struct KeyboardTests {
  /// A screen on a terminal whose other end is `person`.
  @MainActor private final class Sitting {
    let person: Int32
    let screen: Screen

    init(_ name: String = "xterm-256color", depth: ColorDepth = .direct) throws {
      var (master, slave): (Int32, Int32) = (-1, -1)
      var window = winsize(ws_row: 5, ws_col: 20, ws_xpixel: 0, ws_ypixel: 0)
      #expect(openpty(&master, &slave, nil, nil, &window) == 0)
      defer { Glibc.close(slave) }
      person = master
      screen = try Screen(
        keys: dup(slave), output: slave, depth: depth,
        environment: ["TERM": name, "LC_ALL": "C.UTF-8"])
    }

    func type(_ keys: String) {
      let bytes = Array(keys.utf8)
      _ = write(person, bytes, bytes.count)
    }

    /// What has arrived at the terminal.
    func seen() -> String {
      var text: [UInt8] = []
      var source = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      while poll(&source, 1, 0) > 0 {
        var bytes = [UInt8](repeating: 0, count: 4096)
        text += bytes[..<max(0, read(person, &bytes, bytes.count))]
      }
      return String(decoding: text, as: UTF8.self)
    }

    func close() {
      screen.close()
      Glibc.close(person)
    }
  }

  private func events(_ sitting: Sitting, count: Int) -> [Event] {
    (0..<count).compactMap { _ in sitting.screen.nextEvent(within: .seconds(5)) }
  }

  @Test(
    arguments: [
      ("a", Key.character("a")), ("é", .character("é")), ("中", .character("中")),
      (" ", .character(" ")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{1B}", .escape),
      ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ])
  func characters(bytes: String, key: Key) throws {
    let sitting = try Sitting()
    sitting.type(bytes)
    #expect(events(sitting, count: 1) == [.key(key)])
    sitting.close()
  }

  @Test(arguments: ["xterm-256color", "xterm", "vt100", "linux"], [ColorDepth.direct, .none])
  func keysOfEveryTerminal(name: String, depth: ColorDepth) throws {
    let keys: [(String, Key)] = [
      ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right),
      ("[D", .left), ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home),
      ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end), ("[5~", .pageUp),
      ("[6~", .pageDown), ("[3~", .delete), ("[Z", .backTab), ("OM", .enter),
    ]
    let sitting = try Sitting(name, depth: depth)
    for (bytes, key) in keys {
      sitting.type("\u{1B}" + bytes)
      #expect(events(sitting, count: 1) == [.key(key)], "\(name) \(bytes)")
    }
    sitting.close()
  }

  @Test func unknownSequencesAreIgnored() throws {
    let sitting = try Sitting()
    for bytes in ["[1;5C", "[200~", "[?1;2c", "OP", "[15~", "[<35;3;3M"] {
      sitting.type("\u{1B}" + bytes + "x")
      #expect(events(sitting, count: 1) == [.key(.character("x"))], "\(bytes)")
    }
    sitting.close()
  }

  @Test func escapeAndALetterAreTwoKeys() throws {
    let sitting = try Sitting()
    sitting.type("\u{1B}q\u{1B}\u{1B}")
    #expect(
      events(sitting, count: 4) == [
        .key(.escape), .key(.character("q")), .key(.escape), .key(.escape),
      ])
    sitting.close()
  }

  @Test(arguments: [ColorDepth.direct, .palette])
  func mouseIsReported(depth: ColorDepth) throws {
    let sitting = try Sitting(depth: depth)
    sitting.type("\u{1B}[<0;7;3M\u{1B}[<0;7;3m\u{1B}[<64;1;1M\u{1B}[<65;300;2M")
    #expect(
      events(sitting, count: 3) == [
        .mouse(Mouse(action: .press, at: Point(row: 2, column: 6))),
        .mouse(Mouse(action: .wheelUp, at: Point(row: 0, column: 0))),
        .mouse(Mouse(action: .wheelDown, at: Point(row: 1, column: 299))),
      ])
    sitting.close()
  }

  @Test func clicksThatArriveTogetherAreAllReported() throws {
    let sitting = try Sitting()
    sitting.type("\u{1B}[<0;7;3M\u{1B}[<0;7;3m\u{1B}[<0;9;4M\u{1B}[<0;9;4mx")
    #expect(
      events(sitting, count: 3) == [
        .mouse(Mouse(action: .press, at: Point(row: 2, column: 6))),
        .mouse(Mouse(action: .press, at: Point(row: 3, column: 8))),
        .key(.character("x")),
      ])
    sitting.close()
  }

  @Test func waitingEnds() throws {
    let sitting = try Sitting()
    #expect(sitting.screen.nextEvent(within: .zero) == nil)
    let start = ContinuousClock.now
    #expect(sitting.screen.nextEvent(within: .milliseconds(30)) == nil)
    #expect(ContinuousClock.now - start >= .milliseconds(30))
    sitting.close()
  }

  @Test func sameFrameAgainSendsNothing() throws {
    let sitting = try Sitting()
    var frame = Frame(sitting.screen.size)
    frame.write("19", at: Point(row: 2, column: 3), Style(foreground: Color(0x102030)))
    sitting.screen.show(frame)
    #expect(sitting.seen().contains("38;2;16;32;48m19"))
    sitting.screen.show(frame)
    #expect(sitting.seen().isEmpty)
    frame.write("20", at: Point(row: 2, column: 3), Style(foreground: Color(0x102030)))
    sitting.screen.show(frame)
    let change = sitting.seen()
    #expect(change.contains("20") && change.utf8.count < 40)
    sitting.close()
  }

  @Test func sizeIsTheTerminals() throws {
    let sitting = try Sitting()
    #expect(sitting.screen.size == Size(width: 20, height: 5))
    var window = winsize(ws_row: 9, ws_col: 33, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(sitting.person, UInt(TIOCSWINSZ), &window)
    kill(getpid(), SIGWINCH)
    #expect(events(sitting, count: 1) == [.resize(Size(width: 33, height: 9))])
    #expect(sitting.screen.size == Size(width: 33, height: 9))
    #expect(sitting.screen.nextEvent(within: .zero) == nil)
    sitting.close()
  }
}
