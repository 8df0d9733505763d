import Drawing
import Formats
import Model

/// Sentences about networks and their training.
extension Words {
  func epoch(_ number: Int, _ training: BatchScore, _ validation: BatchScore) -> String {
    say(
      "epoch \(number)   loss \(loss(training.loss))   accuracy \(percent(training.accuracy))   "
        + "validation loss \(loss(validation.loss))   accuracy \(percent(validation.accuracy))",
      "第 \(number) 轮   损失 \(loss(training.loss))   准确率 \(percent(training.accuracy))   验证损失 \(loss(validation.loss))   准确率 \(percent(validation.accuracy))"
    )
  }

  func task(_ training: LabelledImages, _ validation: LabelledImages, _ network: Network)
    -> String
  {
    say(
      "\(count(training.count, "training image")) of \(training.shape), "
        + "\(count(validation.count, "validation image")), \(training.classNames.count) classes, "
        + count(network.parameterCount, "parameter"),
      "\(training.count) 幅 \(training.shape) 的训练图像，\(validation.count) 幅验证图像，\(training.classNames.count) 个类别，\(network.parameterCount) 个参数"
    )
  }

  func goesOn(after error: any Error) -> String {
    say(
      sentence(error) + " The training continues without this file.",
      sentence(error) + "训练继续，但不写这个文件。")
  }

  func tooFewImages(_ count: Int, least: Int) -> String {
    say(
      "The data holds \(self.count(count, "image")); at least \(least) are needed, so that some can "
        + "be used for validation.", "数据有 \(count) 幅图像；至少需要 \(least) 幅，以便留出一些用于验证。")
  }

  func tooMuchMemory(_ bytes: Int, most: Int) -> String {
    say(
      "A batch would take \(megabytes(bytes)) MB of memory, but the maximum is \(megabytes(most)); a "
        + "smaller --batch or smaller layers take less.",
      "一批需要 \(megabytes(bytes)) MB 内存，而上限是 \(megabytes(most))；更小的 --batch 或更小的层需要得少些。")
  }

  func stopped(after step: Int, canResume: Bool) -> String {
    say(
      "Stopped after \(count(step, "batch", "batches"))"
        + (canResume ? "; --resume continues from there." : "."),
      "在 \(step) 批之后停止" + (canResume ? "；--resume 从那里继续。" : "。"))
  }

  func alreadyDone(_ epochs: Int) -> String {
    say(
      "The training has already done \(count(epochs, "epoch")); a larger --epochs continues it.",
      "训练已完成 \(epochs) 轮；更大的 --epochs 可以继续。")
  }

  func notFinite(step: Int) -> String {
    say(
      "The loss is not finite at batch \(step); a smaller --lr would work.",
      "第 \(step) 批的损失不再有限；可用更小的 --lr。")
  }

  func notSaved(_ error: FileError) -> String {
    say(sentence(error) + " The training is done but not saved.", sentence(error) + "训练已完成，但没有保存。")
  }

  private func megabytes(_ bytes: Int) -> Int { bytes >> 20 }

  func trainingExists(_ place: String) -> String {
    say(
      "\(place) already exists; --resume continues its training, and another folder starts a new one.",
      "\(place) 已存在；--resume 继续它的训练，另一个文件夹则重新训练。")
  }

  func sentence(_ error: NetworkError) -> String {
    switch error {
    case .graph(let error): sentence(error)
    case .classes(let output, let classes):
      say(
        "The last layer gives \(output), but there are \(classes) classes; "
          + (output.area == 1 ? "" : "flatten, ") + "linear\(classes) at the end would fit.",
        "最后一层给出 \(output)，但有 \(classes) 个类别；在末尾加 " + (output.area == 1 ? "" : "flatten, ")
          + "linear\(classes) 就合适。")
    case .tooLarge(let number, let numbers):
      say(
        "Layer \(number): the network would compute \(numbers) numbers for each image; "
          + "the maximum is \(Network.largest).",
        "第 \(number) 层：网络对每幅图像要算 \(numbers) 个数；上限是 \(Network.largest)。")
    case .nothingToLearn:
      say("No layer has weights to learn; add conv or linear.", "没有一层有可学习的权重；请加 conv 或 linear。")
    case .unused(let number):
      say(
        "Layer \(number): no other layer takes its output; add or concat after it would.",
        "第 \(number) 层：没有别的层用它的输出；其后的 add 或 concat 可以用它。")
    }
  }

