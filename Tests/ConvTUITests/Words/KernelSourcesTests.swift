import Model
import Testing

@testable import ConvTUI

@Test(arguments: NamedKernel.all) func everyKernelHasASource(_ named: NamedKernel) {
  let source = words.phrase(named.source)
  #expect(
    source.contains(#/\d{4}|common|OpenCV|definition/#), "\(named.name): \(source)")
  #expect(source.count <= 160)
}

@Test func everySourceIsThatOfAKernel() {
  #expect(Set(NamedKernel.all.map(\.source)) == Set(NamedKernel.Source.allCases))
  #expect(
    Set(NamedKernel.Source.allCases.map(words.phrase)).count == NamedKernel.Source.allCases.count)
}
