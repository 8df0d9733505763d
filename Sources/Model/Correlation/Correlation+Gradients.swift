extension Correlation {
  /// The derivatives of a scalar loss by everything that enters a correlation.
  public struct Gradients: Sendable {
    /// ∂L/∂input, of the input's shape.
    public let input: Tensor
    /// ∂L/∂kernel, of the kernel's shape.
    public let kernel: Tensor
    /// ∂L/∂bias, one for each kernel.
    public let bias: [Float]
  }

  /// Returns the gradients of a loss L, given its gradient by the output.
  ///
  ///     ∂L/∂kernel[k, c, u, v] = Σn Σi Σj G[n, k, i, j] · input[n, c, i·s + u·d − p, j·s + v·d − p]
  ///     ∂L/∂input[n, c, r, q]  = Σ over all (k, u, v, i, j) that meet [r, q]: G[n, k, i, j] · kernel[k, c, u, v]
  ///     ∂L/∂bias[k]            = Σn Σi Σj G[n, k, i, j]
  ///
  /// - Parameter outputGradient: G = ∂L/∂output, of the output's shape.
  /// - Complexity: O(N·K·oH·oW·C/groups·kH·kW).
  ///
  /// Sums run in the order n, k, i, j, c, u, v, in single precision.
  public static func gradients(
    _ input: Tensor, _ kernel: Tensor, outputGradient: Tensor, geometry: Geometry
  ) -> Gradients {
    precondition(input.shape == geometry.input && kernel.shape == geometry.kernel)
    precondition(outputGradient.shape == geometry.output)
    var inputGradient = Tensor(input.shape)
    var kernelGradient = Tensor(kernel.shape)
    var biasGradient = [Float](repeating: 0, count: kernel.shape.batch)
    geometry.forEachOutput { n, k, i, j, index in
      let g = outputGradient.elements[index]
      biasGradient[k] += g
      geometry.forEachTap(kernel: k, row: i, column: j) { c, u, v, channel, row, column in
        kernelGradient[k, c, u, v] += g * input[n, channel, row, column]
        inputGradient[n, channel, row, column] += g * kernel[k, c, u, v]
      }
    }
    return Gradients(input: inputGradient, kernel: kernelGradient, bias: biasGradient)
  }
}
