import Model
import Testing

@testable import Formats

@Test(arguments: SampleFile.names("npy_"))
func arrayHasTheValuesThatNumPyWrote(_ name: String) throws {
  #expect(difference(try SampleFile.tensor(name), try SampleFile.expected(name)) == 0)
}

@Test func arraysOfEveryVersionAndOrderAreRead() throws {
  let ramp = Tensor(Shape(3, 4), (0..<12).map(Float.init))
  #expect(try SampleFile.tensor("a_f4.npy") == ramp)
  #expect(try SampleFile.tensor("a_fortran.npy") == ramp)
  #expect(try SampleFile.tensor("a_v2.npy") == Tensor(Shape(2, 3), (0..<6).map(Float.init)))
  #expect(SampleFile.names("npy_").count == 26)
}

@Test(arguments: [
  ("a_v3.npy", FormatError.unsupported(.npy(.structure))),
  ("no_c8.npy", .unsupported(.npy(.elements(.complexNumbers, type: "c8")))),
  ("no_object.npy", .unsupported(.npy(.elements(.objects, type: "O")))),
  ("no_text.npy", .unsupported(.npy(.elements(.texts, type: "U1")))),
  ("no_date.npy", .unsupported(.npy(.elements(.dates, type: "M8[D]")))),
  ("no_v2.npy", .unsupported(.npy(.elements(.rawBytes, type: "V2")))),
  ("no_rank0.npy", .rank(0)), ("no_rank5.npy", .rank(5)),
  ("no_element.npy", .empty),
])
func arrayThatIsNoTensorIsRefused(_ name: String, error: FormatError) {
  #expect(throws: error) { try SampleFile.tensor(name) }
}

@Test func everyCutArrayIsTruncated() throws {
  let bytes = try SampleFile.bytes("a_f4.npy")
  for length in NPYHeader.magic.count..<bytes.count {
    do throws(FormatError) {
      _ = try NPYFile.tensor(from: Array(bytes.prefix(length)))
      Issue.record("\(length) bytes were enough")
    } catch {
      guard case .truncated(let expected, length) = error, expected > length else {
        Issue.record("\(error)")
        continue
      }
    }
  }
  #expect(throws: FormatError.truncated(expectedBytes: 176, foundBytes: 175)) {
    try NPYFile.tensor(from: bytes.dropLast())
  }
}

private func array(_ header: String, dataBytes: Int = 0) -> [UInt8] {
  let text = Array(header.utf8)
  return NPYHeader.magic + [1, 0, UInt8(text.count & 255), UInt8(text.count >> 8)] + text
    + [UInt8](repeating: 0, count: dataBytes)
}

@Test(arguments: [
  "{\"shape\": (1, 2,), \"fortran_order\":False,\"descr\":\"|u1\"}",
  "  { 'descr' : 'u1' , 'shape':(1L,2L), 'fortran_order': True ,}  \n",
])
func headerIsReadTolerantly(_ header: String) throws {
  #expect(try NPYFile.tensor(from: array(header, dataBytes: 2)) == Tensor(rows: [[0, 0]]))
}

@Test func announcedSizeIsCheckedBeforeItIsBelieved() {
  func error(_ shape: String) -> FormatError? {
    #expect(throws: FormatError.self) {
      try NPYFile.tensor(
        from: array("{'descr': '<f8', 'fortran_order': False, 'shape': (\(shape)), }"))
    }
  }
  #expect(error("100000, 100000") == .tooLarge(dimensions: [100_000, 100_000]))
  let most = Int.max
  #expect(error("\(most), \(most)") == .tooLarge(dimensions: [most, most]))
  #expect(error("99999999999999999999, 2") == .tooLarge(dimensions: [most, 2]))
}

@Test(arguments: [(false, [1, 0]), (true, [0, 1])])
func doublePastSinglePrecisionIsRefusedWithItsPlace(isFortran: Bool, position: [Int]) {
  let header =
    "{'descr': '<f8', 'fortran_order': \(isFortran ? "True" : "False"), 'shape': (2, 2), }"
  let numbers: [Double] = [1, -.infinity, -1e300, 2]
  let bytes =
    array(header) + numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
  #expect(throws: FormatError.tooGreatElement(-1e300, at: position)) {
    try NPYFile.tensor(from: bytes)
  }
}

@Test func arrayIsReadUpToALimit() throws {
  let bytes = array("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }", dataBytes: 6)
  #expect(try NPYFile.tensor(from: bytes, limit: 6).shape == Shape(2, 3))
  #expect(throws: FormatError.tooLarge(dimensions: [2, 3], limit: 5)) {
    try NPYFile.tensor(from: bytes, limit: 5)
  }
}
