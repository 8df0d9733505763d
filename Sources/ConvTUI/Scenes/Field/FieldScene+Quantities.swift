import Model

extension FieldScene: SceneWithQuantities {
  /// The sizes of the last map, and what one unit of the present map sees.
  var quantities: [(name: String, value: Float)] {
    let (field, last) = (stack.field(of: map), stack.maps[stack.maps.count - 1])
    return [
      ("field-rows", Float(field.size.rows)), ("field-columns", Float(field.size.columns)),
      ("output-rows", Float(last.rows)), ("output-columns", Float(last.columns)),
    ]
  }
}
