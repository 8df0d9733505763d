import Testing

@testable import Formats

@Test(arguments: EventFile.all)
func eventFileHasWhatTensorBoardReads(_ file: EventFile) throws {
  let index = try file.index
  #expect(index.records.damageCount == 0)
  let bytes = try file.bytes
  var next: [String: Int] = [:]
  for row in try file.rows {
    let series = try #require(index.series.first { $0.tag == row.tag }, "\(row.tag)")
    let at = next[row.tag, default: 0]
    next[row.tag] = at + 1
    #expect(series.step(at) == row.step)
    #expect(series.time(at) == row.time)
    try check(series, at, row, bytes)
  }
  #expect(index.series.reduce(0) { $0 + $1.count } == next.values.reduce(0, +))
}

private func check(
  _ series: EventSeries, _ at: Int, _ row: EventFile.Row, _ bytes: [UInt8]
) throws {
  if series.kind == .scalar {
    let value = series.scalar(at)
    if let scalar = row.scalar {
      #expect(scalar == nil ? value.isNaN : value == scalar)
    } else {
      #expect(row.values == [value])
    }
    return
  }
  if let name = row.refused {
    #expect {
      try series.value(at, in: bytes)
    } throws: {
      guard case .elementType(name, of: series.tag.excerpt, _) = $0 as? FormatError else {
        return false
      }
      return true
    }
    return
  }
  switch try series.value(at, in: bytes) {
  case .array(let array):
    #expect(array.dimensions == row.shape)
    // Double precision is rounded once.
    #expect(array.values == row.values?.map { Float($0) }, "\(series.tag)")
  case .images(let files):
    if let png = row.png {
      #expect(files.map(\.count) == [png])
      #expect(try ImageDecoder.decode(files[0]).width > 0)
    } else {
      #expect(files == row.bytes.map { Array($0[2...]) })
    }
  case .texts(let texts): #expect(texts.map { Array($0.utf8) } == row.bytes)
  case .histogram(let histogram):
    let counts = row.counts ?? [5, 7]
    #expect(histogram.buckets.map(\.count) == counts)
    #expect(histogram.buckets.first?.left == row.least ?? 0)
    #expect(histogram.buckets.last?.right == row.greatest ?? 2)
    if let edges = row.edges {
      #expect(histogram.buckets.dropLast().map(\.right) == edges.dropLast())
    }
    #expect(histogram.count == counts.reduce(0, +))
  case .hyperparameters(let part):
    #expect(part.metrics == row.metrics)
    for (name, parameter) in row.parameters ?? [:] {
      let value = part.parameters.first { $0.name == name }?.value
      switch parameter {
      case .number(let number): #expect(value == .number(number))
      case .text(let text): #expect(value == .text(text))
      }
    }
    #expect(part.parameters.count == row.parameters?.count)
  case .unread: #expect(series.kind == .other(plugin: "mesh"))
  }
}

@Test func kindsFollowFromPluginsAndFields() throws {
  let kinds = try EventFile.all.flatMap { try $0.index.series }
    .reduce(into: [:]) { $0[$1.tag] = $1.kind }
  let expected: [String: EventKind] = [
    "loss": .scalar, "lr": .scalar, "new": .scalar, "double": .scalar, "image": .image,
    "histogram": .histogram, "weights": .histogram, "text": .text, "words": .text,
    "note/text_summary": .text, "pr": .precisionRecall, "raw": .tensor, "tensor/bool": .tensor,
    "_hparams_/experiment": .hyperparameters, "mesh": .other(plugin: "mesh"),
  ]
  for (tag, kind) in expected { #expect(kinds[tag] == kind, "\(tag)") }
}

@Test func aTagKeepsItsControlCharacters() throws {
  let tags = try EventFile(name: "torch").index.series.map(\.tag)
  #expect(tags.contains("tag\u{1B}[31m\né"))
}

@Test func aRestartIsAMarkWithItsStep() throws {
  let index = try EventFile(name: "resumed").index
  #expect(
    index.marks.map(\.kind) == [
      .fileVersion("brain.Event:2"), .fileVersion("brain.Event:2"), .start,
    ])
  #expect(index.marks.map(\.step) == [0, 2, 2])
}

