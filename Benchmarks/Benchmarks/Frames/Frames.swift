import Benchmark

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 3,
    maxDuration: .seconds(2), maxIterations: 1000)
  textFrame()
}

/// A frame of 200×60 cells, all of them text.
private func textFrame() {
  let line = String(repeating: "0123456789", count: 20)
  Benchmark("frame of text 200×60") { benchmark in
    for _ in benchmark.scaledIterations {
      var frame = Frame(Size(width: 200, height: 60))
      for row in 0..<60 { frame.write(line, at: Point(row: row, column: 0), Style()) }
      blackHole(frame)
    }
  }
}
