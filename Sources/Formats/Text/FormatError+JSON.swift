extension FormatError.Corruption {
  /// How a text in JSON is broken.
  public enum JSON: Hashable, Sendable {
    /// Something does not stand where it must.
    case missing(Part, at: Location)
    /// A key stands twice in one object.
    case repeatedKey(String)
    /// Lists and objects are nested deeper than this.
    case tooDeep(limit: Int)
    /// Lists hold another number of numbers than their lengths ask for.
    case count(Int, dimensions: [Int])

    /// A part of a text in JSON.
    public enum Part: Hashable, Sendable {
      case mark(Unicode.Scalar)
      case value, endOfValue, wholeNumber, endOfText, endOfFile
      case utf8, character, escapedCharacter, fourDigits
      /// The second half of a character in UTF-16.
      case secondSurrogate
      /// Of an array in a safetensors file: its first byte and the one after its last.
      case offsets
      /// Of such an array: its type, shape or offsets.
      case fieldOfArray
    }

    public enum Location: Hashable, Sendable {
      /// A byte of a file's header, counted from 0.
      case header(byte: Int)
      case text(line: Int, column: Int)
    }

    /// A missing mark counts as one: the sentence has it in quotation marks.
    var quotes: Bool {
      switch self {
      case .repeatedKey, .missing(.mark, at: _): true
      case .missing, .tooDeep, .count: false
      }
    }
  }
}
