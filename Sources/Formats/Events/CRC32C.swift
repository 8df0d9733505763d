import CProcessor

/// The checksum with Castagnoli's polynomial, by the processor's own instruction where it has one.
///
/// Source: RFC 3720, appendix B.4.
enum CRC32C {
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    hasInstruction
      ? ~cn_crc32c(~0, bytes.baseAddress, bytes.count) : checksumByTables(bytes)
  }

  /// The checksum as records have it: turned, and with a constant added, so that a checksum of bytes
  /// with checksums in them stays a good one.
  ///
  ///     masked = rotr(checksum, 15) + 0xA282EAD8
  static func masked(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let checksum = checksum(bytes)
    return (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
  }

  /// The same checksum on any processor, eight bytes at a time.
  ///
  /// Source: Kounavis and Berry, *A systematic approach to building high performance software-based CRC
  /// generators* (2005).
  static func checksumByTables(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var crc = ~UInt32(0)
      var at = 0
      while at + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        var mixed = word ^ UInt64(crc)
        crc = 0
        for table in (0..<8).reversed() {
          crc ^= tables[table << 8 | Int(mixed & 0xFF)]
          mixed >>= 8
        }
        at += 8
      }
      for byte in bytes[at...] {
        crc = crc >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
      }
      return ~crc
    }
  }

  private static let hasInstruction = cn_processor_has_crc32c()

  /// Eight tables of 256: what a byte comes to with 0 to 7 bytes behind it.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { (byte: UInt32) in
      (0..<8).reduce(byte) { crc, _ in crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0x82F6_3B78 }
    }
    for entry in 256..<8 * 256 {
      let before = tables[entry - 256]
      tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
    }
    return tables
  }()
}
