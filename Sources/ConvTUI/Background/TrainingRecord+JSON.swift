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

  /// The step in a line that `json` gave; nil for any other.
  static func step(of line: String) -> Int? {
    let start = "{\"step\": "
    return line.hasPrefix(start)
      ? Int(line.dropFirst(start.count).prefix { $0 != "," && $0 != "}" }) : nil
  }
}
