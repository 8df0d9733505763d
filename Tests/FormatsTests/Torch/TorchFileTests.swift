import Foundation
import Model
import Testing

@testable import Formats

/// What PyTorch reads from a file of `Files/torch`.
private struct Row: Decodable {
  let name, type: String
  let shape, strides: [Int]
  let offset: Int
  /// Nil for a type that is not read.
  let values: [Double]?
}

private let files = [
  "ck.pt", "ckpt_full.pt", "ckpt_legacy.pt", "ema.pt", "hostile.pt", "legacy.pt", "lightning.ckpt",
  "m.pt2", "module_legacy.pt", "nested.pth", "one.pt", "optimizer.pt", "sd.pt", "ts.pt", "types.pt",
  "views.pt", "views_legacy.pt", "whole.pt",
]

private func bytes(_ name: String) throws -> [UInt8] { try SampleFile.bytes("torch/" + name) }

private func rows(_ name: String) throws -> [Row] {
  try JSONDecoder().decode([Row].self, from: Data(bytes(name + ".json")))
}

@Test(arguments: files)
func torchFileHasWhatPyTorchReads(_ name: String) throws {
  let file = try TorchFile(bytes(name))
  let rows = try rows(name)
  #expect(Set(file.entries.map(\.name)) == Set(rows.map(\.name)))
  for row in rows {
    let entry = try #require(file.entries.first { $0.name == row.name }, "\(row.name)")
    #expect(entry.type == row.type && entry.dimensions == row.shape, "\(row.name)")
    // A script's own pickle numbers the parts of a storage in another way.
    if name != "ts.pt" { #expect(entry.strides == row.strides && entry.offset == row.offset) }
    if let values = row.values {
      let array = try file.array(entry)
      #expect(array.dimensions == row.shape)
      #expect(array.values == values.map { Float($0) }, "\(row.name)")
    } else {
      #expect(throws: FormatError.self) { try file.array(entry) }
    }
  }
}

@Test func torchTypesThatAreNotReadAreNamed() throws {
  let file = try TorchFile(bytes("types.pt"))
  for name in ["complex64", "float8_e4m3fn"] {
    let entry = try #require(file.entries.first { $0.name == name })
    #expect(
      throws: FormatError.elementType(name, of: name, readable: TorchType.readable)
    ) { try file.array(entry) }
  }
}

@Test func whatAFileWouldCallIsNamedAndNotCalled() throws {
  #expect(try TorchFile(bytes("hostile.pt")).uncalled == ["posix.system"])
  var remarks: [FormatRemark] = []
  _ = try TensorDecoder.decode(bytes("hostile.pt"), name: "x.pt") { remarks.append($0) }
  #expect(remarks == [.uncalled(["posix.system"])])
  #expect(throws: FormatError.unsupported(.torch(.onlyObjects(["posix.system"])))) {
    try TorchFile(bytes("only_hostile.pt"))
  }
  #expect(throws: FormatError.empty) { try TorchFile(bytes("no_tensor.pt")) }
}

@Test func aTensorIsFoundByItsAddress() throws {
  for (text, shape) in [
    ("ck.pt:c1.weight", [4, 1, 3, 3]), ("lightning.ckpt:model.0.weight", [4, 6]),
    ("m.pt2:c1.weight", [4, 1, 3, 3]), ("legacy.pt:c1.weight", [4, 1, 3, 3]),
  ] {
    let address = ArrayAddress(text)
    let tensor = try TensorDecoder.decode(
      bytes(address.path), name: address.path, array: address.array)
    #expect(tensor.shape.dimensions == shape)
  }
  #expect(try TensorDecoder.decode(bytes("one.pt"), name: "-").shape.dimensions == [2, 3])
  #expect(throws: FormatError.self) { try TensorDecoder.decode(bytes("ck.pt"), name: "ck.pt") }
}

@Test(arguments: 0...5)
func picklesOfEveryProtocolAreTheSame(_ number: Int) throws {
  let pickle = try PickleMachine(bytes("protocol\(number).pickle")).pickle
  let list = try #require(pickle.value("list", of: pickle.root).flatMap { pickle.list($0) })
  #expect(
    list.dropLast() == [
      .int(1), .int(-2), .int(300), .int(70000), .int(1 << 40), .flag(true), .none, .float(2.5),
      .text("téxt"),
    ])
  let order = try #require(pickle.value("order", of: pickle.root))
  #expect(pickle.value("a", of: order) == .int(1))
  #expect(pickle.value("b", of: order).flatMap { pickle.sizes($0) } == [1, 2, 3, 4])
}

