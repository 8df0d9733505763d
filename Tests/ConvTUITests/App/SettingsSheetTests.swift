import Drawing
import Model
import TestSupport
import Testing

@testable import ConvTUI

struct SettingsSheetTests {
  static let sizes = [(40, 12), (80, 24), (110, 34), (200, 60)].map {
    Size(width: $0, height: $1)
  }

  /// Every pane of slide stands beside or above the settings, and shows its numbers.
  @Test(arguments: sizes) func slideStaysInSight(_ size: Size) throws {
    var state = try State.opened(size: size)
    try state.press("s")
    let sheet = state.sheet(of: SettingsPanel())
    let slide = try #require(state.slide)
    let placed = slide.placed(in: state.uncovered(state.layout.body), state.look)
    for view in placed.views {
      let rect = view.rect(of: Block(rows: 0..<2, columns: 0..<2))
      #expect(!rect.isEmpty && rect.intersection(sheet.box).isEmpty)
    }
  }

  @Test(arguments: SceneKind.allCases, sizes)
  func theConsequenceIsSaidWhole(_ kind: SceneKind, _ size: Size) throws {
    var state = try State.opened(kind, size: size)
    try state.press("s")
    guard let consequence = state.consequence else { return }
    let text = state.frame().text.split { $0.isWhitespace || $0 == "┃" }.joined(separator: " ")
    // A line may end between them.
    let end = consequence.split(separator: " ").suffix(2)
    #expect(end.allSatisfy { text.contains($0) })
  }

  /// Each row is reached by the keys and found again by a click.
  @Test(arguments: SceneKind.allCases, sizes)
  func rowsAreChosenByKeysAndClicks(_ kind: SceneKind, _ size: Size) throws {
    var state = try State.opened(kind, size: size)
    try state.press("s")
    for (index, row) in state.settingRows.enumerated() {
      if index > 0 { try state.press("down") }
      #expect(state.overlay == .settings(SettingsPanel(selected: index)))
      let place = try #require(state.frame().place(of: "▸ " + row.label))
      #expect(state.sheet(of: SettingsPanel(selected: index)).row(at: place) == index)
    }
  }

  /// Nothing of a scene lies below the settings, whatever the scene and the size.
  @Test(arguments: SceneKind.allCases, sizes)
  func theSceneKeepsItsRoom(_ kind: SceneKind, _ size: Size) throws {
    var state = try State.opened(kind, size: size)
    try state.press("s")
    let (body, box) = (state.uncovered(state.layout.body), state.sheet(of: SettingsPanel()).box)
    #expect(body.intersection(box).isEmpty && !body.isEmpty)
  }

  /// Where a step does not fit, the panel says why and what would, and its keys stay in sight.
  @Test func aRefusalStandsInThePanel() throws {
    var state = try State.opened(.slide, size: Size(width: 80, height: 24))
    try state.press("s down down down")
    #expect(state.settingRows[3].name == "dilation")
    try state.press("right right right right right")
    let text = state.frame().text
    #expect(state.notice != nil && text.contains("Esc back"))
    let end = try #require(state.notice?.split(separator: " ").suffix(2).joined(separator: " "))
    #expect(text.split { $0.isWhitespace }.joined(separator: " ").contains(end))
  }

  @Test func inputAndKernelStepThroughWhatHasAName() throws {
    var state = try State.opened(size: Size(width: 110, height: 34))
    try state.press("s down down down down down down")
    var inputs: [Tensor] = []
    for _ in InputExample.allCases {
      try state.press("right")
      inputs.append(try #require(state.slide?.settings.input))
    }
    #expect(Set(inputs) == Set(InputExample.allCases.map(\.input)))
    #expect(state.slide?.settings.input == CourseExample.input)
    try state.press("down down down right")
    #expect(state.slide?.kernel == NamedKernel.all.first?.kernel && state.notice == nil)
    try state.press("left")
    #expect(NamedKernel.all.contains { $0.kernel == state.slide?.kernel })
  }

  @Test func inputIsTypedByNameAndByRows() throws {
    var state = try State.opened()
    try state.press("s down down down down down down enter r i n g enter")
    #expect(state.slide?.settings.input == InputExample.ring.input && state.prompt == nil)
    try state.press("enter 1 , 2 ; 3 , 4 enter")
    #expect(state.slide?.settings.input == Tensor(rows: [[1, 2], [3, 4]]))
    #expect(state.prompt == nil && state.overlay != nil)
  }
}
