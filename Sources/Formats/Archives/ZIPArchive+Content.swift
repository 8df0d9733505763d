import CZlib

extension ZIPArchive {
  /// The first bytes of a member, at most `count`; no checksum is asked.
  ///
  /// - Throws: `unsupported` where it is encrypted or packed otherwise than by deflate; `corrupt`.
  func start(of member: Member, count: Int) throws(FormatError) -> [UInt8] {
    var content: [UInt8] = []
    try read(member, atMost: count) { content.append(contentsOf: $0) }
    return content
  }

  /// A member's content as far as `limit` bytes; the whole of it is checked against its checksum.
  ///
  /// - Throws: The same, also where size or checksum differ from what the directory says.
  func content(of member: Member, keeping limit: Int) throws(FormatError) -> [UInt8] {
    guard member.size <= FileReader.maximumLength else {
      throw .corrupt(
        reason: "“\(member.name.excerpt)” of \(member.size) bytes, where "
          + "\(FileReader.maximumLength) is the most")
    }
    var content: [UInt8] = []
    content.reserveCapacity(min(limit, member.size))
    var length = 0
    var checksum = crc32(0, nil, 0)
    try read(member, atMost: member.size + 1) { piece in
      length += piece.count
      let bytes = piece.assumingMemoryBound(to: Bytef.self)
      checksum = crc32_z(checksum, bytes.baseAddress, bytes.count)
      content.append(contentsOf: piece.prefix(limit - content.count))
    }
    guard length == member.size else {
      let found = length > member.size ? "more" : "\(length)"
      throw .corrupt(
        reason: "“\(member.name.excerpt)” announces \(member.size) bytes and has \(found)")
    }
    guard checksum == UInt(member.checksum) else {
      throw .corrupt(reason: "the checksum of “\(member.name.excerpt)” is wrong")
    }
    return content
  }

  private func read(
    _ member: Member, atMost limit: Int, _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FormatError) {
    let name = member.name.excerpt
    if member.isEncrypted { throw .unsupported(reason: "“\(name)” in encrypted form") }
    // The header before the data repeats the name, and has an extra field of its own.
    guard bytes.number(at: member.offset, size: 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: member.offset + 26, size: 2),
      let extraLength = bytes.number(at: member.offset + 28, size: 2),
      case let start = member.offset + 30 + nameLength + extraLength,
      start <= bytes.count, member.packedSize <= bytes.count - start
    else { throw .corrupt(reason: "“\(name)” lies outside of the archive") }
    let range = start..<start + member.packedSize
    switch member.method {
    case 0:
      bytes.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[range.prefix(limit)])) }
    case 8:
      guard member.size / Deflate.greatestRatio <= member.packedSize else {
        throw .corrupt(
          reason: "“\(name)” announces \(member.size) bytes in \(member.packedSize) packed ones")
      }
      try Deflate.unpack(bytes, in: range, .none, atMost: limit, take)
    default:
      throw .unsupported(reason: "“\(name)” packed by the zip method \(member.method)")
    }
  }
}
