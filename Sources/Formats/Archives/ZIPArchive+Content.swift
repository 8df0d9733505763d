import CZlib

extension ZIPArchive {
  /// The first bytes of a member, at most `count`, without a check of the checksum.
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
        .zip(
          .tooLong(
            member.name.excerpt, size: member.size, limit: FileReader.maximumLength)))
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
      throw .corrupt(
        .zip(
          .size(
            member.name.excerpt, announced: member.size,
            found: length > member.size ? nil : length)))
    }
    guard checksum == UInt(member.checksum) else {
      throw .corrupt(.zip(.checksum(member.name.excerpt)))
    }
    return content
  }

  private func read(
    _ member: Member, atMost limit: Int, _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(FormatError) {
    let name = member.name.excerpt
    if member.isEncrypted { throw .unsupported(.zip(.encrypted(name))) }
    // The header before the data repeats the name, and has an extra field of its own.
    guard bytes.number(at: member.offset, size: 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: member.offset + 26, size: 2),
      let extraLength = bytes.number(at: member.offset + 28, size: 2),
      case let start = member.offset + 30 + nameLength + extraLength,
      start <= bytes.count, member.packedSize <= bytes.count - start
    else { throw .corrupt(.zip(.outside(name))) }
    let range = start..<start + member.packedSize
    switch member.method {
    case 0:
      bytes.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[range.prefix(limit)])) }
    case 8:
      guard member.size / Deflate.greatestRatio <= member.packedSize else {
        throw .corrupt(
          .zip(.tooTight(name, size: member.size, packedSize: member.packedSize)))
      }
      try Deflate.unpack(bytes, in: range, .none, atMost: limit, take)
    default:
      throw .unsupported(.zip(.method(member.method, of: name)))
    }
  }
}
