import Drawing
import Formats
import Model
import Terminal

/// What is said of settings in general.
extension Words {
  var view: String { say("view", "视图") }
  var viewPurpose: String { say("which of the scene's drawings is shown", "显示场景的哪一种画面") }

  var escapeLeadsBack: String { say("Esc leads back.", "Esc 返回。") }
  func asItBegan(all: Bool) -> String {
    (all ? say("All scenes are", "所有场景都已") : say("The scene is", "场景已"))
      + say(" as at the start; u takes that back.", "回到开始；u 可以撤回。")
  }

  var inputQuestion: String {
    say(
      "open (\(list(InputExample.allCases.map(\.rawValue))), a file or 0,1;2,3)",
      "打开（\(list(InputExample.allCases.map(\.rawValue)))、文件或 0,1;2,3）")
  }
  var fileQuestion: String { say("open (a picture, a table or a session)", "打开（图片、表格或会话）") }
  func text(of example: InputExample) -> String {
    switch example {
    case .numbers: say("the chapter's numbers from 0 to 8", "本章中从 0 到 8 的数")
    case .bar: say("the chapter's image: a dark bar on a bright ground", "本章的图像：亮底上的一条暗带")
    case .diagonal: say("a bright diagonal", "一条亮的对角线")
    case .ring: say("a bright square ring", "一个亮的方环")
    case .step: say("dark to bright across 45°", "沿 45° 由暗到亮")
    case .noise: say("whole numbers at random", "随机整数")
    case .digit: say("a handwritten 8", "手写的 8")
    }
  }
  func openCommand(_ name: String) -> String { say("open: \(name)", "打开：\(name)") }
  var openFilePurpose: String { say("a file in this folder", "此文件夹中的文件") }

  func noSettingAndValue(_ text: String) -> String {
    say(
      "--set \(quoted(text)) is no setting; write a name and a value, as padding=1.",
      "--set \(quoted(text)) 不是设置；请写名称和值，如 padding=1。")
  }

  var settingsTitle: String { say("Settings", "设置") }
  func noSetting(_ name: String, among names: [String]) -> String {
    say(
      "No setting here is called \(quoted(name)); there are \(list(names)).",
      "这里没有名为 \(quoted(name)) 的设置；有 \(list(names))。")
  }
  /// A key that moves along the timeline finds it at its end.
  func atTheEnd(_ action: Action) -> String? {
    switch action {
    case .next, .nextPart, .nextRow:
      say("This is the end; Home leads to the start.", "已到结尾；Home 回到开头。")
    case .previous, .previousPart, .previousRow:
      say("This is the start.", "已在开头。")
    case .faster: say("It plays no faster.", "不能更快了。")
    case .slower: say("It plays no slower.", "不能更慢了。")
    default: nil
    }
  }
  var noSettings: String {
    say("Nothing can be set in this view; / lists what can be done.", "这个视图中没有可以设置的；/ 列出能做的事。")
  }

  func nothingHere(_ key: Key) -> String {
    say(
      "\(name(of: key)) does nothing here; / lists what can be done.",
      "\(name(of: key)) 在这里不起作用；/ 列出能做的事。")
  }

  /// Which of the entries is chosen.
  func place(_ number: Int, of count: Int) -> String {
    say("\(number) of \(count)", "第 \(number) 项，共 \(count) 项")
  }
  func sceneCommand(_ title: String) -> String { say("scene: \(title)", "场景：\(title)") }
  func kernelCommand(_ name: String) -> String { say("kernel: \(name)", "卷积核：\(name)") }

  func text(of value: SettingValue) -> String {
    switch value {
    case .flag(let isOn): isOn ? say("on", "开") : say("off", "关")
    case .whole(let number): NumberText.whole(number)
    case .number(let number): NumberText.short(number)
    case .pair(let pair): Formula.perAxis(pair)
    case .choice(let name): choice(name)
    case .matrix(let matrix): matrix.shape.description
    case .text(let text): text
    }
  }

