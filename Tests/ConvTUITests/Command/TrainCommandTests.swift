import Formats
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Drawing

/// On forty images of 4×5, two classes, as files of MNIST's form.
@Suite struct TrainCommandTests {
  private let directory: Directory
  private let common: [String]

  init() throws {
    directory = try Directory()
    try directory.writeFortyImages()
    common = [
      "train", "--data", directory.path, "--layers", "conv2@3, batchnorm, relu, flatten, linear10",
      "--batch", "20", "--optimizer", "momentum",
    ]
  }

  private func file(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: directory.path + "/" + name))
  }

  private func loggedSteps(_ folder: String) throws -> [Int] {
    struct Line: Decodable { let step: Int }
    let log = String(decoding: try file(folder + "/metrics.jsonl"), as: UTF8.self)
    return try log.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8)).step
    }
  }

  /// The batches done at a folder's checkpoint.
  private func step(of folder: String) throws -> Int {
    let checkpoint = try Safetensors(FileReader.read(folder + "/checkpoint.safetensors"))
    return try #require(checkpoint.metadata["step"].flatMap { Int($0) })
  }

  @Test func everyBatchIsALine() throws {
    struct Line: Decodable {
      let step, epoch: Int
      let loss, accuracy: Double
      let validationAccuracy: Double?
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let lines = try done(common + ["--json", "--epochs", "3"]).lines.map {
      try decoder.decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.step) == Array(1...6))
    #expect(lines.map(\.epoch) == [1, 1, 2, 2, 3, 3])
    #expect(lines.map { $0.validationAccuracy != nil } == [false, true, false, true, false, true])
    #expect(lines.allSatisfy { $0.loss.isFinite && (0...1).contains($0.accuracy) })
  }

  @Test func resumedTrainingLeavesTheSameBytes() throws {
    let (whole, parts) = (directory.path + "/whole", directory.path + "/parts")
    _ = try done(common + ["--epochs", "4", "--out", whole])
    _ = try done(common + ["--epochs", "1", "--out", parts, "--threads", "1"])
    // A run that was ended in the middle of a batch leaves lines beyond its checkpoint.
    let log = try #require(FileHandle(forWritingAtPath: parts + "/metrics.jsonl"))
    log.seekToEndOfFile()
    log.write(Data("{\"step\": 3}\n{\"ste".utf8))
    try log.close()
    _ = try done(common + ["--epochs", "4", "--out", parts, "--resume"])
    for name in ["metrics.jsonl", "model.safetensors", "checkpoint.safetensors"] {
      #expect(try file("whole/" + name) == file("parts/" + name), "\(name)")
    }
  }

  /// Whatever stands between the lines of batches stays, byte for byte.
  @Test func blankAndForeignLinesOfTheLogStay() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "2", "--out", out])
    let lines = try String(contentsOfFile: out + "/metrics.jsonl", encoding: .utf8)
      .split(separator: "\n")
    let kept = "\n# mine\r\n\n" + lines.joined(separator: "\n\n") + "\n\n{\"note\": 7}\n"
    try Data((kept + "{\"step\": 99}\n\n{\"loss\":1,\"step\":98}\n{\"st").utf8)
      .write(to: URL(fileURLWithPath: out + "/metrics.jsonl"))
    _ = try done(common + ["--epochs", "2", "--out", out, "--resume"])
    #expect(try String(contentsOfFile: out + "/metrics.jsonl", encoding: .utf8) == kept + "\n")
  }

  @Test func otherImagesOfTheSameNumberAreRefused() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    let other = try Directory()
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path)
    where name.contains("ubyte") {
      var bytes = try FileReader.read(directory.path + "/" + name)
      if name.contains("images"), !name.hasSuffix(".gz") { bytes[bytes.count - 1] ^= 1 }
      try other.file(name, bytes)
    }
    let moved = common.map { $0 == directory.path ? other.path : $0 }
    let result = try Program.run(moved + ["--epochs", "2", "--out", out, "--resume"])
    #expect(result.status == 1 && result.sentence.contains("other images"), "\(result.sentence)")
  }

  @Test func checkpointWithAFlippedBitIsRefused() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    var bytes = try file("out/checkpoint.safetensors")
    bytes[bytes.count - 6] ^= 4
    try bytes.write(to: URL(fileURLWithPath: out + "/checkpoint.safetensors"))
    let result = try Program.run(common + ["--epochs", "2", "--out", out, "--resume"])
    #expect(result.status == 1 && result.sentence.contains("checksum"), "\(result.sentence)")
  }

  @Test func requestToEndWritesEverything() throws {
    let out = directory.path + "/out"
    let result = try Program.shell(
      """
      mkfifo '\(directory.path)/lines'
      "$@" >'\(directory.path)/lines' &
      exec 3<'\(directory.path)/lines'
      read line <&3
      kill -TERM $!
      cat <&3 >/dev/null
      wait $!
      """, common + ["--json", "--epochs", "1000000", "--out", out])
    #expect(result.status == 143, "\(result.sentence)")
    #expect(result.sentence.filter { $0 == "\n" }.count == 1)
    let resumed = try done(common + ["--epochs", "1", "--out", out, "--resume"])
    #expect(resumed.sentence.isEmpty)
  }

  /// Wherever it is killed: each batch ends an epoch, so that it writes checkpoints all the time.
  @Test func killedTrainingLeavesWholeFilesToGoOnFrom() throws {
    let out = directory.path + "/out"
    let training = common + ["--batch", "40", "--out", out]
    _ = try done(training + ["--epochs", "1"])
    var steps = 1
    for lines in [1, 2, 3, 5, 8, 13, 2, 1] {
      let result = try Program.shell(
        """
        rm -f '\(directory.path)/lines'; mkfifo '\(directory.path)/lines'
        "$@" >'\(directory.path)/lines' &
        exec 3<'\(directory.path)/lines'
        for line in $(seq \(lines)); do read text <&3; done
        kill -KILL $!
        cat <&3 >/dev/null
        wait $!
        """, training + ["--json", "--epochs", "1000000", "--resume"])
      #expect(result.status == 137, "\(result.sentence)")
      _ = try Safetensors(FileReader.read(out + "/model.safetensors"))
      let reached = try step(of: out)
      #expect(reached >= steps + lines - 1)
      steps = reached
      let resumed = try done(training + ["--epochs", "1", "--resume"])
      #expect(resumed.text.contains("already done \(steps) epoch"), "\(resumed.text)")
      // What was cut off is gone, and the log ends with the checkpoint.
      let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(names == ["checkpoint.safetensors", "metrics.jsonl", "model.safetensors"])
      #expect(try loggedSteps("out") == Array(1...steps))
    }
  }

  @Test func lossThatIsNoNumberEndsItAndKeepsTheCheckpoint() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    let before = try file("out/checkpoint.safetensors")
    let result = try Program.run(
      common + ["--epochs", "30", "--out", out, "--resume", "--lr", "1e30"])
    #expect(result.status == 1 && result.sentence.contains("--lr"), "\(result.sentence)")
    #expect(try file("out/checkpoint.safetensors") == before)
  }

  /// One that is finite, but beyond every whole number.
  @Test func hugeLossIsWritten() throws {
    let result = try Program.run(
      common + ["--layers", "flatten, linear10", "--epochs", "1", "--lr", "1e30"])
    #expect(result.status == 0 || result.sentence.contains("--lr"), "\(result.sentence)")
    #expect(result.status < 2)
  }

  @Test func trainingThatCouldNotBeSavedIsNotASuccess() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    let result = try Program.shell(
      """
      ln -sf /dev/full '\(out)/model.safetensors'; "$@"
      """, common + ["--epochs", "2", "--out", out, "--resume"])
    #expect(result.status == 1)
    #expect(result.sentence.contains("not saved"), "\(result.sentence)")
  }

  /// A limit on the length of a file stands in for a disk that fills up: here the log reaches it.
  @Test func withoutRoomForItsLogTrainingGoesOn() throws {
    let out = directory.path + "/out"
    let training = common + ["--out", out]
    let result = try Program.shell(
      "ulimit -f 5; exec \"$@\"", training + ["--json", "--epochs", "40"])
    #expect(result.status == 0 && result.lines.count == 80)
    #expect(result.sentence.filter { $0 == "\n" }.count == 1, "\(result.sentence)")
    #expect(result.sentence.contains("metrics.jsonl") && result.sentence.contains("continues"))
    let kept = try loggedSteps("out")
    #expect(kept.count < 80 && kept == Array(1...kept.count))
    #expect(try step(of: out) == 80)
    // With room again it goes on after the gap, and cuts off what comes after its checkpoint.
    _ = try done(training + ["--epochs", "41", "--resume"])
    #expect(try loggedSteps("out") == kept + [81, 82])
    let log = try #require(FileHandle(forWritingAtPath: out + "/metrics.jsonl"))
    log.seekToEndOfFile()
    log.write(Data("{\"step\": 83}\n".utf8))
    try log.close()
    _ = try done(training + ["--epochs", "42", "--resume"])
    #expect(try loggedSteps("out") == kept + [81, 82, 83, 84])
  }

  @Test func withoutRoomForItsFilesTrainingGoesOnAndTheOldOnesStay() throws {
    let out = directory.path + "/out"
    let training = common + ["--out", out]
    let names = ["checkpoint.safetensors", "model.safetensors"]
    _ = try done(training + ["--epochs", "1"])
    let before = try names.map { try file("out/" + $0) }
    let result = try Program.shell(
      "ulimit -f 2; exec \"$@\"", training + ["--epochs", "20", "--resume"])
    #expect(result.status == 1 && result.lines.count == 20, "\(result.text)")
    let sentences = result.sentence.split(separator: "\n")
    let told = ["model.safetensors", "metrics.jsonl"].map { name in
      sentences.filter { $0.contains(name) && $0.contains("continues") }.count
    }
    #expect(told == [1, 1] && sentences.count == 3, "\(result.sentence)")
    #expect(sentences.last?.contains("not saved") == true)
    #expect(try names.map { try file("out/" + $0) } == before)
    let all = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(all == ["checkpoint.safetensors", "metrics.jsonl", "model.safetensors"])
    #expect(try loggedSteps("out").first == 1)
  }

  @Test func withoutRoomForStandardOutputTrainingGoesOnAndSaves() throws {
    let out = directory.path + "/out"
    let script = "ulimit -f 5; \"$@\" >'\(directory.path)/lines'"
    let training = common + ["--json", "--epochs", "40"]
    let result = try Program.shell(script, training + ["--out", out])
    #expect(result.status == 1)
    for words in ["Standard output cannot be written", "metrics.jsonl"] {
      #expect(result.sentence.components(separatedBy: words).count == 2, "\(result.sentence)")
    }
    #expect(result.sentence.filter { $0 == "\n" }.count == 2)
    #expect(try step(of: out) == 80)
    // With no folder nothing would be left of it.
    let alone = try Program.shell(script, training)
    #expect(alone.status == 1 && !alone.sentence.contains("continues"), "\(alone.sentence)")
  }

  @Test(arguments: ["checkpoint.safetensors", "metrics.jsonl", "model.safetensors"])
  func pipeInTheFolderIsRefusedAtOnce(_ name: String) throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    try FileManager.default.removeItem(atPath: out + "/" + name)
    mkfifo(out + "/" + name, 0o600)
    let result = try Program.run(common + ["--epochs", "2", "--out", out, "--resume"])
    #expect(result.status == 1 && result.sentence.contains("\(name)” is a pipe"))
  }

  @Test func mistakesAreSentences() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    for (arguments, words) in [
      (["--out", out], ["checkpoint.safetensors", "--resume"]),
      (["--out", out, "--resume", "--batch", "10"], ["batch 20", "10"]),
      (["--out", out, "--resume", "--layers", "flatten, linear10"], ["layers"]),
      (["--layers", "conv2@9, flatten, linear10"], ["Layer 1", "1×4×5"]),
      (["--layers", "relu, linear10"], ["Layer 2", "flatten"]),
      (["--layers", "conv3, flatten, linear10"], ["conv3 needs a number of kernels", "conv6@3"]),
      (["--layers", "conv:sobel-x, flatten, linear10"], ["Layer 1", "conv6@5"]),
      (["--layers", "pool2, flatten, linear10"], ["maxpool2 or avgpool2"]),
      (["--layers", "relu=a, tanh, flatten:from=a, linear10"], ["Layer 2", "no other layer"]),
      (
        ["--layers", "conv2@3=a, relu, add:a, flatten, linear10, add:a"],
        ["Layer 6", "equal shapes"]
      ),
      (["--layers", "flatten, linear9"], ["9×1×1", "10 classes"]),
      (["--layers", "conv2@3"], ["flatten, linear10"]),
      (["--layers", "flatten, linear999999999, linear10"], ["Layer 2", "999999999×20"]),
      (["--layers", "conv999999999@1000:p500"], ["Layer 1", "weights"]),
      (["--layers", "conv1@3:s1000000:p1000000, flatten, linear10"], ["Layer 1"]),
      (["--data", directory.path + "/train-labels-idx1-ubyte"], ["not a folder"]),
      (["--out", out, "--resume", "--optimizer", "sgd"], ["optimizer"]),
      (["--out", out, "--resume", "--weight-decay", "0.01"], ["weight decay 0.0", "0.01"]),
      (["--out", out, "--resume", "--schedule", "cosine:9"], ["schedule constant", "cosine:9"]),
    ] {
      let result = try Program.run(common + arguments)
      #expect(result.status == 1, "\(arguments)")
      for word in words { #expect(result.sentence.contains(word), "\(result.sentence)") }
    }
    for arguments in [["--lr", "nan"], ["--batch", "0"], ["--epochs", "0"], ["--resume"]] {
      #expect(try Program.run(common + arguments).status == 64, "\(arguments)")
    }
  }
}
