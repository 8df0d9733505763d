import Model

extension FieldScene {
  func about(_ words: Words) -> [String] {
    words.aboutField(
      layers: stack.graph.nodes.count, image: stack.maps[0],
      field: map > 0 ? stack.field(of: map) : nil)
  }
}

extension Words {
  fileprivate func aboutField(
    layers: Int, image: PlaneSize, field: SpatialGraph.Field?
  ) -> [String] {
    [
      say(
        "An image of \(image.rows)×\(image.columns) pixels goes through "
          + "\(count(layers, "layer")); each gives a map.",
        "\(image.rows)×\(image.columns) 像素的图像经过 \(layers) 层；每层给出一个映射。"),
      say(
        "A number of a map is called a unit. Its receptive field is the part of the image that can "
          + "change it.", "映射中的一个数叫作一个单元。它的感受野是图像中能改变它的部分。"),
      field.map {
        say(
          "The field of this map's units covers \($0.size.rows)×\($0.size.columns) pixels: each "
            + "layer makes it larger.",
          "这个映射的单元的感受野有 \($0.size.rows)×\($0.size.columns) 个像素：每经过一层，它都会变大。")
      }
        ?? say(
          "Each layer makes the field larger. How large is it after the last one? Step on to see.",
          "每经过一层，感受野都会变大。最后一层的有多大？继续走就能看到。"),
      say(
        "A pixel can reach a unit on several paths, one for each way through the windows. The number "
          + "of paths stands in each pixel.", "一个像素可以经过多条路径到达一个单元，每条路径是穿过窗口的一种走法。每个像素中写着路径的条数。"),
      say(
        "→ and ← change the layer. After Tab the arrows choose a unit, until Esc.",
        "→ 和 ← 改变层。按 Tab 后方向键选择单元，直到按 Esc。"),
    ]
  }
}
