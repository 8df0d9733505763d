import Formats
import Model

extension TrainingRecord {
  /// One JSON object; numbers that are not finite are written as Python writes them.
  var json: String {
    var fields = [
      "\"step\": \(step)", "\"epoch\": \(epoch)", "\"lr\": \(TensorEncoder.json(learningRate))",
      "\"loss\": \(TensorEncoder.json(Float(batch.loss)))",
      "\"accuracy\": \(TensorEncoder.json(Float(batch.accuracy)))",
    ]
    if let validation {
      fields += [
        "\"validation_loss\": \(TensorEncoder.json(Float(validation.score.loss)))",
        "\"validation_accuracy\": \(TensorEncoder.json(Float(validation.score.accuracy)))",
      ]
    }
    return "{" + fields.joined(separator: ", ") + "}"
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
