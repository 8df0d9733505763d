import Foundation
import TestSupport
import Testing

struct FieldCommandTests {
  private struct Layer: Decodable {
    struct Unit: Decodable {
      let at: [Int]
      let rows: [Int]?
      let columns: [Int]?
    }
    let layer: String
    let output: [Int]
    let size: [Int]
    let jump: [Int]
    let start: [Int]
    let unit: Unit?
  }

  private func layers(_ arguments: [String]) throws -> [Layer] {
    let text = try done(["field", "--json"] + arguments).text
    return try JSONDecoder().decode([Layer].self, from: Data(text.utf8))
  }

  private let example = ["--layers", "conv3,conv3:s2:p1:d2,pool2", "--input-size", "32"]

  @Test func everyLayerHasItsObject() throws {
    let layers = try layers(example)
    #expect(layers.map(\.layer) == ["conv3", "conv3:s2:p1:d2", "pool2"])
    #expect(layers.map(\.output) == [[30, 30], [14, 14], [7, 7]])
    #expect(layers.map(\.size) == [[3, 3], [7, 7], [9, 9]])
    #expect(layers.map(\.jump) == [[1, 1], [2, 2], [4, 4]])
    #expect(layers.map(\.start) == [[0, 0], [-1, -1], [-1, -1]])
    #expect(layers.allSatisfy { $0.unit == nil })
  }

  @Test func onlyTheLastLayerHasTheUnit() throws {
    let layers = try layers(example + ["--unit", "0,6"])
    #expect(layers.map { $0.unit == nil } == [true, true, false])
    let unit = try #require(layers.last?.unit)
    #expect(unit.at == [0, 6])
    // Row 0 lies between two taps of the dilated layer.
    #expect(unit.rows == [1, 7])
    #expect(unit.columns == [23, 31])
  }

  @Test func rowsAndColumnsMayDiffer() throws {
    let layers = try layers(["--layers", "conv3x5:s2x1", "--input-size", "9,7"])
    #expect(layers.map(\.output) == [[4, 3]])
    #expect(layers.map(\.size) == [[3, 5]])
    #expect(layers.map(\.jump) == [[2, 1]])
  }

  @Test func unitThatSeesOnlyPaddingHasNull() throws {
    let layers = try layers(["--layers", "conv1:p1", "--input-size", "2", "--unit", "0,1"])
    let unit = try #require(layers.last?.unit)
    #expect(unit.at == [0, 1] && unit.rows == nil && unit.columns == nil)
  }

  @Test(arguments: References.stacks.enumerated().filter { $0.offset % 4 == 0 }.map(\.element))
  func unitSeesWhatHasADerivative(_ reference: StackReference) throws {
    for reach in reference.reach {
      let layers = try layers([
        "--layers", reference.description, "--input-size", "\(reference.input)",
        "--unit", "\(reach.unit)",
      ])
      #expect(layers.count == reference.layers.count)
      #expect(layers.last?.output == [reference.output, reference.output])
      let seen =
        reach.inputs.isEmpty ? nil : [reach.inputs[0], reach.inputs[reach.inputs.count - 1]]
      #expect(layers.last?.unit?.rows == seen)
      #expect(layers.last?.unit?.columns == seen)
    }
  }

  @Test func threeHundredLayersAreNotTooMany() throws {
    let text = Array(repeating: "conv3:p1", count: 300).joined(separator: ",")
    let layers = try layers(["--layers", text, "--input-size", "32", "--unit", "3,3"])
    #expect(layers.count == 300)
    #expect(layers.last?.size == [601, 601])
    #expect(layers.last?.unit?.rows == [0, 31])
  }

  @Test(arguments: [
    (["--layers", ""], ["Layer 1", "one of conv"]),
    (["--layers", "conv3,,pool2"], ["Layer 2, “”", "one of conv"]),
    (["--layers", "conv0"], ["Layer 1", "no rows"]),
    (["--layers", "conv"], ["Layer 1, “conv”", "conv3x5"]),
    (["--layers", "conv3:s0"], ["Layer 1", "stride along the rows is 0", "at least 1"]),
    (["--layers", "conv3:q2"], ["“q2” is not an option", ":s2"]),
    (["--layers", "conv3:s"], ["whole number", ":s2"]),
    (["--layers", "conv3:s1:s2"], ["“s” is given twice"]),
    (
      ["--layers", "conv3=a,conv3,add:a", "--input-size", "9"],
      ["Layer 3", "equal shapes", "layer 2 gives 5×5", "layer 1 “a” gives 7×7"]
    ),
    (["--layers", "conv1,add:b"], ["Layer 2", "no layer is named “b”"]),
    (["--layers", "conv1=a,relu,conv1=a"], ["Layers 1 and 3", "“a”", "each name once"]),
    (["--layers", "relu,add:b,relu=b"], ["Layer 2", "layers 2 → 3 → 2"]),
    (["--layers", "conv2:same:s2"], ["Layer 1", "stride of 1", ":p0x0x1x1"]),
    (["--layers", "avgpool2:d2"], ["avgpool has no option “d”"]),
    (["--layers", "conv3:p1\u{1B}[31m\n"], ["Layer 1"]),
    (
      ["--layers", "conv3,conv3,conv3", "--input-size", "5"],
      [
        "Layer 3", "The kernel (3) is larger than the input (1 row)",
        "at most 1 row or a padding of at least 1",
      ]
    ),
    (
      ["--layers", "pool2:p2"],
      ["Layer 1", "padding of a pooling", "it is 2", "window has 2 rows; the maximum is 1"]
    ),
    (["--layers", "conv1,pool2x4:p1x3"], ["Layer 2", "window has 4 columns; the maximum is 2"]),
    (["--layers", "pool9:p2000000"], ["window has 9 rows; the maximum is 4"]),
    (["--unit", "9,9"], ["no unit 9,9", "1×1", "0,0 to 0,0"]),
    (["--unit", "-1,0"], ["no unit −1,0"]),
    (["--input-size", "100000000"], ["input along the rows is 100000000", "16777216"]),
    (["--input-size", "-5"], ["no rows"]),
    (
      ["--layers", "conv1:s1000000,conv1:s1000000", "--input-size", "2000000"],
      ["Layer 2", "stride"]
    ),
  ])
  func mistakesNameTheLayerAndTheNumbers(_ arguments: [String], _ parts: [String]) throws {
    let message = try expectMistake(1, ["field", "--json"] + arguments)
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    (["--input-size", "1000000000"], "16777216"), (["--input-size", "many"], "rows,columns"),
    (["--unit", "a"], "0,0"), (["--unit", "1,2,3"], "0,0"), (["--unit", "1.5"], "0,0"),
  ])
  func wrongUsageSaysWhatWouldWork(_ arguments: [String], _ part: String) throws {
    try expectMistake(64, ["field", "--json"] + arguments, says: part)
  }
}
