import Foundation
import TestSupport
import Testing

struct CorrelateCommandTests {
  private let chapter = ["correlate", "--input", "\(repository)/assets/chapter-input.csv"]

  /// Every fourth case, which has every mode, bias and none, and 1, 2 and 3 groups.
  static let cases = References.correlations.enumerated().filter { $0.offset % 4 == 0 }.map(
    \.element)

  @Test(arguments: cases)
  func filesGiveWhatPyTorchGives(_ reference: CorrelationReference) throws {
    let directory = try Directory()
    var arguments = [
      "correlate", "--json",
      "--input", try directory.file("x.json", nestedText(reference.input, reference.inputShape)),
      "--kernel", try directory.file("k.json", nestedText(reference.kernel, reference.kernelShape)),
      "--groups", "\(reference.groups)", "--padding-mode", reference.paddingMode,
    ]
    for (name, pair) in [
      ("--stride", reference.stride), ("--padding", reference.padding),
      ("--dilation", reference.dilation),
    ] {
      arguments += [name, pair.map(\.description).joined(separator: ",")]
    }
    if let bias = reference.bias {
      let text = bias.map(\.description).joined(separator: ",")
      let forms = [
        text, try directory.file("b.json", "[\(text)]"), try directory.file("b.csv", text),
      ]
      arguments += ["--bias", forms[reference.input.count % 3]]
    }
    let output = try Nested(done(arguments).text)
    #expect(output.shape == reference.outputShape)
    expectClose(output.numbers, reference.output, within: 1e-5, "\(reference)")
  }

  @Test func casesCoverModesGroupsAndBias() {
    let cases = CorrelateCommandTests.cases
    #expect(Set(cases.map(\.paddingMode)).count == 4)
    #expect(Set(cases.map(\.groups)) == [1, 2, 3])
    #expect(cases.contains { $0.bias == nil } && cases.contains { $0.bias != nil })
  }

  @Test func chaptersNumbersStandInNestedArrays() throws {
    let text = try done(chapter + ["--kernel", "0,1;2,3", "--json"]).text
    #expect(text == "[[19, 25],\n [37, 43]]\n")
  }

  @Test func matrixIsPrintedAsCSVAndAnythingElseAsJSON() throws {
    #expect(try done(chapter + ["--kernel", "0,1;2,3"]).text == "19,25\n37,43\n")
    #expect(try done(chapter + ["--kernel", "0,1;2,3", "--output", "-"]).text == "19,25\n37,43\n")
    let directory = try Directory()
    let two = try directory.file("k.json", "[[[[1]]], [[[2]]]]")
    let output = try Nested(done(chapter + ["--kernel", two]).text)
    #expect(output.shape == [2, 3, 3])
    let once: [Double] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    #expect(output.numbers == once + once.map { $0 * 2 })
  }

  @Test(arguments: [
    ("[[1, 2]]", [1, 2]), ("[[[1, 2]]]", [1, 1, 2]), ("[[[[1, 2]]]]", [1, 1, 1, 2]),
  ])
  func outputHasTheInputsRank(_ input: String, _ shape: [Int]) throws {
    let arguments = ["correlate", "--input", "-", "--kernel", "1", "--json"]
    #expect(try Nested(done(arguments, input: input).text).shape == shape)
  }

  @Test func flipMakesItAConvolution() throws {
    let flipped = try done(chapter + ["--kernel", "0,1;2,3", "--flip", "--json"]).text
    let turned = try done(chapter + ["--kernel", "3,2;1,0", "--json"]).text
    #expect(flipped == turned)
    #expect(flipped == "[[5, 11],\n [23, 29]]\n")
  }

  @Test func standardInputMayBeTheKernelOrTheBias() throws {
    let kernel = try done(chapter + ["--kernel", "-", "--json"], input: "[[0, 1], [2, 3]]")
    #expect(kernel.text == "[[19, 25],\n [37, 43]]\n")
    let bias = try done(chapter + ["--kernel", "0,1;2,3", "--bias", "-"], input: "100\n")
    #expect(bias.text == "119,125\n137,143\n")
  }

