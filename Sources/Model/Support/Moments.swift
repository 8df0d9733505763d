/// The number, mean and squared deviations of numbers that come one by one or in groups.
///
/// Source: Chan, Golub and LeVeque, *Updating formulae and a pairwise algorithm for computing sample
/// variances* (1979).
struct Moments: Sendable {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  private(set) var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }

  mutating func add(_ other: Moments) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let distance = other.mean - mean
    mean += distance * other.count / total
    squares += other.squares + distance * distance * count * other.count / total
    count = total
  }
}
