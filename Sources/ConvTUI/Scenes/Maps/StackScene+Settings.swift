import Model

/// How the layer that is chosen moves over the map before it.
extension StackScene: SceneWithSettings {
  struct Settings: Hashable, Sendable {
    var options = CorrelationOptions()
    /// The bias of every kernel, where it is the same for all.
    var bias: Float?
    var groups = 1
    var isTurned = false
  }

  static let table: [Setting<Settings>] =
    CorrelationOptions.table.map { $0.within(\.options) } + [
      Setting(
        name: "bias", label: \.bias, purpose: \.biasPurpose, domain: .number, isMain: true,
        get: { .number($0.bias ?? 0) },
        set: { settings, value in if case .number(let bias) = value { settings.bias = bias } }),
      .flag("turned", \.isTurned, \.turnsKernel, \.turnsKernelPurpose),
      Setting(
        name: "groups", label: \.groups, purpose: \.groupsPurpose, domain: .whole(1...1 << 20),
        get: { .whole($0.groups) },
        set: { settings, value in
          if case .whole(let groups) = value { settings.groups = groups }
        }),
    ]

  /// At a step they are those of its layer.
  static let settingsFollowStep = true

  private var layer: (any Operator)? { layer(of: setLayer) }
  private var convolution: Convolution? { convolution(of: setLayer) }
  private var inputShape: Shape { sight.whole.shapes[before(setLayer)] }

  var settings: Settings {
    let biases = Set(convolution.map { $0.bias ?? [0] } ?? [])
    return Settings(
      options: layer?.movement ?? CorrelationOptions(),
      bias: biases.count == 1 ? biases.first : nil,
      groups: convolution?.options.groups ?? 1, isTurned: turned.contains(setLayer))
  }

  func has(setting name: String) -> Bool {
    switch name {
    case "stride", "padding": layer?.movement != nil
    case "dilation": layer?.movement != nil && (layer as? Pooling)?.kind != .average
    default: convolution != nil
    }
  }

  func consequence(_ words: Words) -> String? {
    words.layer(setLayer) + ": \(inputShape) → "
      + (setLayer > known ? "?" : "\(sight.whole.shapes[setLayer])")
  }

  mutating func show(_ new: Settings) throws {
    guard let layer else { throw doesNotSlide() }
    let old = settings
    var changed = layer
    var title = titles[setLayer - 1]
    if new.options != old.options {
      guard let moved = changed.moving(new.options) else { throw doesNotSlide() }
      changed = moved
    }
    if new.groups != old.groups {
      let other = changed.regrouped(channels: inputShape.channels)
        .first { $0.options.groups == new.groups }
      guard let other else { throw groupsFollow() }
      changed = ConvolutionLayer(other)
      title = changed.title
    }
    if new.isTurned != old.isTurned {
      guard let turned = changed.turned else { throw doesNotSlide() }
      changed = turned
    }
    if new.bias != old.bias, var convolution = (changed as? ConvolutionLayer)?.convolution {
      convolution.bias = new.bias.flatMap {
        $0 == 0 ? nil : Array(repeating: $0, count: convolution.weight.shape.batch)
      }
      changed = ConvolutionLayer(convolution)
    }
    try put(changed, title: title, turns: new.isTurned != old.isTurned)
  }

  private func doesNotSlide() -> Failure {
    Failure { [self] in $0.doesNotSlide(titles[setLayer - 1]) }
  }

  private func groupsFollow() -> Failure {
    let shape = convolution?.weight.shape ?? Shape(1, 1)
    let groups = convolution?.options.groups ?? 1
    return Failure { [inputShape] in
      $0.groupsFollow(shape, groups: groups, channels: inputShape.channels)
    }
  }
}
