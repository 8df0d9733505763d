import Model
import Testing

@testable import ConvTUI
@testable import Drawing

/// What a text for kernels stands for.
struct GivenKernelTests {
  @Test func namesComeBeforeRowsAndRowsBeforeFiles() throws {
    let named = try #require(GivenKernel.written("sobel-x, laplacian"))
    #expect(named.map(\.name) == ["sobel-x", "laplacian"])
    #expect(GivenKernel.written("all")?.count == NamedKernel.all.count)
    #expect(GivenKernel.written("1,-1")?.map(\.kernel) == [Tensor(rows: [[1, -1]])])
    #expect(GivenKernel.written("5")?.map(\.kernel) == [Tensor(rows: [[5]])])
    for file in ["./1,-1", "k.npy", "sobel-x,k.npy", "-", "", "1,x", "model.safetensors:a:b"] {
      #expect(GivenKernel.written(file) == nil, "\(file)")
    }
  }

  @Test(arguments: [
    ("foo", "“foo” is neither"), ("sobel-x,foo", "“foo” is neither"), ("1,x", "column 3"),
    ("1;2,3", "Row 2"), ("./1,-1", "“./1,-1”: Line 1, column 1"),
  ])
  func whatStandsForNothingIsSaid(_ text: String, _ part: String) {
    #expect(GivenKernel.complaint(about: text, words).contains(part))
  }

  @Test(arguments: [SceneKind.slide, .edges, .flip])
  func oneKernelAloneIsTakenByASceneOfOne(_ scene: SceneKind) throws {
    var state = try State.opened(scene)
    try state.press("k s o b e l - x , b o x enter")
    #expect(state.prompt?.complaint?.contains("2 kernels are given") == true)
  }
}
