import Model
import Testing

@testable import Formats

private func storm(
  _ originals: [[UInt8]], seed: UInt64, alphabet: [UInt8] = textBytes, times: Int = mutations,
  decode: ([UInt8]) throws(FormatError) -> Tensor
) {
  damage(originals, seed: seed, alphabet: alphabet, times: times) { (bytes) throws(FormatError) in
    if try decode(bytes).elements.isEmpty { Issue.record("an empty tensor") }
  }
}

/// What an image's header and pixels say of it, in agreement.
private func image(_ bytes: [UInt8]) throws(FormatError) -> Tensor {
  let header = try ImageDecoder.header(bytes)
  let raster = try ImageDecoder.decode(bytes)
  #expect(header.width == raster.width && header.height == raster.height)
  _ = raster.region(rows: 0..<raster.height, columns: 0..<raster.width, step: 3)
  return raster.tensor(.rgb)
}

@Test func mutatedJSONNeverTraps() {
  let texts = ["[[0,1.5],[-2e3,NaN]]", "[[[1,2]],\n[[3,4]]]", "[[[[1],[2]]]]", "[[],[1]]"]
  storm(
    texts.map { Array($0.utf8) }, seed: 1,
    decode: { bytes throws(FormatError) in try JSONText.tensor(from: bytes) })
}

@Test func mutatedObjectsNeverTrap() {
  let texts = [
    "{\"K\": [[1,2]]}", "{\"X\": [1], \"K\": [[[1],[2]]], \"n\": {\"a\": [true, \"\\u0041\"]}}",
  ]
  storm(
    texts.map { Array($0.utf8) }, seed: 21,
    decode: { bytes throws(FormatError) in
      try JSONText.tensor(from: bytes, array: "K")
    })
}

@Test func mutatedCSVNeverTraps() {
  let texts = [
    "1,2\n3,4\n", "\u{FEFF}1;-inf\r\n3;4e5\r\n\r\n", " 1 \t2\r3 4",
    "a;\"b c\"\n1,5;\"2\"\n# x\n3;4,5\n",
    "x,y\n1,2,\n3,4,\n", "0,5 1,25\n3,0 4\n",
  ]
  storm(
    texts.map { Array($0.utf8) }, seed: 2,
    decode: { bytes throws(FormatError) in try CSVText.tensor(from: bytes) })
}

@Test func mutatedArrayNeverTraps() throws {
  let names = ["a_f4.npy", "a_fortran.npy", "a_v3.npy", "npy_v3.npy", "npy_le_f2.npy", "bf16.npy"]
  storm(
    try names.map(SampleFile.bytes), seed: 3,
    decode: { bytes throws(FormatError) in try NPYFile.tensor(from: bytes) })
}

/// The lengths put right, so that the damage reaches what is behind them.
@Test func mutatedHeadersNeverTrap() {
  let array = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 0, 3, 4), }"
  damage([Array(array.utf8)], seed: 31, times: mutations / 2) { (text) throws(FormatError) in
    let length = [UInt8(text.count & 255), UInt8(text.count >> 8)]
    let data = [UInt8](repeating: 1, count: 96)
    _ = try? NPYFile.tensor(from: NPYHeader.magic + [1, 0] + length + text + data)
    _ = try NPYHeader(NPYHeader.magic + [1, 0] + length + text + data)
  }
  let tensors =
    #"{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"#
    + #""b":{"dtype":"U8","shape":[0,3,2],"data_offsets":[16,16]},"__metadata__":{"step":"1"}}"#
  damage([Array(tensors.utf8)], seed: 32, times: mutations / 2) { (text) throws(FormatError) in
    let length = [UInt8(text.count & 255), UInt8(text.count >> 8), 0, 0, 0, 0, 0, 0]
    let file = length + text + [UInt8](repeating: 1, count: 16)
    _ = try? Safetensors.tensor(from: file, array: "a")
    _ = try? Safetensors.tensor(from: file, array: "b")
    _ = try Safetensors(file)
  }
}

