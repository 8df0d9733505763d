/// One value for the rows and one for the columns: a stride, a padding, a dilation.
public struct PerAxis<Value: Hashable & Sendable>: Hashable, Sendable {
  public var rows: Value
  public var columns: Value

  public init(rows: Value, columns: Value) {
    self.rows = rows
    self.columns = columns
  }

  /// The same value on both axes.
  public init(_ both: Value) { self.init(rows: both, columns: both) }

  public func map<Other>(_ transform: (Value) -> Other) -> PerAxis<Other> {
    PerAxis<Other>(rows: transform(rows), columns: transform(columns))
  }
}

extension PerAxis where Value == Int {
  public static func + (left: PerAxis, right: PerAxis) -> PerAxis {
    PerAxis(rows: left.rows + right.rows, columns: left.columns + right.columns)
  }
}
