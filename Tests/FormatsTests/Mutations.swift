import Foundation
import Testing

@testable import Formats

/// How many damaged files each decoder is given; MUTATIONS in the environment asks for more.
let mutations =
  ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 20_000

/// All that a byte can be.
let anyByte = Array(UInt8.min...UInt8.max)

/// What texts of numbers are made of.
let textBytes = Array("[]{},:;\"\r\n\t -+.eE0123456789NaInfity#P".utf8)

/// Gives damaged files to a reader; some must be readable still, and some not.
func damage(
  _ originals: [[UInt8]], seed: UInt64, alphabet: [UInt8] = textBytes, times: Int = mutations,
  read: ([UInt8]) throws(FormatError) -> Void
) {
  var mutation = Mutation(seed: seed)
  var readable = 0
  for time in 0..<times {
    let bytes = mutation.mutated(originals[time % originals.count], alphabet: alphabet)
    if (try? read(bytes)) != nil { readable += 1 }
  }
  #expect((1..<times).contains(readable), "\(readable) of \(times) could be read")
}