@Test func mutatedCheckpointsNeverTrap() throws {
  let network = try Network(
    GraphNotation.graph("batchnorm, flatten, linear2"), input: Shape([1, 2, 2]), classes: 2)
  let trainer = NetworkTrainer(
    network, optimizer: Optimizer(.adam, learningRate: 0.1), batchSize: 1, seed: 0)
  let whole = Checkpoint.whole(trainer, settings: [])
  // As of the first version, without a checksum.
  let metadata = whole.metadata.filter { !["checksum", "checkpoint"].contains($0.key) }
  let bytes = Safetensors(entries: whole.entries, metadata: metadata).bytes
  let start = 8 + bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  let data = LabelledImages(
    shape: network.input, classNames: ["a", "b"], labels: [0, 1], pixels: (0..<8).map(Float.init))
  damage([Array(bytes[8..<start])], seed: 33, times: mutations / 2) { text throws(FormatError) in
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    let file = try Safetensors(length + text + bytes[start...])
    var resumed = trainer
    guard (try? Checkpoint.restore(file, settings: [], into: &resumed)) != nil else { return }
    var pool = SerialPool(network)
    _ = resumed.advance(data, on: &pool)
  }
}

/// Layers whose sizes are extreme, over images of extreme sizes.
@Test func extremeLayersNeverTrap() {
  let layers = [
    "conv3:s2:p1:d2,pool2:p1,conv5x3:s1x2,conv1:p7",
    "conv3:same=a,adaptiveavgpool7,pool3:ceil:s2:p1x0x0x1,conv1:from=a=b,add:b,concat:image",
  ]
  damage(layers.map { Array($0.utf8) }, seed: 34, times: mutations / 2) {
    text throws(FormatError) in
    guard let graph = try? GraphNotation.graph(String(decoding: text, as: UTF8.self)) else {
      throw .empty
    }
    for size in [20, 1 << 24, .max] {
      guard let spatial = try? SpatialGraph(graph, input: PlaneSize(size)) else { continue }
      _ = spatial.field(of: graph.nodes.count).middle(of: Position(row: 0, column: 0))
    }
  }
  let networks = [
    "conv2@5:p2:s2, relu, maxpool2:p1, batchnorm, avgpool3x2, flatten, linear10",
    "leakyrelu0.01, dropout0.5, conv1@1x1:d3, flatten, linear10",
    "conv4@3:same=a, relu, conv4@1:from=a:g2, add:a, concat:a, globalavgpool, flatten, linear10",
    "maxpool3:s2:p0x1x1x0:ceil=b, adaptiveavgpool2, mul:b, conv2@2:mreflect:p1, flatten, linear10",
  ]
  damage(networks.map { Array($0.utf8) }, seed: 35, times: mutations / 8) {
    text throws(FormatError) in
    guard let graph = try? GraphNotation.graph(String(decoding: text, as: UTF8.self)) else {
      throw .empty
    }
    for input in [Shape([1, 12, 12]), Shape([3, 1, 1 << 20])] {
      guard let network = try? Network(graph, input: input, classes: 10) else { continue }
      _ = network.byteCount(batch: 4096)
    }
  }
}

@Test func mutatedNetpbmNeverTraps() {
  let texts = [
    "P2 2 2 9\n1 2 3 4\n", "P3 1 1 255 1 2 3", "P5\n#x\n2 2 255 abcd", "P6 1 1 65535 abcdef",
    "P1\n#x\n3 2\n101 0 10", "P4 9 2\nabcd",
    "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\nabcdefgh",
    "P7\n#x\nWIDTH 1\nHEIGHT 2\nDEPTH 1\nMAXVAL 999\nENDHDR\nabcd",
  ]
  storm(texts.map { Array($0.utf8) }, seed: 4, decode: image)
}

@Test func mutatedBMPNeverTraps() throws {
  let originals = try SampleFile.names("bmp_").map(SampleFile.bytes)
  storm(originals, seed: 15, alphabet: anyByte, decode: image)
}

@Test func mutatedPNGNeverTraps() throws {
  let names = [
    "png_grey.png", "png_palette_transparent.png", "png_interlaced.png", "png_bits.png",
    "png_rgba16.png", "exif_png6.png", "exif_long_mm_png.png",
  ]
  let originals = try names.map(SampleFile.bytes)
  storm(originals, seed: 5, times: mutations / 2, decode: image)
  // Checksums put right, so that the damage reaches what is behind them.
  storm(originals, seed: 6, times: mutations / 2) { (bytes) throws(FormatError) in
    try image(bytes.withRightChecksums)
  }
}

@Test func mutatedJPEGNeverTraps() throws {
  let names = [
    "jpeg_grey.jpg", "jpeg_color.jpg", "jpeg_progressive.jpg", "exif_jpeg6.jpg",
    "exif_long_ii_jpg.jpg", "jpeg_cmyk.jpg", "jpeg_ycck.jpg", "jpeg_stray.jpg",
  ]
  storm(try names.map(SampleFile.bytes), seed: 7, alphabet: anyByte, decode: image)
}

