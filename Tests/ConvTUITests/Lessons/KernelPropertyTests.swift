import Formats
import Model
import Testing

@testable import ConvTUI

/// Kernels are judged by what they do.
struct KernelPropertyTests {
  private func kernel(_ text: String) throws -> Tensor {
    try #require(Expected.kernel(text), "\(text)")
  }

  private func property(_ text: String) throws -> KernelProperty {
    try #require(KernelProperty(text), "\(text)")
  }

  @Test(arguments: [
    ("finds vertical edges", "1,-1"), ("finds vertical edges", "-1,1"),
    ("finds vertical edges", "sobel-x"), ("finds vertical edges", "laplacian"),
    ("finds vertical edges", "1,-1;-1,1;1,-1"), ("finds horizontal edges", "1;-1"),
    ("finds horizontal edges", "prewitt-y"), ("finds direction [1,1]", "0,1;-1,0"),
    ("finds direction vertical", "scharr-x"), ("ignores vertical edges", "1;-1"),
    ("ignores horizontal edges", "sobel-x"), ("ignores direction [1,1]", "1,0;0,-1"),
    ("ignores direction [1, -1]", "0,1;-1,0"), ("sums to 1", "box"), ("sums to 1", "sharpen"),
    ("sums to 0", "laplacian-8"), ("sums to 6", "0,1;2,3"), ("second derivative", "1,-2,1"),
    ("second derivative", "laplacian"), ("second derivative", "1,-1;-1,1"),
    ("identity", "identity"), ("identity", "1"), ("separable", "gaussian-5"),
    ("separable", "sobel-x"), ("blurs", "box"), ("blurs", "gaussian-7"), ("blurs", "0.5,0.5"),
    ("3×3", "sobel-x"), ("1x2", "[[1,-1]]"),
  ])
  func aKernelThatDoesItIsRight(_ name: String, _ text: String) throws {
    #expect(try property(name).fault(of: kernel(text)) == nil)
  }

  @Test(arguments: [
    ("finds vertical edges", "1;-1", "bright (1) left of dark (0), it gives 0"),
    ("finds vertical edges", "1,1", "on an even image of 1 it gives 2"),
    ("finds vertical edges", "1,-1;-1,1", "bright (1) left of dark (0), it gives 0"),
    ("finds horizontal edges", "1,-1", "bright (1) above dark (0), it gives 0"),
    ("finds direction [1,1]", "1,0;0,-1", "beside a line along [1,1], it gives 0"),
    ("ignores vertical edges", "1,-1", "bright (1) left of dark (0), it gives 1"),
    ("ignores horizontal edges", "0,0;0,3", "bright (1) above dark (0), it gives 3"),
    ("ignores direction [1,1]", "1,-1", "beside a line along [1,1], it gives"),
    ("sums to 1", "0,1;2,3", "on an even image of 1 it gives 6"),
    ("second derivative", "1,-1", "grows evenly to the right, 0, 1, 2, …, it gives −1, not 0"),
    ("second derivative", "1;-1", "grows evenly downwards, 0, 1, 2, …, it gives −1, not 0"),
    ("second derivative", "1,-3,3,-1", "grows as 0, 1, 4, 9, …, it gives 0"),
    ("second derivative", "-1,2,-1", "grows as 0, 1, 4, 9, …, it gives −2"),
    ("second derivative", "1,2,1", "on an even image of 1 it gives 4"),
    ("identity", "2", "it makes"), ("identity", "0,0,1", "it makes"),
    ("separable", "0,1;2,3", "3×0 is not 2×1"), ("separable", "laplacian", "is not"),
    ("blurs", "sharpen", "with 1 under its negative weights alone, it gives −4"),
    ("blurs", "identity", "stays noisy"), ("blurs", "1,1", "on an even image of 1 it gives 2"),
    ("3×3", "1,-1", "it is 1×2"),
  ])
  func aKernelThatDoesNotIsToldWithNumbers(
    _ name: String, _ text: String, _ part: String
  ) throws {
    let property = try property(name)
    let fault = try #require(try property.fault(of: kernel(text)))
    let sentence = words.sentence(property, fault)
    #expect(sentence.contains(part), "\(sentence)")
  }

