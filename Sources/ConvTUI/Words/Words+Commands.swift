import Model

/// What the entries of the list of commands say; each says its own.
extension Words {
  /// What a command is called in the list.
  func title(of action: Action, in kind: SceneKind) -> String {
    if let way = way(of: action) {
      let noun = label(action, in: kind)
      return way > 0 ? say("next \(noun)", "下一个\(noun)") : say("previous \(noun)", "上一个\(noun)")
    }
    return title(action) ?? label(action, in: kind)
  }

  /// What a command does, in a few words.
  func purpose(of action: Action, in kind: SceneKind) -> String {
    switch action {
    case .next: say("one step forward", "向前一步")
    case .previous: say("one step back", "向后一步")
    case .nextPart: say("one product forward", "向前一个乘积")
    case .previousPart: say("one product back", "向后一个乘积")
    case .nextRow: say("forward to the row below", "向前一行")
    case .previousRow: say("back to the row above", "向后一行")
    case .first: say("before the first step", "第一步之前")
    case .last: say("after the last step", "最后一步之后")
    case .faster: say("more steps a second", "每秒更多步")
    case .slower: say("fewer steps a second", "每秒更少步")
    case .undo: say("take the last change back", "收回上一次改动")
    case .redo: say("do again what was taken back", "再做收回的改动")
    case .figure: say("save a picture: SVG, PNG, text or PyTorch", "保存图片或 PyTorch 代码")
    case .session: say("save all to open it again", "保存全部以便再打开")
    case .nextPanel: say("on to the next", "移到下一个")
    case .previousPanel: say("back to the one before", "移回上一个")
    case .nextItem: say("take the next", "取下一个")
    case .previousItem: say("take the one before", "取上一个")
    case .nextUnit: say("on to the next", "移到下一个")
    case .previousUnit: say("back to the one before", "移回上一个")
    case .nextStage: say("to the start of the next", "到下一个的开头")
    case .previousStage: say("to the start of the one before", "到上一个的开头")
    case .zoomIn: say("show less, larger", "看得更少、更大")
    case .zoomOut: say("show more, smaller", "看得更多、更小")
    case .paint: say("put it into the cell of K", "写入 K 的格子")
    case .pen: say("the cursor paints as it moves", "光标移动时涂数")
    case .backward(let steps):
      steps > 0
        ? say("one number of the gradient forward", "梯度向前一个数")
        : say("one number of the gradient back", "梯度向后一个数")
    case .change(let edit): help(edit)
    default: help(action, in: kind)
    }
  }

  /// Other words by which something is found, of a setting or of an action.
  func searchWords(_ name: String) -> String {
    switch name {
    case "rows", "columns", "input-size", "size":
      say("size height width shape", "大小 高 宽 形状")
    case "input": say("image matrix numbers example", "图像 矩阵 例子")
    case "kernel": say("filter weights", "滤波器 权重")
    case "padding", "padding-mode": say("border edge zeros", "边缘 零")
    case "turned": say("convolution turn 180", "卷积 旋转")
    case "learning-rate": say("lr rate step size", "lr 步长")
    case "optimizer": "sgd adam momentum rmsprop"
    default: ""
    }
  }

  /// A view by its short name.
  func name(ofView name: String) -> String {
    switch SceneView(rawValue: name) {
    case .run: say("main", "主视图")
    case .surface: say(name, "曲面")
    case .backward: say(name, "反向")
    case .maps: say(name, "映射")
    case .layers: say(name, "各层")
    case .classes: say(name, "类别")
    case .matrix: say(name, "矩阵")
    case .apart: say(name, "解释")
    case .scalars: say(name, "标量")
    case .kernels: say(name, "卷积核")
    case .images: say(name, "图像")
    case .histograms: say(name, "直方图")
    case .texts: say(name, "文字")
    case .parameters: say(name, "超参数")
    case .alarms: say(name, "警报")
    case nil: name
    }
  }

