import TestSupport
import Testing

/// Stride, padding, dilation, bias and flip in the scenes that have them.
struct SlidingCommandTests {
  @Test func slideTakesABiasAndTurnsTheKernel() throws {
    let arguments = ["slide", "--print", "--step", "1"]
    #expect(try done(arguments + ["--bias", "-0.5"]).text.contains("+ 12 − 0.5 = 18.5"))
    let turned = try done(arguments + ["--flip"]).text
    #expect(turned.contains("= 5") && turned.contains("flip [on]"))
  }

  @Test func edgesTurnTheKernel() throws {
    let arguments = ["edges", "--print", "--size", "110x34", "--step", "42"]
    let text = try done(arguments + ["--flip"]).text
    #expect(text.contains("X ∗ K") && text.contains("−1 at column 1, +1 at column 5"))
    #expect(try done(arguments + ["--set", "turned=on"]).text == text)
  }

  @Test func slideOpensAsAMatrix() throws {
    let matrix = try done(["slide", "--print", "--view", "matrix"]).text
    #expect(matrix.contains("X unrolled  4×4"))
    #expect(try done(["slide", "--print", "--keys", "v"]).text == matrix)
    try expectMistake(64, ["slide", "--view", "surface"], says: "run, matrix")
  }

  @Test(arguments: ["edges", "flip"]) func othersTakeThemToo(_ scene: String) throws {
    let text = try done([
      scene, "--print", "--size", "120x30", "--stride", "2", "--padding", "1,2", "--padding-mode",
      "replicate", "--bias", "3",
    ]).text
    for part in ["stride [2]", "padding [1,2]", "mode [replicate]", "bias [3]", "+ b"] {
      #expect(text.contains(part), "\(text)")
    }
  }

  @Test(arguments: ["slide", "edges", "flip"]) func mistakesAreNamed(_ scene: String) throws {
    try expectMistake(1, [scene, "--print", "--dilation", "99"], says: "would work")
    try expectMistake(1, [scene, "--print", "--stride", "0"], says: "at least 1")
    try expectMistake(64, [scene, "--print", "--bias", "x"], says: "--bias")
  }
}
