import Testing

@testable import ConvTUI
@testable import Drawing

struct ColorlessScenesTests {
  @Test(arguments: SceneKind.allCases, [false, true])
  func withoutColoursNoCellIsColoured(_ scene: SceneKind, _ isLight: Bool) throws {
    var state = try State.opened(scene, look: Look(isLight: isLight, depth: .none))
    for _ in 0..<4 {
      try state.press("right tab")
      let isPlain = state.frame().cells.allSatisfy {
        $0.style.foreground == nil && $0.style.background == nil
      }
      #expect(isPlain)
    }
  }
}
