import Foundation
import Model
import TestSupport
import Testing

@testable import ConvTUI

struct KernelsCommandTests {
  @Test func everyKernelHasALineThatSlideTakes() throws {
    let lines = try done(["kernels"]).lines
    #expect(lines.count == NamedKernel.all.count)
    for (line, named) in zip(lines, NamedKernel.all) {
      let words = line.split(separator: " ").map(String.init)
      #expect(words.first == named.name && words[1] == named.kernel.shape.description)
      #expect(words.contains("separable") == (RankFactorization(of: named.kernel)?.rank == 1))
    }
    let rows = try #require(lines.first { $0.hasPrefix("sobel-x ") }?.split(separator: " ").last)
    #expect(rows == "1,0,-1;2,0,-2;1,0,-1")
  }

  @Test func objectsHoldRanksFactorsAndRows() throws {
    let list = try JSONSerialization.jsonObject(with: Data(done(["kernels", "--json"]).output))
    let objects = try #require(list as? [[String: Any]])
    #expect(objects.count == NamedKernel.all.count)
    for (object, named) in zip(objects, NamedKernel.all) {
      #expect(object["name"] as? String == named.name)
      #expect(object["source"] as? String == words.phrase(named.source))
      let rows = Nested(value: object["rows"])
      #expect(rows.shape == named.kernel.shape.dimensions)
      #expect((object["rank"] as? Int == 1) == (object["row"] != nil))
    }
    let scharr = try #require(objects.first { $0["name"] as? String == "scharr-x" })
    #expect(scharr["column"] as? [Int] == [3, 10, 3] && scharr["row"] as? [Int] == [1, 0, -1])
  }

  @Test func oneKernelIsWrittenAndReadAgain() throws {
    let directory = try Directory()
    for name in ["k.npy", "k.csv", "k.json"] {
      _ = try done(["kernels", "gaussian-5", "--output", name], in: directory)
      let text = try done(["kernels", name], in: directory).text
      let named = try Program.run(["kernels", "gaussian-5"])
      #expect(text == named.text && named.sentence.hasPrefix("gaussian-5: common: a row of"))
      #expect(
        try done(
          ["slide", "--print", "--input", "\(repository)/assets/house.png", "--kernel", name],
          in: directory
        ).text.contains("gaussian-5"))
    }
    #expect(try done(["kernels", "1,2;3,4"]).text == "1,2\n3,4\n")
  }

  @Test func mistakesAreNamed() throws {
    try expectMistake(1, ["kernels", "kirsh-n"], says: "“kirsh-n” is neither", "kirsch-n")
    try expectMistake(1, ["kernels", "box", "--output", "k.png"], says: "“.png”")
    try expectMistake(64, ["kernels", "--output", "k.csv"], says: "--output needs the kernel")
  }
}