@Test func aFilesEndIsReadOnceItIsThere() throws {
  for file in EventFile.all {
    let bytes = try file.bytes
    let whole = try file.index
    var grown = EventIndex()
    var counts: [Int] = []
    for byte in bytes {
      withUnsafeBytes(of: byte) { grown.take($0) }
      counts.append(grown.count)
      #expect(grown.records.damageCount == 0)
    }
    #expect(grown.summary == whole.summary)
    #expect(counts == counts.sorted())
    // What is whole is there at once: as many records as end before the cut.
    var ends: Set<Int> = []
    var at = 0
    while at < bytes.count {
      at += 16 + (try #require(bytes.number(at: at, size: 8)))
      ends.insert(at)
    }
    for index in 1..<counts.count where counts[index] > counts[index - 1] {
      #expect(ends.contains(index + 1))
    }
  }
}

@Test func everyCutAndGrownFileIsTheSame() throws {
  let file = EventFile(name: "tensorflow")
  let bytes = try file.bytes
  let whole = try file.index.summary
  for cut in 0...bytes.count {
    var index = EventIndex()
    #expect(try index.read(Array(bytes[..<cut])))
    #expect(index.records.damageCount == 0)
    #expect(try index.read(bytes))
    #expect(index.summary == whole)
  }
}

@Test func everyFlippedByteCostsOneRecordThatIsNamed() throws {
  for file in EventFile.all {
    var bytes = try file.bytes
    var starts = [0]
    while let start = starts.last, start < bytes.count {
      starts.append(start + 16 + (try #require(bytes.number(at: start, size: 8))))
    }
    let all = starts.indices.map { EventIndex(Array(bytes[..<starts[$0]])).count }
    for at in bytes.indices {
      bytes[at] ^= 0x10
      let index = EventIndex(bytes)
      let record = try #require(starts.lastIndex { $0 <= at })
      #expect(index.records.damages.map(\.offset) == [starts[record]])
      let isLast = record + 2 == starts.count
      let end = isLast && at < starts[record] + 12 ? nil : starts[record + 1]
      #expect(index.records.damages.first?.end == end)
      #expect(index.count == all.last! - (all[record + 1] - all[record]))
      bytes[at] ^= 0x10
    }
  }
}

@Test func aRecordThatIsTooLongIsPassedOver() throws {
  let bytes = try EventFile(name: "resumed").bytes
  var index = EventIndex()
  var long: [UInt8] = withUnsafeBytes(of: UInt64(RecordReader.longest + 1)) { Array($0) }
  let checksum = long.withUnsafeBytes { CRC32C.masked($0) }
  long += withUnsafeBytes(of: checksum) { Array($0) }
  long.withUnsafeBytes { index.take($0) }
  let zeros = [UInt8](repeating: 0, count: 1 << 20)
  for _ in 0..<RecordReader.longest >> 20 { zeros.withUnsafeBytes { index.take($0) } }
  [UInt8](repeating: 0, count: 5).withUnsafeBytes { index.take($0) }
  bytes.withUnsafeBytes { index.take($0) }
  #expect(index.records.damages.map(\.fault) == [.tooLong(RecordReader.longest + 1)])
  #expect(index.count == EventIndex(bytes).count)
}

@Test func aRecordThatIsNoMessageIsNamed() throws {
  var file = EventIndex(Record.bytes([0x29, 0, 0]) + Record.bytes([0x10, 1]))
  #expect(file.records.damages.map(\.fault) == [.message])
  // A group, which no message has any more.
  file = EventIndex(Record.bytes([0x0B]))
  #expect(file.records.damageCount == 1)
}

@Test func aScalarInDoublePrecisionMakesAllOfItsTag() {
  var series = EventSeries(tag: "", kind: .scalar)
  series.append(0, 0, 0.5)
  series.append(1, 0, 0.1)
  series.append(2, 0, 0.25)
  #expect((0..<3).map { series.scalar($0) } == [0.5, 0.1, 0.25])
}

/// The framing of records.
enum Record {
  static func bytes(_ content: [UInt8]) -> [UInt8] {
    func number<Number>(_ number: Number) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }
    let length = number(UInt64(content.count))
    return length + number(length.withUnsafeBytes { CRC32C.masked($0) }) + content
      + number(content.withUnsafeBytes { CRC32C.masked($0) })
  }
}
