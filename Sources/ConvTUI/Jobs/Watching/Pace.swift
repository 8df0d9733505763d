import Drawing
import Formats

/// How fast a training goes on, by the times that its values have.
struct Pace: Hashable, Sendable {
  /// Steps a second, in the time since it went back last; the time between is not counted.
  let rate: Double
  /// The step of the newest value.
  let last: Int64

  /// So many of the last values tell.
  private static let most = 200

  /// - Returns: nil where no scalar has times, or all have one.
  init?(of run: Run) {
    let tags = run.tags.filter { $0.kind == .scalar }
    guard let tag = tags.max(by: { $0.liveCount < $1.liveCount }), let last = tag.last,
      let range = last.part.live.ranges.last, let end = last.part.time(last.index)
    else { return nil }
    let first = max(range.lowerBound, last.index - Pace.most)
    let (step, start) = (last.part.step(last.index), last.part.time(first) ?? end)
    let steps = step &- last.part.step(first)
    guard end > start, steps > 0 else { return nil }
    (rate, self.last) = (Double(steps) / (end - start), step)
  }

  /// The seconds until a step.
  func seconds(until step: Int64) -> Double? {
    step > last ? Double(step - last) / rate : nil
  }
}

/// What the files of a run tell of the program that writes them.
enum WriterState: Hashable, Sendable {
  case lively
  /// It keeps values back for so many seconds before it writes them.
  case buffered(seconds: Double, form: FileForm)
  /// Nothing came for so many seconds, while before something came every so many.
  case silent(seconds: Double, usual: Double)

  /// Values older than this when they are written were kept back, in seconds.
  private static let late = 15.0
  /// A silence of so many times the usual, and of so many seconds, is told of.
  private static let (times, least) = (10.0, 60.0)
  /// After so long a training is over rather than silent.
  private static let over = 86_400.0
  /// What the C library and Python keep back at once, in bytes.
  private static let block = 4096

  init(of run: Run, in tree: RunTree, now: Double) {
    self = .lively
    for number in run.files {
      let file = tree.files[number]
      guard file.growth.count > 2 else { continue }
      let pauses = zip(file.growth.dropFirst(), file.growth).map { $0.time - $1.time }
      let usual = pauses.sorted()[pauses.count / 2]
      let silence = now - file.written
      if silence > max(WriterState.least, WriterState.times * usual), silence < WriterState.over {
        self = .silent(seconds: silence, usual: usual)
      } else if silence < WriterState.over, WriterState.keepsBack(file, usual, run, number) {
        self = .buffered(seconds: usual, form: file.form)
      }
    }
  }

  /// Whether values wait: by their own times where they have some, else by pieces that all end at a
  /// multiple of what is kept back at once.
  private static func keepsBack(
    _ file: WatchedFile, _ usual: Double, _ run: Run, _ number: Int
  ) -> Bool {
    guard usual > 1 else { return false }
    guard file.form == .events else {
      return file.growth.allSatisfy { $0.size.isMultiple(of: block) }
    }
    let parts = run.tags.compactMap { $0.parts.last { $0.file == number } }
    return usual > late
      && parts.contains { part in
        guard part.count > 1, let last = part.time(part.count - 1),
          let before = part.time(part.count - 2)
        else { return false }
        return last - before < usual / 4
      }
  }
}

extension Words {
  func stepsPerSecond(_ rate: Double) -> String {
    // More digits would only flicker.
    let number = NumberText.short(
      Float(rate >= 100 ? rate.rounded() : rate >= 1 ? (rate * 10).rounded() / 10 : rate))
    return say("\(number) \(number == "1" ? "step" : "steps")/s", "\(number) 步/秒")
  }

  func timeLeft(seconds: Double) -> String {
    let time = duration(seconds: Int(max(0, min(1e9, seconds))))
    return say("\(time) left", "还需\(time)")
  }

  /// Nil where there is nothing to tell.
  func sentence(_ state: WriterState, _ run: String) -> String? {
    switch state {
    case .lively: return nil
    case .buffered(let seconds, let form):
      let (time, line) = (duration(seconds: Int(seconds)), cure(form))
      return say(
        "\(run.printable): values come every \(time) only, so they are kept back; \(line) writes them at once.",
        "\(run.printable)：每 \(time)才有值到达，说明它们被缓冲；用 \(line) 可立即写出。")
    case .silent(let seconds, let usual):
      let (time, pause) = (
        duration(seconds: Int(min(1e9, seconds))), duration(seconds: Int(max(1, min(1e9, usual))))
      )
      return say(
        "\(run.printable): nothing for \(time), while before something came every \(pause); the program has ended, or it waits.",
        "\(run.printable)：\(time)没有新内容，而之前每 \(pause)就有；程序可能已结束或在等待。")
    }
  }

  /// The words of Python by which nothing is kept back.
  private func cure(_ form: FileForm) -> String {
    form == .events ? "SummaryWriter(folder, flush_secs=1)" : "print(…, flush=True)"
  }
}

extension WatchScene {
  /// How fast the only run goes on, and when it is done; nil where that is not known.
  func pace(_ report: WatchReport, _ words: Words) -> String? {
    guard runs.count == 1, let pace = Pace(of: runs[0]) else { return nil }
    let left = total.flatMap(pace.seconds).map { ", " + words.timeLeft(seconds: $0) } ?? ""
    return words.stepsPerSecond(pace.rate) + left
  }
}
