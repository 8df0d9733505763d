import Model

/// Named NumPy arrays in a zip archive, as `numpy.savez` and `numpy.savez_compressed` write them.
enum NPZFile {
  /// - Parameter name: Of the array, with or without `.npy`; nil where there is one alone.
  /// - Throws: `unnamedArray` and `missingArray` with the names that are there; `empty` for an archive
  ///   of nothing; `unsupported`, `corrupt`; what `NPYFile` throws.
  static func tensor(
    from bytes: any ByteSource, array name: String?, limit: Int = FormatError.maximumCount,
    _ remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    let archive = try ZIPArchive(bytes)
    let member = try member(name, of: archive)
    let header = try NPYHeader(archive.start(of: member, count: greatestHeader))
    let expected = header.dataOffset + (try NPYFile.byteCount(header, limit: limit))
    guard member.size >= expected else {
      throw .truncated(expectedBytes: expected, foundBytes: member.size)
    }
    let content = try archive.content(of: member, keeping: expected)
    return try NPYFile.tensor(from: content, remark)
  }

  /// The names and shapes of all arrays that are read.
  static func entries(of source: any ByteSource) throws(FormatError) -> [TensorListing.Entry] {
    let archive = try ZIPArchive(source)
    var entries: [TensorListing.Entry] = []
    for member in archive.members where member.name.hasSuffix(".npy") {
      guard let header = try? NPYHeader(archive.start(of: member, count: greatestHeader)) else {
        continue
      }
      entries.append(
        TensorListing.Entry(name: String(member.name.dropLast(4)), dimensions: header.dimensions))
    }
    guard !entries.isEmpty else { throw .unsupported(.zip(.noArrays)) }
    return entries
  }

  /// What NumPy writes before the numbers of an array of up to four axes is much shorter.
  private static let greatestHeader = 1 << 16

  private static func member(
    _ name: String?, of archive: ZIPArchive
  ) throws(FormatError) -> ZIPArchive.Member {
    let ending = ".npy"
    let arrays = archive.members.filter { $0.name.hasSuffix(ending) }
    guard archive.members.isEmpty || !arrays.isEmpty else {
      throw .unsupported(.zip(.noArrays))
    }
    let names = arrays.map { String($0.name.dropLast(ending.count)) }
    if let name, name.hasSuffix(ending), let index = arrays.firstIndex(where: { $0.name == name }) {
      return arrays[index]
    }
    return arrays[try ArrayAddress.index(of: name, among: names)]
  }
}
