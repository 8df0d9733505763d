import Model

/// Where the weights of kernels come from.
extension Words {
  func phrase(_ source: NamedKernel.Source) -> String {
    switch source {
    case .roberts:
      say(
        "Roberts 1963, Machine perception of three-dimensional solids (thesis, MIT)",
        "Roberts 1963，Machine perception of three-dimensional solids（学位论文，MIT）")
    case .sobel:
      say(
        "Sobel and Feldman 1968, A 3×3 isotropic gradient operator for image processing (talk, "
          + "Stanford)",
        "Sobel 和 Feldman 1968，A 3×3 isotropic gradient operator for image processing（报告，Stanford）")
    case .prewitt:
      say(
        "Prewitt 1970, Object enhancement and extraction",
        "Prewitt 1970，Object enhancement and extraction")
    case .scharr:
      say(
        "Scharr 2000, Optimale Operatoren in der Digitalen Bildverarbeitung (thesis, Heidelberg)",
        "Scharr 2000，Optimale Operatoren in der Digitalen Bildverarbeitung（学位论文，Heidelberg）")
    case .kirsch:
      say(
        "Kirsch 1971, Computer determination of the constituent structure of biological images",
        "Kirsch 1971，Computer determination of the constituent structure of biological images")
    case .marrAndHildreth:
      say(
        "after Marr and Hildreth 1980, Theory of edge detection; weights of \(textbook), "
          + "§10.2, opposite sign",
        "据 Marr 和 Hildreth 1980，Theory of edge detection；权重取自 \(textbook)，§10.2，符号相反")
    case .burtAndAdelson:
      say(
        phrase(.binomial) + "; as in Burt and Adelson 1983, The Laplacian pyramid as a compact "
          + "image code, with a = 0.375",
        phrase(.binomial)
          + "；见 Burt 和 Adelson 1983，The Laplacian pyramid as a compact image code，其中 a = 0.375")
    case .openCV:
      say(
        "OpenCV, getDerivKernels with a size of 5 and the opposite sign",
        "OpenCV，大小为 5 的 getDerivKernels，符号相反")
    case .lineDetection: say("common; as in \(textbook), §10.2", "常用；见 \(textbook)，§10.2")
    case .difference: say("common: the difference of two neighbours", "常用：相邻两数之差")
    case .secondDifferences:
      say("common: the sum of the second differences along rows and columns", "常用：沿行与列的二阶差分之和")
    case .laplacianWithDiagonals:
      say(
        "common: the Laplacian with the diagonals; \(textbook), §3.6",
        "常用：含对角线的拉普拉斯算子；\(textbook)，§3.6")
    case .negativeLaplacianWithDiagonals:
      say("common: the Laplacian with the diagonals and the opposite sign", "常用：含对角线的拉普拉斯算子，符号相反")
    case .binomial:
      say("common: a row of Pascal's triangle, along columns and rows", "常用：帕斯卡三角形的一行，沿列与行")
    case .mean: say("common: the mean", "常用：均值")
    case .identityMinusLaplacian:
      say(
        "common: identity − laplacian; \(textbook), §3.6",
        "常用：identity − laplacian；\(textbook)，§3.6")
    case .identityMinusLaplacianWithDiagonals:
      say(
        "common: identity − laplacian-8; \(textbook), §3.6",
        "常用：identity − laplacian-8；\(textbook)，§3.6")
    case .unsharpMask:
      say(
        "common: 2 · identity − gaussian-5, an unsharp mask", "常用：2 · identity − gaussian-5，即反锐化掩模")
    case .customary: say("common", "常用")
    case .definition: say("by definition: 1 in the middle", "按定义：中间为 1")
    }
  }

  private var textbook: String {
    say(
      "Gonzalez and Woods 2018, Digital image processing, 4th edition",
      "Gonzalez 和 Woods 2018，Digital image processing，第 4 版")
  }
}
