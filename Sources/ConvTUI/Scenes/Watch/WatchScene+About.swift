extension WatchScene {
  func about(_ words: Words) -> [String] {
    guard let report, !runs.isEmpty else { return [words.watchWaits] }
    let own: [String] =
      switch view {
      case .kernels: [words.watchKernels, words.watchPin]
      case .images: [words.watchImages]
      case .histograms: [words.watchHistograms]
      case .texts: [words.watchTexts]
      case .parameters: [words.watchParameters]
      default: [words.watchCharts, words.watchSuperseded, words.watchPin]
      }
    return [
      words.watched(
        runs: runs.count, charts: charts.count, kernels: kernels.count,
        moments: report.moments.count)
    ] + own
  }
}
