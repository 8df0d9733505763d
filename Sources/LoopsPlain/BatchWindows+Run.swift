import Loops

// Six kernels or taps go together where there are as many left: their sums fill half of the
// registers, and every vector that is loaded meets all six. The compiler knows the number and
// unrolls the innermost loop.

/// output[k, w] = bias[k] + Σt weights[k, t] · input[w, t]
package func windowSums(
  _ windows: BatchWindows, input: Vectors, weights: UnsafePointer<Float>,
  bias: UnsafePointer<Float>, output: Vectors
) {
  var k = 0
  while k < windows.kernels {
    switch windows.kernels - k {
    case 6...: k += windows.sums(Six(repeating: .zero), k, input, weights, bias, output)
    case 4...: k += windows.sums(Four(repeating: .zero), k, input, weights, bias, output)
    case 2...: k += windows.sums(Two(repeating: .zero), k, input, weights, bias, output)
    default: k += windows.sums(One(repeating: .zero), k, input, weights, bias, output)
    }
  }
}

/// weightGradient[k, t] += Σw gradient[k, w] · input[w, t], summed over the images.
package func windowWeightGradients(
  _ windows: BatchWindows, input: Vectors, gradient: Vectors,
  weightGradient: UnsafeMutablePointer<Float>
) {
  if windows.rows * windows.columns == 1 {
    windows.addSingleWindowWeightGradients(input, gradient, weightGradient)
    return
  }
  var k = 0
  while k < windows.kernels {
    switch windows.kernels - k {
    case 6...:
      k += windows.weightSums(Six(repeating: .zero), k, input, gradient, weightGradient)
    case 4...:
      k += windows.weightSums(Four(repeating: .zero), k, input, gradient, weightGradient)
    case 2...:
      k += windows.weightSums(Two(repeating: .zero), k, input, gradient, weightGradient)
    default:
      k += windows.weightSums(One(repeating: .zero), k, input, gradient, weightGradient)
    }
  }
}

/// inputGradient[w, t] += Σk weights[k, t] · gradient[k, w]
package func windowInputGradients(
  _ windows: BatchWindows, weights: UnsafePointer<Float>, gradient: Vectors, inputGradient: Vectors
) {
  var t = 0
  while t < windows.taps {
    switch windows.taps - t {
    case 6...: t += windows.inputSums(Six(repeating: .zero), t, weights, gradient, inputGradient)
    case 4...: t += windows.inputSums(Four(repeating: .zero), t, weights, gradient, inputGradient)
    case 2...: t += windows.inputSums(Two(repeating: .zero), t, weights, gradient, inputGradient)
    default: t += windows.inputSums(One(repeating: .zero), t, weights, gradient, inputGradient)
    }
  }
}

typealias Six = InlineArray<6, SIMD16<Float>>
typealias Four = InlineArray<4, SIMD16<Float>>
typealias Two = InlineArray<2, SIMD16<Float>>
typealias One = InlineArray<1, SIMD16<Float>>

/// Each does its part for as many kernels or taps as `zero` has elements, and returns how many.
extension BatchWindows {
  @inline(__always)
  fileprivate func sums<let n: Int>(
    _ zero: InlineArray<n, SIMD16<Float>>, _ k: Int, _ input: Vectors,
    _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>, _ output: Vectors
  ) -> Int {
    let (taps, windows, bias) = (self.taps, rows * columns, bias + k)
    let weights = weights + k * taps
    var output = output + k * windows
    for i in 0..<rows {
      for j in 0..<columns {
        let window = input + (i &* rowStep &+ j &* columnStep)
        var sums = zero
        for m in 0..<n { sums[m] = SIMD16(repeating: bias[m]) }
        for t in 0..<taps {
          let x = window[tapOffsets[t]]
          let weight = weights + t
          for m in 0..<n { sums[m].add(weight[m &* taps], times: x) }
        }
        for m in 0..<n { output[m &* windows] = sums[m] }
        output += 1
      }
    }
    return n
  }

  @inline(__always)
  fileprivate func weightSums<let n: Int>(
    _ zero: InlineArray<n, SIMD16<Float>>, _ k: Int, _ input: Vectors, _ gradient: Vectors,
    _ weightGradient: UnsafeMutablePointer<Float>
  ) -> Int {
    let (taps, windows) = (self.taps, rows * columns)
    for t in 0..<taps {
      var sums = zero
      var g = gradient + k &* windows
      for i in 0..<rows {
        for j in 0..<columns {
          let x = input[tapOffsets[t] &+ i &* rowStep &+ j &* columnStep]
          for m in 0..<n { sums[m].add(g[m &* windows], times: x) }
          g += 1
        }
      }
      for m in 0..<n { weightGradient[(k &+ m) &* taps &+ t] += sums[m].laneSum }
    }
    return n
  }

  @inline(__always)
  fileprivate func inputSums<let n: Int>(
    _ zero: InlineArray<n, SIMD16<Float>>, _ t: Int, _ weights: UnsafePointer<Float>,
    _ gradient: Vectors, _ inputGradient: Vectors
  ) -> Int {
    let (taps, windows, kernels) = (self.taps, rows * columns, self.kernels)
    let weights = weights + t
    var g = gradient
    for i in 0..<rows {
      for j in 0..<columns {
        let window = inputGradient + (i &* rowStep &+ j &* columnStep)
        var sums = zero
        for k in 0..<kernels {
          let weight = weights + k &* taps
          let gk = g[k &* windows]
          for m in 0..<n { sums[m].add(weight[m], times: gk) }
        }
        for m in 0..<n { window[tapOffsets[t &+ m]] += sums[m] }
        g += 1
      }
    }
    return n
  }
}
