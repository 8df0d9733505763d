/// A zip archive, as its central directory lists it; the sizes that stand beside the data are not
/// needed. Nothing is unpacked before it is asked for, and nothing is ever written.
///
/// Source: PKWARE, *APPNOTE.TXT*, version 6.3.10.
struct ZIPArchive {
  struct Member: Hashable {
    let name: String
    let isEncrypted: Bool
    /// 0 stored, 8 deflated.
    let method: Int
    let checksum: Int
    /// In bytes, as the directory has them.
    var packedSize: Int
    var size: Int
    /// Of the header that stands before the data.
    var offset: Int
  }

  let source: any ByteSource
  /// In the order of the directory.
  private(set) var members: [Member] = []

  /// The longest directory that is taken in, in bytes: 256 MiB.
  private static let longestDirectory = 1 << 28

  static func hasMagic(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// The name of the first member, as the start of the file has it.
  static func firstName(_ bytes: [UInt8]) -> String? {
    guard hasMagic(bytes), let length = bytes.number(at: 26, size: 2), bytes.count >= 30 + length
    else { return nil }
    return String(decoding: bytes[30..<30 + length], as: UTF8.self)
  }

  /// - Throws: `corrupt`, also for a member name outside the archive or a repeated name; what the
  ///   source throws.
  init(_ source: any ByteSource) throws(FormatError) {
    self.source = source
    guard let end = try End(source) else {
      throw .corrupt(.zip(.noDirectory))
    }
    guard (0...ZIPArchive.longestDirectory).contains(end.record - end.directory) else {
      throw .corrupt(.zip(.damagedDirectory))
    }
    let bytes = try source.bytes(in: end.directory..<end.record)
    var at = 0
    var names: Set<String> = []
    // Each entry has 46 bytes at least, so the file's size bounds what is allocated.
    for _ in 0..<end.count {
      let (member, next) = try ZIPArchive.member(bytes, at: at)
      guard names.insert(member.name).inserted else {
        throw .corrupt(.zip(.repeatedName(member.name.excerpt)))
      }
      members.append(member)
      at = next
    }
  }

  /// Where the directory is.
  private struct End {
    let count: Int
    let directory: Int
    /// Where the record stands that says so.
    let record: Int

    /// Looks for the record at the file's end, which a comment may follow; nil without one.
    init?(_ source: any ByteSource) throws(FormatError) {
      let start = max(0, source.count - 65_577)
      let bytes = try source.bytes(in: start..<source.count)
      let candidates = stride(from: bytes.count - 22, through: 0, by: -1)
      let found = candidates.first { at in
        bytes.number(at: at, size: 4) == 0x0605_4B50
          && bytes.number(at: at + 20, size: 2).map { at + 22 + $0 } == bytes.count
      }
      guard let found, let count = bytes.number(at: found + 10, size: 2),
        let directory = bytes.number(at: found + 16, size: 4)
      else { return nil }
      record = start + found
      guard count == 0xFFFF || directory == 0xFFFF_FFFF else {
        self.count = count
        self.directory = directory
        return
      }
      guard bytes.number(at: found - 20, size: 4) == 0x0706_4B50,
        let wide = bytes.number(at: found - 12, size: 8), wide < record,
        case let bytes = try source.bytes(in: wide..<min(record, wide + 56)),
        bytes.number(at: 0, size: 4) == 0x0606_4B50,
        let count = bytes.number(at: 32, size: 8),
        let directory = bytes.number(at: 48, size: 8)
      else { throw .corrupt(.zip(.damagedDirectory)) }
      self.count = count
      self.directory = directory
    }
  }

  /// Reads an entry of the directory.
  private static func member(
    _ bytes: [UInt8], at start: Int
  ) throws(FormatError) -> (Member, next: Int) {
    func number(_ offset: Int, _ size: Int) throws(FormatError) -> Int {
      guard start <= bytes.count, let number = bytes.number(at: start + offset, size: size) else {
        throw .corrupt(.zip(.damagedDirectory))
      }
      return number
    }
    guard try number(0, 4) == 0x0201_4B50 else {
      throw .corrupt(.zip(.damagedDirectory))
    }
    let extra = start + 46 + (try number(28, 2))
    let comment = extra + (try number(30, 2))
    let next = comment + (try number(32, 2))
    guard next <= bytes.count else { throw .corrupt(.zip(.damagedDirectory)) }
    let name = String(decoding: bytes[start + 46..<extra], as: UTF8.self)
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw .unsupported(.zip(.nameOutside(name.excerpt)))
    }
    var member = Member(
      name: name, isEncrypted: try number(8, 2) & 1 == 1, method: try number(10, 2),
      checksum: try number(16, 4), packedSize: try number(20, 4), size: try number(24, 4),
      offset: try number(42, 4))
    try member.widen(bytes, extra..<comment)
    return (member, next)
  }
}

extension ZIPArchive.Member {
  /// Replaces the sizes that did not fit into 32 bits by those of the extra field 1, in which only
  /// they stand.
  fileprivate mutating func widen(_ bytes: [UInt8], _ extra: Range<Int>) throws(FormatError) {
    let wide: [WritableKeyPath<Self, Int>] = [\.size, \.packedSize, \.offset]
      .filter { self[keyPath: $0] == 0xFFFF_FFFF }
    guard !wide.isEmpty else { return }
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound, let kind = bytes.number(at: at, size: 2),
      let length = bytes.number(at: at + 2, size: 2)
    {
      if kind == 1, 8 * wide.count <= length, at + 4 + length <= extra.upperBound {
        for (index, size) in wide.enumerated() {
          guard let number = bytes.number(at: at + 4 + 8 * index, size: 8) else { break }
          self[keyPath: size] = number
        }
        return
      }
      at += 4 + length
    }
    throw .corrupt(.zip(.noSize(name.excerpt)))
  }
}
