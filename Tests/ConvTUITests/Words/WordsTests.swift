import Drawing
import TestSupport
import Testing

@testable import ConvTUI

struct WordsTests {
  @Test(arguments: Language.allCases, SceneKind.allCases)
  func screenSpeaksTheLanguageOfItsLook(_ language: Language, _ kind: SceneKind) throws {
    let state = try State.opened(kind, look: Look(language: language))
    #expect(state.words == Words(language: language))
    #expect(state.frame().text.contains(kind.title(Words(language: language))))
  }
}
