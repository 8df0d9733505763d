import Drawing
import Model

/// Words on what is seen in a map, and on its kernel.
extension Words {
  /// What a spot of a map shows.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the maps have all their numbers.
  ///   - isSigned: Whether it tells signs.
  ///   - isBright: Whether colours tell how large numbers are; else the count of signs does.
  func scale(_ step: Int, isWhole: Bool, isSigned: Bool, isBright: Bool) -> String {
    let (ratio, square) = (Formula.ratio(step), "\(step)×\(step)")
    if step == 1 { return say("1:1: each spot is one number.", "1:1：每个点是一个数。") }
    guard isWhole else {
      return say(
        "Zoomed out \(ratio): \(meansOfPixels(step)), so true numbers are larger.",
        "缩小到 \(ratio)：\(meansOfPixels(step))，所以真实的数更大。")
    }
    if isSigned, !isBright {
      return say(
        "Zoomed out \(ratio): a spot shows \(square) numbers or more, with two signs where they are larger.",
        "缩小到 \(ratio)：一个点显示 \(square) 个或更多的数，数大则用两个符号。")
    }
    return isSigned
      ? say(
        "Zoomed out \(ratio): a spot shows \(square) numbers or more, brighter where they are larger.",
        "缩小到 \(ratio)：一个点显示 \(square) 个或更多的数，数越大越亮。")
      : say(
        "Zoomed out \(ratio): a spot is the mean of \(square) numbers or more.",
        "缩小到 \(ratio)：一个点是 \(square) 个或更多的数的均值。")
  }

  /// The same in few words.
  func shortScale(_ step: Int) -> String {
    step == 1
      ? say("1:1", "1:1")
      : say(
        "\(Formula.ratio(step)): a spot shows \(step)×\(step) or more",
        "\(Formula.ratio(step))：一个点显示 \(step)×\(step) 或更多")
  }

  /// What the colour of a sign tells; of several numbers, which prevail.
  func sign(_ sign: Int, ofMany: Bool) -> String {
    switch sign {
    case 0: say("both signs", "正负都有")
    case 1: ofMany ? say("mostly +", "多为正") : say("positive", "正")
    default: ofMany ? say("mostly −", "多为负") : say("negative", "负")
    }
  }

  var greyLikeTheImage: String { say("Its map is a picture, so it is grey.", "它的映射还是图片，所以用灰度。") }
  var alikeFromAfar: String {
    say("Zoomed out, it looks like the image; z zooms in.", "缩小时它与图片相像；z 放大。")
  }
  func outsideIsCut(_ white: Float) -> String {
    say(
      "Outside 0…\(NumberText.short(white)) it is black or white.",
      "0…\(NumberText.short(white)) 以外显示为黑或白。")
  }
  func numbersReach(_ range: ClosedRange<Float>) -> String {
    say("from \(Formula.range(range))", "从 \(Formula.range(range))")
  }
  func kernelReplaces(_ new: String, _ old: String) -> String {
    new == old
      ? say("\(new.printable) is this map's kernel.", "这个映射的卷积核就是 \(new.printable)。")
      : say(
        "\(new.printable) takes the place of \(old.printable).",
        "\(new.printable) 取代了 \(old.printable)。")
  }
  func kernelIsAdded(_ name: String) -> String {
    say(
      "A map of \(name.printable) is added; with a map chosen it would take its place.",
      "加上了 \(name.printable) 的映射；若选中一个映射，则会取代它。")
  }
}
