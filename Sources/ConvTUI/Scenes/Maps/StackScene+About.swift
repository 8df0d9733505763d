import Model

extension StackScene {
  func about(_ words: Words) -> [String] {
    words.aboutStack(
      rows: picture.rows, columns: picture.columns, layers: graph.nodes.count,
      isApart: isTakenApart)
  }
}

extension Words {
  fileprivate func aboutStack(rows: Int, columns: Int, layers: Int, isApart: Bool) -> [String] {
    [
      say(
        "The picture has \(rows)×\(columns) pixels and goes through \(count(layers, "layer")).",
        "图片有 \(rows)×\(columns) 个像素，经过 \(layers) 层。"),
      say(
        "The maps of one layer stand together. The next layer takes them as its input; Enter explains from "
          + "which of them a number is made.", "同一层的映射排在一起，它们是下一层的输入；Enter 解释一个数由其中哪些得出。"),
      say(
        "← and → go from layer to layer, ↑ and ↓ choose one of the layer's maps. Layers that come "
          + "later show ?, so that one can guess first.",
        "← 和 → 在各层之间移动，↑ 和 ↓ 选择层中的映射。后面的层显示 ?，可以先猜。"),
      say(
        "The number marked with ╋ is computed from what is framed in the maps before it.",
        "标有 ╋ 的数由前面映射中框出的部分算出。"),
      isApart
        ? say(
          "This page explains one number from the layer before. Esc leads back.",
          "这一页用前一层解释一个数。Esc 返回。")
        : say(
          "After Tab the arrows choose another number, until Esc. Enter explains where it comes from.",
          "按 Tab 后方向键选择另一个数，直到按 Esc。Enter 解释它从哪里来。"),
      say("z comes closer. The settings change how the chosen layer slides.", "z 放大。设置改变所选的层怎样滑动。"),
    ]
  }
}
