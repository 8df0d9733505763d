import Drawing
import Model

/// Words of the field scene.
extension Words {
  var imageSize: String { "image size" }
  var imageSizePurpose: String { "the rows and columns of the image" }
  var layers: String { "layers" }
  var layersPurpose: String { "such as conv3,pool2" }

  var fieldTitle: String { "Field" }
  var fieldPurpose: String { "what a unit of a network sees" }

  /// What the keys do here.
  func fieldAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous: ActionWords(label: "layer", help: "next or previous layer")
    case .nextPanel, .previousPanel: ActionWords(label: "layer", help: "choose the layer")
    case .move: ActionWords(help: "choose the unit")
    case .setting: ActionWords(label: "edit", help: "change the layers")
    default: nil
    }
  }

  var paths: String { "paths" }

  var fieldTable: [String] {
    ["layer", "notation", "output", "sees", "jump", "start", "most paths"]
  }
  var largerThanImage: String { " > image" }

  func sees(_ unit: String, _ extent: Block, count: Int, of all: Int) -> String {
    let rows = range(extent.rows)
    let columns = range(extent.columns)
    let share = count * 100 / max(1, all)
    return "\(unit) sees \(noun(extent.rows, "row")) \(rows) and \(noun(extent.columns, "column")) "
      + "\(columns): \(count) of \(all) pixels (\(share) %)"
  }

  var frameInTheImage: String { "The frame in the image is what one value of the last map sees." }

  /// - Parameter cells: Those of one path, in their order; empty where none is shown.
  func paths(
    _ count: Double, from pixel: String, to unit: String, through cells: [String]
  ) -> String {
    guard count > 0 else { return "No path leads from \(pixel) to \(unit)." }
    let isOne = count == 1
    let paths = isOne ? "1 path leads" : "\(NumberText.short(Float(count))) paths lead"
    let sentence = "\(paths) from \(pixel) to \(unit)"
    guard cells.count > 2 else { return sentence }
    let steps = cells.count > 5 ? cells.prefix(3) + ["…"] + cells.suffix(1) : cells
    return sentence + (isOne ? ": " : "; the marked one is ") + steps.joined(separator: " → ")
  }

  func mapTooLarge(_ size: Int, limit: Int) -> String {
    "A map with a side of \(size) units is too large to draw; the maximum is \(limit), and --json "
      + "has no limit."
  }

  func seesNothing(_ unit: String) -> String { "\(unit) sees only padding" }

  func reaches(_ unit: String, count: Int, of layer: String) -> String {
    "\(unit) reaches \(count) \(count == 1 ? "unit" : "units") of \(layer)"
  }

  private func range(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)…\(range.upperBound - 1)"
  }

  private func noun(_ range: Range<Int>, _ word: String) -> String {
    range.count == 1 ? word : word + "s"
  }

  func unitOutside(_ unit: Position, _ map: PlaneSize) -> String {
    "The last map is \(map.rows)×\(map.columns) and has no unit "
      + "\(NumberText.whole(unit.row)),\(NumberText.whole(unit.column)); 0,0 to \(map.rows - 1),\(map.columns - 1) would work."
  }
}
