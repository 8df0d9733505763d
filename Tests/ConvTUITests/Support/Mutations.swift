import Foundation

/// How many damaged files a test reads.
enum Mutations {
  /// What MUTATIONS in the environment asks for, shared among some runs; never fewer than a number.
  static func each(of runs: Int, atLeast least: Int) -> Int {
    let all = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 0
    return max(least, all / runs)
  }
}
