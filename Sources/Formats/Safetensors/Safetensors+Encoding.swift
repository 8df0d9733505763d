extension Safetensors {
  /// The bytes of the file: F32, arrays and metadata in the order of their names, so that equal
  /// contents make equal files. The header is filled up with spaces to a multiple of 8 bytes.
  public var bytes: [UInt8] {
    var fields: [JSON.Field] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { ($0.key, JSON.text($0.value)) }
      fields.append((Safetensors.metadataKey, .object(pairs)))
    }
    var offset = 0
    for entry in entries {
      let end = offset + 4 * entry.values.count
      let place: [JSON.Field] = [
        ("dtype", .text("F32")), ("shape", .list(of: entry.dimensions)),
        ("data_offsets", .list(of: [offset, end])),
      ]
      fields.append((entry.name, .object(place)))
      offset = end
    }
    var header = Array(JSON.object(fields).text(.compact).utf8)
    header += [UInt8](repeating: .space, count: (8 - header.count % 8) % 8)

    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + offset)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes += $0 }
    bytes += header
    for entry in entries {
      for value in entry.values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }
}
