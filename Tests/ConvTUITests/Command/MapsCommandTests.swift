import Foundation
import TestSupport
import Testing

@Suite struct MapsCommandTests {
  private let directory: Directory
  private let picture: String

  init() throws {
    directory = try Directory()
    picture = directory.path + "/picture.csv"
    let rows = (0..<8).map { row in
      (0..<9).map { "\(($0 * 7 + row * 3) % 5)" }.joined(separator: ",")
    }
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: picture))
    try Data("[[[[1,0],[0,-1]]],[[[0,1],[1,0]]]]".utf8)
      .write(to: URL(filePath: directory.path + "/bank.json"))
  }

  @Test func picturesKernelsAndStacksArePrinted() throws {
    let bank = directory.path + "/bank.json"
    for (arguments, words) in [
      ([], ["sobel-x", "gaussian", "image"]),
      ([picture, "--kernels", "box,emboss"], ["box", "emboss", "8×9"]),
      ([picture, "--kernels", "all"], ["39 kernels"]),
      ([picture, "--kernels", bank, "--stride", "2"], ["K 0", "K 1", "stride [2]"]),
      (
        [picture, "--layers", "conv:\(bank):p1, relu, maxpool2, conv:box"],
        ["conv 2×2", "ReLU", "max pool 2×2"]
      ),
    ] {
      let result = try done(["maps"] + arguments + ["--print", "--size", "120x30"])
      for word in words { #expect(result.text.contains(word), "\(word) in \(arguments)") }
    }
  }

  /// Around a photograph zeros would be an edge stronger than its own; numbers have the course's zeros.
  @Test func photographsAreContinuedAtTheirBorders() throws {
    let photograph = directory.path + "/photo.pgm"
    try Data(Array("P5 9 8 255\n".utf8) + [UInt8](repeating: 200, count: 72))
      .write(to: URL(filePath: photograph))
    let edge = [
      "--kernels", "sobel-x", "--print", "--size", "120x30", "--keys",
      "right tab" + String(repeating: " left", count: 9),
    ]
    let continued = try done(["maps", photograph] + edge).text
    #expect(continued.contains("[replicate]") && continued.contains("Y[4,0] = 0"))
    let zeros = try done(["maps", photograph, "--padding-mode", "zeros"] + edge).text
    #expect(zeros.contains("[zeros]") && zeros.contains("= −3.1373"))
    #expect(try done(["maps", picture] + edge).text.contains("[zeros]"))
    #expect(try done(["maps"] + edge).text.contains("[zeros]"))
    // So does a stack, unless a layer says how it pads.
    func stack(_ layers: String, over input: String) throws -> String {
      let arguments = ["maps", input, "--layers", layers, "--print", "--size", "120x30"]
      return try done(arguments, in: directory).text
    }
    #expect(try stack("conv:box:p1", over: photograph).contains("[replicate]"))
    #expect(try stack("conv:box:p1:mzeros", over: photograph).contains("[zeros]"))
    #expect(try stack("conv:box:p1", over: picture).contains("[zeros]"))
    // Whatever the file of the kernel is called.
    try directory.file("mine.csv", "0,1,0\n1,1,1\n0,1,0")
    #expect(try stack("conv:mine.csv:p1", over: photograph).contains("[replicate]"))
  }

  @Test func namesAndFilesStandInOneList() throws {
    try directory.file("mine.csv", "0,1\n2,3")
    let list = ["maps", "--size", "120x30", "--print", "--kernels"]
    let text = try done(list + ["sobel-x, mine.csv,bank.json"], in: directory).text
    for word in ["sobel-x", "mine.csv", "bank.json 1", "4 kernels"] { #expect(text.contains(word)) }
    // A file of such a name does not make rows a list.
    try directory.file("3", "7")
    #expect(try done(list + ["0,1;2,3"], in: directory).text.contains("1 kernel"))
    let result = try Program.run(list + ["nope,mine.csv"], in: directory)
    #expect(result.sentence.contains("“nope” is neither"))
    let mixed = try Program.run(list + ["mine.csv,0,1;2,3"], in: directory)
    #expect(mixed.status == 1 && mixed.sentence.contains("“0” is neither"), "\(mixed.sentence)")
  }

  @Test func groupsAreTaken() throws {
    let colours = directory.path + "/colours.json"
    try Data("[[[1,2],[3,4]],[[5,6],[7,8]],[[9,10],[11,12]]]".utf8)
      .write(to: URL(filePath: colours))
    for (arguments, words) in [
      (["--kernels", "box"], ["box green", "3 groups"]),
      (["--kernels", "box", "--groups", "1"], ["  1 kernel  ", "1 group"]),
      (["--layers", "conv:identity:p1", "--step", "1"], ["3×2×2 → 3×2×2"]),
      (["--layers", "conv:identity:p1:g1", "--step", "1"], ["3×2×2 → 1×2×2"]),
    ] {
      let text = try done(["maps", colours] + arguments + ["--print", "--size", "120x30"]).text
      for word in words { #expect(text.contains(word), "\(text)") }
    }
    try expectMistake(
      1, ["maps", colours, "--groups", "2", "--print"],
      says: "3 channels cannot be divided into 2 groups; 1 or 3 would work.")
    for (count, words) in [
      (2, "works on each channel alone"), (3, "in 3 groups they fit: --groups 3"),
    ] {
      let bank = directory.path + "/bank-\(count).json"
      let kernels = (0..<count).map { "[[[\($0 + 1)]]]" }
      try Data("[\(kernels.joined(separator: ","))]".utf8).write(to: URL(filePath: bank))
      try expectMistake(1, ["maps", colours, "--kernels", bank, "--print"], says: words)
      try expectMistake(1, ["maps", colours, "--layers", "conv:\(bank)", "--print"], says: words)
    }
    for arguments in [
      ["--kernels", "bank-3.json", "--groups", "3"], ["--layers", "conv:bank-3.json:g3"],
    ] {
      _ = try done(["maps", "colours.json", "--print"] + arguments, in: directory)
    }
  }

  /// As a figure of all tensors has them.
  @Test func kernelsAndBiasesStandInObjects() throws {
    try directory.file(
      "all.json", "{\"K\": [[[[2]]], [[[3]]]], \"b\": [[10, 20]], \"X\": [[1, 2], [3, 4]]}")
    for (arguments, words) in [
      (["all.json:X", "--kernels", "all.json:K"], ["K 0", "K 1"]),
      (
        ["all.json:X", "--layers", "conv:all.json:K:ball.json:b", "--step", "1"],
        ["layer 1, map 1[1,1] = 18"]
      ),
      (
        ["all.json:X", "--layers", "conv:all.json:K:s2:ball.json:b", "--step", "1"],
        ["layer 1, map 1[0,0] = 12"]
      ),
    ] {
      let text = try done(["maps"] + arguments + ["--print", "--size", "100x30"], in: directory)
        .text
      for word in words { #expect(text.contains(word), "\(text)") }
    }
    let result = try Program.run(["maps", "--kernels", "all.json", "--print"], in: directory)
    #expect(result.sentence.contains("It holds 3 arrays"), "\(result.sentence)")
  }

  @Test func mistakesAreSentences() throws {
    let bank = directory.path + "/bank.json"
    for (arguments, words) in [
      (["/nowhere.png"], ["/nowhere.png"]),
      ([picture, "--kernels", "nonsense"], ["nonsense"]),
      (
        [picture, "--kernels", bank, "--channels", "rgb", "--padding", "0", "--dilation", "9"],
        ["9"]
      ),
      ([picture, "--layers", "conv:\(bank), conv:\(bank)"], ["Layer 2", "2×7×8"]),
      ([picture, "--layers", "conv:\(bank), maxpool9"], ["Layer 2"]),
      ([picture, "--layers", "linear10"], ["linear10"]),
      ([picture, "--layers", "conv16@5"], ["conv16@5 needs weights", "conv:weights.npz:conv1"]),
      ([picture, "--layers", "conv3"], ["conv3 needs weights"]),
      ([picture, "--layers", "conv:\(bank):q3"], ["q3"]),
      ([picture, "--layers", "conv:/nowhere.npy"], ["nowhere"]),
      ([picture, "--layers", "conv:\(bank):b/nowhere.npy"], ["no file “/nowhere.npy”"]),
      ([picture, "--layers", "batchnorm:\(bank)"], ["bank.json"]),
      ([picture, "--layers", "batchnorm:norm.npy"], ["needs an archive"]),
      ([picture, "--layers", "batchnorm"], ["“batchnorm” needs an archive"]),
    ] {
      let result = try Program.run(["maps"] + arguments + ["--print"])
      #expect(result.status == 1, "\(arguments) \(result.sentence)")
      for word in words { #expect(result.sentence.contains(word), "\(result.sentence)") }
    }
    for number in ["0", "250000001", "9999999999"] {
      try expectMistake(
        64, ["maps", "--max-pixels", number, "--print"], says: "a number from 1 to 250000000")
    }
  }

  @Test func coloursThatStandLastAreNoticed() throws {
    let row = "[" + Array(repeating: "[1,2,3]", count: 20).joined(separator: ",") + "]"
    let rows = "[" + Array(repeating: row, count: 16).joined(separator: ",") + "]"
    try directory.file("photo.json", rows)
    let result = try Program.run(["maps", "photo.json", "--print"], in: directory)
    #expect(result.status == 1 && result.sentence.contains("numpy.moveaxis"), "\(result.sentence)")
  }

  @Test func tooManyPixelsAreRefusedBeforeTheyAreDecoded() throws {
    let image = directory.path + "/picture.pgm"
    try Data("P2 3 2 9 1 2 3 4 5 6".utf8).write(to: URL(filePath: image))
    let result = try Program.run(["maps", image, "--max-pixels", "5", "--print"])
    #expect(
      result.sentence.contains("3×2 pixels; the maximum is 5, and a larger --max-pixels"),
      "\(result.sentence)")
    try Data("P5 99999 99999 255 ".utf8).write(to: URL(filePath: image))
    try expectMistake(1, ["maps", image, "--print"], says: "the maximum is 250000000.")
  }

  @Test func namedKernelsMakeOneLayer() throws {
    let print = ["--print", "--size", "120x30"]
    let text = try done(
      ["maps", picture, "--layers", "conv:sobel-x+sobel-y, relu", "--step", "1"] + print
    ).text
    #expect(text.contains("conv 3×3") && text.contains("2×6×7"))
    #expect(text.contains("sobel-x") && text.contains("sobel-y"))
    let failed = try Program.run(["maps", picture, "--layers", "conv:sobel-x+edge-x"] + print)
    #expect(failed.status == 1 && failed.sentence.contains("3×3 or 1×2"), "\(failed.sentence)")
  }
}
