import Drawing
import Glibc
import Model

/// A usual mistake that leads to a wrong answer.
enum Mistake: Sendable {
  case biasForgotten
  /// The bias was added to every product.
  case biasRepeated
  /// The kernel was turned where it is not, or not where it is.
  case kernelTurned, kernelNotTurned
  case productMissing(Trace.Product)
  /// The factors of one product were added.
  case factorsAdded(Trace.Product)
  case signWrong(Trace.Product)
  /// The number with the other sign, which may come of a turned kernel too.
  case signTurned(isOfTurnedKernel: Bool)
  /// The window was added up, without the kernel.
  case kernelForgotten
  /// The number stands elsewhere.
  case elsewhere(String, Position)
  case paddingForgotten, strideForgotten, dilationForgotten
  /// All numbers and weights were added, where they have to be multiplied in pairs.
  case allAdded
  /// The number that stands there without the padding.
  case valueWithoutPadding, valueWithoutStride
  /// The size of the input.
  case inputSize
  /// One too few: the `+ 1` at the end of the formula.
  case oneForgotten
  case roundedUp
  /// Rows and columns the other way round.
  case axesSwapped
  /// A kernel lacks something that is asked for, as an image shows.
  case kernelLacks(KernelProperty, KernelFault)

  /// Of a pooling window: the mean instead of the maximum, or the other way round, the smallest, or the
  /// sum.
  case meanTaken, maximumTaken, minimumTaken, sumTaken, notDivided

  /// Of a receptive field: that of another layer, or of kernels that were added or multiplied, or how
  /// large the layer's output is.
  case fieldOfLayer(Int)
  case fieldsAdded, fieldsMultiplied, outputSize
  /// The stride just before was taken, not the product of all before, or the layer's own as well; the
  /// unit itself was not counted, or the whole input was.
  case stridesNotMultiplied, ownStrideCounted, unitForgotten, wholeInput
  case singlePixel

  /// Of parameters: as if there was one channel, or one kernel; one bias for all kernels, or one for
  /// each channel of each; one side of the kernel for all of it; those of each window anew.
  case channelsForgotten, kernelsForgotten
  case biasShared, biasForEachChannel
  case sideCounted, placesCounted

  /// Of a sum that the lesson gives: a part of it is missing, or has the other sign, or its factors were
  /// added, or one of them was left out.
  case termMissing(String)
  case termSignWrong(String)
  case factorsOfTermAdded(String)
  case factorForgotten(String)
  case divisorForgotten(String)

  /// Of a row of the unrolled input: another one, read down instead of across, multiplied already, so many
  /// numbers where others are needed, or one number that is wrong.
  case otherRow(Int)
  case readDown, multiplied
  case rowLength(Int, needed: Int)
  case entry(Int, tap: Position)

  /// A cell that has to be marked, or must not.
  case unmarked(String, Position)
  case marked(String, Position)

  /// Of learning: towards the gradient, without the rate, the step alone, or what it is now.
  case gradientAdded, rateForgotten, stepAlone, unchanged
  /// The loss after another number of steps.
  case lossOfStep(Int)
  /// Of a gradient: half of it, or that of Y − Ŷ.
  case twoForgotten, errorTurned

  /// One that the question knows of, in a sentence.
  case told(LocalText)
  /// The number, but rounded; so many decimals are needed.
  case rounded(decimals: Int)
  /// Of a size: how many numbers there are in all.
  case allCounted

  /// The mistake that explains a wrong answer in a scene; nil where none does.
  static func found(
    in answer: String, to kind: Question.Kind, _ expected: Expected, _ scene: any Scene
  ) -> Mistake? {
    if case .size(let rows, let columns) = expected, rows * columns > 1,
      Int(answer.trimmedSpaces) == rows * columns
    {
      return .allCounted
    }
    return known(in: answer, to: kind, expected, scene) ?? rounded(answer, expected)
  }

  private static func known(
    in answer: String, to kind: Question.Kind, _ expected: Expected, _ scene: any Scene
  ) -> Mistake? {
    switch kind {
    case .cell(let cell):
      guard let value = Expression.value(of: answer) else { return nil }
      return inCell(value, cell, scene) ?? elsewhere(value, cell, scene)
    case .quantity(let name):
      return (scene as? LearnScene).flatMap { inLearning(answer, name, $0) }
    case .size("Y"), .size("max"), .size("mean"):
      guard let size = Expected.size(answer) else { return nil }
      return inSize(PlaneSize(size.rows, size.columns), of: scene)
    case .field(let layer):
      guard let size = Expected.size(answer) else { return nil }
      return inField(PlaneSize(size.rows, size.columns), layer, scene)
    case .parameters, .parametersOf:
      return Expression.value(of: answer).flatMap { inCount($0, kind, scene) }
    case .kernel(let properties):
      guard let kernel = Expected.kernel(answer) else { return nil }
      return properties.lazy.compactMap { property in
        property.fault(of: kernel).map { .kernelLacks(property, $0) }
      }.first
    case .row(let number):
      guard let row = Expected.row(answer), let slide = scene as? SlideScene else { return nil }
      return inRow(row, number, slide)
    case .cells: return inCells(answer, expected)
    case .number(let expression):
      return Expression.value(of: answer).flatMap { inNumber($0, expression) }
    case .size, .choice: return nil
    }
  }

  /// Too few digits of what is right.
  private static func rounded(_ answer: String, _ expected: Expected) -> Mistake? {
    guard case .number(let right) = expected, let value = Expression.value(of: answer), value != 0
    else { return nil }
    let decimals = answer.drop { $0 != "." && $0 != "," }.dropFirst().count
    guard abs(value - right) <= 0.5000001 * pow(10, -Double(decimals)),
      abs(value - right) < 0.2 * abs(right)
    else { return nil }
    return (1...9).first {
      $0 > decimals
        && Expected.number(NumberText.fixed(Float(right), decimals: $0), agreesWith: right) == true
    }.map { .rounded(decimals: $0) }
  }

  static func equal(_ value: Double, _ other: Float) -> Bool {
    abs(value - Double(other)) <= max(1e-6, 1e-5 * abs(Double(other)))
  }
}
