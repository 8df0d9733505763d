import Model
import Testing

@testable import Formats

@Test func jsonNestsByRankWithOneRowALine() {
  #expect(TensorEncoder.json(Tensor(rows: [[19, 25], [37, 0.5]])) == "[[19, 25],\n [37, 0.5]]")
  let deep = Tensor(Shape(2, 1, 2, 1), [1, 2, 3, 4])
  #expect(TensorEncoder.json(deep) == "[[[[1],\n   [2]]],\n [[[3],\n   [4]]]]")
  let words = Tensor(rows: [[.nan, .infinity, -.infinity, -0.0, 1e-5, 1e20]])
  #expect(TensorEncoder.json(words) == "[[NaN, Infinity, -Infinity, -0, 1e-05, 1e+20]]")
}

@Test func csvHasARowALine() throws {
  #expect(
    try TensorEncoder.csv(Tensor(rows: [[19, -0.25], [.nan, .infinity]])) == "19,-0.25\nnan,inf")
  #expect(throws: FormatError.notAPlane(rank: 3)) {
    try TensorEncoder.csv(Tensor(Shape([1, 1, 1])))
  }
}

@Test func npyIsWhatNumPyWrites() throws {
  let ramp = Tensor(Shape(3, 4), (0..<12).map(Float.init))
  #expect(try TensorEncoder.npy(ramp) == SampleFile.bytes("a_f4.npy"))
}

@Test(arguments: ["a.json", "a.npy", "a.csv", "-"], [2, 3, 4])
func whatIsWrittenReadsBack(_ name: String, rank: Int) throws {
  if name == "a.csv", rank > 2 { return }
  let dimensions = Array([2, 3, 4, 5].suffix(rank))
  var generator = SeededGenerator(seed: 3)
  let tensor = Tensor(Shape(dimensions)).map { _ in
    Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator))
  }
  let bytes = try TensorEncoder.encode(tensor, name: name)
  #expect(difference(try TensorDecoder.decode(bytes, name: name), tensor) == 0)
}

@Test func otherEndingsAreNotWritable() {
  #expect(throws: FormatError.notWritable(ending: "png")) {
    try TensorEncoder.encode(Tensor(rows: [[1]]), name: "a.PNG")
  }
  #expect(throws: FormatError.notWritable(ending: "")) {
    try TensorEncoder.encode(Tensor(rows: [[1]]), name: "a")
  }
}