  /// Plain sums: a kernel ignores an edge where its weights along every line of that edge add up to 0.
  @Test func randomKernelsAreJudgedAsPlainSumsJudgeThem() throws {
    var generator = SeededGenerator(seed: 21)
    var (ignoring, others) = (0, 0)
    for _ in 0..<400 {
      let (rows, columns) = (
        Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator)
      )
      let weights = (0..<rows * columns).map { _ in
        Float(Int.random(in: -1...1, using: &generator))
      }
      let kernel = Tensor(Shape(rows, columns), weights)
      for (down, right) in [(1, 0), (0, 1), (1, 1), (1, -1), (2, 1)] {
        var sums: [Int: Float] = [:]
        for row in 0..<rows {
          for column in 0..<columns {
            sums[down * column - right * row, default: 0] += kernel[row, column]
          }
        }
        let isIgnored = sums.values.allSatisfy { $0 == 0 }
        let property = KernelProperty.ignores(KernelProperty.Edge(down: down, right: right))
        #expect((property.fault(of: kernel) == nil) == isIgnored, "\(kernel) \(down) \(right)")
        let finds = KernelProperty.finds(KernelProperty.Edge(down: down, right: right))
        let isFound = !isIgnored && weights.reduce(0, +) == 0
        #expect((finds.fault(of: kernel) == nil) == isFound, "\(kernel) \(down) \(right)")
        if isIgnored { ignoring += 1 } else { others += 1 }
      }
      let sum = weights.reduce(0, +)
      #expect(KernelProperty.sums(to: sum).fault(of: kernel) == nil)
      #expect(KernelProperty.sums(to: sum + 1).fault(of: kernel) != nil)
      let rank = try #require(RankFactorization(of: kernel)).rank
      #expect((KernelProperty.separable.fault(of: kernel) == nil) == (rank <= 1), "\(kernel)")
    }
    #expect(ignoring > 20 && others > 20)
  }

  @Test func everyNameThatIsSuggestedIsRead() {
    for name in KernelProperty.names { #expect(KernelProperty(name) != nil, "\(name)") }
    for name in ["", "finds", "finds cats", "sums to x", "direction [0,0]", "0×3", "99×99"] {
      #expect(KernelProperty(name) == nil, "\(name)")
    }
  }

  private static let fields = """
    scene: slide
    ask:
      kernel: [finds vertical edges, 1×2]
      answer: 1,-1
    """

  @Test func aKernelIsTypedAsEverywhere() throws {
    for text in ["1,-1", "[[1,-1]]", "1 -1", "-1/2,1/2"] {
      var state = try State.asked(Self.fields)
      try state.answer(text)
      #expect(state.lesson?.count(.atOnce) == 1, "\(text): \(state.sentences)")
    }
  }

  @Test func aNameIsTypedAtOnce() throws {
    var state = try State.asked(Self.fields)
    #expect(state.sentences.contains("or a name"))
    try state.answer("sobel-x")
    #expect(state.overlay == nil && state.sentences.contains("Not yet"))
    try state.answer("edge-x")
    #expect(state.sentences.contains("Right: it finds vertical edges and has size 1×2."))
  }

  @Test func aWrongKernelIsToldWhyAndOneIsShown() throws {
    var state = try State.asked(Self.fields)
    try state.answer("1;-1")
    #expect(state.sentences.contains("bright (1) left of dark (0), it gives 0"))
    #expect(state.lesson?.isOpen == true)
    try state.press("esc")
    try state.answer("2")
    #expect(state.sentences.contains("on an even image of 1 it gives 2"))
    try state.press("esc h")
    #expect(state.sentences.contains("One that does it is 1,-1."))
  }

  @Test(arguments: [
    ("ask: {kernel: find vertical edges, answer: '1'}", "did you mean “finds vertical edges”"),
    ("ask: {kernel: identity}", "“answer” is missing"),
    ("ask: {kernel: identity, answer: '2'}", "“2”: Not yet: it has to change nothing, but"),
    ("ask: {kernel: identity, answer: foo}", "given as “foo”"),
    ("ask: {kernel: [], answer: '1'}", "empty"),
  ])
  func aFaultOfAKernelQuestionIsNamed(_ ask: String, _ part: String) throws {
    let text = "title: T\nsteps:\n  - say: Look.\n    scene: slide\n    \(ask)\n"
    let sentences = try LessonCheck.faults(Array(text.utf8), words).map(words.sentence)
    #expect(sentences.count == 1 && sentences[0].contains(part), "\(sentences)")
  }
}
