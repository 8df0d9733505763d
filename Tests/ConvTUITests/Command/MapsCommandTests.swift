import Foundation
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
      ([picture, "--kernels", bank, "--stride", "2"], ["K 0", "K 1", "stride 2"]),
      (
        [picture, "--layers", "conv:\(bank):p1, relu, maxpool2, conv:box"],
        ["conv2", "relu", "max"]
      ),
    ] {
      let result = try done(["maps"] + arguments + ["--print", "--size", "120x30"])
      for word in words { #expect(result.text.contains(word), "\(word) in \(arguments)") }
    }
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
      ([picture, "--layers", "conv:\(bank):q3"], ["q3"]),
      ([picture, "--layers", "conv:/nowhere.npy"], ["nowhere"]),
      ([picture, "--layers", "batchnorm:\(bank)"], ["bank.json"]),
      ([picture, "--layers", "batchnorm"], ["“batchnorm”: an archive"]),
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

  @Test func tooManyPixelsAreRefusedBeforeTheyAreDecoded() throws {
    let image = directory.path + "/picture.pgm"
    try Data("P2 3 2 9 1 2 3 4 5 6".utf8).write(to: URL(filePath: image))
    let result = try Program.run(["maps", image, "--max-pixels", "5", "--print"])
    #expect(
      result.sentence.contains("3×2 pixels; 5 is the most that works, and a larger --max-pixels"),
      "\(result.sentence)")
    try Data("P5 99999 99999 255 ".utf8).write(to: URL(filePath: image))
    try expectMistake(1, ["maps", image, "--print"], says: "250000000 is the most that works.")
  }
}
