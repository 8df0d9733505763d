import Formats

/// One of several processes that train one model, by the name of a folder or a file: `rank0`, `rank_1`,
/// `global-rank=2` or `metrics.rank3.jsonl`.
struct Rank: Hashable, Sendable {
  let number: Int
  /// The path without what tells the rank.
  let rest: String

  /// - Returns: nil where a path tells of no rank; the last part that tells one counts.
  init?(in path: String) {
    let parts = path.split(separator: "/")
    for index in parts.indices.reversed() {
      guard let number = Rank.number(in: parts[index]) else { continue }
      self.number = number
      rest = (parts[..<index] + parts[(index + 1)...]).joined(separator: "/")
      return
    }
    return nil
  }

  /// What stands behind `rank`, with `_`, `-`, `=` or nothing between; the word must begin there.
  private static func number(in part: Substring) -> Int? {
    let text = Array(part.lowercased().utf8)
    for start in text.indices where text[start...].starts(with: "rank".utf8) {
      guard start == 0 || !isLetter(text[start - 1]) else { continue }
      var rest = text[(start + 4)...]
      if let mark = rest.first, "_-=".utf8.contains(mark) { rest = rest.dropFirst() }
      let digits = rest.prefix { $0 &- 48 < 10 }
      let after = rest.dropFirst(digits.count).first
      guard !digits.isEmpty, digits.count < 7, after.map({ !isLetter($0) }) ?? true else {
        continue
      }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
}

extension Run {
  /// The runs, with those that differ in the rank alone as one.
  ///
  /// - Parameter root: What a run is called whose name tells the rank alone.
  static func folded(_ runs: [Run], root: String) -> [Run] {
    let ranks = runs.map { Rank(in: $0.name) }
    var members: [String: [(number: Int, run: Run)]] = [:]
    for (run, rank) in zip(runs, ranks) {
      if let rank { members[rank.rest, default: []].append((rank.number, run)) }
    }
    var folded: [Run] = []
    for (run, rank) in zip(runs, ranks) {
      guard let rank, let group = members[rank.rest] else {
        if rank == nil { folded.append(run) }
        continue
      }
      // Twice the same rank, or only one, is no group.
      guard group.count > 1, Set(group.map(\.number)).count == group.count else {
        folded.append(run)
        continue
      }
      members[rank.rest] = nil
      let sorted = group.sorted { $0.number < $1.number }
      folded.append(Run(name: rank.rest.isEmpty ? root : rank.rest, ranks: sorted))
    }
    return folded
  }

  /// What is to be said of its scalars; of several ranks once, by the first of which it is so.
  var alarms: [Alarm] {
    guard !ranks.isEmpty else { return tags.flatMap { Alarm.alarms(of: $0, in: name) } }
    var told: Set<[String]> = []
    return ranks.flatMap { number, run in
      run.tags.flatMap { Alarm.alarms(of: $0, in: name) }.compactMap { alarm in
        guard told.insert([alarm.tag, alarm.name]).inserted else { return nil }
        var alarm = alarm
        alarm.rank = number
        return alarm
      }
    }
  }

  /// For so many logged steps others must have gone on, and for so many seconds.
  private static let (fewestSteps, patience) = (10, 60.0)

  /// The ranks that log no more: the others have gone on for ten logged steps, and its files are older by
  /// a minute, or nobody writes any more.
  func stoppedRanks(now: Double) -> [Alarm] {
    let scalars = ranks.map { rank in
      rank.run.tags.filter { $0.kind == .scalar }.max { $0.liveCount < $1.liveCount }
    }
    let lasts = scalars.map { $0?.lastStep ?? .min }
    guard let furthest = lasts.max(), let leader = scalars[lasts.firstIndex(of: furthest)!] else {
      return []
    }
    let isOver = now - written > Run.patience
    return ranks.indices.compactMap { index in
      let rank = ranks[index]
      guard let tag = scalars[index], isOver || written - rank.run.written > Run.patience else {
        return nil
      }
      let steps = leader.steps
      guard steps.count - steps.count(upTo: lasts[index]) >= Run.fewestSteps else { return nil }
      var alarm = Alarm(
        kind: .stopped(others: furthest), run: name, tag: tag.name, step: lasts[index])
      alarm.rank = rank.number
      return alarm
    }
  }
}

extension RunTag {
  /// The step of the last value that counts.
  fileprivate var lastStep: Int64? { last.map { $0.part.step($0.index) } }
}
