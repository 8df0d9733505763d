import Glibc
import TestSupport
import Testing

@testable import Drawing
@testable import Terminal

/// Bytes that terminals send, turned into events; and bytes that a terminal is sent.
@Suite(.serialized) @MainActor struct KeyboardTests {
  private func events(_ sitting: Sitting, count: Int) -> [Input] {
    (0..<count).compactMap { _ in sitting.screen.nextInput(within: .seconds(5)) }
  }

  @Test(
    arguments: [
      ("a", Key.character("a")), ("é", .character("é")), ("中", .character("中")),
      (" ", .character(" ")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{1B}", .escape),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1}", .control("a")),
      ("\u{15}", .control("u")),
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
    for bytes in ["[1;5C", "[201~", "[?1;2c", "[5n", "[3n", "OP", "[15~", "[<34;3;3M"] {
      sitting.type("\u{1B}" + bytes + "x")
      #expect(events(sitting, count: 1) == [.key(.character("x"))], "\(bytes)")
    }
    sitting.close()
  }

  @Test func sequenceThatComesInPiecesIsOneKey() throws {
    let sitting = try Sitting()
    sitting.screen.pacing.ask(after: 0, at: .now)
    sitting.type("\u{1B}[")
    Task.detached { [person = sitting.person] in
      // Whoever reads the first piece waits for the second one, whenever that comes.
      _ = write(person, "0n", 2)
      _ = write(person, "x", 1)
    }
    #expect(events(sitting, count: 1) == [.key(.character("x"))])
    sitting.close()
  }

  @Test(arguments: ["sobel-x", "1,2\n3,4", "q\r\u{1B}[Cq", "中文 é", ""])
  func pasteIsNoKeys(text: String) throws {
    let sitting = try Sitting()
    sitting.type("\u{1B}[200~" + text + "\u{1B}[201~x")
    #expect(events(sitting, count: 2) == [.paste(text), .key(.character("x"))])
    sitting.close()
  }

  @Test func largePasteIsCut() throws {
    let sitting = try Sitting()
    let count = 3 << 20
    Task.detached { [person = sitting.person] in
      let bytes = Array("\u{1B}[200~".utf8) + [UInt8](repeating: 0x61, count: count)
      var sent = 0
      while sent < bytes.count {
        sent += bytes[sent...].withUnsafeBytes { max(0, write(person, $0.baseAddress, $0.count)) }
      }
      _ = write(person, "\u{1B}[201~x", 7)
    }
    guard case .paste(let text) = events(sitting, count: 1).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 1 << 20)
    #expect(events(sitting, count: 1) == [.key(.character("x"))])
    sitting.close()
  }

  @Test func pastesAreAskedForAndGivenBack() throws {
    let sitting = try Sitting()
    #expect(sitting.seen().contains("\u{1B}[?2004h"))
    sitting.screen.close()
    #expect(sitting.seen().contains("\u{1B}[?2004l"))
    Glibc.close(sitting.person)
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

  @Test(arguments: ["xterm-256color", "screen-256color"])
  func olderReportsAreUnderstood(name: String) throws {
    let sitting = try Sitting(name, depth: .palette)
    let reports: [[UInt8]] = [
      [32, 39, 35], [64, 40, 35], [35, 40, 35], [96, 33, 33], [97, 127, 34], [32, 200, 128],
    ]
    for report in reports { sitting.type(Array("\u{1B}[M".utf8) + report) }
    #expect(
      events(sitting, count: 5) == [
        .mouse(Mouse(action: .press, at: Point(row: 2, column: 6))),
        .mouse(Mouse(action: .drag, at: Point(row: 2, column: 7))),
        .mouse(Mouse(action: .wheelUp, at: Point(row: 0, column: 0))),
        .mouse(Mouse(action: .wheelDown, at: Point(row: 1, column: 94))),
        .mouse(Mouse(action: .press, at: Point(row: 95, column: 167))),
      ])
    sitting.close()
  }

  @Test(arguments: [ColorDepth.direct, .palette])
  func everyCellOfADragIsReported(depth: ColorDepth) throws {
    let sitting = try Sitting(depth: depth)
    let way = (1...40).map { Point(row: $0 / 3, column: $0) }
    sitting.type("\u{1B}[<0;1;1M")
    for point in way { sitting.type("\u{1B}[<32;\(point.column + 1);\(point.row + 1)M") }
    sitting.type("\u{1B}[<0;41;14m\u{1B}[<0;1;1M")
    let start = Input.mouse(Mouse(action: .press, at: Point(row: 0, column: 0)))
    #expect(
      events(sitting, count: 42) == [start]
        + way.map { .mouse(Mouse(action: .drag, at: $0)) } + [start])
    sitting.close()
  }

  @Test(arguments: ["[<0;7;3m", "[<2;7;3M", "[<34;7;3M", "[<66;7;3M", "[<67;7;3M", "[M#'#"])
  func waitingEndsAfterAReportThatMeansNothing(bytes: String) throws {
    let sitting = try Sitting()
    sitting.type("\u{1B}" + bytes)
    #expect(sitting.screen.nextInput(within: .zero) == nil)
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

  @Test(arguments: ["xterm-256color", "screen-256color"], [ColorDepth.direct, .palette])
  func mouseIsAskedForAndGivenBack(name: String, depth: ColorDepth) throws {
    let sitting = try Sitting(name, depth: depth)
    #expect(sitting.seen().contains("\u{1B}[?1000;1002;1006h"))
    sitting.screen.close()
    #expect(sitting.seen().contains("\u{1B}[?1000;1002;1006l"))
    Glibc.close(sitting.person)
  }

  @Test func movementIsReportedOnlyWhereItIsAskedFor() throws {
    let sitting = try Sitting()
    #expect(!sitting.seen().contains("1003"))
    sitting.screen.reportsMovement = true
    #expect(sitting.seen().contains("\u{1B}[?1003h"))
    sitting.type("\u{1B}[<35;7;3M")
    #expect(
      events(sitting, count: 1) == [.mouse(Mouse(action: .move, at: Point(row: 2, column: 6)))])
    // The other reports go on.
    sitting.screen.reportsMovement = false
    #expect(sitting.seen().contains("\u{1B}[?1003l\u{1B}[?1000;1002;1006h"))
    sitting.close()
  }

  @Test func terminalWithoutAMouseIsNotAskedForOne() throws {
    let sitting = try Sitting("vt100", depth: ColorDepth.none)
    sitting.screen.show(Frame(sitting.screen.size))
    sitting.screen.close()
    let seen = sitting.seen()
    #expect(!seen.isEmpty && !seen.contains("?100"))
    Glibc.close(sitting.person)
  }

  @Test func waitingEnds() throws {
    let sitting = try Sitting()
    #expect(sitting.screen.nextInput(within: .zero) == nil)
    let start = ContinuousClock.now
    #expect(sitting.screen.nextInput(within: .milliseconds(30)) == nil)
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
    #expect(sitting.screen.nextInput(within: .zero) == nil)
    sitting.close()
  }
}
