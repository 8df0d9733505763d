import Model

extension MapsScene {
  func about(_ words: Words) -> [String] {
    words.aboutMaps(
      rows: picture.rows, columns: picture.columns, kernels: filters.count, isApart: isTakenApart)
  }
}

extension Words {
  fileprivate func aboutMaps(rows: Int, columns: Int, kernels: Int, isApart: Bool) -> [String] {
    [
      say(
        "The picture has \(rows)×\(columns) pixels. "
          + (kernels == 1
            ? "A kernel slides over it and makes a feature map."
            : "\(kernels) kernels slide over it, and each makes a feature map."),
        "图片有 \(rows)×\(columns) 个像素。\(kernels) 个卷积核在上面滑动，每个得出一个特征映射。"),
      say(
        "A map is positive, orange or +, where the picture looks like its kernel, and negative, blue or "
          + "−, where it looks like the opposite.", "图片与卷积核相像之处，映射为正（橙色或 +）；与它相反之处为负（蓝色或 −）。"),
      say(
        "Zoomed out, each spot is as bright as its numbers are large on average: orange where most are "
          + "positive, blue where most are negative, white where both signs are alike. z comes closer until "
          + "numbers can be read.",
        "缩小时，每个点越亮，其中的数平均就越大：多为正则为橙色，多为负则为蓝色，正负相当则为白色。z 放大，直到能读出数字。"),
      say(
        "A map whose kernel sums to 1, such as a blur, is a picture again and is drawn in grey.",
        "卷积核之和为 1 的映射（如模糊）还是图片，用灰度画出。"),
      isApart
        ? say(
          "This page explains one number: the products that add up to it. Esc leads back.",
          "这一页解释一个数：它是哪些乘积之和。Esc 返回。")
        : say(
          "Tab puts a cursor on a pixel, and Enter then explains the number there.",
          "Tab 在像素上放光标，然后 Enter 解释那里的数。"),
      say(
        "k takes other kernels, / finds one for the chosen map, and the settings change how they slide.",
        "k 换别的卷积核，/ 为所选的映射找一个，设置改变它们怎样滑动。"),
    ]
  }
}
