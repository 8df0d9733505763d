import Formats
import Model
import Testing

@testable import ConvTUI

struct AlarmTests {
  /// What is said of a loss, over all of its values one by one.
  private func plain(_ values: [(step: Int64, value: Double)]) -> [Alarm.Kind] {
    guard values.count >= 4, let least = values.map(\.value).min(),
      let place = values.firstIndex(where: { $0.value == least })
    else { return [] }
    let tail = values.suffix(max(3, values.count / 20)).map(\.value)
    let now = tail.reduce(0, +) / Double(tail.count)
    let highest = values[...place].map(\.value).max()!
    if now - least > max((highest - least) * 2, 0.2 * abs(least)), now > least {
      return [.divergence(now: now, least: least)]
    }
    let since = values.count - 1 - place
    guard values.count >= 40, Double(since) >= 0.4 * Double(values.count) else { return [] }
    return [.plateau(values: since, least: least)]
  }

  /// Losses that fall, stand still or rise, with restarts, in one file and in two.
  @Test func blocksTellWhatAllValuesTell() throws {
    var generator = SeededGenerator(seed: 11)
    var kinds: Set<String> = []
    for round in 0..<40 {
      let slope = [-1.0, 0, 1][round % 3]
      var rows: [(Int64, Double)] = []
      var step: Int64 = 0
      for index in 0..<Int.random(in: 30...5000, using: &generator) {
        step += 1
        if Int.random(in: 0..<1500, using: &generator) == 0 { step = max(0, step - 700) }
        let noise = Double.random(in: 0...0.2, using: &generator)
        rows.append((step, 3 + slope * Double(index) / 1000 + noise))
      }
      var tree = RunTree(["runs"])
      let half = round.isMultiple(of: 2) ? rows.count : rows.count / 2
      for (number, part) in [rows[..<half], rows[half...]].enumerated() where !part.isEmpty {
        let events = part.map { "{\"step\": \($0.0), \"loss\": \($0.1)}\n" }.joined()
        try tree.take(events, as: "\(number)/m.jsonl")
      }
      var tag = RunTag(name: "loss", kind: .scalar)
      for run in tree.runs { for part in run.tag("loss")!.parts { tag.append(part) } }
      let live = tag.parts.flatMap { part in
        part.live.ranges.flatMap { $0.map { (part.step($0), part.scalar($0)) } }
      }
      let found = Alarm.alarms(of: tag, in: "")
      let expected = plain(live)
      #expect(found.count == expected.count)
      for (alarm, kind) in zip(found, expected) {
        kinds.insert(alarm.name)
        switch (alarm.kind, kind) {
        case (.divergence(let now, let least), .divergence(let other, let otherLeast)):
          // The sum of blocks is rounded elsewhere.
          #expect(abs(now - other) < 1e-9 && least == otherLeast)
        default: #expect(alarm.kind == kind)
        }
      }
    }
    #expect(kinds == ["divergence", "plateau"])
  }

  /// A tensor of four numbers after each of some changes, as parts of itself.
  private func alarms(_ changes: [Double], every: Int = 1) throws -> [Alarm] {
    var value = 1.0
    var text = "{\"step\": 0, \"conv\": [[1, 1], [1, 1]]}\n"
    for (index, change) in changes.enumerated() {
      value /= 1 - change
      let row = "[\(value), \(value)]"
      text += "{\"step\": \((index + 1) * every), \"conv\": [\(row), \(row)]}\n"
    }
    var tree = RunTree(["runs"])
    try tree.take(text, as: "m.jsonl")
    var updates = UpdateWatch()
    updates.look(at: tree.runs)
    while !updates.isIdle { updates.step(tree) }
    return updates.alarms
  }

  @Test func updatesThatExplodeOrVanishAreToldOf() throws {
    let good = [Double](repeating: 1e-3, count: 20)
    #expect(try alarms(good).isEmpty)
    let exploding = try alarms(good + [0.3, 0.3, 0.3, 0.3])
    #expect(exploding.map(\.name) == ["exploding"] && exploding.first?.step == 21)
    // Two in succession, and a beginning from nothing, are none.
    #expect(try alarms(good + [0.3, 0.3] + good).isEmpty)
    #expect(try alarms([0.5, 0.4, 0.3, 0.2] + good).isEmpty)
    // Over a hundred steps the same change is small.
    #expect(try alarms(good + [0.3, 0.3, 0.3, 0.3], every: 100).isEmpty)
    let vanishing = try alarms(good + [Double](repeating: 3e-7, count: 5), every: 10)
    #expect(vanishing.map(\.name) == ["vanishing"] && !vanishing[0].isGrave)
    // Frozen on purpose.
    #expect(try alarms([Double](repeating: 0, count: 20)).isEmpty)
  }

  @Test func deadKernelsAndTwinsAreToldOf() throws {
    func alarms(_ kernels: String, name: String = "conv.weight") throws -> [Alarm] {
      var tree = RunTree(["runs"])
      try tree.take("{\"step\": 7, \"\(name)\": \(kernels)}\n", as: "m.jsonl")
      var updates = UpdateWatch()
      updates.look(at: tree.runs)
      while !updates.isIdle { updates.step(tree) }
      return updates.alarms
    }
    let kernels = "[[[[1, 2], [3, 4]]], [[[0, 0], [0, 0]]], [[[2, 4], [6, 8.1]]]]"
    let found = try alarms(kernels)
    #expect(found.map(\.name) == ["dead", "twins"] && found.allSatisfy { $0.step == 7 })
    #expect(found[0].kind == .deadKernels(1, of: 3))
    guard case .twins(let twins) = found[1].kind else { return }
    #expect(twins.first == 0 && twins.second == 2 && twins.cosine > 0.999)
    #expect(try alarms("[[[[1, 2], [3, 4]]], [[[4, -3], [2, -1]]]]").isEmpty)
    // Neither the rows of a matrix nor feature maps are kernels.
    #expect(try alarms("[[0, 0, 0, 0], [1, 2, 3, 4]]", name: "fc.weight").isEmpty)
    #expect(try alarms(kernels, name: "maps/conv").isEmpty)
  }

  @Test func ofManyUpdatesSomeAreCompared() throws {
    let many = [Double](repeating: 1e-4, count: 3000) + [Double](repeating: 0.2, count: 400)
    let alarm = try #require(try alarms(many).first)
    #expect(alarm.name == "exploding" && (3001...3064).contains(alarm.step))
  }

  @MainActor @Test func theBellRingsOnceForEachNewAlarm() {
    var rings = 0
    let bell = AlarmBell { rings += 1 }
    func alarm(_ tag: String, step: Int64 = 1) -> Alarm {
      Alarm(kind: .lost(.nan), run: "a", tag: tag, step: step)
    }
    bell.hear([alarm("old")])
    #expect(rings == 0)
    bell.hear([alarm("old"), alarm("loss")])
    bell.hear([alarm("old", step: 7), alarm("loss")])
    #expect(rings == 1)
    bell.hear([alarm("old")])
    bell.hear([alarm("old"), alarm("loss"), alarm("acc")])
    #expect(rings == 2)
  }
}