  /// What a view shows.
  func purpose(ofView name: String) -> String {
    switch SceneView(rawValue: name) {
    case .run: say("the numbers, step by step", "逐步显示各个数")
    case .surface: say("the loss over the weights", "权重上的损失曲面")
    case .backward: say("backpropagation: how the gradient is computed", "反向传播：梯度怎样算出来")
    case .maps: say("a sample goes through the network", "一个样本通过网络")
    case .layers: say("the layers in numbers", "各层的数字")
    case .classes: say("confusion matrix: which classes are predicted", "混淆矩阵：预测成哪些类别")
    case .matrix: say("the windows as rows of a matrix (im2col)", "窗口作为矩阵的行（im2col）")
    case .apart: say("one number explained", "解释一个数")
    case .scalars: say("the scalars as curves", "标量的曲线")
    case .kernels: say("the tensors as tiles, with norms and updates", "张量的图块，以及范数和更新")
    case .images: say("the images and the feature maps", "图像和特征图")
    case .histograms: say("how numbers lie, over the steps", "数值的分布随步的变化")
    case .texts: say("what was logged as text", "记录的文字")
    case .parameters: say("what differs between runs, with a measure", "各次运行的不同之处和指标")
    case .alarms: say("what went wrong, and what was not read", "哪里出了问题，哪些没有读取")
    case nil: ""
    }
  }

  func searchWords(of action: Action) -> String {
    switch action {
    case .zoomIn, .zoomOut, .zoomReset, .enlarge:
      say("zoom scale enlarge closer farther", "缩放 放大 缩小")
    case .quit: say("leave end exit close", "离开 结束 关闭")
    case .reset, .resetAll: say("reset default start", "重置 默认")
    case .undo: say("back revert mistake", "撤回 还原")
    case .large: say("big back row present projector", "大 后排 投影")
    case .figure: say("save export image pdf png svg pytorch code", "保存 导出 图片 代码")
    case .session: say("save file", "保存 文件")
    case .theme: say("colour color background", "颜色 背景")
    case .hide: say("question answer", "问题 答案")
    case .open: say("load input csv json npy", "载入 输入")
    default: ""
    }
  }

  /// The way of one of a pair: on or back.
  private func way(of action: Action) -> Int? {
    switch action {
    case .next, .nextPart, .nextRow, .nextPanel, .nextItem, .nextUnit, .nextStage, .view: 1
    case .previous, .previousPart, .previousRow, .previousPanel, .previousItem, .previousUnit,
      .previousStage:
      -1
    case .backward(let steps): steps
    default: nil
    }
  }

  private func title(_ action: Action) -> String? {
    switch action {
    case .first: say("to the start", "到开头")
    case .last: say("to the end", "到结尾")
    case .faster: say("faster", "加快")
    case .slower: say("slower", "减慢")
    case .theme: say("theme", "主题")
    case .large: say("large", "大号")
    case .hide: say("hide results", "隐藏结果")
    case .reset: say("begin again", "重新开始")
    case .resetAll: say("begin all again", "全部重新开始")
    case .zoomReset: say("all in sight", "全部可见")
    case .paint: say("paint the number", "涂上这个数")
    case .pen: say("pen down or up", "落笔或抬笔")
    case .restart: say("start again here", "从这里重来")
    case .figure: say("figure", "插图")
    case .session: say("session", "会话")
    case .change(let edit): title(edit)
    case .undo: say("undo", "撤销")
    case .redo: say("redo", "重做")
    case .zoomIn: say("zoom in", "放大")
    case .zoomOut: say("zoom out", "缩小")
    default: nil
    }
  }

  private func title(_ edit: KernelEdit) -> String {
    switch edit {
    case .negate: say("negate K", "K 取负")
    case .transpose: say("transpose K", "转置 K")
    case .turn: say("turn K by 180°", "K 旋转 180°")
    case .rotate(let isClockwise):
      isClockwise ? say("rotate K right", "K 右转") : say("rotate K left", "K 左转")
    case .normalize: say("normalize K", "归一化 K")
    case .clear: say("clear K", "K 清零")
    case .rings(let count): count > 0 ? say("grow K", "扩大 K") : say("shrink K", "缩小 K")
    case .columns(let count):
      count > 0 ? say("add a column to K", "K 加一列") : say("drop a column of K", "K 减一列")
    case .rows(let count):
      count > 0 ? say("add a row to K", "K 加一行") : say("drop a row of K", "K 减一行")
    }
  }
}
