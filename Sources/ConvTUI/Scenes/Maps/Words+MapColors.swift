import Drawing
import Model

/// Words on what is seen in a map, and on its kernel.
extension Words {
  /// What a spot of a map shows.
  ///
  /// - Parameters:
  ///   - spot: The numbers that it stands for.
  ///   - isWhole: Whether the maps have all their numbers.
  ///   - isSigned: Whether it tells signs.
  ///   - isBright: Whether colours tell how large numbers are; else the count of signs does.
  func scale(_ spot: MapsScene.Spot, isWhole: Bool, isSigned: Bool, isBright: Bool) -> String {
    switch spot.size {
    case .own: return say("Every number has a spot of its own.", "每个数都有自己的点。")
    case .shared:
      return say(
        "Drawn a little smaller: \(spot.rows) rows of numbers on \(spot.drawnRows) rows of spots.",
        "略微缩小：\(spot.rows) 行数画成 \(spot.drawnRows) 行点。")
    case .several(let square):
      guard isWhole || spot.step == 1 else {
        return say(
          "Zoomed out: \(meansOfPixels(spot.step)), so true numbers are larger.",
          "缩小了：\(meansOfPixels(spot.step))，所以真实的数更大。")
      }
      let numbers = "\(square.rows)×\(square.columns)"
      if isSigned, !isBright {
        return say(
          "Zoomed out: a spot shows about \(numbers) numbers, with two signs where they are larger.",
          "缩小了：一个点约为 \(numbers) 个数，数大则用两个符号。")
      }
      return isSigned
        ? say(
          "Zoomed out: a spot shows about \(numbers) numbers, brighter where they are larger.",
          "缩小了：一个点约为 \(numbers) 个数，数越大越亮。")
        : say(
          "Zoomed out: a spot is the mean of about \(numbers) numbers.",
          "缩小了：一个点约为 \(numbers) 个数的均值。")
    }
  }

  /// What shows single numbers again.
  var zoomsIn: String { say(" z zooms in.", "按 z 放大。") }

  /// The same in few words.
  func shortScale(_ spot: MapsScene.Spot) -> String {
    guard case .several(let square) = spot.size else { return say("not zoomed out", "没有缩小") }
    return say(
      "a spot: about \(square.rows)×\(square.columns) numbers",
      "一个点约为 \(square.rows)×\(square.columns) 个数")
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
  /// From where on all numbers have the last colour.
  func brightest(from size: Float, isSigned: Bool) -> String {
    let number = NumberText.short(size)
    return isSigned
      ? say("The brightest colours begin at ±\(number).", "最亮的颜色从 ±\(number) 开始。")
      : say("The brightest colour begins at \(number).", "最亮的颜色从 \(number) 开始。")
  }
  var borderRepeats: String {
    say("Around the image its outermost pixels are repeated.", "图像四周重复最外面的像素。")
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
