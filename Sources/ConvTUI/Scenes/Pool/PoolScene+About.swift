import Model

extension PoolScene {
  func about(_ words: Words) -> [String] {
    words.aboutPool(settings, output: pooled.shape, isPicture: pooled.isLarge)
  }
}

extension Words {
  fileprivate func aboutPool(_ settings: PoolScene.Settings, output: Shape, isPicture: Bool)
    -> [String]
  {
    let window = settings.window
    return [
      say("X is the input: \(settings.input.shape) numbers.", "X 是输入：\(settings.input.shape) 个数。"),
      say(
        "A window of \(window.size.rows)×\(window.size.columns) numbers moves by "
          + "\(window.stride.rows) rows and \(window.stride.columns) columns; it has no weights.",
        "\(window.size.rows)×\(window.size.columns) 个数的窗口每次移动 \(window.stride.rows) 行、\(window.stride.columns) 列；它没有权重。"
      ),
      say(
        "Maximum pooling keeps the largest number of each window, average pooling the mean.",
        "最大汇聚保留每个窗口中最大的数，平均汇聚保留均值。"),
      say(
        "The outputs have \(output) numbers, so later layers have less to do.",
        "输出有 \(output) 个数，所以后面的层要算的更少。"),
      isPicture
        ? say(
          "X is drawn as a picture; z shows only the numbers around the window, Z the whole picture again.",
          "X 画成图片；z 显示窗口周围的数，Z 回到整幅图片。")
        : say(
          "The setting shift moves X by one pixel: which outputs stay as they were?",
          "“平移”设置把 X 移动一个像素：哪些输出不变？"),
    ]
  }
}
