import Testing

@testable import Formats

/// A reader that takes a file piece by piece, and what it read as texts, one for each record.
private struct GrowingReader: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let begin: @Sendable () -> (([UInt8]) -> Void, () -> [String])

  var testDescription: String { name }

  /// What is read of some bytes.
  func records(_ bytes: [UInt8]) -> [String] {
    let (take, records) = begin()
    take(bytes)
    return records()
  }

  /// How many records are complete with each number of bytes, from 0 to all.
  var counts: [Int] {
    let (take, records) = begin()
    return [0]
      + bytes.map { byte in
        take([byte])
        return records().count
      }
  }

  private static func log(_ name: String, _ reader: LogReader, bytes: Int) throws -> GrowingReader {
    let sample = try SampleFile.bytes("logs/" + name)
    return GrowingReader(name: name, bytes: Array(sample.prefix(bytes))) {
      var (reader, rows) = (reader, [String]())
      return (
        { reader.take($0) { if case .row(let row) = $0 { rows.append("\(row)") } } }, { rows }
      )
    }
  }

  private static func events(_ name: String, bytes: Int) throws -> GrowingReader {
    let sample = try SampleFile.bytes("events/\(name).tfevents")
    return GrowingReader(name: name, bytes: Array(sample.prefix(bytes))) {
      var (records, found) = (RecordReader(), [String]())
      return (
        { piece in
          piece.withUnsafeBytes { bytes in
            records.take(bytes) { content, offset in
              found.append("\(offset) \(content.count) \(CRC32C.checksum(content))")
              return true
            }
          }
        }, { found }
      )
    }
  }

  static let all: [GrowingReader] = try! [
    events("torch", bytes: 3000), events("resumed", bytes: 3000),
    log("train.jsonl", .json, bytes: 1500), log("lightning.csv", .csv, bytes: 1500),
    log("keras.csv", .csv, bytes: 1500), log("hf.txt", .console, bytes: 1500),
    log("keras.txt", .console, bytes: 1500),
  ]
}

struct FaultTests {
  /// All complete records are there, whatever is missing behind them.
  @Test(arguments: GrowingReader.all)
  fileprivate func cutAtEveryByteAllCompleteRecordsAreThere(_ reader: GrowingReader) {
    let (whole, counts) = (reader.records(reader.bytes), reader.counts)
    #expect(whole.count > 2)
    for cut in 0...reader.bytes.count {
      let found = reader.records(Array(reader.bytes[..<cut]))
      #expect(found == Array(whole.prefix(counts[cut])), "cut at \(cut)")
    }
  }

  /// What stands before a wrong byte is read as it was.
  @Test(arguments: GrowingReader.all)
  fileprivate func withEveryByteWrongWhatStandsBeforeIsRead(_ reader: GrowingReader) {
    let (whole, counts) = (reader.records(reader.bytes), reader.counts)
    for place in reader.bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = reader.bytes
        bytes[place] ^= mask
        let found = reader.records(bytes)
        let before = counts[place]
        #expect(found.prefix(before) == whole.prefix(before), "byte \(place) ^ \(mask)")
      }
    }
  }

  /// In an event file also what stands behind the wrong record is read, and the damage is told of.
  @Test func behindAWrongRecordTheNextIsRead() throws {
    for reader in GrowingReader.all.prefix(2) {
      let (whole, counts) = (reader.records(reader.bytes), reader.counts)
      for place in reader.bytes.indices {
        var bytes = reader.bytes
        bytes[place] ^= 0x10
        let found = reader.records(bytes)
        let wrong = counts[place]
        guard wrong < whole.count else { continue }
        let behind = whole.dropFirst(wrong + 1)
        #expect(found.suffix(behind.count).elementsEqual(behind), "byte \(place)")
        var records = RecordReader()
        bytes.withUnsafeBytes { records.take($0) { _, _ in true } }
        #expect(records.damageCount > 0)
      }
    }
  }

  /// A reader of a file as a whole: the numbers under their names.
  struct WholeReader: CustomTestStringConvertible, Sendable {
    let name: String
    let read: @Sendable ([UInt8]) throws -> [String: Int]
    var testDescription: String { name }

    static func tensors(_ name: String) -> WholeReader {
      WholeReader(name: name) { bytes in
        var counts: [String: Int] = [:]
        for entry in try TensorListing(bytes, name: name).entries {
          let tensor = try? TensorDecoder.decode(
            bytes, name: name, array: entry.name.isEmpty ? nil : entry.name, limit: 1 << 16)
          counts[entry.name] = tensor?.elements.count ?? 0
        }
        return counts
      }
    }

    static let all = [
      "a_f4.npy", "npy_fortran3.npy", "npz_stored.npz", "npz_deflated.npz",
      "st_mixed.safetensors", "torch/one.pt", "torch/views_legacy.pt", "torch/ckpt_legacy.pt",
    ].map(tensors)
  }

  /// Cut or with a wrong byte anywhere, a file is refused or read, and never more numbers come out of it
  /// than it can hold: 1032 times its bytes, where it is packed.
  @Test(arguments: WholeReader.all)
  func cutOrWrongAtEveryByteNothingBreaks(_ reader: WholeReader) throws {
    let bytes = try SampleFile.bytes(reader.name)
    let whole = try reader.read(bytes)
    #expect(!whole.isEmpty)
    for place in 0..<min(bytes.count, FaultTests.mostBytes) {
      var wrong = bytes
      for mask: UInt8 in [0xFF, 0x01] {
        wrong[place] = bytes[place] ^ mask
        try expectBounded(wrong, reader)
      }
      try expectBounded(Array(bytes[..<place]), reader)
    }
  }

  /// Of a long sample so many bytes are tried, each in three ways.
  private static let mostBytes = 2048

  private func expectBounded(_ bytes: [UInt8], _ reader: WholeReader) throws {
    do {
      let counts = try reader.read(bytes)
      #expect(counts.values.allSatisfy { $0 <= 1 << 16 })
    } catch {
      #expect(error is FormatError, "\(error)")
    }
  }
}
