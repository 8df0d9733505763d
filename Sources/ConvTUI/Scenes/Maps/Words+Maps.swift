import Drawing
import Model

/// Words of the maps scene.
extension Words {
  var paddingOfMapsPurpose: String {
    say("added at each edge; half of an odd kernel keeps the size", "每边填充多少；奇数卷积核的一半使大小不变")
  }
  var groups: String { say("groups", "组数") }
  var groupsPurpose: String {
    say("parts of the channels; 0 is the usual number", "通道分成几份；0 为通常的份数")
  }

  var mapsTitle: String { say("Maps", "映射") }
  var mapsPurpose: String { say("the feature maps of a picture", "一幅图片的特征映射") }
  var mapNoun: String { say("map", "映射") }

  /// What the keys do here.
  func mapsAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous:
      ActionWords(label: say("map", "映射"), help: say("previous or next map", "上一个或下一个映射"))
    case .nextUnit, .previousUnit:
      ActionWords(label: say("channel", "通道"), help: say("previous or next channel", "上一个或下一个通道"))
    case .zoomReset: ActionWords(help: say("the whole picture", "整幅图片"))
    case .enlarge: ActionWords(label: say("zoom", "缩放"))
    case .pick: ActionWords(label: say("explain", "解释"), help: say("explain this number", "解释这个数"))
    case .goTo: ActionWords(help: say("go to a map", "跳到一个映射"))
    case .nextPanel, .previousPanel:
      ActionWords(label: say("cursor", "光标"), help: say("cursor on or off", "打开或关闭光标"))
    case .move: ActionWords(help: say("move the cursor", "移动光标"))
    case .leave: ActionWords(label: say("back", "返回"), help: say("back to all maps", "返回所有映射"))
    case .kernel: ActionWords(help: say("kernels (no cursor)", "卷积核（无光标时）"))
    case .zoomIn, .zoomOut: ActionWords(help: say("zoom in or out", "放大或缩小"))
    case .pan: ActionWords(help: say("move the view", "移动视野"))
    default: nil
    }
  }

  var contrast: String { say("contrast", "对比度") }
  var contrastPurpose: String { say("by whose largest number a map is coloured", "按谁的最大数给映射上色") }

  var kernelsQuestion: String {
    say("kernels (names, all, a file, or rows as 0,1;2,3)", "卷积核（名称、all、文件，或各行如 0,1;2,3）")
  }
  var mapsKeys: String {
    say("Tab puts a cursor on the map, Enter enlarges it.", "Tab 在映射上放光标，Enter 放大映射。")
  }
  var mapsBackKeys: String {
    say("Tab puts a cursor on the map, Esc shows all maps.", "Tab 在映射上放光标，Esc 显示所有映射。")
  }
  /// Where the image and one map stand beside each other.
  func nextOfMaps(_ count: Int) -> String {
    say("→ shows the next of \(count) maps.", "→ 看 \(count) 个映射中的下一个。")
  }
  var enterTakesApart: String { say("Enter explains it", "Enter 解释它") }
  var noMapHere: String { say("the map has no number here", "映射在这里没有数") }
  var closest: String {
    say("This is the closest zoom; Enter explains a number.", "已放到最大；Enter 解释一个数。")
  }
  var tooLargeFromAfar: String { say("too large here; z zooms", "这里太大；z 放大") }
  var noMapThere: String {
    say("The map has no number here; more padding would give one.", "映射在这里没有数；更多填充会给出一个。")
  }
  var windowWraps: String {
    say(
      "This window wraps around to the other side of the picture; choose a number further inside, or zero padding.",
      "这个窗口绕到了图片的另一边；请选更靠里的数，或用零填充。")
  }

  /// The kernels of a list that are not of one size.
  func sizesDiffer(_ text: String, _ sizes: [Shape]) -> String {
    say(
      "The kernels of \(quoted(text)) are \(alternatives(sizes.map(\.description))); one layer takes kernels of one size.",
      "\(quoted(text)) 的卷积核是 \(alternatives(sizes.map(\.description)))；一层只能用同样大小的卷积核。")
  }

  func notAPicture(_ place: String, _ shape: Shape) -> String {
    say(
      "\(place) holds \(shape); a picture is rows×columns or channels×rows×columns.",
      "\(place) 的形状是 \(shape)；图片应为 行×列 或 通道×行×列。")
  }

  /// - Parameter possible: The numbers of groups that would fit.
  func bankDoesNotFit(_ bank: Shape, channels: Int, _ possible: [Int]) -> String {
    let needed =
      if let groups = possible.first {
        say(
          "in \(count(groups, "group")) they fit: --groups \(groups), or :g\(groups) in --layers",
          "分成 \(groups) 组就合适：--groups \(groups)，或 --layers 中的 :g\(groups)")
      } else if bank.channels == 3, channels == 1 {
        say("--channels rgb gives a colour picture three channels", "--channels rgb 让彩色图片有三个通道")
      } else if bank.channels == 1 {
        say(
          "--channels luma gives an image one channel, and a kernel that is a matrix works on each "
            + "channel alone", "--channels luma 让图像只有一个通道，而矩阵卷积核分别作用于每个通道")
      } else {
        say("kernels for as many channels are needed", "需要通道数相同的卷积核")
      }
    return say(
      "The kernels \(bank) are for \(count(bank.channels, "channel")), but the picture has "
        + "\(count(channels, "channel")); \(needed).",
      "卷积核 \(bank) 用于 \(bank.channels) 个通道，但图片有 \(channels) 个；\(needed)。")
  }

  func notGroups(_ groups: Int, of channels: Int, _ possible: [Int]) -> String {
    say(
      "\(count(channels, "channel")) cannot be divided into \(NumberText.whole(groups)) groups; "
        + "\(alternatives(possible.map(String.init))) would work.",
      "\(channels) 个通道不能分成 \(NumberText.whole(groups)) 组；可用 \(alternatives(possible.map(String.init)))。"
    )
  }

  /// Why the number of groups cannot change.
  func groupsFollow(_ bank: Shape, groups: Int, channels: Int) -> String {
    guard channels > 1 else {
      return say(
        "One channel is one group; --channels rgb gives a colour picture three channels.",
        "一个通道就是一组；--channels rgb 让彩色图片有三个通道。")
    }
    return say(
      "Each of the kernels \(bank) takes \(count(bank.channels, "channel")), so \(channels) "
        + "channels make \(count(groups, "group")); only a kernel that is a matrix can have other groups.",
      "卷积核 \(bank) 每个用 \(bank.channels) 个通道，所以 \(channels) 个通道成 \(groups) 组；只有矩阵卷积核可以另外分组。")
  }

  func groupCount(_ groups: Int) -> String { say(count(groups, "group"), "\(groups) 组") }
  func kernelCount(_ kernels: Int) -> String {
    say(count(kernels, "kernel"), "\(kernels) 个卷积核")
  }

  // MARK: Stacks

  func noStatistics(_ path: String) -> String {
    say(
      "\(quoted("batchnorm" + (path.isEmpty ? "" : ":" + path))) needs an archive with weight, bias, "
        + "running_mean and running_var, such as batchnorm:norm.npz or batchnorm:model.safetensors:1.",
      "\(quoted("batchnorm" + (path.isEmpty ? "" : ":" + path))) 需要含 weight、bias、running_mean 和 running_var 的归档，如 batchnorm:norm.npz 或 batchnorm:model.safetensors:1。"
    )
  }

  func statisticsDiffer(_ place: String) -> String {
    say(
      "\(place): weight, bias, running_mean and running_var must have the same length.",
      "\(place)：weight、bias、running_mean 和 running_var 必须等长。")
  }

  var part: String { say("part", "部分") }

  func meansOfPixels(_ step: Int) -> String {
    say("computed from means of \(step)×\(step) pixels", "按 \(step)×\(step) 像素的均值计算")
  }

  func layer(_ number: Int, of count: Int) -> String {
    say("layer \(number) of \(count)", "第 \(number) 层，共 \(count) 层")
  }

  func channel(_ channel: Int) -> String { say("channel \(channel)", "通道 \(channel)") }

  func doesNotSlide(_ layer: String) -> String {
    say(
      "\(layer.printable) has no such setting; a pooling has stride and padding, and a convolution "
        + "has all settings.", "\(layer.printable) 没有这个设置；汇聚层有步幅和填充，卷积层有全部设置。")
  }

  func view(_ part: String) -> String { say("view: \(part)", "视图：\(part)") }

  /// "rows 0…255, columns 128…383".
  func pixels(in block: Block) -> String {
    say(
      "rows \(block.rows.lowerBound)…\(block.rows.upperBound - 1), "
        + "columns \(block.columns.lowerBound)…\(block.columns.upperBound - 1)",
      "第 \(block.rows.lowerBound)…\(block.rows.upperBound - 1) 行、第 \(block.columns.lowerBound)…\(block.columns.upperBound - 1) 列"
    )
  }

  func channels(_ shown: [Int], of count: Int) -> String {
    say(
      "channels \(shown.first ?? 0)…\(shown.last ?? 0) of \(count); ↑ ↓ for more",
      "通道 \(shown.first ?? 0)…\(shown.last ?? 0)，共 \(count) 个；↑ ↓ 看其他")
  }

  func map(_ number: Int, of count: Int) -> String {
    say("map \(number) of \(count)", "第 \(number) 个映射，共 \(count) 个")
  }

  /// What a kernel's map is called.
  func name(of filter: MapFilter) -> String {
    guard let met = filter.met else { return filter.name }
    return "\(filter.name) \(channelNames(met, of: filter.weight.shape.channels))"
  }

  /// The channels that a kernel takes; three channels are the colours.
  func channelNames(_ met: Range<Int>, of channels: Int) -> String {
    let colors = [say("red", "红"), say("green", "绿"), say("blue", "蓝")]
    if met.count > 1 {
      return say(
        "channels \(met.lowerBound)…\(met.upperBound - 1)",
        "通道 \(met.lowerBound)…\(met.upperBound - 1)")
    }
    return channels == colors.count ? colors[met.lowerBound] : channel(met.lowerBound)
  }

  /// How kernels move over a picture, in a few words each.
  func motion(_ motion: MapMotion) -> [String] {
    let (sliding, options) = (motion.sliding, motion.sliding.options)
    var words: [String] = []
    if sliding.isTurned { words.append(convolution) }
    if sliding.bias != 0 {
      words.append(
        say("bias \(NumberText.short(sliding.bias))", "偏置 \(NumberText.short(sliding.bias))"))
    }
    if options.stride != PerAxis(1) {
      words.append(
        say("stride \(Formula.perAxis(options.stride))", "步幅 \(Formula.perAxis(options.stride))"))
    }
    if options.dilation != PerAxis(1) {
      words.append(
        say(
          "dilation \(Formula.perAxis(options.dilation))", "膨胀 \(Formula.perAxis(options.dilation))"
        ))
    }
    if options.mode != .zeros {
      words.append(say("border: \(options.mode.rawValue)", "边界：\(options.mode.rawValue)"))
    }
    words.append(
      motion.padsHalf
        ? say("padding half a kernel", "填充半个卷积核")
        : say(
          "padding \(Formula.perAxis(options.padding))", "填充 \(Formula.perAxis(options.padding))"))
    return words
  }

  var brightness: String { say("brightness", "亮度") }
  var brightnessAlone: String {
    say(
      "The brightness of a colour image; channels rgb shows its colours.", "彩色图像的亮度；通道设为 rgb 显示颜色。")
  }
  var channelMode: String { say("channels", "通道") }
  var channelModePurpose: String {
    say("luma is an image's brightness, rgb its colours", "luma 为图像的亮度，rgb 为其颜色")
  }

  func colors(_ contrast: MapsScene.Contrast) -> String {
    switch contrast {
    case .each: say("a colour scale for each map", "每个映射有自己的色标")
    case .shared: say("one colour scale for all maps", "所有映射共用一个色标")
    case .fixed: say("fixed colour scale", "固定的色标")
    }
  }

  func cutOut(_ name: String, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
    say(
      "\(name.printable) on rows \(rows.lowerBound)…\(rows.upperBound - 1), columns "
        + "\(columns.lowerBound)…\(columns.upperBound - 1) of the picture.",
      "\(name.printable)，图片的第 \(rows.lowerBound)…\(rows.upperBound - 1) 行、第 \(columns.lowerBound)…\(columns.upperBound - 1) 列。"
    )
  }

  // MARK: Options

  var layersAlone: String {
    say(
      "--layers sets the kernels and how they move; do not use it with --kernels, --stride or other such options.",
      "--layers 已设定卷积核及其移动方式；不要与 --kernels、--stride 等选项同用。")
  }

  func maxPixelsOutside(_ most: Int) -> String {
    say("--max-pixels must be a number from 1 to \(most).", "--max-pixels 必须是 1 到 \(most) 的数。")
  }
}
