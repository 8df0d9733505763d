/// Cross-correlation as a plain loop: the definition, in the letters of its formula.
///
/// `Correlation.fast` computes the same faster.
public enum Correlation {
  /// Returns the cross-correlation of `input` with `kernel`.
  ///
  /// The kernel slides over the padded input without being flipped; deep learning calls this
  /// convolution.
  ///
  ///     output[n, k, i, j] = bias[k] + Σc Σu Σv kernel[k, c, u, v]
  ///                          · input[n, c, i·stride + u·dilation − padding, j·stride + v·dilation − padding]
  ///
  /// - Parameters:
  ///   - input: Of shape N×C×H×W, or with fewer axes.
  ///   - kernel: The K kernels, of shape K×C/groups×kH×kW, or one kernel kH×kW.
  ///   - bias: One number for each kernel, or none.
  ///   - geometry: The checked sizes of these two.
  /// - Returns: A tensor of shape N×K×oH×oW, without the axes that the input leaves out, with
  ///   oH = ⌊(H + 2·padding − dilation·(kH − 1) − 1) / stride⌋ + 1 and oW likewise.
  /// - Precondition: The geometry is of these shapes, and there is one bias for each kernel.
  /// - Complexity: O(N·K·oH·oW·C/groups·kH·kW).
  ///
  /// Products are added in the order c, u, v, the bias first, in single precision. On zero padding
  /// there is none: a weight that is infinite or not a number adds nothing there, where PyTorch
  /// multiplies it by 0 and gives NaN.
  ///
  /// Source: Dumoulin and Visin, *A guide to convolution arithmetic for deep learning* (2016),
  /// arXiv:1603.07285.
  public static func plain(
    _ input: Tensor, _ kernel: Tensor, bias: [Float]? = nil, geometry: Geometry
  ) -> Tensor {
    precondition(input.shape == geometry.input && kernel.shape == geometry.kernel)
    precondition(bias == nil || bias?.count == kernel.shape.batch)
    var output = Tensor(geometry.output)
    geometry.forEachOutput { n, k, i, j, index in
      var sum = bias?[k] ?? 0
      geometry.forEachTap(kernel: k, row: i, column: j) { c, u, v, channel, row, column in
        sum += kernel[k, c, u, v] * input[n, channel, row, column]
      }
      output.elements[index] = sum
    }
    return output
  }
}

extension Geometry {
  /// Calls `body` for every output element with its batch, kernel, row, column and place in memory.
  func forEachOutput(_ body: (_ n: Int, _ k: Int, _ i: Int, _ j: Int, _ index: Int) -> Void) {
    var index = 0
    for n in 0..<input.batch {
      for k in 0..<kernel.batch {
        for i in 0..<rows.output {
          for j in 0..<columns.output {
            body(n, k, i, j, index)
            index += 1
          }
        }
      }
    }
  }

  /// Calls `body` for every tap of a window that meets an input element: kernel channel, row and
  /// column, then the input's channel, row and column. Taps on zero padding are left out.
  func forEachTap(
    kernel k: Int, row i: Int, column j: Int,
    _ body: (_ c: Int, _ u: Int, _ v: Int, _ channel: Int, _ row: Int, _ column: Int) -> Void
  ) {
    for c in 0..<kernel.channels {
      for u in 0..<kernel.rows {
        guard let row = rows.source(rows.place(output: i, tap: u)) else { continue }
        for v in 0..<kernel.columns {
          guard let column = columns.source(columns.place(output: j, tap: v)) else { continue }
          body(c, u, v, inputChannel(kernel: k, channel: c), row, column)
        }
      }
    }
  }
}
