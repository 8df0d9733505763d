import Model
import TestSupport
import Testing

@testable import ConvTUI

struct EdgesSceneTests {
  @Test func chapterIsSaidInWords() throws {
    let text = try State.opened(.edges).frame().text
    #expect(text.contains("X ⋆ K   +1 at column 1, −1 at column 5"))
    #expect(text.contains("Xᵀ ⋆ K  0 everywhere"))
    #expect(text.contains("K finds edges in X and none in Xᵀ"))
  }

  @Test func turnedKernelFindsWhatTheOtherDoesNot() throws {
    let text = try State.opened(.edges).frame(after: "k e d g e - y enter").text
    #expect(text.contains("K finds edges in Xᵀ and none in X:"))
  }

  @Test func kernelThatSeesBothSaysNothingOfBlindness() throws {
    let text = try State.opened(.edges).frame(after: "k l a p l a c i a n enter").text
    #expect(!text.contains("and none in"))
  }

  @Test func kernelThatDoesNotFitIsRefused() throws {
    var state = try State.opened(.edges)
    try state.press("k 1 , 1 , 1 , 1 , 1 , 1 , 1 enter")
    #expect(state.prompt?.complaint?.contains("does not fit") == true)
  }
}