  func sentence(_ error: CheckpointError) -> String {
    switch error {
    case .notACheckpoint:
      say(
        "It is not a checkpoint, because it lacks data that --resume needs; the checkpoint.safetensors "
          + "of an earlier --out would work.",
        "它不是检查点，因为缺少 --resume 需要的数据；可用先前 --out 写出的 checkpoint.safetensors。")
    case .checksum:
      say(
        "It is damaged: its content does not match its checksum; an undamaged file is needed.",
        "它已损坏：内容与校验和不符；需要完好的文件。")
    case .version(let version):
      say(
        "It is a checkpoint of version “\(version.printable)”, which needs a newer convtui.",
        "它是版本 “\(version.printable)” 的检查点，需要更新的 convtui。")
    case .setting("data", let found, let asked):
      say(
        "It was made with other images or labels (“\(found.printable)”, here “\(asked)”); --resume "
          + "needs the same ones.",
        "它用的是别的图像或标签（“\(found.printable)”，这里是 “\(asked)”）；--resume 需要相同的。")
    case .setting(let name, let found, let asked):
      say(
        "It was made with \(name) \(found.printable), not \(asked); --resume needs the same.",
        "它的 \(name) 是 \(found.printable)，而不是 \(asked)；--resume 需要相同的。")
    case .missing(let name):
      say(
        "It has no tensor \(name), so it belongs to another network.", "其中没有张量 \(name)，所以它属于另一个网络。")
    case .shape(let name, let found, let expected):
      say(
        "Its tensor \(name) is \(extents(found)), not \(extents(expected)), so it belongs to "
          + "another network.",
        "其张量 \(name) 是 \(extents(found))，而不是 \(extents(expected))，所以它属于另一个网络。")
    case .optimizer(.missing(let name)):
      say("It lacks “\(name)” of the optimizer.", "其中缺少优化器的 “\(name)”。")
    case .optimizer(.unknown(let name)):
      say("Its “\(name)” belongs to another optimizer.", "其中的 “\(name)” 属于另一个优化器。")
    case .optimizer(.count(let name, let found, let expected)):
      say(
        "“\(name)” of its optimizer has \(found) numbers, not \(expected).",
        "其优化器的 “\(name)” 有 \(found) 个数，而不是 \(expected) 个。")
    case .optimizer(.steps(let steps)):
      say("Its optimizer cannot have made \(steps) steps.", "其优化器不可能走了 \(steps) 步。")
    }
  }

  func extents(_ dimensions: [Int]) -> String {
    dimensions.isEmpty
      ? say("one number", "一个数") : dimensions.map(String.init).joined(separator: "×")
  }

  private func percent(_ share: Double) -> String {
    NumberText.fixed(Float(share * 100), decimals: 1) + " %"
  }

  private func loss(_ value: Double) -> String {
    NumberText.fixed(Float(value), decimals: 4)
  }

  // MARK: Options

  var dataMissing: String {
    say("--channels works only with --data.", "--channels 只能与 --data 一起用。")
  }
  var outKeepsTraining: String {
    say(
      "--out saves a whole training, so it does not work with --print or figures.",
      "--out 保存整个训练，所以不能与 --print 或插图同用。")
  }
  var resumeNeedsOut: String {
    say("--resume needs --out, the folder with the checkpoint.", "--resume 需要 --out，即检查点所在的文件夹。")
  }

  func countOutside(_ option: String, _ most: Int) -> String {
    say("\(option) must be a number from 1 to \(most).", "\(option) 必须是 1 到 \(most) 的数。")
  }
}
