import Drawing
import Model

/// What is said of kernels that are asked for, and of what they give.
extension Words {
  /// What a kernel does, as the end of a sentence.
  func name(of property: KernelProperty) -> String {
    switch property {
    case .finds(.vertical): say("finds vertical edges", "能找到垂直边缘")
    case .finds(.horizontal): say("finds horizontal edges", "能找到水平边缘")
    case .finds(let edge): say("finds edges along \(way(edge))", "能找到沿 \(way(edge)) 方向的边缘")
    case .ignores(.vertical): say("ignores vertical edges", "忽略垂直边缘")
    case .ignores(.horizontal): say("ignores horizontal edges", "忽略水平边缘")
    case .ignores(let edge): say("ignores edges along \(way(edge))", "忽略沿 \(way(edge)) 方向的边缘")
    case .sums(let sum):
      say("sums to \(NumberText.short(sum))", "权重之和为 \(NumberText.short(sum))")
    case .secondDerivative: say("is a second derivative", "是二阶导数")
    case .identity: say("changes nothing", "什么也不改变")
    case .separable: say("is separable", "可分离")
    case .blurs: say("blurs", "使图像模糊")
    case .size(let size):
      say("has size \(size.rows)×\(size.columns)", "大小为 \(size.rows)×\(size.columns)")
    }
  }

  /// Rows, then columns, as lessons write it.
  private func way(_ edge: KernelProperty.Edge) -> String { "[\(edge.down),\(edge.right)]" }

  func kernelQuestion(_ properties: [KernelProperty]) -> String {
    let names = properties.map(name(of:))
    return say(
      "Which kernel does this: it \(all(names))?", "哪个卷积核满足：\(list(names))？")
  }

  /// What a kernel gives on an image that shows that it lacks something.
  func sentence(_ property: KernelProperty, _ fault: KernelFault) -> String {
    say(
      "Not yet: it has to \(infinitive(of: property)), but \(sentence(fault)).",
      "还不对：要求它\(name(of: property))，但\(sentence(fault))。")
  }

  /// What a kernel has to do, as an English infinitive: "find vertical edges".
  private func infinitive(of property: KernelProperty) -> String {
    let name = Words(language: .english).name(of: property)
    let (verb, rest) = (name.prefix { $0 != " " }, name.drop { $0 != " " })
    return (["is": "be", "has": "have"][String(verb)] ?? String(verb.dropLast())) + rest
  }

  private func sentence(_ fault: KernelFault) -> String {
    func text(_ number: Float) -> String { NumberText.short(number) }
    func rounded(_ number: Float) -> String { NumberText.fixed(number, decimals: 2) }
    switch fault {
    case .even(let level, let value):
      return say(
        "on an even image of \(text(level)) it gives \(text(value))",
        "在处处为 \(text(level)) 的图像上，输出为 \(text(value))")
    case .edge(let edge, let first, let second, let value):
      return say(
        "on an image with \(meeting(edge, first, second)), it gives \(text(value))",
        "在\(meeting(edge, first, second))的图像上，输出为 \(text(value))")
    case .ramp(let isDownwards, let value):
      return isDownwards
        ? say(
          "where brightness grows evenly downwards, 0, 1, 2, …, it gives \(text(value)), not 0",
          "在亮度向下均匀增长（0、1、2、…）的图像上，输出为 \(text(value))，而不是 0")
        : say(
          "where brightness grows evenly to the right, 0, 1, 2, …, it gives \(text(value)), not 0",
          "在亮度向右均匀增长（0、1、2、…）的图像上，输出为 \(text(value))，而不是 0")
    case .bend(let value):
      return say(
        "where brightness grows as 0, 1, 4, 9, …, it gives \(text(value)), not a number above 0",
        "在亮度按 0、1、4、9、… 增长的图像上，输出为 \(text(value))，而不是正数")
    case .pixel(let was, let value):
      return say(
        "of a pixel of \(text(was)) it makes \(text(value))",
        "它把值为 \(text(was)) 的像素变成 \(text(value))")
    case .outside(let value):
      return say(
        "on an image of 0 and 1, with 1 under its negative weights alone, it gives \(text(value))",
        "在只有负权重下面是 1、其余为 0 的图像上，输出为 \(text(value))")
    case .spread(let before, let after):
      return say(
        "a noisy image stays noisy: its numbers spread by \(rounded(before)), and after it by "
          + rounded(after),
        "噪声图像几乎没有变平滑：各数的标准差原来是 \(rounded(before))，之后是 \(rounded(after))")
    case .weights(let a, let b, let c, let d):
      return say(
        "\(text(a))×\(text(d)) is not \(text(b))×\(text(c)), so no row of it is a multiple of the "
          + "other",
        "\(text(a))×\(text(d)) 不等于 \(text(b))×\(text(c))，所以它的行不成比例")
    case .size(let size):
      return say("it is \(size.rows)×\(size.columns)", "它是 \(size.rows)×\(size.columns)")
    }
  }

  /// Which brightness lies where: "bright (1) left of dark (0)".
  private func meeting(_ edge: KernelProperty.Edge, _ first: Float, _ second: Float) -> String {
    func named(_ level: Float) -> String {
      let number = NumberText.short(level)
      return level == max(first, second)
        ? say("bright (\(number))", "亮（\(number)）")
        : say("dark (\(number))", "暗（\(number)）")
    }
    let (one, other) = (named(first), named(second))
    switch edge {
    case .vertical: return say("\(one) left of \(other)", "左侧\(one)、右侧\(other)")
    case .horizontal: return say("\(one) above \(other)", "上方\(one)、下方\(other)")
    default:
      return say(
        "\(one) and \(other) beside a line along \(way(edge))",
        "沿 \(way(edge)) 的直线两侧\(one)、\(other)")
    }
  }
}
