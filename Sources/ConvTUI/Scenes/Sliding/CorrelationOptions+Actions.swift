import Model

extension CorrelationOptions {
  /// With a stride, a padding or a dilation of one more or less along both axes; nil where something
  /// else is asked for. Whether that fits is another question.
  func changed(by action: Action) -> CorrelationOptions? {
    var options = self
    func change(_ value: inout PerAxis<Int>, by step: Int) { value = value.map { $0 + step } }
    switch action {
    case .moreStride: change(&options.stride, by: 1)
    case .lessStride: change(&options.stride, by: -1)
    case .morePadding: change(&options.padding, by: 1)
    case .lessPadding: change(&options.padding, by: -1)
    case .moreDilation: change(&options.dilation, by: 1)
    case .lessDilation: change(&options.dilation, by: -1)
    default: return nil
    }
    return options
  }
}

extension PaddingMode {
  /// The other modes, in the order in which a key goes through them.
  var others: [PaddingMode] {
    let modes = PaddingMode.allCases
    let start = modes.firstIndex(of: self) ?? 0
    return (1..<modes.count).map { modes[(start + $0) % modes.count] }
  }
}
