/// Records with checksums, as event files hold them, out of bytes that come piece by piece.
///
///     length u64 | masked CRC-32C of the length u32 | record | masked CRC-32C of the record u32
///
/// All is little-endian. A record that is not all there yet is waited for. One whose own checksum is
/// wrong is passed over by its length; where the length is wrong, reading goes on at the next byte
/// where a length agrees with its checksum.
///
/// Source: TensorBoard 2.21, `record_writer.py`.
public struct RecordReader: Sendable {
  /// A stretch of the file that no record was read from.
  public struct Damage: Hashable, Sendable {
    /// Of its first byte in the file.
    public let offset: Int
    public let fault: Fault
    /// Where reading went on; nil as long as it does not.
    public internal(set) var end: Int?
  }

  public enum Fault: Hashable, Sendable {
    /// The length of a record does not agree with its checksum.
    case length
    /// The content of a record does not agree with its checksum.
    case content
    /// A record has this many bytes, more than are taken in.
    case tooLong(Int)
    /// A record is whole, but is no message.
    case message
  }

  /// The longest record that is taken in: 256 MiB.
  public static let longest = 1 << 28
  /// At most so many places of damage are kept.
  static let mostDamages = 1000

  /// How much of the file was read, in bytes: whole records and what is damaged.
  public private(set) var offset = 0
  /// The first ones, in the order of the file.
  public private(set) var damages: [Damage] = []
  /// How many there are.
  public private(set) var damageCount = 0

  /// What came behind `offset`.
  private var pending: [UInt8] = []
  private var skipped = 0
  private var isLost = false

  public init() {}

  /// How many bytes came in; the next ones are those that follow in the file.
  public var received: Int { offset + pending.count }

  /// Takes the next bytes of the file.
  ///
  /// - Parameter record: Called with each record that is whole and good, and its place in the file. The
  ///   bytes are there only during the call. It answers whether it could read them.
  public mutating func take(
    _ bytes: UnsafeRawBufferPointer, record: (UnsafeRawBufferPointer, Int) -> Bool
  ) {
    var rest = bytes[...]
    while !pending.isEmpty, !rest.isEmpty {
      // No more than the record needs, so that what stands behind it is not copied.
      var begun: [UInt8] = []
      swap(&begun, &pending)
      let part = isLost ? rest : rest.prefix(RecordReader.missing(of: begun))
      begun.append(contentsOf: part)
      rest = rest[part.endIndex...]
      let count = begun.withUnsafeBytes { read($0, record) }
      begun.removeSubrange(..<count)
      pending = begun
    }
    guard !rest.isEmpty else { return }
    let count = read(UnsafeRawBufferPointer(rebasing: rest), record)
    pending = Array(rest.dropFirst(count))
  }

  /// How many bytes are missing of a record that has begun, or of the length it begins with; at least 1.
  private static func missing(of begun: [UInt8]) -> Int {
    let count = begun.count
    guard count >= 12, let length = begun.number(at: 0, size: 8) else {
      return max(1, 12 - count)
    }
    return max(1, 16 + length - count)
  }

  /// - Returns: How many of the bytes are done with.
  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ record: (UnsafeRawBufferPointer, Int) -> Bool
  ) -> Int {
    var at = 0
    while true {
      let passed = min(skipped, bytes.count - at)
      skipped -= passed
      at += passed
      if isLost {
        while at + 12 <= bytes.count, !RecordReader.isLength(bytes, at: at) { at += 1 }
      }
      guard at + 12 <= bytes.count else { break }
      if isLost { found(at) }
      let length = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      guard RecordReader.isLength(bytes, at: at), length < 1 << 62 else {
        isLost = true
        report(.length, at: at)
        at += 1
        continue
      }
      let end = at + 16 + Int(length)
      guard length <= RecordReader.longest else {
        skipped = end - at
        report(.tooLong(Int(length)), at: at, end: end)
        continue
      }
      guard end <= bytes.count else { break }
      let content = UnsafeRawBufferPointer(rebasing: bytes[at + 12..<end - 4])
      if CRC32C.masked(content) != RecordReader.checksum(bytes, at: end - 4) {
        report(.content, at: at, end: end)
      } else if !record(content, offset + at + 12) {
        report(.message, at: at, end: end)
      }
      at = end
    }
    offset += at
    return at
  }

  /// Whether a length and its checksum stand here.
  private static func isLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    CRC32C.masked(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 8]))
      == checksum(bytes, at: start + 8)
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private mutating func report(_ fault: Fault, at start: Int, end: Int? = nil) {
    damageCount += 1
    guard damages.count < RecordReader.mostDamages else { return }
    damages.append(
      Damage(offset: offset + start, fault: fault, end: end.map { offset + $0 }))
  }

  private mutating func found(_ at: Int) {
    isLost = false
    if damageCount == damages.count { damages[damages.count - 1].end = offset + at }
  }
}
