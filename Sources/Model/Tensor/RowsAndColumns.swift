/// Two whole numbers, that of the rows first: how files, options and scripts write a size, a
/// position, a stride.
public protocol RowsAndColumns: Hashable, Sendable {
  init(_ rows: Int, _ columns: Int)
  var numbers: (rows: Int, columns: Int) { get }
}

extension PerAxis: RowsAndColumns where Value == Int {
  public init(_ rows: Int, _ columns: Int) { self.init(rows: rows, columns: columns) }
  public var numbers: (rows: Int, columns: Int) { (rows, columns) }
}

extension PlaneSize: RowsAndColumns {
  public init(_ rows: Int, _ columns: Int) { self.init(rows: rows, columns: columns) }
  public var numbers: (rows: Int, columns: Int) { (rows, columns) }
}

extension Position: RowsAndColumns {
  public init(_ row: Int, _ column: Int) { self.init(row: row, column: column) }
  public var numbers: (rows: Int, columns: Int) { (row, column) }
}
