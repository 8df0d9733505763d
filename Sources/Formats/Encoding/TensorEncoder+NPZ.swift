import CZlib
import Model

extension TensorEncoder {
  /// Tensors by name in a zip archive without compression, as `numpy.savez` writes them.
  ///
  /// Source: *.ZIP File Format Specification*, PKWARE, 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
  ///
  /// - Precondition: The names differ, and the file stays below 4 GB.
  public static func npz(_ tensors: [(name: String, tensor: Tensor)]) -> [UInt8] {
    archive(tensors.map { ($0.name + ".npy", npy($0.tensor)) })
  }

  /// A zip archive without compression.
  static func archive(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let member = ZIPMember(name: name, content: content, offset: file.count)
      file += member.localHeader + member.content
      directory += member.directoryHeader
    }
    let start = file.count
    file += directory
    file += bytes(0x0605_4B50, 4) + bytes(0, 4)
    file += bytes(members.count, 2) + bytes(members.count, 2)
    file += bytes(directory.count, 4) + bytes(start, 4) + bytes(0, 2)
    return file
  }

  /// A whole number in little-endian order.
  fileprivate static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// A member of an archive that is being written.
private struct ZIPMember {
  let name: [UInt8]
  let content: [UInt8]
  /// Where its header stands in the file.
  let offset: Int
  private let checksum: Int

  init(name: String, content: [UInt8], offset: Int) {
    self.name = Array(name.utf8)
    self.content = content
    self.offset = offset
    checksum = Int(content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
  }

  /// What both headers say: version 2.0, names in UTF-8, stored, the first day that zip knows.
  private var fields: [UInt8] {
    let (version, isUTF8, stored, time, day) = (20, 1 << 11, 0, 0, 1 << 5 | 1)
    return [version, isUTF8, stored, time, day].flatMap { TensorEncoder.bytes($0, 2) }
      + [checksum, content.count, content.count].flatMap { TensorEncoder.bytes($0, 4) }
      + TensorEncoder.bytes(name.count, 2)
  }

  var localHeader: [UInt8] {
    TensorEncoder.bytes(0x0403_4B50, 4) + fields + TensorEncoder.bytes(0, 2) + name
  }

  var directoryHeader: [UInt8] {
    let version = 20
    return TensorEncoder.bytes(0x0201_4B50, 4) + TensorEncoder.bytes(version, 2) + fields
      + [0, 0, 0, 0].flatMap { TensorEncoder.bytes($0, 2) }
      + TensorEncoder.bytes(0, 4) + TensorEncoder.bytes(offset, 4) + name
  }
}
