import Drawing
import Model

/// Words of the field scene.
extension Words {
  var imageSize: String { say("image size", "图像大小") }
  var imageSizePurpose: String { say("the rows and columns of the image", "图像的行数和列数") }
  var layers: String { say("layers", "各层") }
  var layersPurpose: String { say("such as conv3,pool2", "如 conv3,pool2") }

  var fieldTitle: String { say("Field", "感受野") }
  var fieldPurpose: String { say("what a unit of a network sees", "网络的一个单元看到什么") }

  /// What the keys do here.
  func fieldAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous:
      ActionWords(label: say("layer", "层"), help: say("previous or next layer", "上一层或下一层"))
    case .nextPanel, .previousPanel:
      ActionWords(
        label: say("unit", "单元"), help: say("take up the next unit", "选取下一个单元"))
    case .move: ActionWords(help: say("choose another unit", "选择另一个单元"))
    case .setting: ActionWords(label: say("edit", "编辑"), help: say("change the layers", "改变各层"))
    default: nil
    }
  }

  func layer(_ number: Int) -> String { say("layer \(number)", "第 \(number) 层") }

  var paths: String { say("paths", "路径") }

  var fieldTable: [String] {
    [
      say("layer", "层"), say("notation", "记法"), say("output", "输出"), say("sees", "感受野"),
      say("pixels apart", "间隔像素"), say("first pixel", "起始像素"), say("most paths", "最多路径数"),
    ]
  }
  /// The terms of that table, a phrase each.
  var fieldTableMeans: String {
    say(
      "pixels apart: from one unit's field to the next one's (jump).  first pixel: where the first field "
        + "begins (start).  most paths: of any pixel.",
      "间隔像素：相邻两个单元的感受野相距多少像素（跳距）。起始像素：第一个感受野从哪里开始。最多路径数：路径最多的像素有几条。")
  }
  var largerThanImage: String { say(" > image", " > 图像") }

  func sees(_ unit: String, _ extent: Block, count: Int, of all: Int) -> String {
    let rows = range(extent.rows)
    let columns = range(extent.columns)
    let share = Int((Double(count) * 100 / Double(max(1, all))).rounded())
    return say(
      "\(unit) sees \(noun(extent.rows, "row")) \(rows) and \(noun(extent.columns, "column")) "
        + "\(columns): \(count) of \(all) pixels (\(share) %)",
      "\(unit) 看到第 \(rows) 行、第 \(columns) 列：\(all) 个像素中的 \(count) 个（\(share) %）")
  }

  /// - Parameter cells: Those of one path, in their order; empty where none is shown.
  func paths(
    _ count: Double, from pixel: String, to unit: String, through cells: [String]
  ) -> String {
    guard count > 0 else {
      return say(
        "No path leads from \(pixel) to \(unit).",
        "从 \(pixel) 到 \(unit) 没有路径。".withoutBlanksBetweenWide)
    }
    let isOne = count == 1
    let paths =
      isOne
      ? say("1 leads", "1 条路径")
      : say("\(NumberText.short(Float(count))) lead", "\(NumberText.short(Float(count))) 条路径")
    let sentence = say(
      "Numbers count paths: \(paths) from \(pixel) to \(unit)",
      "各数是路径的条数：从 \(pixel) 到 \(unit) 有 \(paths)".withoutBlanksBetweenWide)
    let between = cells.dropFirst().dropLast()
    guard !between.isEmpty else { return sentence + say(".", "。") }
    let steps = between.count > 3 ? between.prefix(2) + ["…"] + between.suffix(1) : between
    let way = steps.joined(separator: " → ")
    return sentence
      + (isOne
        ? say(", through \(way).", "，经过 \(way)。".withoutBlanksBetweenWide)
        : say("; the marked one goes through \(way).", "；标出的一条经过 \(way)。".withoutBlanksBetweenWide))
  }

  func mapTooLarge(_ size: Int, limit: Int) -> String {
    say(
      "A map with a side of \(size) units is too large to draw; the maximum is \(limit), and --json "
        + "has no limit.", "边长为 \(size) 个单元的映射太大，画不下；上限是 \(limit)，而 --json 没有限制。")
  }

  func whatIsSeen(by unit: String) -> String {
    say(
      "Which pixels does \(unit) see? How many rows and columns?",
      "\(unit) 看到图像的哪些像素？有多少行、多少列？")
  }

  /// The question about the layer that comes next.
  func whatIsSeenNext(by unit: String) -> String {
    say("And which pixels does \(unit) see?", "那么 \(unit) 看到哪些像素？")
  }

  /// What the cell is that stands out.
  func chosenPixel(_ pixel: String, isLight: Bool) -> String {
    isLight
      ? say("Black: the chosen pixel, \(pixel).", "黑色：所选的像素 \(pixel)。")
      : say("White: the chosen pixel, \(pixel).", "白色：所选的像素 \(pixel)。")
  }

  /// Before its rows × columns.
  func receptiveField(of layer: String) -> String { say("\(layer) sees", "\(layer) 看到") }

  func seesNothing(_ unit: String) -> String { say("\(unit) sees only padding", "\(unit) 只看到填充") }

  func reaches(_ unit: String, count: Int, of layer: String) -> String {
    say(
      "\(unit) reaches \(count) \(count == 1 ? "unit" : "units") of \(layer)",
      "\(unit) 影响 \(layer) 的 \(count) 个单元".withoutBlanksBetweenWide)
  }

  private func range(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)…\(range.upperBound - 1)"
  }

  private func noun(_ range: Range<Int>, _ word: String) -> String {
    range.count == 1 ? word : word + "s"
  }

  func unitOutside(_ unit: Position, _ map: PlaneSize) -> String {
    say(
      "The last map is \(map.rows)×\(map.columns) and has no unit "
        + "\(NumberText.whole(unit.row)),\(NumberText.whole(unit.column)); 0,0 to \(map.rows - 1),\(map.columns - 1) would work.",
      "最后一个映射是 \(map.rows)×\(map.columns)，没有单元 \(NumberText.whole(unit.row)),\(NumberText.whole(unit.column))；可用 0,0 到 \(map.rows - 1),\(map.columns - 1)。"
    )
  }
}

extension String {
  /// Without the blanks between two characters as wide as Chinese ones, which names bring along.
  fileprivate var withoutBlanksBetweenWide: String {
    var (text, before) = ("", Character("a"))
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : "a"
      if character == " ", String(before).cellWidth == 2, String(next).cellWidth == 2 { continue }
      text.append(character)
      before = character
    }
    return text
  }
}
