import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// What is said of a kernel, against what it gives on images with one edge.
struct KernelEffectTests {
  /// What a kernel gives on a 20×20 image that is 0 above or left of the middle and 1 elsewhere.
  private static func outputs(_ kernel: Tensor, isVertical: Bool) -> [Float] {
    let (height, width) = (kernel.shape.rows, kernel.shape.columns)
    return (0...20 - height).flatMap { row in
      (0...20 - width).map { column in
        var sum: Float = 0
        for u in 0..<height {
          for v in 0..<width where (isVertical ? column + v : row + u) >= 10 {
            sum += kernel[u, v]
          }
        }
        return sum
      }
    }
  }

  /// Exact but for rounding: 1e-5 of sums of at most 49 weights.
  @Test(arguments: NamedKernel.all) func edgesThatAreSaidToBeFoundAreFound(
    _ kernel: NamedKernel
  ) throws {
    guard case .finds(let vertical, let horizontal) = KernelEffect(of: kernel.kernel) else {
      return
    }
    for (isFound, isVertical) in [(vertical, true), (horizontal, false)] {
      let outputs = Self.outputs(kernel.kernel, isVertical: isVertical)
      #expect(outputs.contains { abs($0) > 1e-5 } == isFound)
    }
  }

  @Test(
    arguments: [
      ("identity", .nothing), ("gaussian", .blurs), ("box-5", .blurs), ("sharpen", .sharpens),
      ("unsharp-5", .sharpens), ("sobel-x", .finds(vertical: true, horizontal: false)),
      ("prewitt-y", .finds(vertical: false, horizontal: true)),
      ("laplacian", .finds(vertical: true, horizontal: true)), ("emboss", nil),
    ] as [(String, KernelEffect?)])
  func effectsAreFoundOut(_ name: String, _ effect: KernelEffect?) throws {
    let kernel = try #require(NamedKernel.all.first { $0.name == name })
    #expect(KernelEffect(of: kernel.kernel) == effect)
  }

  /// A kernel that weakens horizontal edges without losing them is not said to find vertical ones alone.
  @Test func whatIsNotQuiteSoIsNotSaid() {
    #expect(KernelEffect(of: Tensor(rows: [[1, -1], [2, -1]])) == nil)
  }

  /// The picture asks, and the map that is meant answers; where one map alone has room beside the picture,
  /// there is no choice, and no question.
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 110, height: 34)])
  func aQuestionComesBeforeItsAnswer(_ size: Size) throws {
    let banks = try MapsScene.kernels("gaussian,sobel-x,laplacian,sharpen")
    let scene = try MapsScene(Picture(MapsExample.picture(200, 200)), banks)
    var state = try State.opened(with: scene, size: size)
    #expect(scene.effectText(words) == "Which map is blurred?")
    #expect(state.frame().text.contains("Which map") == (size.width > 80))
    try state.press("right")
    #expect(!state.frame().text.contains("Which map"))
    #expect(state.frame().text.contains("It blurs:"))
  }
}
