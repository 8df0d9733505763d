import Foundation
import Testing

struct LearnCommandTests {
  /// What one line says.
  private struct Step: Decodable {
    let step: Int
    let loss: Double
    let gradient: [[Double]]
    let weight: [[Double]]
  }

  private func steps(_ arguments: [String], input: String = "") throws -> [Step] {
    try done(["learn", "--json"] + arguments, input: input).lines.map {
      try JSONDecoder().decode(Step.self, from: Data($0.utf8))
    }
  }

  @Test func withoutOptionsItIsTheChaptersRun() throws {
    let steps = try steps([])
    #expect(steps.map(\.step) == Array(1...10))
    let printed = steps.filter { $0.step % 2 == 0 }.map { String(format: "%.3f", $0.loss) }
    #expect(printed == ["12.452", "3.237", "1.013", "0.363", "0.140"])
    let weight = steps.last?.weight.first?.map { String(format: "%.4f", $0) }
    #expect(weight == ["0.9478", "-1.0233"])
  }

  /// Loss, gradient and weight within 1e-4 of the greatest magnitude that each has in the run.
  @Test(arguments: References.trainings)
  func everyLineEqualsPyTorch(_ reference: TrainingReference) throws {
    let directory = try Directory()
    let target = nestedText(reference.targetKernel, reference.targetKernelShape)
    var arguments = [
      "--image", try directory.file("x.json", nestedText(reference.image, reference.imageShape)),
      "--target", try directory.file("k.json", target),
      "--init", reference.initialWeight.map(\.description).joined(separator: ","),
      "--steps", "\(reference.steps)", "--lr", "\(reference.options.lr)",
      "--reduction", reference.reduction,
    ]
    if let momentum = reference.options.momentum {
      arguments += ["--optimizer", "momentum", "--momentum", "\(momentum)"]
    } else {
      arguments += ["--optimizer", reference.optimizer]
    }
    let steps = try steps(arguments)
    #expect(steps.map(\.step) == Array(1...reference.steps))
    let (before, after) = (reference.trace.dropLast(), reference.trace.dropFirst())
    #expect(steps.allSatisfy { Nested(value: $0.weight).shape == reference.targetKernelShape })
    expectClose(steps.map(\.loss), before.map(\.loss), within: 1e-4, "loss")
    expectClose(
      steps.flatMap { $0.gradient.flatMap { $0 } }, before.compactMap(\.grad).flatMap { $0 },
      within: 1e-4, "gradient")
    expectClose(
      steps.flatMap { $0.weight.flatMap { $0 } }, after.flatMap(\.weight), within: 1e-4, "weight")
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    func run(_ seed: String) throws -> [UInt8] {
      try done(["learn", "--json", "--seed", seed]).output
    }
    let one = try run("1")
    #expect(try run("1") == one)
    #expect(try run("2") != one)
    #expect(try run("18446744073709551615") != one)
  }

  @Test func startMayBeNegative() throws {
    let separate = try steps(["--init", "-0.6,-0.1", "--steps", "1"])
    let joined = try steps(["--init=-0.6,-0.1", "--steps", "1"])
    #expect(separate.map(\.weight) == joined.map(\.weight))
    let target = try steps(["--target", "-1,1", "--init", "-1,1", "--steps", "1"])
    #expect(target.first?.loss == 0)
  }

  @Test func scheduleChangesTheRate() throws {
    let constant = try steps(["--steps", "4"])
    let scheduled = try steps(["--steps", "4", "--schedule", "step:2:0.5"])
    #expect(constant.prefix(2).map(\.weight) == scheduled.prefix(2).map(\.weight))
    for index in 0..<2 {
      func move(_ steps: [Step]) -> Double {
        steps[2].weight[0][index] - steps[1].weight[0][index]
      }
      #expect(abs(move(scheduled) - move(constant) / 2) < 1e-6)
    }
  }

  @Test func noiseLeavesALossThatNoKernelRemoves() throws {
    let clean = try steps(["--steps", "200"])
    let noisy = try steps(["--steps", "200", "--noise", "0.1"])
    #expect((clean.last?.loss ?? 1) < 1e-6)
    // 42 outputs of variance 0.01, two of them fitted: 0.4 expected, ± 4·0.01·√80.
    #expect(abs((noisy.last?.loss ?? 0) - 0.4) < 0.36)
    #expect(try steps(["--noise", "0.1"]).map(\.loss) == noisy.prefix(10).map(\.loss))
  }

