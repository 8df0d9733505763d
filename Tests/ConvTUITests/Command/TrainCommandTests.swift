import Formats
import Foundation
import Testing

/// On forty images of 4×5, two classes, as files of MNIST's form.
@Suite struct TrainCommandTests {
  private let directory: Directory
  private let common: [String]

  init() throws {
    directory = try Directory()
    var images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 4, 0, 0, 0, 5]
    var labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 40]
    for image in 0..<40 {
      labels.append(UInt8(image % 10))
      images += (0..<20).map { UInt8(($0 * 37 + image % 10 * 20 + image) % 256) }
    }
    try Data(images).write(to: URL(filePath: directory.path + "/train-images-idx3-ubyte"))
    try Data(labels).write(to: URL(filePath: directory.path + "/train-labels-idx1-ubyte"))
    common = [
      "train", "--data", directory.path, "--layers", "conv2@3, batchnorm, relu, flatten, linear10",
      "--batch", "20",
    ]
  }

  private func file(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: directory.path + "/" + name))
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
      let checkpoint = try Safetensors(FileReader.read(out + "/checkpoint.safetensors"))
      let reached = try #require(checkpoint.metadata["step"].flatMap { Int($0) })
      #expect(reached >= steps + lines - 1)
      steps = reached
      let resumed = try done(training + ["--epochs", "1", "--resume"])
      #expect(resumed.text.contains("Already done: \(steps) epoch"), "\(resumed.text)")
      // What was cut off is gone, and the log ends with the checkpoint.
      let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(names == ["checkpoint.safetensors", "metrics.jsonl", "model.safetensors"])
      let log = String(decoding: try file("out/metrics.jsonl"), as: UTF8.self)
      let starts = log.split(separator: "\n").map { $0.prefix { $0 != "," } }
      #expect(starts == (1...steps).map { "{\"step\": \($0)" })
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
    let result = try Program.shell(
      """
      mkdir '\(out)'; ln -s /dev/full '\(out)/model.safetensors'; "$@"
      """, common + ["--epochs", "1", "--out", out])
    #expect(result.status == 1)
    #expect(result.sentence.contains("not saved"), "\(result.sentence)")
  }

  @Test func mistakesAreSentences() throws {
    let out = directory.path + "/out"
    _ = try done(common + ["--epochs", "1", "--out", out])
    for (arguments, words) in [
      (["--out", out], ["checkpoint.safetensors", "--resume"]),
      (["--out", out, "--resume", "--batch", "10"], ["batch 20", "10"]),
      (["--out", out, "--resume", "--layers", "flatten, linear10"], ["1.weight"]),
      (["--layers", "conv2@9, flatten, linear10"], ["Layer 1", "1×4×5"]),
      (["--layers", "relu, linear10"], ["Layer 2", "flatten"]),
      (["--layers", "flatten, linear9"], ["9×1×1", "10 classes"]),
      (["--layers", "conv2@3"], ["flatten, linear10"]),
      (["--layers", "flatten, linear999999999, linear10"], ["Layer 2", "999999999×20"]),
      (["--layers", "conv999999999@1000:p500"], ["Layer 1", "weights"]),
      (["--layers", "conv1@3:s1000000:p1000000, flatten, linear10"], ["Layer 1"]),
      (["--data", directory.path + "/train-labels-idx1-ubyte"], ["not a folder"]),
      (["--out", out, "--resume", "--optimizer", "adam"], ["optimizer"]),
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