  @Test func pairsAreRowsThenColumns() throws {
    let pair = try done(chapter + ["--kernel", "1", "--stride", "2,1", "--json"]).text
    #expect(try Nested(pair).shape == [2, 3])
    let padding = try done(chapter + ["--kernel", "1", "--padding", "0,2", "--json"]).text
    #expect(try Nested(padding).shape == [3, 7])
    let dilation = try done(chapter + ["--kernel", "1,1;1,1", "--dilation", "2,1", "--json"]).text
    #expect(try Nested(dilation).shape == [1, 2])
  }

  @Test(arguments: ["json", "csv", "npy"])
  func fileIsWrittenByItsEndingAndReadsBack(_ ending: String) throws {
    let directory = try Directory()
    let path = directory.path + "/y." + ending
    let written = try done(chapter + ["--kernel", "0,1;2,3", "--output", path])
    #expect(written.output == [])
    let bytes = try directory.bytes("y." + ending)
    switch ending {
    case "json": #expect(try Nested(directory.text("y.json")).numbers == [19, 25, 37, 43])
    case "csv": #expect(try directory.text("y.csv") == "19,25\n37,43\n")
    default: #expect(bytes.starts(with: [0x93] + Array("NUMPY".utf8)) && bytes.count == 128 + 16)
    }
    let again = try done(["correlate", "--input", path, "--kernel", "1"])
    #expect(again.text == "19,25\n37,43\n")
    #expect(try directory.names == ["y." + ending])
  }

  @Test func jsonIsPrintedBesideAFile() throws {
    let directory = try Directory()
    let arguments = chapter + ["--kernel", "0,1;2,3", "--json", "--output", "y.csv"]
    #expect(try done(arguments, in: directory).text == "[[19, 25],\n [37, 43]]\n")
    #expect(try directory.text("y.csv") == "19,25\n37,43\n")
  }

  @Test func notANumberAndInfinityAreValues() throws {
    let arguments = ["correlate", "--input", "-", "--kernel", "1"]
    let csv = "nan,inf\n-inf,1\n"
    #expect(try done(arguments, input: csv).text == csv)
    let json = try done(arguments + ["--json"], input: csv).text
    #expect(json == "[[NaN, Infinity],\n [-Infinity, 1]]\n")
    #expect(try done(arguments, input: json).text == csv)
  }

  @Test func valuesMayStartWithAMinus() throws {
    let kernel = try done(chapter + ["--kernel", "-1,1"])
    #expect(kernel.text == "1,1\n1,1\n1,1\n")
    let bias = try done(chapter + ["--kernel", "-1,1", "--bias", "-1"])
    #expect(bias.text == "0,0\n0,0\n0,0\n")
  }

  @Test func namesOfKernelsAreKernels() throws {
    let image = "\(repository)/assets/house.png"
    let output = try done(["correlate", "--input", image, "--kernel", "sobel-x", "--json"])
    #expect(try Nested(output.text).shape.count == 2)
  }

  /// The large files end behind their headers: whoever read on would say so instead.
  @Test func whatDoesNotFitIsRefusedByTheHeaders() throws {
    let directory = try Directory()
    try directory.file("large.pgm", "P5 15000 15000 255 ")
    try directory.file("long.pgm", "P5 200000000 1 255 ")
    try directory.file("small.pgm", "P5 3 3 255 abcdefghi")
    for (input, kernel, words) in [
      ("small.pgm", "large.pgm", "The kernel (15000) is larger than the input (3 rows)"),
      ("large.pgm", "sobel-x", "It ends after"), ("long.pgm", "1", "200000000 rows or columns"),
      ("small.pgm", "long.pgm", "200000000 rows or columns"),
    ] {
      try expectMistake(
        1, ["correlate", "--input", input, "--kernel", kernel], in: directory, says: words)
    }
    try expectMistake(
      1, ["correlate", "--input", "large.pgm", "--kernel", "1", "--padding", "20000"],
      in: directory, says: "The output would be")
    try expectMistake(
      1, ["correlate", "--input", "large.pgm", "--kernel", "1", "--groups", "3"],
      in: directory, says: "groups")
  }
}
