/// How many numbers of a tensor lie where.
public struct EventHistogram: Hashable, Sendable {
  public struct Bucket: Hashable, Sendable {
    public let left, right, count: Double
  }

  /// From left to right.
  public let buckets: [Bucket]

  /// The least and the greatest of the numbers; 0 where there are none.
  public let least, greatest: Double
  /// What all numbers come to, where the file tells.
  public let sum: Double?

  public var count: Double { buckets.reduce(0) { $0 + $1.count } }

  /// The mean of the numbers; nil where the file does not tell their sum.
  public var mean: Double? { count > 0 ? sum.map { $0 / count } : nil }

  /// Reads the form with the right edges alone: the first left edge is the least number, the last
  /// right edge the greatest.
  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var (least, greatest) = (0.0, 0.0)
    var sum: Double?
    var (edges, counts): ([Double], [Double]) = ([], [])
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      switch (field.number, field.content) {
      case (1, .fixed64(let bits)): least = Double(bitPattern: bits)
      case (2, .fixed64(let bits)): greatest = Double(bitPattern: bits)
      case (4, .fixed64(let bits)): sum = Double(bitPattern: bits)
      case (6, .fixed64(let bits)): edges.append(Double(bitPattern: bits))
      case (7, .fixed64(let bits)): counts.append(Double(bitPattern: bits))
      case (6, .bytes(let range)):
        var packed = WireReader(bytes, in: range)
        while let bits = packed.word(UInt64.self) { edges.append(Double(bitPattern: bits)) }
      case (7, .bytes(let range)):
        var packed = WireReader(bytes, in: range)
        while let bits = packed.word(UInt64.self) { counts.append(Double(bitPattern: bits)) }
      default: break
      }
    }
    guard !reader.isBroken, edges.count == counts.count else { return nil }
    (self.least, self.greatest, self.sum) = (least, greatest, sum)
    buckets = counts.indices.map { index in
      Bucket(
        left: index == 0 ? least : edges[index - 1],
        right: index == counts.count - 1 ? greatest : edges[index], count: counts[index])
    }
  }

  /// Reads the form with a row for each bucket: left, right, count.
  init?(_ rows: NumberArray) {
    guard rows.dimensions.count == 2, rows.dimensions[1] == 3 else { return nil }
    let numbers = rows.values
    least = numbers.isEmpty ? 0 : Double(numbers[0])
    greatest = numbers.isEmpty ? 0 : Double(numbers[numbers.count - 2])
    sum = nil
    buckets = stride(from: 0, to: rows.values.count, by: 3).map {
      Bucket(
        left: Double(rows.values[$0]), right: Double(rows.values[$0 + 1]),
        count: Double(rows.values[$0 + 2]))
    }
  }
}
