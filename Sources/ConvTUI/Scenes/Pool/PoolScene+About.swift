import Model

extension PoolScene {
  func about(_ words: Words) -> [String] {
    words.aboutPool(settings, output: pooled.shape)
  }
}

extension Words {
  fileprivate func aboutPool(_ settings: PoolScene.Settings, output: Shape) -> [String] {
    let window = settings.window
    return [
      "X is the input: \(settings.input.shape) numbers.",
      "A window of \(window.size.rows)×\(window.size.columns) numbers moves by "
        + "\(window.stride.rows) rows and \(window.stride.columns) columns; it has no weights.",
      "Maximum pooling keeps the largest number of each window, average pooling the mean.",
      "The outputs have \(output) numbers, so later layers have less to do.",
      "The setting shift moves X by one pixel: a maximum often stays where it was.",
    ]
  }
}
