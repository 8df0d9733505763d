import Model
import Testing

@testable import Formats

/// What a file is read as, and what is said of it.
private func decode(
  _ bytes: [UInt8], name: String, array: String? = nil
) throws(FormatError) -> (Tensor, [FormatRemark]) {
  var remarks: [FormatRemark] = []
  let tensor = try TensorDecoder.decode(bytes, name: name, array: array) { remarks.append($0) }
  return (tensor, remarks)
}

@Test(arguments: [("no_rank1.npy", nil), ("npz_stored.npz", "layer/bias")])
func oneAxisIsOneRow(_ name: String, array: String?) throws {
  let (tensor, remarks) = try decode(SampleFile.bytes(name), name: name, array: array)
  #expect(tensor.shape.rank == 2 && tensor.shape.rows == 1)
  #expect(remarks == [.oneAxis(length: tensor.shape.columns)])
}

@Test func oneListIsOneRow() throws {
  let (tensor, remarks) = try decode(Array("[1, -2.5, 3]".utf8), name: "x.json")
  #expect(tensor == Tensor(rows: [[1, -2.5, 3]]))
  #expect(remarks == [.oneAxis(length: 3)])
  #expect(try decode(Array("[[1, 2]]".utf8), name: "x.json").1.isEmpty)
}

/// As ml_dtypes wrote it, with the values that it reads; raw bytes without a byte order are none.
@Test func bfloat16IsReadAndSaid() throws {
  let (tensor, remarks) = try decode(SampleFile.bytes("bf16.npy"), name: "bf16.npy")
  #expect(tensor == (try SampleFile.expected("bf16.npy")))
  #expect(remarks == [.bfloat16])
}
