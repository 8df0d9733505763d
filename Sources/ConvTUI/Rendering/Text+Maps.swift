import Model

/// What the maps scene says.
extension Text {
  static let kernelsQuestion = "kernels (names, all, or rows as 0,1;2,3)"
  static let mapsKeys = "Tab puts a cursor into it, Enter enlarges it"
  static let enterTakesApart = "Enter takes it apart"
  static let chooseAMap = "This is the picture itself: choose a map, put the cursor on a number."
  static let noMapThere = "The kernel does not stand there: more padding would let it."
  static let severalChannels =
    "This number is a sum over several channels, which slide cannot show side by side."
  static let windowWraps =
    "The window goes round to the far side of the picture: take one apart inside, or with zeros."

  static func notAPicture(_ place: String, _ shape: Shape) -> String {
    "\(place) holds \(shape); a picture is rows×columns or channels×rows×columns."
  }

  /// How far something has come: a bar of twenty characters.
  static func progress(_ name: String, _ share: Double) -> String {
    let done = Int((share * 20).rounded())
    return "\(name)  " + String(repeating: "━", count: done)
      + String(repeating: "─", count: 20 - done) + "  \(Int(share * 100)) %"
  }

  static func map(_ number: Int, of count: Int) -> String { "map \(number) of \(count)" }

  static func channelName(_ channel: Int) -> String {
    channel < 3 ? ["red", "green", "blue"][channel] : "channel \(channel)"
  }

  static func motion(_ motion: MapMotion) -> String {
    var words: [String] = []
    if motion.stride != PerAxis(1) { words.append("stride \(perAxis(motion.stride))") }
    if motion.dilation != PerAxis(1) { words.append("dilation \(perAxis(motion.dilation))") }
    words.append(motion.padding.map { "padding \(perAxis($0))" } ?? "padding same")
    if motion.mode != .zeros { words.append(motion.mode.rawValue) }
    return words.joined(separator: ", ")
  }

  static func scale(_ step: Int, _ contrast: MapsScene.Contrast) -> String {
    let pixels =
      step == 1
      ? "1:1, a cell is a pixel"
      : "1:\(step), the mean of \(step)×\(step) pixels is one, and the kernels meet that"
    let colors =
      switch contrast {
      case .each: "colours by each map's own numbers"
      case .shared: "the same colours in all maps"
      case .fixed: "colours up to what each kernel could give"
      }
    return pixels + "; " + colors
  }

  /// A small kernel's rows: "[1 0 −1; 2 0 −2; 1 0 −1]".
  static func rows(of kernel: Tensor, width: Int) -> String {
    guard kernel.shape.channels == 1 else { return "" }
    let rows = (0..<kernel.shape.rows).map { row in
      (0..<kernel.shape.columns).map { NumberText.short(kernel[row, $0]) }.joined(separator: " ")
    }
    let text = "[" + rows.joined(separator: "; ") + "]"
    return text.cellWidth <= width ? text : ""
  }

  static func cutOut(_ rows: Range<Int>, _ columns: Range<Int>) -> String {
    "X is the picture's rows \(rows.lowerBound)…\(rows.upperBound - 1) and columns "
      + "\(columns.lowerBound)…\(columns.upperBound - 1)."
  }
}
