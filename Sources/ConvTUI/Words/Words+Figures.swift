import Formats

/// Sentences about the files that convtui writes.
extension Words {
  /// Where a row of windows, or an epoch, begins in a recording.
  func row(_ number: Int) -> String { say("row \(number)", "第 \(number) 行") }
  func epoch(_ number: Int) -> String { say("epoch \(number)", "第 \(number) 轮") }

  var figureQuestion: String {
    say(
      "figure (\(spaced(Figure.endings.map { "." + $0 })))",
      "插图（\(spaced(Figure.endings.map { "." + $0 }))）")
  }
  var pasteWithoutQuestion: String {
    say(
      "You can paste text only as an answer to a question, such as the one that k asks.",
      "只有在回答问题时才能粘贴文字，比如 k 提出的问题。")
  }
  var sessionQuestion: String { say("session (a .json file)", "会话（.json 文件）") }

  func writing(_ path: String) -> String {
    say("writing \(path.printable) …", "正在写 \(path.printable) …")
  }

  func wrote(_ path: String) -> String { say("wrote \(path.printable)", "已写入 \(path.printable)") }

  func sentence(_ error: FigureError) -> String {
    switch error {
    case .ending("pdf"):
      say(
        "A figure cannot be a “.pdf” file; write an .svg file, and rsvg-convert -f pdf makes a PDF of it.",
        "插图不能存为 “.pdf” 文件；请写成 .svg 文件，再用 rsvg-convert -f pdf 转成 PDF。")
    case .ending(let ending):
      (ending.isEmpty
        ? say("The file name has no ending", "文件名没有扩展名")
        : say(
          "A figure cannot be a \(quoted("." + ending)) file", "插图不能存为 \(quoted("." + ending)) 文件"))
        + say(
          "; one of \(spaced(Figure.endings.map { "." + $0 })) is needed.",
          "；需要以下之一：\(spaced(Figure.endings.map { "." + $0 }))。")
    case .sessionEnding(let path):
      say(
        "A session is a .json file; \(withEnding("json", path, else: "session")) would work.",
        "会话是 .json 文件；可用 \(withEnding("json", path, else: "session"))。")
    case .onlyEnding(let path):
      say(
        "There is nothing before the dot of \(quoted(path)); a name such as figure.png is needed.",
        "\(quoted(path)) 的点之前没有名称；需要 figure.png 这样的文件名。")
    case .pictureTooLarge(let cells, let limit):
      say(
        "A picture of \(cells) characters is too large for .png; the maximum is \(limit), and .svg "
          + "would work.", "\(cells) 个字符的图对 .png 来说太大；上限是 \(limit)，可用 .svg。")
    case .noTensor(.train):
      say(
        "No sample has gone through the network yet; open the scene first, or use .svg.",
        "还没有样本经过网络；请先打开场景，或用 .svg。")
    case .noTensor(let scene):
      say(
        "\(scene.title(self)) shows no tensor; .svg or .txt would work.",
        "“\(scene.title(self))”不显示张量；可用 .svg 或 .txt。")
    case .format(let error): sentence(error)
    case .noSnippet(.maps):
      say(
        "The maps have a PyTorch script, but the picture has none; go to a map with →, or use .npy, "
          + ".json or .svg.", "特征映射有 PyTorch 脚本，而图片没有；请用 → 到一个映射，或用 .npy、.json 或 .svg。")
    case .noSnippet(let scene):
      say(
        "\(scene.title(self)) has no PyTorch script; .json, .svg or .txt would work.",
        "“\(scene.title(self))”没有 PyTorch 脚本；可用 .json、.svg 或 .txt。")
    case .notFlattened(let layer):
      say(
        "Layer \(layer) is linear, and PyTorch needs a flatten before it; a network with flatten would "
          + "work.", "第 \(layer) 层是线性层，PyTorch 要求它前面有 flatten；可用含 flatten 的网络。")
    case .changedRun(let step):
      say(
        "The run was changed by hand at step \(step), and a script cannot repeat that; an earlier step, "
          + "another branch or a restart would work.",
        "第 \(step) 步有手工改动，脚本无法重复；可用更早的一步、另一个分支，或重新开始。")
    case .mapTooLarge(let count, let limit):
      say(
        "A map of \(count) numbers is too large for this kind of file; the maximum is \(limit), so a "
          + "smaller image would work.", "含 \(count) 个数的映射对这种文件来说太大；上限是 \(limit)，可用更小的图像。")
    case .mapsTooLarge(let maps, let numbers, let limit):
      say(
        "The \(maps) maps have \(numbers) numbers, but the maximum for this kind of file is \(limit); "
          + "choose one map, as with --step 1, or fewer kernels.",
        "\(maps) 个映射共有 \(numbers) 个数，而这种文件的上限是 \(limit)；请选一个映射，如 --step 1，或用更少的卷积核。")
    case .mapSizes(let shapes):
      say(
        "Each map has the size \(alternatives(Set(shapes.map(\.description)).sorted())), but this kind "
          + "of file holds only one size; use .json, or choose one map, as with --step 1.",
        "各映射的大小是 \(alternatives(Set(shapes.map(\.description)).sorted()))，而这种文件只能存一种大小；请用 .json，或选一个映射，如 --step 1。"
      )
    case .steps(let first, let last, let end):
      say(
        "The timeline goes from 0 to \(end), so it has no steps from \(first) to \(last); --from and --to "
          + "must be steps of it, and --from must not be above --to.",
        "时间线从 0 到 \(end)，没有第 \(first) 到 \(last) 步；--from 和 --to 必须是其中的步，且 --from 不得大于 --to。")
    case .tooManySteps(let count):
      say(
        "A recording of \(count) steps is too long; the maximum is \(Recording.mostSteps), so choose "
          + "fewer with --from and --to.",
        "\(count) 步的录像太长；上限是 \(Recording.mostSteps)，请用 --from 和 --to 少选一些。")
    case .noRecording(let scene):
      say(
        "\(scene.title(self)) must train first to make a recording; convtui \(scene.name) --record would work.",
        "“\(scene.title(self))”要先训练才能录像；可用 convtui \(scene.name) --record。")
    case .recordingEnding(let path):
      say(
        "A recording is a .cast file; \(withEnding("cast", path, else: "recording")) would work.",
        "录像是 .cast 文件；可用 \(withEnding("cast", path, else: "recording"))。")
    case .noSession(.train):
      say(
        "Train has no sessions; convtui train --out saves a training, and --resume continues it.",
        "“训练”没有会话；convtui train --out 保存训练，--resume 接着训练。")
    case .noSession(.maps):
      say(
        "The picture came from standard input, and a session holds at most \(Picture.mostPixels) grey "
          + "pixels; open the picture from a file to save a session.",
        "图片来自标准输入，而会话至多存 \(Picture.mostPixels) 个灰度像素；请从文件打开图片再保存会话。")
    case .noSession(let scene):
      say(
        "\(scene.title(self)) has no sessions; .svg or .txt would work.",
        "“\(scene.title(self))”没有会话；可用 .svg 或 .txt。")
    }
  }

  /// The path of a file with another ending.
  private func withEnding(_ ending: String, _ path: String, else name: String) -> String {
    let old = TensorFormat.ending(of: path)
    let stem = old.isEmpty ? path : String(path.dropLast(old.count + 1))
    return (stem.isEmpty || stem.hasSuffix("/") ? stem + name : stem).printable + "." + ending
  }

  private func spaced(_ words: [String]) -> String { words.joined(separator: " ") }
}