  /// A choice as it is shown; it is typed by its English name, and names of methods stay.
  func choice(_ name: String) -> String {
    switch name {
    case "none": say(name, "无")
    case "half": say(name, "半核")
    case "zeros": say(name, "零")
    case "reflect": say(name, "反射")
    case "replicate": say(name, "复制")
    case "circular": say(name, "循环")
    case "run": say("main", "主视图")
    case "matrix": say(name, "矩阵")
    case "surface": say(name, "曲面")
    case "backward": say(name, "反向")
    case "maps": say(name, "映射")
    case "layers": say(name, "各层")
    case "classes": say(name, "类别")
    case "sum": say(name, "求和")
    case "mean": say(name, "均值")
    case "right": say(name, "向右")
    case "down": say(name, "向下")
    case "curves": say(name, "曲线")
    case "convergence": say(name, "收敛")
    case "branches": say(name, "分支")
    case "each": say(name, "各自")
    case "shared": say(name, "共用")
    case "fixed": say(name, "固定")
    case "light": say(name, "轻")
    case "strong": say(name, "强")
    case "step": say(name, "步")
    case "time": say(name, "时间")
    case "scalars": say(name, "标量")
    case "kernels": say(name, "卷积核")
    case "images": say(name, "图像")
    case "histograms": say(name, "直方图")
    case "text": say(name, "文本")
    case "hparams": say(name, "超参数")
    case "alarms": say(name, "警报")
    default: name
    }
  }

  /// A step leads nowhere.
  func noFurtherValue(_ domain: SettingDomain, _ label: String) -> String {
    switch domain {
    case .text: say("\(label): Enter types another value.", "\(label)：按 Enter 键入别的值。")
    default:
      say("\(label) goes no further; \(needed(domain)) works.", "\(label)到头了；可用\(needed(domain))。")
    }
  }

  func notAValue(_ text: String, _ domain: SettingDomain, of label: String) -> String {
    say(
      "\(quoted(text)) is no value of \(label); \(needed(domain)) works.",
      "\(quoted(text)) 不能作为“\(label)”的值；可用\(needed(domain))。")
  }

  /// The values next to a refused one, as the end of the sentence that refuses it.
  func nearest(_ values: [SettingValue]) -> String {
    let texts = values.map(\.typed)
    return switch texts.count {
    case 0: ""
    case 1: say(" The nearest that fits is \(texts[0]).", "最近的可用值是 \(texts[0])。")
    default:
      say(
        " The nearest that fit are \(all(texts)).", "最近的可用值是 \(all(texts))。")
    }
  }

  func needed(_ domain: SettingDomain) -> String {
    switch domain {
    case .flag: say("on or off", " on 或 off")
    case .whole(let range) where range.upperBound >= Words.noLimit:
      say("a whole number from \(range.lowerBound) on", " \(range.lowerBound) 或更大的整数")
    case .pair(let range, let word) where range.upperBound >= Words.noLimit:
      say(
        "\(word.map { "\($0), " } ?? "")a whole number from \(range.lowerBound) on, or rows,columns "
          + "such as 2,1,",
        " \(word.map { "\($0)、" } ?? "")\(range.lowerBound) 或更大的整数，或 行,列，如 2,1")
    case .whole(let range):
      say(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        " \(range.lowerBound) 到 \(range.upperBound) 的整数")
    case .pair(let range, let word):
      say(
        "\(word.map { "\($0), " } ?? "")a whole number from \(range.lowerBound) to "
          + "\(range.upperBound), or rows,columns such as 2,1,",
        " \(word.map { "\($0)、" } ?? "")\(range.lowerBound) 到 \(range.upperBound) 的整数，或 行,列，如 2,1")
    case .number: say("a number such as 0.5 or -1", "一个数，如 0.5 或 -1")
    case .scaled(let hasZero):
      hasZero
        ? say("a number from 0 on", " 0 或更大的数")
        : say("a number above 0 such as 0.03", "大于 0 的数，如 0.03")
    case .choice(let names): say("one of \(list(names))", "以下之一：\(list(names))")
    case .matrix:
      say("a name such as ring, or rows such as 0,1;2,3,", "名称，如 ring，或各行，如 0,1;2,3")
    case .kernel:
      say("a name such as sobel-x, or rows such as 0,1;2,3,", "名称，如 sobel-x，或各行，如 0,1;2,3")
    case .text: say("a text", "一段文字")
    }
  }

  /// A limit that nobody reaches is not worth a word.
  private static let noLimit = 1 << 20

  /// The values of a setting alone, without the sentence that names them elsewhere.
  func possible(_ domain: SettingDomain) -> String {
    let text = needed(domain)
    return String(text.drop { $0 == " " }.prefix(text.hasSuffix(",") ? text.count - 1 : text.count))
  }
}
