import Formats
import Model

extension TrainingRecord {
  /// One JSON object; numbers that are not finite are written as Python writes them.
  var json: String {
    var fields: [JSON.Field] = [
      ("step", .number(step)), ("epoch", .number(epoch)), ("lr", .number(learningRate)),
      ("loss", .number(batch.loss)), ("accuracy", .number(batch.accuracy)),
    ]
    if let validation {
      fields += [
        ("validation_loss", .number(validation.score.loss)),
        ("validation_accuracy", .number(validation.score.accuracy)),
      ]
    }
    return JSON.object(fields).text()
  }

  /// The step in a line that `json` gave, also one that another program has written anew; nil for
  /// any other.
  static func step(of line: String) -> Int? {
    let start = "{\"step\": "
    if line.hasPrefix(start) {
      let number = line.dropFirst(start.count).prefix { $0 != "," && $0 != "}" }
      if let step = Int(number) { return step }
    }
    return (try? JSONValue(Array(line.utf8)))?.fields?["step"]?.int
  }
}
