import Model
import Testing

@Test func theMeanDividesByTheOutputs() {
  #expect(Reduction.sum.factor(outputs: 42) == 1)
  #expect(Reduction.mean.factor(outputs: 42) == Float(1) / 42)
}