  @Test func strideAndPaddingChangeTheTask() throws {
    let all = try steps(["--steps", "1"])
    let few = try steps(["--steps", "1", "--stride", "6,1"])
    #expect(abs((all.first?.loss ?? 0) - 6 * (few.first?.loss ?? 0)) < 1e-4)
    #expect(try steps(["--target", "box", "--padding", "1", "--dilation", "2"]).count == 10)
  }

  @Test func noStepIsNoLine() throws {
    #expect(try done(["learn", "--json", "--steps", "0"]).output == [])
  }

  @Test func imageMayComeFromStandardInput() throws {
    let steps = try steps(
      ["--image", "-", "--target", "2", "--init", "0", "--steps", "1", "--lr", "0.5"], input: "1\n")
    #expect(steps.first?.loss == 4)
    #expect(steps.first?.gradient == [[-4]])
    #expect(steps.first?.weight == [[2]])
  }

  @Test func divergenceIsShownAndNotHidden() throws {
    let lines = try done(["learn", "--json", "--lr", "1e30", "--steps", "5"]).lines
    #expect(lines.count == 5)
    #expect(lines[1].contains("\"loss\": Infinity"))
    #expect(lines[4].contains("\"loss\": NaN"))
  }

  @Test func weightsThatAreNotNumbersStaySo() throws {
    let lines = try done(["learn", "--json", "--init", "nan,1", "--steps", "2"]).lines
    #expect(lines.count == 2 && lines.allSatisfy { $0.contains("\"weight\": [[NaN, NaN]]") })
  }

  @Test(arguments: [
    (["--steps", "-1"], "--steps"), (["--steps", "10001"], "0 to 10000"),
    (["--steps", "99999999999999999999"], "0 to 10000"), (["--lr", "nan"], "above 0"),
    (["--lr", "-0.1"], "above 0"), (["--lr", "0"], "above 0"), (["--lr", "inf"], "above 0"),
    (["--lr", "fast"], "above 0"), (["--momentum", "2"], "from 0 to below 1"),
    (["--momentum", "-0.5"], "from 0 to below 1"), (["--seed", "-1"], "0 or more"),
    (["--seed", "1.5"], "0 or more"), (["--seed", "1", "--init", "1,2"], "--init and --seed"),
    (["--optimizer", "newton"], "- nesterov"),
    (["--weight-decay", "-1"], "0 or more"), (["--noise", "nan"], "0 or more"),
    (["--schedule", "step:0:1"], "step:0:1"), (["--schedule", "warm"], "warm"),
    (["--reduction", "max"], "'sum' and 'mean'"),
    (["--image", "-", "--target", "-"], "Standard input can be read only once"),
  ])
  func wrongUsageSaysWhatWouldWork(_ arguments: [String], _ part: String) throws {
    try expectMistake(64, ["learn", "--json"] + arguments, says: part)
  }

  @Test(arguments: [
    (["--init", "a"], ["--init “a”", "column 1", "“a” is not a number"]),
    (["--init", "1,,2"], ["--init “1,,2”", "column 3", "a number is missing"]),
    (["--init", ""], ["--init “”", "no number"]),
    (["--init", "1"], ["--init has 1 number", "2 weights"]),
    (
      ["--target", "1,2,3,4,5,6,7,8,9"],
      ["The kernel (9) is larger than the input (8 columns)", "at most 8 columns"]
    ),
    (["--image", "missing.csv"], ["“missing.csv”"]),
  ])
  func mistakesNameThePlaceAndTheNumbers(_ arguments: [String], _ parts: [String]) throws {
    let message = try expectMistake(1, ["learn", "--json"] + arguments)
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test func tensorOfSeveralPlanesIsRefusedByName() throws {
    try expectMistake(
      1, ["learn", "--json", "--image", "-"], input: "[[[1, 2]], [[3, 4]]]",
      says: "Standard input is 2×1×2", "a matrix is needed")
  }
}
