import Benchmark
import Formats
import Foundation

/// The index of the file that `events.py` wrote, whose path is EVENTS in the environment.
func eventFile() {
  guard let path = ProcessInfo.processInfo.environment["EVENTS"] else { return }
  var configuration = Benchmark.defaultConfiguration
  configuration.metrics = [.wallClock, .peakMemoryResident]
  Benchmark("event file, 300,000 scalars", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations {
      var index = EventIndex()
      _ = try index.read(FileReader.open(path))
      precondition(index.series.reduce(0) { $0 + $1.count } == 300_000)
      blackHole(index)
    }
  }
}
