import Foundation
import TestSupport
import Testing

@testable import Formats

/// Files with arrays wherever a command takes one.
struct ArraysTests {
  private let directory: Directory

  init() throws { directory = try Directory() }

  /// Four-dimensional, of one axis, with a colon in its name, and the statistics of a batch norm.
  private func model() throws {
    let arrays = Safetensors(entries: [
      .init(name: "conv:weight", dimensions: [2, 1, 1, 2], values: [1, -1, 0.5, 2]),
      .init(name: "bias", dimensions: [2], values: [10, 20]),
      .init(name: "x", dimensions: [2, 3], values: [1, 2, 3, 4, 5, 6]),
      .init(name: "1.weight", dimensions: [2], values: [1, 2]),
      .init(name: "1.bias", dimensions: [2], values: [0, 1]),
      .init(name: "1.running_mean", dimensions: [2], values: [9, 23]),
      .init(name: "1.running_var", dimensions: [2], values: [1, 4]),
    ])
    try directory.file("model.safetensors", arrays.bytes)
  }

  /// Against a sum by hand.
  @Test func safetensorsAreReadWhereverAnArrayIs() throws {
    try model()
    let result = try done(
      [
        "correlate", "--input", "model.safetensors:x", "--kernel", "model.safetensors:conv:weight",
        "--bias", "model.safetensors:bias",
      ], in: directory)
    #expect(
      try Nested(result.text).numbers == [9, 9, 9, 9, 24.5, 27, 32, 34.5])
    let layers =
      "conv:model.safetensors:conv:weight:bmodel.safetensors:bias, batchnorm:model.safetensors:1"
    _ = try done(
      ["maps", "model.safetensors:x", "--layers", layers, "--figure", "y.json"], in: directory)
    #expect(try directory.names.contains("y.json"))
    _ = try done(
      ["maps", "model.safetensors:x", "--kernels", "model.safetensors:conv:weight", "--print"],
      in: directory)
    try expectMistake(
      1, ["correlate", "--input", "model.safetensors", "--kernel", "1"], in: directory,
      says: "7 arrays", "conv:weight")
    try expectMistake(
      1, ["correlate", "--input", "model.safetensors:y", "--kernel", "1"], in: directory,
      says: "no array “y”")
  }

  @Test func oneAxisIsSaidOnStandardError() throws {
    try model()
    try directory.file("line.json", "[1, 2, 4]")
    for (input, output) in [("line.json", "-1,-2\n"), ("model.safetensors:bias", "-10\n")] {
      let result = try Program.run(
        ["correlate", "--input", input, "--kernel", "1,-1"], in: directory)
      #expect(result.status == 0 && result.text == output)
      #expect(result.sentence.contains("one axis of") && result.sentence.hasPrefix("“"))
    }
    try directory.file("k.json", "[1, -1]")
    let keys = "k k . j s o n enter"
    let text = try done(["slide", "--print", "--keys", keys], in: directory).text
    #expect(text.contains("one axis of 2 numbers"), "\(text)")
  }

  @Test func tablesOfOtherProgramsAreRead() throws {
    try directory.file("x.csv", "a;b\n0,5;1\n# end\n-2,25;3\n")
    let result = try Program.run(
      ["correlate", "--input", "x.csv", "--kernel", "1"], in: directory)
    #expect(result.text == "0.5,1\n-2.25,3\n")
    #expect(result.sentence.split(separator: "\n").count == 2, "\(result.sentence)")
    try directory.file("p.csv", ",0,1\n0,5,6\n")
    try expectMistake(
      1, ["correlate", "--input", "p.csv", "--kernel", "1"], in: directory, says: "index=False")
    try directory.file("latin.csv", [0x35, 0xB7, 0x32, 0x0A])
    try expectMistake(
      1, ["correlate", "--input", "latin.csv", "--kernel", "1"], in: directory,
      says: #"“5\xB72” is not a number"#)
  }

  @Test(arguments: [
    ([0x08, 9, 0x12, 7, 0x70], "onnx.numpy_helper"),
    ([0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C], "numpy.load"),
  ])
  func otherProgramsFilesHaveTheirLineOfPython(_ bytes: [UInt8], _ python: String) throws {
    try directory.file("model", bytes)
    for call in [
      ["correlate", "--kernel", "1", "--input", "model"],
      ["slide", "--kernel", "model", "--print"],
      ["maps", "model", "--print"], ["maps", "--kernels", "model", "--print"],
      ["maps", "--layers", "conv:model", "--print"],
    ] {
      try expectMistake(1, call, in: directory, says: "in Python", python)
    }
  }

  /// rows×columns×channels, with images or without.
  @Test(arguments: [[6, 7, 3], [12, 16, 3], [28, 28, 1], [9, 8, 4], [2, 6, 7, 3]])
  func channelsThatStandLastAreNamedInEveryCommand(_ extents: [Int]) throws {
    let count = extents.reduce(1, *)
    let x = Safetensors(entries: [
      .init(name: "x", dimensions: extents, values: [Float](repeating: 1, count: count))
    ])
    try directory.file("x.safetensors", x.bytes)
    for call in [
      ["correlate", "--kernel", "sobel-x", "--input"], ["slide", "--print", "--input"],
      ["edges", "--print", "--input"], ["flip", "--print", "--input"],
      ["learn", "--print", "--image"], ["maps", "--print"],
      ["maps", "--print", "--layers", "conv:sobel-x"],
    ] {
      try expectMistake(
        1, call + ["x.safetensors"], in: directory,
        says: "numpy.moveaxis(a, -1, \(extents.count - 3))")
    }
  }

  /// What fits is correlated, whatever it looks like.
  @Test func channelsThatAreMeantAreTaken() throws {
    let x = Safetensors(entries: [
      .init(name: "x", dimensions: [5, 6, 3], values: [Float](repeating: 1, count: 90)),
      .init(name: "k", dimensions: [1, 5, 6, 3], values: [Float](repeating: 1, count: 90)),
    ])
    try directory.file("x.safetensors", x.bytes)
    let result = try done(
      ["correlate", "--input", "x.safetensors:x", "--kernel", "x.safetensors:k"], in: directory)
    #expect(try Nested(result.text).numbers == [90])
  }

  @Test func rowsComeBeforeAFileOfThatNameEverywhere() throws {
    try directory.file("1,-1", "7,8\n")
    try directory.file("2", "7,8\n")
    try directory.file("x.csv", "1,2,4\n")
    func correlated(_ arguments: [String]) throws -> String {
      try done(["correlate", "--input", "x.csv"] + arguments, in: directory).text
    }
    #expect(try correlated(["--kernel", "1,-1"]) == "-1,-2\n")
    #expect(try correlated(["--kernel", "./1,-1"]) == "23,46\n")
    #expect(try correlated(["--kernel", "1", "--bias", "2"]) == "3,4,6\n")
    let shown = ["slide", "--print", "--input", "x.csv"]
    for text in ["1,-1", "./1,-1"] {
      let option = try done(shown + ["--kernel", text], in: directory).text
      let keys = "k " + text.map(String.init).joined(separator: " ") + " enter"
      #expect(try done(shown + ["--kernel", "3", "--keys", keys], in: directory).text == option)
    }
    let maps = ["maps", "x.csv", "--print"]
    for (text, keys) in [("1,-1", "k 1 , - 1 enter"), ("box,x.csv", "k b o x , x . c s v enter")] {
      let option = try Program.run(maps + ["--kernels", text], in: directory)
      let key = try Program.run(maps + ["--kernels", "identity", "--keys", keys], in: directory)
      #expect(option.status == 0 && option.text == key.text, "\(option.sentence)")
    }
  }

  @Test func whatOfAListIsNoKernelIsNamed() throws {
    try directory.file("k.csv", "1,2\n")
    for (text, word) in [
      ("k.csv,none.npy", "none.npy"), ("sobel-x,k.csv,foo", "foo"), ("k.csv,2", "2"),
    ] {
      try expectMistake(
        1, ["maps", "--print", "--kernels", text], in: directory, says: "“\(word)” is neither")
    }
  }

  /// What arguments ask for is refused before memory is taken, or done without it.
  @Test func extremeSizesAreSentences() throws {
    try directory.file("x.csv", "1,2,4\n4,5,6\n7,8,9\n")
    for command in [
      ["correlate", "--kernel", "1", "--input", "x.csv"], ["slide", "--print", "--input", "x.csv"],
      ["edges", "--print", "--input", "x.csv"], ["flip", "--print", "--input", "x.csv"],
      ["learn", "--print", "--image", "x.csv"],
    ] {
      try expectMistake(
        1, command + ["--padding", "8,1048576"], in: directory, says: "16777216 numbers")
    }
    for options in [
      ["--dilation", "1048576"], ["--stride", "100000", "--padding", "1048576"],
      ["--dilation", "1048576", "--padding", "1048576", "--padding-mode", "replicate"],
    ] {
      _ = try done(["maps", "x.csv", "--print", "--kernels", "sobel-x"] + options, in: directory)
    }
  }

  @Test func checkpointOfExtremeExtentsIsRefused() throws {
    let header =
      #"{"x": {"dtype": "F32", "shape": [9223372036854775807, 2, 0], "data_offsets": [0, 0]}}"#
    try directory.file(
      "checkpoint.safetensors",
      [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8))
    try expectMistake(
      1, ["train", "--json", "--resume", "--out", directory.path], says: "9223372036854775807×2×0")
  }

  /// A file's name may hold what a terminal obeys; no JSON holds it.
  @Test func sessionsHoldNoControlCharacters() throws {
    let name = "a\u{1B}[31m\u{202E}\u{9B}\u{7F}\u{2028}b.csv"
    try directory.file(name, "1,2\n3,4\n")
    _ = try done(["maps", name, "--kernels", "box", "--save", "s.json"], in: directory)
    let unseen = try directory.text("s.json").unicodeScalars.filter {
      $0 != "\n"
        && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
    }
    #expect(unseen.isEmpty)
    _ = try done(["open", "s.json", "--print"], in: directory)
  }
}