@Test func everyCutTorchFileIsAnError() throws {
  for name in ["ckpt_legacy.pt", "one.pt", "views_legacy.pt"] {
    let whole = try bytes(name)
    for length in 0..<whole.count {
      #expect(throws: FormatError.self) {
        let file = try TorchFile(Array(whole[..<length]))
        for entry in file.entries { _ = try file.array(entry) }
      }
    }
  }
}

@Test func flippedNumbersOfAnArchiveAreFound() throws {
  var bytes = try bytes("one.pt")
  let content = withUnsafeBytes(of: Float(100)) { Array($0) }
  let place = try #require(bytes.indices.first { bytes[$0...].starts(with: content) })
  bytes[place] ^= 1
  #expect(throws: FormatError.corrupt(.zip(.checksum("one/data/0")))) {
    try TensorDecoder.decode(bytes, name: "one.pt")
  }
}

// MARK: Hostile pickles

private func machine(_ text: String) throws(FormatError) -> Pickle {
  try PickleMachine(text.unicodeScalars.map { UInt8($0.value) }).pickle
}

@Test func aPickleNestedWithoutEndIsRefused() throws {
  let levels = String(repeating: "]", count: 2000) + String(repeating: "a", count: 1999) + "."
  #expect(throws: FormatError.corrupt(.pickle(.tooDeep(limit: 1000)))) {
    try TorchNames.entries(of: machine(levels))
  }
  let allowed = String(repeating: "]", count: 1000) + String(repeating: "a", count: 999) + "."
  #expect(try TorchNames.entries(of: machine(allowed)).isEmpty)
  // A list that holds itself.
  #expect(throws: FormatError.corrupt(.pickle(.tooDeep(limit: 1000)))) {
    try TorchNames.entries(of: machine("]q\0h\0a."))
  }
  // A hundred thousand levels, which nothing may follow by calling itself.
  let deep = try machine(
    String(repeating: ")", count: 1) + String(repeating: "\u{85}", count: 100_000) + ".")
  #expect(deep.nodes.count == 100_001)
}

@Test func aPickleThatUnfoldsWithoutEndIsRefused() throws {
  // Each list holds the one before twice.
  var text = "]"
  for _ in 0..<40 { text += "q\0]q\u{1}h\0ah\0a" }
  #expect(throws: FormatError.corrupt(.pickle(.tooManyObjects))) {
    try TorchNames.entries(of: machine(text + "."))
  }
}

@Test func aPickleOfTooManyObjectsIsRefused() {
  for code in ["]", "N"] {
    let bytes = Array(repeating: Array(code.utf8)[0], count: PickleMachine.mostObjects + 1)
    #expect(throws: FormatError.corrupt(.pickle(.tooManyObjects))) { try PickleMachine(bytes) }
  }
}

@Test func brokenPicklesSayWhere() {
  #expect(throws: FormatError.corrupt(.pickle(.endsEarly))) { try machine("]") }
  #expect(throws: FormatError.corrupt(.pickle(.broken(byte: 1)))) { try machine(".") }
  #expect(throws: FormatError.corrupt(.pickle(.unknownCode(0xFF, byte: 1)))) {
    try machine("N\u{FF}")
  }
  #expect(throws: FormatError.corrupt(.pickle(.broken(byte: 2)))) { try machine("(R.") }
  #expect(throws: FormatError.corrupt(.pickle(.broken(byte: 2)))) { try machine("h\u{1}.") }
  // A text of 2⁶³ bytes, and one of 2³¹.
  #expect(throws: FormatError.self) { try machine("\u{8D}\0\0\0\0\0\0\0\u{80}.") }
  #expect(throws: FormatError.corrupt(.pickle(.endsEarly))) { try machine("X\0\0\0\u{80}.") }
}

@Test func aTensorPastItsStorageIsRefused() throws {
  let file = try TorchFile(bytes("one.pt"))
  let storage = file.entries[0].tensor.storage
  for (dimensions, strides, offset) in [
    ([2, 3], [3, 1], 1), ([2, 4], [3, 1], 0), ([2], [Int.max], 0), ([1 << 20], [1 << 50], 0),
    ([1], [1], Int.max), ([], [], Int.max),
  ] {
    let tensor = TorchTensor(
      storage: storage, type: "float32", offset: offset, dimensions: dimensions, strides: strides)
    #expect(throws: FormatError.corrupt(.torch(.outside("x")))) {
      try file.array(TorchFile.Entry(name: "x", tensor: tensor))
    }
  }
}

@Test func whereAnAxisHasOneElementItsStrideMeansNothing() {
  let elements: [Float] = [1, 2, 3, 4, 5, 6]
  #expect(elements.rowMajor([1, 3, 2], strides: [.max, 1, 3]) == [1, 4, 2, 5, 3, 6])
  #expect(elements.rowMajor([2, 1], strides: [5, .max]) == [1, 6])
}
