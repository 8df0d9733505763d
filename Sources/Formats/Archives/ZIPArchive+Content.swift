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
    let range = try range(of: member)
    switch member.method {
    case 0:
      for start in stride(from: range.lowerBound, to: range.upperBound, by: ZIPArchive.piece) {
        let left = limit - (start - range.lowerBound)
        if left <= 0 { break }
        let end = min(range.upperBound, start + min(left, ZIPArchive.piece))
        try source.bytes(in: start..<end).withUnsafeBytes(take)
      }
    case 8:
      guard member.size / Deflate.greatestRatio <= member.packedSize else {
        throw .corrupt(
          .zip(.tooTight(name, size: member.size, packedSize: member.packedSize)))
      }
      let packed = try source.bytes(in: range)
      try Deflate.unpack(packed, in: packed.indices, .none, atMost: limit, take)
    default:
      throw .unsupported(.zip(.method(member.method, of: name)))
    }
  }

  /// How many bytes of a member are read at once.
  private static let piece = 1 << 20

  /// Where a member's bytes stand in the file, packed or not.
  private func range(of member: Member) throws(FormatError) -> Range<Int> {
    // The header before the data repeats the name, and has an extra field of its own.
    let header =
      member.offset < source.count
      ? try source.bytes(in: member.offset..<min(source.count, member.offset + 30)) : []
    guard header.number(at: 0, size: 4) == 0x0403_4B50,
      let nameLength = header.number(at: 26, size: 2),
      let extraLength = header.number(at: 28, size: 2),
      case let start = member.offset + 30 + nameLength + extraLength,
      start <= source.count, member.packedSize <= source.count - start
    else { throw .corrupt(.zip(.outside(member.name.excerpt))) }
    return start..<start + member.packedSize
  }
}
