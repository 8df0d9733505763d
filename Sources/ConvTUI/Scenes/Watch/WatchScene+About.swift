extension WatchScene {
  func about(_ words: Words) -> [String] {
    guard let report, !runs.isEmpty else { return [words.watchWaits] }
    return [
      words.watched(
        runs: runs.count, charts: charts.count, kernels: kernels.count,
        moments: report.moments.count),
      words.watchCharts, words.watchSuperseded,
    ] + (view == .kernels ? [words.watchKernels] : [])
  }
}
