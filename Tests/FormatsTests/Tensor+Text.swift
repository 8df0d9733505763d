import Model

@testable import Formats

extension Tensor {
  static func json(_ text: String) throws(FormatError) -> Tensor {
    try JSONText.tensor(from: Array(text.utf8))
  }

  static func csv(_ text: String) throws(FormatError) -> Tensor {
    try CSVText.tensor(from: Array(text.utf8))
  }
}
