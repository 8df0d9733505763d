import Foundation
import Testing

/// Shapes and options that do not go together, with their numbers.
struct GeometryMistakesTests {
  private static let matrix = "0,1,2\n3,4,5\n6,7,8\n"
  private static let planes = "[[[1, 2]], [[3, 4]]]"

  @Test(arguments: [
    (
      ["--kernel", "1,2,3,4"],
      [
        "The kernel (4) is larger than the input (3 columns)",
        "3 columns or a padding of at least 1",
      ]
    ),
    (
      ["--kernel", "1,2", "--dilation", "5"],
      [
        "The kernel (2, with dilation 5 it spans 6) is larger",
        "padding of at least 2 or a dilation of at most 2",
      ]
    ),
    (
      ["--kernel", "1,2,3,4,5,6,7,8,9,1,1", "--padding-mode", "reflect"],
      ["a kernel of at most 3 columns would work"]
    ),
    (
      ["--kernel", "1,1", "--padding-mode", "reflect", "--padding", "3"],
      ["Reflect padding", "is 3", "3 rows", "the maximum is 2"]
    ),
    (
      ["--kernel", "1,1", "--padding-mode", "circular", "--padding", "4"],
      ["Circular padding", "is 4", "3 rows", "the maximum is 3"]
    ),
    (["--kernel", "1", "--stride", "0"], ["stride along the rows is 0", "at least 1"]),
    (["--kernel", "1", "--stride", "1,-2"], ["stride along the columns is −2", "at least 1"]),
    (["--kernel", "1", "--padding", "-1"], ["padding along the rows is −1", "at least 0"]),
    (["--kernel", "1", "--dilation", "0"], ["dilation along the rows is 0", "at least 1"]),
    (["--kernel", "1", "--padding", "999999999"], ["is 999999999", "1048576"]),
    (["--kernel", "1", "--padding", "1000000"], ["2000003×2000003", "16777216"]),
    (["--kernel", "1", "--groups", "2"], ["is 2", "1 channel of", "3×3", "1×1", "1 would work."]),
    (["--kernel", "1", "--groups", "0"], ["is 0", "1 would work."]),
    (["--kernel", "1", "--groups", "-1"], ["is −1"]),
    (["--kernel", "1", "--bias", "1,2"], ["2 numbers for 1 kernel"]),
    (["--kernel", "1", "--bias", "x"], ["--bias “x”", "“x” is not a number"]),
    (["--kernel", "1", "--bias", ""], ["--bias “”", "no number"]),
  ])
  func matrixAndOptions(_ arguments: [String], _ parts: [String]) throws {
    let all = ["correlate", "--input", "-"] + arguments
    let message = try expectMistake(1, all, input: GeometryMistakesTests.matrix)
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    ("[[[1]], [[2]]]", "1", ["2×1×1 has rank 3", "rank 4"]),
    ("[[1]]", "1", ["1×1 has 1 channel", "2×1×2 has 2 channels", "with 2 channels is needed"]),
    ("[[[[1]]], [[[1]]]]", "3", ["is 3", "2 channels", "2 kernels", "1 or 2 would work."]),
    (
      "[[[[1]], [[1]]], [[[1]], [[1]]]]", "2",
      ["2 channels in 2 groups", "with 1 channel is needed"]
    ),
  ])
  func channelsAndGroups(_ kernel: String, _ groups: String, _ parts: [String]) throws {
    let directory = try Directory()
    let path = try directory.file("k.json", kernel)
    let all = ["correlate", "--input", "-", "--kernel", path, "--groups", groups]
    let message = try expectMistake(1, all, input: GeometryMistakesTests.planes)
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    (["--padding", "99999999999"], "1048576"), (["--stride", "1,2,3"], "rows,columns"),
    (["--stride", ""], "rows,columns"), (["--dilation", "1.5"], "rows,columns"),
    (["--padding-mode", "mirror"], "'zeros', 'reflect', 'replicate' or 'circular'"),
    (["--groups", "many"], "--groups"), (["extra"], "extra"),
  ])
  func wrongUsageSaysWhatWouldWork(_ arguments: [String], _ part: String) throws {
    let all = ["correlate", "--input", "-", "--kernel", "1"] + arguments
    try expectMistake(64, all, input: "1\n", says: part)
  }

  @Test func requiredOptionsAreNamed() throws {
    try expectMistake(64, ["correlate"], says: "--input")
    try expectMistake(64, ["correlate", "--input", "x.csv"], says: "--kernel")
    try expectMistake(64, ["correlate", "--kernel"], says: "--kernel")
    for pair in [["--input", "--kernel"], ["--input", "--bias"], ["--kernel", "--bias"]] {
      let others = ["--input", "--kernel"].filter { !pair.contains($0) }.flatMap { [$0, "1"] }
      try expectMistake(
        64, ["correlate"] + others + pair.flatMap { [$0, "-"] }, input: "1\n",
        says: "Standard input can be read only once")
    }
  }
}
