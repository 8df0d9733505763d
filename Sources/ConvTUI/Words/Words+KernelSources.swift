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
      "after Marr and Hildreth 1980, Theory of edge detection; the weights as in \(textbook), "
        + "§10.2, the sign turned"
    case .burtAndAdelson:
      phrase(.binomial) + "; as in Burt and Adelson 1983, The Laplacian pyramid as a compact "
        + "image code, with a = 0.375"
    case .openCV: "OpenCV, getDerivKernels with a size of 5, the sign turned"
    case .lineDetection: "customary; as in \(textbook), §10.2"
    case .difference: "customary: the difference of two neighbours"
    case .secondDifferences: "customary: the second differences of rows and columns added"
    case .laplacianWithDiagonals: "customary: the Laplacian with the diagonals; \(textbook), §3.6"
    case .negativeLaplacianWithDiagonals:
      "customary: the Laplacian with the diagonals, the sign turned"
    case .binomial: "customary: a row of Pascal's triangle, down and across"
    case .mean: "customary: the mean"
    case .identityMinusLaplacian: "customary: identity − laplacian; \(textbook), §3.6"
    case .identityMinusLaplacianWithDiagonals:
      "customary: identity − laplacian-8; \(textbook), §3.6"
    case .unsharpMask: "customary: 2 · identity − gaussian-5, an unsharp mask"
    case .customary: "customary"
    case .definition: "by definition: 1 in the middle"
    }
  }

  private var textbook: String {
    "Gonzalez and Woods 2018, Digital image processing, 4th edition"
  }
}
