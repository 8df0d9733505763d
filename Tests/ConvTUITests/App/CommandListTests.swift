import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct CommandListTests {
  @Test func aFileOfTheFolderIsFoundAndOpened() throws {
    var state = try State.opened()
    #expect(state.handle(.key(.character("/"))) == .findFiles)
    _ = state.handle(.files(["data/", "photo.png", "table.csv"]))
    try state.press("t a b l e")
    #expect(state.frame().text.contains("open: table.csv"))
    #expect(state.handle(.key(.enter)) == .open("table.csv"))
    #expect(state.overlay == nil)
  }

  @Test func aClickOnAFileOpensIt() throws {
    var state = try State.opened()
    try state.press("/ t a b l e")
    _ = state.handle(.files(["table.csv"]))
    let line = try #require(state.frame().place(of: "open: table.csv"))
    #expect(state.handle(.mouse(Mouse(action: .press, at: line))) == .open("table.csv"))
  }
}
