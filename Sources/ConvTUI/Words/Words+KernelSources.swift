import Model

/// Where the weights of kernels come from.
extension Words {
  func phrase(_ source: NamedKernel.Source) -> String {
    switch source {
    case .roberts: "Roberts 1963, Machine perception of three-dimensional solids (thesis, MIT)"
    case .sobel:
      "Sobel and Feldman 1968, A 3×3 isotropic gradient operator for image processing (talk, "
        + "Stanford)"
    case .prewitt: "Prewitt 1970, Object enhancement and extraction"
    case .scharr:
      "Scharr 2000, Optimale Operatoren in der Digitalen Bildverarbeitung (thesis, Heidelberg)"
    case .kirsch:
      "Kirsch 1971, Computer determination of the constituent structure of biological images"
    case .marrAndHildreth:
      "after Marr and Hildreth 1980, Theory of edge detection; weights of \(textbook), "
        + "§10.2, opposite sign"
    case .burtAndAdelson:
      phrase(.binomial) + "; as in Burt and Adelson 1983, The Laplacian pyramid as a compact "
        + "image code, with a = 0.375"
    case .openCV: "OpenCV, getDerivKernels with a size of 5 and the opposite sign"
    case .lineDetection: "common; as in \(textbook), §10.2"
    case .difference: "common: the difference of two neighbours"
    case .secondDifferences: "common: the sum of the second differences along rows and columns"
    case .laplacianWithDiagonals: "common: the Laplacian with the diagonals; \(textbook), §3.6"
    case .negativeLaplacianWithDiagonals:
      "common: the Laplacian with the diagonals and the opposite sign"
    case .binomial: "common: a row of Pascal's triangle, along columns and rows"
    case .mean: "common: the mean"
    case .identityMinusLaplacian: "common: identity − laplacian; \(textbook), §3.6"
    case .identityMinusLaplacianWithDiagonals:
      "common: identity − laplacian-8; \(textbook), §3.6"
    case .unsharpMask: "common: 2 · identity − gaussian-5, an unsharp mask"
    case .customary: "common"
    case .definition: "by definition: 1 in the middle"
    }
  }

  private var textbook: String {
    "Gonzalez and Woods 2018, Digital image processing, 4th edition"
  }
}
