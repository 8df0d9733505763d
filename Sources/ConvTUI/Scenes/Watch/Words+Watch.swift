import Drawing
import Formats

/// Words of the watch scene.
extension Words {
  var watchTitle: String { say("Watch", "跟踪") }
  var watchPurpose: String { say("a training that goes on elsewhere", "在别处进行的训练") }

  /// What the keys do here.
  func watchAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous:
      ActionWords(label: say("step", "步"), help: say("previous or next logged step", "上一个或下一个记录的步"))
    case .nextRow, .previousRow:
      ActionWords(
        label: say("jump", "跳"), help: say("a twentieth of all steps on or back", "前进或后退二十分之一的步"))
    case .last:
      ActionWords(
        label: say("newest", "最新"), help: say("the newest step, and follow it", "最新的步，并跟随"))
    case .nextPanel, .previousPanel, .nextItem, .previousItem:
      ActionWords(
        label: say("choose", "选择"), help: say("previous or next of what is shown", "上一个或下一个"))
    case .move: ActionWords(help: say("another tile, or the text's next line", "另一个图块，或文字的下一行"))
    case .pick:
      ActionWords(
        label: say("slide", "滑动"), help: say("open this kernel in slide", "在 slide 中打开这个卷积核"))
    case .leave: ActionWords(label: say("all", "全部"), help: say("all of them again", "回到全部"))
    case .enlarge:
      ActionWords(
        label: say("enlarge", "放大"), help: say("the chosen one alone, or all", "只看所选的，或全部"))
    case .zoomReset: ActionWords(help: say("all of them", "全部"))
    case .view: ActionWords(help: say("the next view", "下一个视图"))
    case .alarms:
      ActionWords(label: say("alarms", "警报"), help: say("the alarms, and back", "查看警报，或返回"))
    default: nil
    }
  }

  /// What the keys do in the list of alarms.
  func alarmsAction(_ action: Action) -> ActionWords? {
    switch action {
    case .pick:
      ActionWords(
        label: say("go there", "跳到那里"),
        help: say("the chart or tensor of the alarm, at its step", "警报所指的图或张量，在它的那一步"))
    default: nil
    }
  }

  var axisLabel: String { say("axis", "横轴") }
  var axisPurpose: String { say("what the horizontal axis counts", "横轴表示什么") }
  var clipLabel: String { say("clip", "裁剪") }
  var clipPurpose: String {
    say("whether the axis leaves out a few values far beyond", "坐标轴是否略去少数很远的值")
  }

  var ranksLabel: String { say("ranks", "进程") }
  var ranksPurpose: String {
    say("whether each rank is a run of its own", "是否把每个进程作为单独的运行")
  }

  func short(_ split: TagName.Split) -> String {
    switch split {
    case .training: shortTraining
    case .validation: shortValidation
    case .test: say("test", "测试")
    }
  }

  var nothingMoreHere: String { say("There is nothing to do here.", "这里没有可做的。") }
  var watchWaits: String {
    say(
      "convtui watch FOLDER follows a training by the files that it writes.",
      "convtui watch 文件夹 通过训练写出的文件跟踪训练。")
  }
  var reading: String { say("Reading …", "正在读取……") }
  var outputEnded: String { say("the program's output has ended", "程序的输出已结束") }
  var printedLines: String { say("printed", "输出") }
  var noNumbersPrinted: String {
    say("Nothing printed so far is a number of a training.", "到目前为止的输出中没有训练的数值。")
  }
  var noStepYet: String { say("no step yet", "还没有步") }

  func moment(_ step: Int64, _ unit: LogTable.Unit, follows: Bool) -> String {
    let place =
      unit == .step
      ? say("step \(whole(step))", "第 \(whole(step)) 步")
      : position(step, unit)
    return follows ? place + say(", newest", "，最新") : place
  }

  func runCount(_ number: Int) -> String { say(count(number, "run"), "\(number) 个运行") }

  /// A time in its largest unit.
  func duration(seconds: Int) -> String {
    switch seconds {
    case ..<120: say("\(seconds) s", "\(seconds) 秒")
    case ..<7200: say("\(seconds / 60) min", "\(seconds / 60) 分")
    case ..<172_800: say("\(seconds / 3600) h", "\(seconds / 3600) 小时")
    default: say("\(seconds / 86400) d", "\(seconds / 86400) 天")
    }
  }

  func age(seconds: Double) -> String {
    let time = duration(seconds: Int(max(0, min(1e9, seconds))))
    return say("\(time) ago", "\(time)前")
  }

  /// The last byte is long ago.
  func silent(seconds: Double) -> String {
    let time = duration(seconds: Int(max(0, min(1e9, seconds))))
    return say("silent for \(time)", "已 \(time)没有新数据")
  }

  func lastByte(seconds: Double) -> String {
    say("last byte \(age(seconds: seconds))", "最后一个字节在 \(age(seconds: seconds))")
  }

  func readSoFar(_ share: Double) -> String {
    say("\(Int(share * 100)) % read", "已读取 \(Int(share * 100)) %")
  }

  func damageCount(_ number: Int) -> String {
    say(count(number, "damaged record") + " skipped", "跳过 \(number) 条损坏的记录")
  }

  /// Files that are gone or cannot be read.
  func fileTroubles(_ number: Int) -> String {
    say(
      number == 1
        ? "▲ 1 file is gone or unreadable, a shows"
        : "▲ \(number) files are gone or unreadable, a shows",
      "▲ \(number) 个文件不见了或无法读取，按 a 查看")
  }

  func chart(_ number: Int, of count: Int) -> String {
    say("chart \(number) of \(count)", "第 \(number) 个图，共 \(count) 个")
  }

  var noScalars: String {
    say("No scalars were logged; v shows what else there is.", "没有记录标量；按 v 查看其他内容。")
  }

  var noKernels: [String] {
    [
      say(
        "No tensor was logged. In PyTorch this line logs a kernel:", "没有记录张量。在 PyTorch 中用这一行记录卷积核："),
      "    writer.add_tensor(\"conv1/weight\", model.conv1.weight.detach(), step)",
      say("Checkpoints in the folder are shown too.", "文件夹中的检查点也会显示。"),
    ]
  }

  var updateRatio: String { say("log₁₀ Δ a step", "每步 log₁₀ Δ") }
  var usualUpdate: String { say("aim −3", "以 −3 为宜") }
  var weightNorm: String { "‖w‖" }
  func twins(_ first: Int, _ second: Int, cosine: Double) -> String {
    let number = NumberText.fixed(Float(cosine), decimals: 3)
    return say(
      "twins: kernels \(first) and \(second), cosine \(number)",
      "孪生：卷积核 \(first) 和 \(second)，余弦 \(number)")
  }
  func deadKernels(_ number: Int, of count: Int) -> String {
    say(
      "\(number) of \(self.count(count, "kernel")) dead: all 0", "\(count) 个卷积核中 \(number) 个死亡：全为 0"
    )
  }

  var allZero: String { say("all 0", "全为 0") }
  var firstChannel: String { say(", first channel", "，第一个通道") }
  var notYetLogged: String { say("not logged up to this step", "到这一步还没有记录") }
  var noTiles: String { say("it has no two axes", "它没有两个轴") }
  var kernelColumns: [String] {
    [say("  tensor", "  张量"), "‖w‖", "log₁₀ Δ", say("dead", "死亡")]
  }

  // MARK: Alarms

  var noAlarm: String {
    say(
      "No alarm: every scalar is finite, no loss diverges or stands still, no update is too large or "
        + "too small, and no kernel is dead or the twin of another.",
      "没有警报：所有标量都是有限的，没有损失发散或停滞，更新不过大也不过小，没有卷积核死亡或孪生。")
  }

  /// - Parameter number: Of comparisons of a tensor with the one logged before it.
  func checksLeft(_ number: Int) -> String {
    say(
      "The tensors are still being checked: \(count(number, "comparison")) left.",
      "仍在检查张量：还剩 \(number) 次比较。")
  }

  func alarmCount(_ number: Int) -> String {
    say(count(number, "alarm") + ", a shows", "\(number) 个警报，按 a 查看")
  }

  func alarmOpened(_ name: String, at step: Int64) -> String {
    say(
      "This is \(name) at step \(whole(step)). a leads back to the alarms.",
      "这是 \(name) 在第 \(whole(step)) 步。按 a 回到警报。")
  }

  func sentence(_ alarm: Alarm) -> String {
    guard let rank = alarm.rank else { return sentenceOfAll(alarm) }
    return say("rank \(rank) ", "进程 \(rank)：") + sentenceOfAll(alarm)
  }

  private func sentenceOfAll(_ alarm: Alarm) -> String {
    let step = whole(alarm.step)
    switch alarm.kind {
    case .lost(let value):
      let number = NumberText.short(Float(value))
      return say(
        "\(number) first at step \(step); a smaller learning rate or clipped gradients may help.",
        "第 \(step) 步首次出现 \(number)；减小学习率或裁剪梯度可能有用。")
    case .divergence(let now, let least):
      let (now, least) = (NumberText.short(Float(now)), NumberText.short(Float(least)))
      return say(
        "diverges from step \(step): now \(now), least \(least); try a smaller learning rate.",
        "从第 \(step) 步起发散：现为 \(now)，最小为 \(least)；可试用更小的学习率。")
    case .plateau(let values, let least):
      let number = NumberText.short(Float(least))
      return say(
        "not below \(number) since step \(step), for \(values) values; try another learning rate, or stop here.",
        "从第 \(step) 步起，\(values) 个值都没有低于 \(number)；可试用别的学习率，或到此为止。")
    case .stopped(let others):
      return say(
        "stopped at step \(step), while others are at \(whole(others)).",
        "停在第 \(step) 步，而其他进程已到第 \(whole(others)) 步。")
    case .explodingUpdates(let part):
      let number = NumberText.fixed(Float(part), decimals: 1)
      return say(
        "each step changes it by more than a tenth from step \(step) (log₁₀ Δ \(number)); try a smaller learning rate, warm-up or clipped gradients.",
        "从第 \(step) 步起每步改变超过十分之一（log₁₀ Δ 为 \(number)）；可试用更小的学习率、预热或梯度裁剪。")
    case .vanishingUpdates(let part):
      let number = NumberText.fixed(Float(part), decimals: 1)
      return say(
        "hardly changes from step \(step) (log₁₀ Δ \(number)): dead units, vanishing gradients or a small learning rate.",
        "从第 \(step) 步起几乎不变（log₁₀ Δ 为 \(number)）：可能是单元死亡、梯度消失，或学习率太小。")
    case .deadKernels(let dead, let count):
      return say(
        "\(dead) of \(self.count(count, "kernel")) are all 0 at step \(step); less weight decay or a smaller learning rate may help.",
        "第 \(step) 步时 \(count) 个卷积核中有 \(dead) 个全为 0；减小权重衰减或学习率可能有用。")
    case .twins(let twins):
      let cosine = NumberText.fixed(Float(twins.cosine), decimals: 3)
      return say(
        "kernels \(twins.first) and \(twins.second) are twins at step \(step) (cosine \(cosine)): one of them adds nothing; fewer kernels or another initialization would do.",
        "第 \(step) 步时卷积核 \(twins.first) 和 \(twins.second) 是孪生（余弦 \(cosine)）：其中一个没有作用；可减少卷积核或换一种初始化。"
      )
    }
  }

  func restarted(_ run: String, at steps: [Int64]) -> String {
    let shown = list(steps.prefix(5).map { whole($0) }) + (steps.count > 5 ? " …" : "")
    return say(
      "\(run.printable) went back to step \(shown); what it had logged from there on is dimmed.",
      "\(run.printable) 退回到第 \(shown) 步；此前从该步起的记录变暗。")
  }

  // MARK: About

  func watched(runs: Int, charts: Int, kernels: Int, moments: Int) -> String {
    say(
      "\(count(runs, "run")) with \(count(charts, "chart")) and \(count(kernels, "tensor")), logged at \(count(moments, "step")).",
      "\(runs) 个运行，\(charts) 个图，\(kernels) 个张量，在 \(moments) 个步上有记录。")
  }
  var watchCharts: String {
    say(
      "A chart holds one quantity on training and validation data, and of all runs. Every value is "
        + "drawn: of many in one column the least and the greatest.",
      "一个图显示一个量在训练和验证数据上以及各个运行中的值。每个值都画出：同一列有很多值时，画出最小和最大的。")
  }
  var watchSuperseded: String {
    say(
      "Where a training went back and wrote steps anew, the old values are dotted in grey.",
      "训练退回并重写的步，旧值用灰色点线表示。")
  }
  var watchKernels: String {
    say(
      "‖w‖ is the length of a tensor's numbers as one vector, and log₁₀ Δ is log₁₀ ‖w − w′‖/‖w‖ with w′ "
        + "logged before: −3 is usual for one update. A dead kernel is all 0.",
      "‖w‖ 是张量所有数合成的向量的长度，log₁₀ Δ 是 log₁₀ ‖w − w′‖/‖w‖，w′ 是前一次的记录，表示改变了多少：一次更新常见为 −3。死亡的卷积核全为 0。")
  }
}
