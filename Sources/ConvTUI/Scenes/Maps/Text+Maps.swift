import Drawing
import Model

/// What the maps scene says.
extension Text {
  static let kernelsQuestion = "kernels (names, all, a file, or rows as 0,1;2,3)"
  static let mapsKeys = "Tab puts a cursor into it, Enter enlarges it"
  static let enterTakesApart = "Enter takes it apart"
  static let noMapHere = "no number of the map stands here"
  static let closest = "It is as close as it gets; Enter takes a number apart."
  static let tooLargeFromAfar = "too large from afar; z"
  static let noMapThere = "The kernel does not stand there: more padding would let it."
  static let windowWraps =
    "The window goes round to the far side of the picture: take one apart inside, or with zeros."

  static func notAPicture(_ place: String, _ shape: Shape) -> String {
    "\(place) holds \(shape); a picture is rows×columns or channels×rows×columns."
  }

  /// - Parameter possible: The numbers of groups in which it would.
  static func bankDoesNotFit(_ bank: Shape, channels: Int, _ possible: [Int]) -> String {
    let needed =
      if let groups = possible.first {
        "in \(count(groups, "group")) they fit: --groups \(groups), or :g\(groups) in --layers"
      } else if bank.channels == 3, channels == 1 {
        "--channels rgb gives a colour picture three channels"
      } else if bank.channels == 1 {
        "--channels luma gives an image one, and a matrix alone meets every channel by itself"
      } else {
        "a bank for as many is needed"
      }
    return "The kernels \(bank) are for \(count(bank.channels, "channel")), and the picture has "
      + "\(count(channels, "channel")); \(needed)."
  }

  static func notGroups(_ groups: Int, of channels: Int, _ possible: [Int]) -> String {
    "\(NumberText.whole(groups)) groups cannot be made of \(count(channels, "channel")); "
      + "\(alternatives(possible.map(String.init))) would work."
  }

  /// Why the groups cannot be others.
  static func groupsFollow(_ bank: Shape, groups: Int, channels: Int) -> String {
    guard channels > 1 else {
      return "One channel is one group; --channels rgb gives a colour picture three channels."
    }
    return "The kernels \(bank) are for \(count(bank.channels, "channel")) each, which makes "
      + "\(count(groups, "group")) of the \(channels); a kernel that is a matrix can have others."
  }

  // MARK: Stacks

  static let stackKeys = "↑ ↓ another channel, Tab a cursor in it"
  static func noStatistics(_ path: String) -> String {
    "\(quoted("batchnorm" + (path.isEmpty ? "" : ":" + path))): an archive such as batchnorm:norm.npz or batchnorm:model.safetensors:1 is needed, with weight, bias, "
      + "running_mean and running_var."
  }

  static func statisticsDiffer(_ place: String) -> String {
    "\(place): weight, bias, running_mean and running_var differ in their counts."
  }

  /// What a layer of so many kernels is called.
  static func convolution(kernels: Int) -> String { "conv\(kernels)" }

  static let mapBefore = "map before"
  static let part = "part"

  static func layer(_ number: Int, of count: Int) -> String { "layer \(number) of \(count)" }

  static func made(smaller scale: Int) -> String { "1:\(scale)" }

  static func channel(_ channel: Int) -> String { "channel \(channel)" }

  static func unit(_ name: String, _ channel: Int, of channels: Int, _ at: Position) -> String {
    "\(name)[\(channels > 1 ? "\(channel), " : "")\(at.row),\(at.column)]"
  }

  static func sees(_ size: PlaneSize) -> String {
    "sees \(size.rows)×\(size.columns) of the picture"
  }

  static func doesNotSlide(_ layer: String) -> String {
    "\(printable(layer)) has no such setting: a pooling has stride and padding, a convolution all of "
      + "them."
  }

  static func view(_ part: String) -> String { "in view: \(part)" }

  /// "rows 0…255, columns 128…383".
  static func pixels(in block: Block) -> String {
    "rows \(block.rows.lowerBound)…\(block.rows.upperBound - 1), "
      + "columns \(block.columns.lowerBound)…\(block.columns.upperBound - 1)"
  }

  static func channels(_ shown: [Int], of count: Int) -> String {
    "channels \(shown.first ?? 0)…\(shown.last ?? 0) of \(count); ↑ ↓ go on"
  }

  /// How far something has come: a bar of twenty characters.
  static func progress(_ name: String, _ share: Double) -> String {
    let done = Int((share * 20).rounded())
    return "\(name)  " + String(repeating: "━", count: done)
      + String(repeating: "─", count: 20 - done) + "  \(Int(share * 100)) %"
  }

  /// What the colours of a scale reach to: 0…3, or ±3.
  static func range(_ scale: ColorScale) -> String {
    (scale.lower < 0 ? "±" : "0…") + NumberText.short(scale.upper)
  }

  static func map(_ number: Int, of count: Int) -> String { "map \(number) of \(count)" }

  /// The channels that a kernel meets; three are the colours.
  static func channelNames(_ met: Range<Int>, of channels: Int) -> String {
    let colors = ["red", "green", "blue"]
    if met.count > 1 { return "channels \(met.lowerBound)…\(met.upperBound - 1)" }
    return channels == colors.count ? colors[met.lowerBound] : channel(met.lowerBound)
  }

  /// How kernels move over a picture, in a few words each.
  static func motion(_ motion: MapMotion, keepsSize: Bool) -> [String] {
    let (sliding, options) = (motion.sliding, motion.sliding.options)
    var words: [String] = []
    if sliding.isTurned { words.append(convolution) }
    if sliding.bias != 0 { words.append("bias \(NumberText.short(sliding.bias))") }
    if options.stride != PerAxis(1) { words.append("stride \(perAxis(options.stride))") }
    if options.dilation != PerAxis(1) { words.append("dilation \(perAxis(options.dilation))") }
    if options.mode != .zeros { words.append(options.mode.rawValue) }
    words.append(
      "padding "
        + (motion.padsHalf ? keepsSize ? "same" : "half" : perAxis(options.padding)))
    return words
  }

  static func ratio(_ step: Int) -> String { "1:\(step)" }

  static func scale(_ step: Int) -> String {
    step == 1
      ? "1:1, computed on its own pixels"
      : "\(ratio(step)), computed on means of \(step)×\(step) pixels"
  }

  static func colors(_ contrast: MapsScene.Contrast) -> String {
    switch contrast {
    case .each: "each map's own colours"
    case .shared: "one scale for all maps"
    case .fixed: "colours for any picture"
    }
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

  static func cutOut(_ name: String, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
    "\(printable(name)) over the picture's rows \(rows.lowerBound)…\(rows.upperBound - 1), "
      + "columns \(columns.lowerBound)…\(columns.upperBound - 1); 7 leads back."
  }
}
