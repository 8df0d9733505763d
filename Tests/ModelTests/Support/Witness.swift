import Model

/// Correlation a second time, by another way: the padded input is laid out in memory, in double
/// precision, and the windows are found by walking, not by a formula.
enum Witness {
  /// The input index that stands at each place of a padded axis; nil is a zero.
  static func padded(_ count: Int, by padding: Int, mode: PaddingMode) -> [Int?] {
    let axis = Array(0..<count)
    let (before, after): ([Int?], [Int?])
    switch mode {
    case .zeros:
      before = [Int?](repeating: nil, count: padding)
      after = before
    case .replicate:
      before = [Int](repeating: 0, count: padding)
      after = [Int](repeating: count - 1, count: padding)
    case .circular:
      before = axis.suffix(padding).map { $0 }
      after = axis.prefix(padding).map { $0 }
    case .reflect:
      before = axis.dropFirst().prefix(padding).reversed()
      after = axis.dropLast().suffix(padding).reversed()
    }
    return before + axis + after
  }

  /// The first place of every window that lies whole on the padded axis.
  static func starts(
    padded count: Int, kernel: Int, stride: Int, dilation: Int
  ) -> [Int] {
    var starts: [Int] = []
    var start = 0
    while start + (kernel - 1) * dilation < count {
      starts.append(start)
      start += stride
    }
    return starts
  }

  /// The output, row-major, of numbers in double precision.
  static func correlation(
    _ input: [Double], _ inputShape: Shape, _ kernel: [Double], _ kernelShape: Shape,
    bias: [Double]? = nil, options: CorrelationOptions
  ) -> [Double] {
    let (height, width) = (inputShape.rows, inputShape.columns)
    let rows = padded(height, by: options.padding.rows, mode: options.mode)
    let columns = padded(width, by: options.padding.columns, mode: options.mode)
    let tops = starts(
      padded: rows.count, kernel: kernelShape.rows, stride: options.stride.rows,
      dilation: options.dilation.rows)
    let lefts = starts(
      padded: columns.count, kernel: kernelShape.columns, stride: options.stride.columns,
      dilation: options.dilation.columns)
    let kernelsPerGroup = kernelShape.batch / options.groups
    var output: [Double] = []
    for n in 0..<inputShape.batch {
      for k in 0..<kernelShape.batch {
        for top in tops {
          for left in lefts {
            var sum = bias?[k] ?? 0
            for c in 0..<kernelShape.channels {
              let plane =
                n * inputShape.channels + k / kernelsPerGroup * kernelShape.channels + c
              for u in 0..<kernelShape.rows {
                for v in 0..<kernelShape.columns {
                  guard let row = rows[top + u * options.dilation.rows],
                    let column = columns[left + v * options.dilation.columns]
                  else { continue }
                  let tap =
                    ((k * kernelShape.channels + c) * kernelShape.rows + u) * kernelShape.columns
                    + v
                  sum += kernel[tap] * input[(plane * height + row) * width + column]
                }
              }
            }
            output.append(sum)
          }
        }
      }
    }
    return output
  }
}
