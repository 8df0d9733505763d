import Testing

@testable import Model

@Test func keepsEvenDistancesWithinItsCapacity() {
  var thinned = Downsampled<Int>(capacity: 10, spacing: 3)
  for step in 0..<1000 {
    thinned.append(step * 2, at: step)
    #expect(thinned.count <= 10)
    let distances = zip(thinned.steps, thinned.steps.dropFirst()).map { $1 - $0 }
    #expect(distances.allSatisfy { $0 == thinned.spacing })
    #expect(thinned.last(upTo: step) == step / thinned.spacing * thinned.spacing * 2)
  }
  #expect(thinned.steps.first == 0 && thinned.spacing.isMultiple(of: 3))
}

@Test func pinnedValuesStay() {
  var thinned = Downsampled<Int>(capacity: 4)
  for step in 0...7 { thinned.append(step, at: step) }
  thinned.pin(-1, at: 5)
  #expect(thinned.last(upTo: 100) == -1)
  for step in 6..<500 { thinned.append(step, at: step) }
  #expect(thinned.last(upTo: 5) == -1 && thinned.steps.contains(5) && thinned.count <= 5)
}

@Test func valuesFromAStepOnAreGivenUp() {
  var thinned = Downsampled<Int>(capacity: 100)
  for step in 0..<50 { thinned.append(step, at: step) }
  thinned.removeAll(from: 20)
  #expect(thinned.steps == Array(0..<20) && thinned.last(upTo: 99) == 19)
  thinned.removeAll(from: 0)
  #expect(thinned.last(upTo: 99) == nil)
}
