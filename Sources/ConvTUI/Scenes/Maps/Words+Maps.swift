import Drawing
import Model

/// Words of the maps scene.
extension Words {
  var padsHalf: String { "half padding" }
  var padsHalfPurpose: String { "pads by half a kernel: maps keep the size" }
  var groups: String { "groups" }
  var groupsPurpose: String { "parts of the channels; 0 is the usual number" }

  var mapsTitle: String { "Maps" }
  var mapsPurpose: String { "the feature maps of a picture" }
  var mapNoun: String { "map" }

  /// What the keys do here.
  func mapsAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous: ActionWords(label: "map", help: "next or previous map")
    case .nextUnit, .previousUnit: ActionWords(label: "channel", help: "next or previous channel")
    case .zoomReset: ActionWords(help: "the whole picture")
    case .pick: ActionWords(label: "explain", help: "explain this number")
    case .goTo: ActionWords(help: "go to a map")
    case .nextPanel, .previousPanel: ActionWords(label: "cursor", help: "cursor on or off")
    case .move: ActionWords(help: "move the cursor")
    case .leave: ActionWords(label: "back", help: "back to all maps")
    case .kernel: ActionWords(help: "kernels (no cursor)")
    case .zoomIn, .zoomOut: ActionWords(help: "zoom in or out")
    case .pan: ActionWords(help: "move the view")
    default: nil
    }
  }

  var contrast: String { "contrast" }
  var contrastPurpose: String { "by whose largest number a map is coloured" }

  var kernelsQuestion: String { "kernels (names, all, a file, or rows as 0,1;2,3)" }
  var mapsKeys: String { "Tab puts a cursor on it, Enter enlarges it" }
  var enterTakesApart: String { "Enter explains it" }
  var noMapHere: String { "the map has no number here" }
  var closest: String { "This is the closest zoom; Enter explains a number." }
  var tooLargeFromAfar: String { "too large here; z zooms" }
  var noMapThere: String { "The map has no number here; more padding would give one." }
  var windowWraps: String {
    "This window wraps around to the other side of the picture; choose a number further inside, or zero padding."
  }

  func notAPicture(_ place: String, _ shape: Shape) -> String {
    "\(place) holds \(shape); a picture is rows×columns or channels×rows×columns."
  }

  /// - Parameter possible: The numbers of groups that would fit.
  func bankDoesNotFit(_ bank: Shape, channels: Int, _ possible: [Int]) -> String {
    let needed =
      if let groups = possible.first {
        "in \(count(groups, "group")) they fit: --groups \(groups), or :g\(groups) in --layers"
      } else if bank.channels == 3, channels == 1 {
        "--channels rgb gives a colour picture three channels"
      } else if bank.channels == 1 {
        "--channels luma gives an image one channel, and a kernel that is a matrix works on each "
          + "channel alone"
      } else {
        "kernels for as many channels are needed"
      }
    return "The kernels \(bank) are for \(count(bank.channels, "channel")), but the picture has "
      + "\(count(channels, "channel")); \(needed)."
  }

  func notGroups(_ groups: Int, of channels: Int, _ possible: [Int]) -> String {
    "\(count(channels, "channel")) cannot be divided into \(NumberText.whole(groups)) groups; "
      + "\(alternatives(possible.map(String.init))) would work."
  }

  /// Why the number of groups cannot change.
  func groupsFollow(_ bank: Shape, groups: Int, channels: Int) -> String {
    guard channels > 1 else {
      return "One channel is one group; --channels rgb gives a colour picture three channels."
    }
    return "Each of the kernels \(bank) takes \(count(bank.channels, "channel")), so \(channels) "
      + "channels make \(count(groups, "group")); only a kernel that is a matrix can have other groups."
  }

  // MARK: Stacks

  var stackKeys: String { "↑ ↓ another channel, Tab for a cursor" }
  func noStatistics(_ path: String) -> String {
    "\(quoted("batchnorm" + (path.isEmpty ? "" : ":" + path))) needs an archive with weight, bias, "
      + "running_mean and running_var, such as batchnorm:norm.npz or batchnorm:model.safetensors:1."
  }

  func statisticsDiffer(_ place: String) -> String {
    "\(place): weight, bias, running_mean and running_var must have the same length."
  }

  var mapBefore: String { "input map" }
  var part: String { "part" }

  func layer(_ number: Int, of count: Int) -> String { "layer \(number) of \(count)" }

  func channel(_ channel: Int) -> String { "channel \(channel)" }

  func sees(_ size: PlaneSize) -> String {
    "sees \(size.rows)×\(size.columns) of the picture"
  }

  func doesNotSlide(_ layer: String) -> String {
    "\(layer.printable) has no such setting; a pooling has stride and padding, and a convolution "
      + "has all settings."
  }

  func view(_ part: String) -> String { "view: \(part)" }

  /// "rows 0…255, columns 128…383".
  func pixels(in block: Block) -> String {
    "rows \(block.rows.lowerBound)…\(block.rows.upperBound - 1), "
      + "columns \(block.columns.lowerBound)…\(block.columns.upperBound - 1)"
  }

  func channels(_ shown: [Int], of count: Int) -> String {
    "channels \(shown.first ?? 0)…\(shown.last ?? 0) of \(count); ↑ ↓ for more"
  }

  func map(_ number: Int, of count: Int) -> String { "map \(number) of \(count)" }

  /// What a kernel's map is called.
  func name(of filter: MapFilter) -> String {
    guard let met = filter.met else { return filter.name }
    return "\(filter.name) \(channelNames(met, of: filter.weight.shape.channels))"
  }

  /// The channels that a kernel takes; three channels are the colours.
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
    if options.mode != .zeros { words.append("border: \(options.mode.rawValue)") }
    words.append(
      "padding "
        + (motion.padsHalf ? keepsSize ? "same" : "half" : Formula.perAxis(options.padding)))
    return words
  }

  func scale(_ step: Int) -> String {
    step == 1
      ? "1:1, computed on its own pixels"
      : "\(Formula.ratio(step)), computed from means of \(step)×\(step) pixels"
  }

  func colors(_ contrast: MapsScene.Contrast) -> String {
    switch contrast {
    case .each: "a colour scale for each map"
    case .shared: "one colour scale for all maps"
    case .fixed: "fixed colour scale"
    }
  }

  func cutOut(_ name: String, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
    "\(name.printable) on rows \(rows.lowerBound)…\(rows.upperBound - 1), columns "
      + "\(columns.lowerBound)…\(columns.upperBound - 1) of the picture."
  }

  // MARK: Options

  var layersAlone: String {
    "--layers sets the kernels and how they move; do not use it with --kernels, --stride or other such options."
  }

  func maxPixelsOutside(_ most: Int) -> String {
    "--max-pixels must be a number from 1 to \(most)."
  }
}
