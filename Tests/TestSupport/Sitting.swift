import Drawing
import Glibc
import Terminal

/// A screen on a terminal whose other end is `person`.
@MainActor public final class Sitting {
  public let person: Int32
  public let screen: Screen

  /// - Parameters:
  ///   - depth: How many colours to use; nil to find out.
  ///   - typed: What the terminal has sent before.
  public init(
    _ name: String = "xterm-256color", depth: ColorDepth? = .direct, notesEndings: Bool = false,
    typed: String = "", environment: [String: String] = [:]
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var window = winsize(ws_row: 5, ws_col: 20, ws_xpixel: 0, ws_ypixel: 0)
    let status = openpty(&master, &slave, nil, nil, &window)
    precondition(status == 0, "there are pseudo-terminals")
    defer { Glibc.close(slave) }
    person = master
    _ = write(master, typed, typed.utf8.count)
    screen = try Screen(
      keys: dup(slave), output: slave, depth: depth, notesEndings: notesEndings,
      environment: ["TERM": name, "LC_ALL": "C.UTF-8"].merging(environment) { $1 })
  }

  public func type(_ keys: String) { type(Array(keys.utf8)) }

  public func type(_ bytes: [UInt8]) { _ = write(person, bytes, bytes.count) }

  /// What has arrived at the terminal.
  public func seen() -> String {
    var text: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    var source = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    while poll(&source, 1, 0) > 0, case let count = read(person, &bytes, bytes.count), count > 0 {
      text += bytes[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  public func close() {
    screen.close()
    Glibc.close(person)
  }
}
