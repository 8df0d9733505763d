import Drawing
import Model

/// Why an answer is wrong.
extension Words {
  func sentence(_ mistake: Mistake) -> String {
    func factors(_ product: Trace.Product) -> String {
      NumberText.short(product.inputValue) + "×" + NumberText.short(product.weight)
    }
    return switch mistake {
    case .biasForgotten: say("Not yet: the bias is missing.", "还不对：少了偏置。")
    case .biasRepeated:
      say(
        "Not yet: the bias is added once, not to each product.", "还不对：偏置只加一次，而不是每个乘积都加。")
    case .kernelTurned:
      say(
        "Not yet: the kernel is turned there; a cross-correlation does not turn it.",
        "还不对：卷积核被旋转了；互相关运算不旋转卷积核。")
    case .kernelNotTurned:
      say("Not yet: the kernel has to be turned by 180° here.", "还不对：这里要把卷积核旋转 180°。")
    case .productMissing(let product):
      say("Not yet: the product \(factors(product)) is missing.", "还不对：少了乘积 \(factors(product))。")
    case .factorsAdded(let product):
      say(
        "Not yet: \(factors(product)) is a product, not a sum.", "还不对：\(factors(product)) 是乘积，不是和。")
    case .signWrong(let product):
      say("Not yet: the sign of \(factors(product)) is wrong.", "还不对：\(factors(product)) 的符号错了。")
    case .kernelForgotten:
      say(
        "Not yet: that is the sum of the window alone; the kernel weighs it.",
        "还不对：那只是窗口中各数之和；还要乘以卷积核的权重。")
    case .elsewhere(let name, let at):
      say(
        "Not yet: that is \(cell(name, at)).", "还不对：那是 \(cell(name, at))。")
    case .allAdded:
      say(
        "Not yet: each input is multiplied by its weight; only the products are added.",
        "还不对：每个输入要乘以它的权重；相加的只是乘积。")
    case .valueWithoutPadding:
      say(
        "Not yet: that number stands there without the padding.", "还不对：那是没有填充时该处的数。")
    case .valueWithoutStride:
      say(
        "Not yet: that number stands there with stride 1; the window moves further.",
        "还不对：那是步幅为 1 时该处的数；窗口移动得更远。")
    case .paddingForgotten: say("Not yet: that is the size without the padding.", "还不对：那是没有填充时的大小。")
    case .strideForgotten: say("Not yet: that is the size with stride 1.", "还不对：那是步幅为 1 时的大小。")
    case .dilationForgotten: say("Not yet: that is the size without dilation.", "还不对：那是没有膨胀时的大小。")
    case .inputSize: say("Not yet: that is the size of the input.", "还不对：那是输入的大小。")
    case .oneForgotten:
      say("Not yet: the first window counts too; 1 is missing.", "还不对：第一个窗口也要算上；少加了 1。")
    case .roundedUp:
      say("Not yet: a window that does not fit does not count; round down.", "还不对：放不下的窗口不算；要向下取整。")
    case .axesSwapped: say("Not yet: rows come first, then columns.", "还不对：先写行数，再写列数。")
    case .kernelLacks(let property, let fault): sentence(property, fault)
    case .meanTaken: say("Not yet: that is the mean of the window.", "还不对：那是窗口的均值。")
    case .maximumTaken: say("Not yet: that is the largest of the window.", "还不对：那是窗口中的最大值。")
    case .sumTaken:
      say(
        "Not yet: that is the sum of the window; nothing is added here.", "还不对：那是窗口中各数之和；这里不求和。")
    case .minimumTaken: say("Not yet: that is the smallest of the window.", "还不对：那是窗口中的最小值。")
    case .notDivided:
      say("Not yet: the sum has to be divided by how many there are.", "还不对：和还要除以个数。")
    case .fieldOfLayer(let layer):
      say("Not yet: that is what layer \(layer) sees.", "还不对：那是第 \(layer) 层的感受野。")
    case .fieldsAdded:
      say(
        "Not yet: neighbouring windows overlap, so the sizes of the kernels do not add up.",
        "还不对：相邻的窗口互相重叠，所以不能把卷积核的大小相加。")
    case .fieldsMultiplied:
      say(
        "Not yet: neighbouring windows overlap, so the sizes of the kernels do not multiply.",
        "还不对：相邻的窗口互相重叠，所以不能把卷积核的大小相乘。")
    case .outputSize: say("Not yet: that is how large the map is.", "还不对：那是特征映射的大小。")
    case .channelsForgotten:
      say(
        "Not yet: a kernel has weights for each channel of its input.",
        "还不对：卷积核对输入的每个通道都有权重。")
    case .kernelsForgotten:
      say("Not yet: there is a kernel for each output channel.", "还不对：每个输出通道都有一个卷积核。")
    case .stridesNotMultiplied:
      say(
        "Not yet: a layer grows the field by the product of all strides before it.",
        "还不对：一层使感受野增大的量，要乘以它前面所有步幅的积。")
    case .ownStrideCounted:
      say(
        "Not yet: a layer's own stride matters only to the layers after it.",
        "还不对：一层自己的步幅只影响它后面的层。")
    case .unitForgotten:
      say("Not yet: 1 is missing, for the pixel that the sum begins with.", "还不对：少加了 1（像素本身）。")
    case .singlePixel:
      say(
        "Not yet: 1×1 is a single pixel, but the kernel covers more.",
        "还不对：1×1 只是一个像素，而卷积核覆盖的不止一个。")
    case .wholeInput: say("Not yet: that is the whole input.", "还不对：那是整个输入。")
    case .biasShared: say("Not yet: every kernel has a bias of its own.", "还不对：每个卷积核都有自己的偏置。")
    case .biasForEachChannel:
      say(
        "Not yet: a kernel has one bias, not one for each channel.",
        "还不对：一个卷积核只有一个偏置，而不是每个通道一个。")
    case .sideCounted:
      say(
        "Not yet: a kernel has rows × columns weights, not one side of them.",
        "还不对：卷积核的权重数是行数乘以列数，而不是边长。")
    case .placesCounted:
      say(
        "Not yet: all windows share the same weights; the size of the output does not count.",
        "还不对：所有窗口共享同样的权重；与输出的大小无关。")
    case .termMissing(let term): say("Not yet: \(term) is missing.", "还不对：少了 \(term)。")
    case .termSignWrong(let term):
      say("Not yet: the sign of \(term) is wrong.", "还不对：\(term) 的符号错了。")
    case .factorsOfTermAdded(let term):
      say("Not yet: \(term) is a product, not a sum.", "还不对：\(term) 是乘积，不是和。")
    case .factorForgotten(let factor):
      say("Not yet: the factor \(factor) is missing.", "还不对：还要乘以 \(factor)。")
    case .divisorForgotten(let divisor):
      say("Not yet: it has to be divided by \(divisor).", "还不对：还要除以 \(divisor)。")
    case .otherRow(let row): say("Not yet: that is row \(row).", "还不对：那是第 \(row) 行。")
    case .readDown:
      say(
        "Not yet: a window is read row by row, not column by column.", "还不对：窗口要逐行读，而不是逐列读。")
    case .multiplied:
      say(
        "Not yet: those are the products; the row holds the numbers of X alone.",
        "还不对：那是乘积；这一行只有 X 的数。")
    case .rowLength(let count, let needed):
      say(
        "Not yet: the window has \(self.count(needed, "number")), not \(count).",
        "还不对：窗口有 \(needed) 个数，而不是 \(count) 个。")
    case .entry(let number, let tap):
      say(
        "Not yet: number \(number) is another one; it lies under K[\(tap.row),\(tap.column)].",
        "还不对：第 \(number) 个数不对；它在 K[\(tap.row),\(tap.column)] 下面。")
    case .unmarked(let name, let at):
      say(
        "Not yet: \(name)[\(at.row),\(at.column)] has to be marked too.",
        "还不对：\(name)[\(at.row),\(at.column)] 也要标出。")
    case .marked(let name, let at):
      say(
        "Not yet: \(name)[\(at.row),\(at.column)] must not be marked.",
        "还不对：\(name)[\(at.row),\(at.column)] 不应标出。")
    case .gradientAdded:
      say("Not yet: the step goes against the gradient.", "还不对：要沿梯度的反方向走。")
    case .rateForgotten:
      say("Not yet: the gradient has to be multiplied by the learning rate.", "还不对：梯度要乘以学习率。")
    case .stepAlone:
      say("Not yet: that is the step; subtract it from the weight.", "还不对：那是步长；要从权重中减去它。")
    case .unchanged: say("Not yet: that is what it is now.", "还不对：那是现在的值。")
    case .lossOfStep(let step):
      say("Not yet: that is the loss after \(count(step, "step")).", "还不对：那是第 \(step) 步之后的损失。")
    case .twoForgotten:
      say("Not yet: the derivative of a square has a factor 2.", "还不对：平方的导数有因子 2。")
    case .told(let why): why.text(in: self)
    case .signTurned(let isOfTurnedKernel):
      isOfTurnedKernel
        ? say(
          "Not yet: the sign is wrong. Was a minus forgotten, or the kernel turned?",
          "还不对：符号错了。是漏了负号，还是把卷积核旋转了？")
        : say("Not yet: the sign is wrong.", "还不对：符号错了。")
    case .rounded(let decimals):
      say(
        "Not yet: that is rounded; give \(count(decimals, "decimal")).",
        "还不对：那是四舍五入后的数；请写出 \(decimals) 位小数。")
    case .allCounted:
      say(
        "Not yet: that is how many there are in all; give rows × columns.",
        "还不对：那是总个数；请写成行 × 列。")
    case .errorTurned:
      say("Not yet: the error is Ŷ − Y, not Y − Ŷ.", "还不对：误差是 Ŷ − Y，而不是 Y − Ŷ。")
    }
  }
}
