import Drawing
import Model

/// What the maps scene says.
extension Words {
  var padsHalf: String { "half padding" }
  var padsHalfPurpose: String { "pads by half a kernel: maps keep the size" }
  var groups: String { "groups" }
  var groupsPurpose: String { "parts of the channels; 0 is the usual number" }

  var mapsTitle: String { "Maps" }
  var mapsPurpose: String { "what kernels make of a picture" }
  var mapNoun: String { "map" }

  /// What the keys do here.
  func mapsAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous: ActionWords(label: "map", help: "next map, or back")
    case .nextUnit, .previousUnit: ActionWords(label: "channel", help: "next channel, or back")
    case .pick: ActionWords(label: "take apart", help: "the cursor's number apart")
    case .goTo: ActionWords(help: "go to a map")
    case .nextPanel, .previousPanel: ActionWords(label: "cursor", help: "a cursor, or none")
    case .move: ActionWords(help: "the cursor, after Tab")
    case .leave: ActionWords(help: "no cursor, all maps")
    case .kernel: ActionWords(help: "kernels, without cursor")
    case .zoomIn, .zoomOut: ActionWords(help: "closer, farther")
    case .pan: ActionWords(help: "move the view")
    case .wholeSurface: ActionWords(help: "the whole picture")
    default: nil
    }
  }

  var kernelsQuestion: String { "kernels (names, all, a file, or rows as 0,1;2,3)" }
  var mapsKeys: String { "Tab puts a cursor into it, Enter enlarges it" }
  var enterTakesApart: String { "Enter takes it apart" }
  var noMapHere: String { "no number of the map stands here" }
  var closest: String { "It is as close as it gets; Enter takes a number apart." }
  var tooLargeFromAfar: String { "too large from afar; z" }
  var noMapThere: String { "The kernel does not stand there: more padding would let it." }
  var windowWraps: String {
    "The window goes round to the far side of the picture: take one apart inside, or with zeros."
  }

  func notAPicture(_ place: String, _ shape: Shape) -> String {
    "\(place) holds \(shape); a picture is rows×columns or channels×rows×columns."
  }

  /// - Parameter possible: The numbers of groups in which it would.
  func bankDoesNotFit(_ bank: Shape, channels: Int, _ possible: [Int]) -> String {
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

  func notGroups(_ groups: Int, of channels: Int, _ possible: [Int]) -> String {
    "\(NumberText.whole(groups)) groups cannot be made of \(count(channels, "channel")); "
      + "\(alternatives(possible.map(String.init))) would work."
  }

  /// Why the groups cannot be others.
  func groupsFollow(_ bank: Shape, groups: Int, channels: Int) -> String {
    guard channels > 1 else {
      return "One channel is one group; --channels rgb gives a colour picture three channels."
    }
    return "The kernels \(bank) are for \(count(bank.channels, "channel")) each, which makes "
      + "\(count(groups, "group")) of the \(channels); a kernel that is a matrix can have others."
  }

  // MARK: Stacks

  var stackKeys: String { "↑ ↓ another channel, Tab a cursor in it" }
  func noStatistics(_ path: String) -> String {
    "\(quoted("batchnorm" + (path.isEmpty ? "" : ":" + path))): an archive such as batchnorm:norm.npz or batchnorm:model.safetensors:1 is needed, with weight, bias, "
      + "running_mean and running_var."
  }

  func statisticsDiffer(_ place: String) -> String {
    "\(place): weight, bias, running_mean and running_var differ in their counts."
  }

  var mapBefore: String { "map before" }
  var part: String { "part" }

  func layer(_ number: Int, of count: Int) -> String { "layer \(number) of \(count)" }

  func channel(_ channel: Int) -> String { "channel \(channel)" }

  func sees(_ size: PlaneSize) -> String {
    "sees \(size.rows)×\(size.columns) of the picture"
  }

  func doesNotSlide(_ layer: String) -> String {
    "\(layer.printable) has no such setting: a pooling has stride and padding, a convolution all of "
      + "them."
  }

  func view(_ part: String) -> String { "in view: \(part)" }

  /// "rows 0…255, columns 128…383".
  func pixels(in block: Block) -> String {
    "rows \(block.rows.lowerBound)…\(block.rows.upperBound - 1), "
      + "columns \(block.columns.lowerBound)…\(block.columns.upperBound - 1)"
  }

  func channels(_ shown: [Int], of count: Int) -> String {
    "channels \(shown.first ?? 0)…\(shown.last ?? 0) of \(count); ↑ ↓ go on"
  }

  func map(_ number: Int, of count: Int) -> String { "map \(number) of \(count)" }

  /// What a kernel's map is called.
  func name(of filter: MapFilter) -> String {
    guard let met = filter.met else { return filter.name }
    return "\(filter.name) \(channelNames(met, of: filter.weight.shape.channels))"
  }

  /// The channels that a kernel meets; three are the colours.
  private func channelNames(_ met: Range<Int>, of channels: Int) -> String {
    let colors = ["red", "green", "blue"]
    if met.count > 1 { return "channels \(met.lowerBound)…\(met.upperBound - 1)" }
    return channels == colors.count ? colors[met.lowerBound] : channel(met.lowerBound)
  }

  /// How kernels move over a picture, in a few words each.
  func motion(_ motion: MapMotion, keepsSize: Bool) -> [String] {
    let (sliding, options) = (motion.sliding, motion.sliding.options)
    var words: [String] = []
    if sliding.isTurned { words.append(convolution) }
    if sliding.bias != 0 { words.append("bias \(NumberText.short(sliding.bias))") }
    if options.stride != PerAxis(1) { words.append("stride \(Formula.perAxis(options.stride))") }
    if options.dilation != PerAxis(1) {
      words.append("dilation \(Formula.perAxis(options.dilation))")
    }
    if options.mode != .zeros { words.append(options.mode.rawValue) }
    words.append(
      "padding "
        + (motion.padsHalf ? keepsSize ? "same" : "half" : Formula.perAxis(options.padding)))
    return words
  }

  func scale(_ step: Int) -> String {
    step == 1
      ? "1:1, a cell is a pixel"
      : "\(Formula.ratio(step)), computed on means of \(step)×\(step) pixels"
  }

  func colors(_ contrast: MapsScene.Contrast) -> String {
    switch contrast {
    case .each: "each map's own colours"
    case .shared: "one scale for all maps"
    case .fixed: "colours for any picture"
    }
  }

  func cutOut(_ name: String, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
    "\(name.printable) over the picture's rows \(rows.lowerBound)…\(rows.upperBound - 1), "
      + "columns \(columns.lowerBound)…\(columns.upperBound - 1); 7 leads back."
  }

  // MARK: Options

  var layersAlone: String {
    "--layers has its kernels and how they move; other options do not apply."
  }

  func maxPixelsOutside(_ most: Int) -> String { "--max-pixels is a number from 1 to \(most)." }
}