@Test func mutatedDigitFilesNeverTrap() throws {
  let images = try ["train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte"]
    .map { try SampleFile.bytes("digits/" + $0) }
  damage(images, seed: 8, alphabet: anyByte, times: mutations / 2) { (bytes) throws(FormatError) in
    let array = try IDX(bytes, rank: 3)
    // Never more than the file holds, or can hold packed: deflate makes 1032 bytes of one at most.
    #expect(try array.values().count <= 1032 * bytes.count)
  }
  let labels = try ["train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte.gz"]
    .map { try SampleFile.bytes("digits/" + $0) }
  damage(labels, seed: 9, alphabet: anyByte, times: mutations / 2) { (bytes) throws(FormatError) in
    _ = try IDX(bytes, rank: 1).values()
  }
}

@Test func mutatedPackedFileNeverTraps() throws {
  let packed = try SampleFile.bytes("digits/train-images-idx3-ubyte.gz")
  damage([packed], seed: 10, times: mutations / 2) { (bytes) throws(FormatError) in
    #expect(try GZIP.unpacked(bytes, atMost: 100).count <= 100)
  }
}

@Test func mutatedArchiveNeverTraps() throws {
  let names = ["wc.npz", "npz_one.npz", "npz_streamed.npz", "npz_wide.npz", "npz_stored.npz"]
  storm(try names.map(SampleFile.bytes), seed: 12, alphabet: anyByte) { bytes throws(FormatError) in
    let name = (try? NPZFile.tensor(from: bytes, array: nil)) == nil ? "w" : nil
    return try NPZFile.tensor(from: bytes, array: name)
  }
}

@Test func mutatedSafetensorsNeverTrap() throws {
  let names = ["st_mixed.safetensors", "st_empty.safetensors", "no_half.safetensors"]
  damage(try names.map(SampleFile.bytes), seed: 11) { (bytes) throws(FormatError) in
    let values = try Safetensors(bytes).entries.reduce(0) { $0 + $1.values.count }
    #expect(values <= bytes.count)
  }
}

@Test func everyPathComesBackByteByByte() {
  let originals = ["café/x.png", "caf\u{10FFE9}", "\u{10FFFF}a", "😀/é\u{301}"].map {
    Array($0.utf8)
  }
  var mutation = Mutation(seed: 13)
  for time in 0..<mutations {
    let bytes = mutation.mutated(originals[time % originals.count], alphabet: anyByte)
    let path = String(path: bytes)
    #expect(path.pathBytes == bytes)
    #expect(String(decoding: path.utf8, as: UTF8.self).pathBytes == bytes)
  }
}

/// The start alone tells how much is worth reading; it never asks for less than a decoder needs.
@Test func mutatedStreamsAreReadAsFarAsTheyAreWorth() throws {
  let names = [
    "npy_le_f4.npy", "png_rgb.png", "jpeg_color.jpg", "pnm_p5.pgm", "pnm_p4.pbm", "bmp_v5.bmp",
  ]
  damage(try names.map(SampleFile.bytes), seed: 14, alphabet: anyByte) {
    (bytes) throws(FormatError) in
    let worth = TensorDecoder.worth(bytes, name: "-")
    let read = worth.map { $0 == 0 ? bytes : Array(bytes.prefix($0)) } ?? bytes
    let tensor = try TensorDecoder.decode(bytes, name: "-")
    #expect(worth != 0)
    #expect(try TensorDecoder.decode(read, name: "-").shape == tensor.shape)
  }
}

extension [UInt8] {
  /// The PNG with the checksum of every chunk that is still whole computed anew.
  var withRightChecksums: [UInt8] {
    var bytes = self
    var start = 8
    while let length = bytes.number(at: start, size: 4, isBigEndian: true) {
      let end = start + 8 + length
      guard end + 4 <= bytes.count else { break }
      var sum: UInt32 = 0xFFFF_FFFF
      for byte in bytes[start + 4..<end] {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
      }
      for (index, shift) in [24, 16, 8, 0].enumerated() {
        bytes[end + index] = UInt8(truncatingIfNeeded: ~sum >> UInt32(shift))
      }
      start = end + 4
    }
    return bytes
  }
}
