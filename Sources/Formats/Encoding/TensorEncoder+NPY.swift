import Model

extension TensorEncoder {
  /// A NumPy array file: version 1.0, little-endian single precision, row-major, data at a multiple
  /// of 64 bytes.
  public static func npy(_ tensor: Tensor) -> [UInt8] {
    let shape = tensor.shape.dimensions.map(String.init).joined(separator: ", ")
    var header = Array("{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }".utf8)
    let prefix = NPYHeader.magic.count + 4
    let padded = (prefix + header.count + 1 + 63) / 64 * 64
    header += [UInt8](repeating: .space, count: padded - prefix - header.count - 1) + [.lineFeed]

    var bytes = NPYHeader.magic + [1, 0]
    bytes.reserveCapacity(padded + 4 * tensor.elements.count)
    bytes += [UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    for value in tensor.elements {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
