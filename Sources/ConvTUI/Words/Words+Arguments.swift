import Drawing
import Formats
import Model

/// Mistakes in files and arguments as sentences.
extension Words {
  func sentence(_ error: FormatError) -> String {
    switch error {
    case .noBytes: return "It is empty; a file with numbers or an image is needed."
    case .empty: return "There is no number in it; at least one is needed."
    case .notANumber(let text, let line, let column):
      return "Line \(line), column \(column): "
        + (text.isEmpty
          ? "a number is missing." : "“\(text)” is not a number; one such as −0.5 is needed.")
    case .notAWholeNumber(let text, let digits, let line, let column):
      return "Line \(line), column \(column): “\(text)” is not a whole number of at most \(digits) "
        + "digits, and such a one is needed."
    case .ambiguousComma(let text, let line, let column):
      return
        "Line \(line), column \(column): the comma in “\(text)” may be a decimal point or separate "
        + "thousands; a point, as in 0.5, is needed."
    case .indexColumn:
      return "Its first line begins with an empty field, as pandas writes above an index column; "
        + "df.to_csv(FILE, index=False, header=False) writes the numbers alone."
    case .tooGreat(let text, let line, let column):
      return "Line \(line), column \(column): “\(text)” is " + pastSinglePrecision
    case .tooGreatElement(let value, let position):
      return "The number at [\(position.map(String.init).joined(separator: ", "))] is \(value), "
        + pastSinglePrecision
    case .zeroDivisor(let text, let line, let column):
      return "Line \(line), column \(column): “\(text)” divides by 0; another number is needed."
    case .raggedRows(let row, let expected, let found):
      return "Row \(row) has length \(found), but the rows before it have length \(expected); all "
        + "must be equally long."
    case .unexpected(let found, let expected, let line, let column):
      let what = found.isEmpty ? "the text ends" : "“\(found)” stands"
      return "Line \(line), column \(column): \(what) where \(name(of: expected)) is needed."
    case .truncated(let expected, let found):
      return "It ends after \(found) of \(expected) bytes; the whole file is needed."
    case .overlong(let expected, let found):
      return "It announces \(expected) bytes and has \(found); both must be equal."
    case .rank(let rank):
      return "Its data is of rank \(rank); rank 1 (one row), 2 (rows×columns), 3 "
        + "(channels×rows×columns) or 4 (images×channels×rows×columns) is needed."
    case .unsupported(let found): return sentence(found)
    case .elementType(let type, let name, let readable):
      return "“\(name)” holds numbers of the type \(type.isEmpty ? "“”" : type); "
        + "\(readable.joined(separator: ", ")) can be read."
    case .corrupt(let fault): return sentence(fault)
    case .unknownFormat(let ending):
      return
        "The ending \(quoted("." + ending)) is unknown; a tensor is a .json, .csv, .tsv, .npy, .npz, "
        + ".safetensors, \(imageEndings) file."
    case .foreign(let format): return sentence(format)
    case .tooLarge(let dimensions, let limit):
      return count(of: dimensions, limit: limit) + "; \(limit) is the most that works"
        + (limit < FormatError.maximumCount
          ? " here, and convtui maps FILE shows pictures of any size." : ".")
    case .tooManyPixels(let width, let height, let limit):
      let pixels = width.multipliedReportingOverflow(by: height)
      // Only there is less allowed than is possible.
      let isTooMany = pixels.overflow || pixels.partialValue > FormatError.maximumCount
      return "It has \(width)×\(height) pixels; \(limit) is the most that works"
        + (isTooMany ? "." : ", and a larger --max-pixels allows more.")
    case .tooLong(let side, let limit):
      return "It has \(side) rows or columns; \(limit) of each is the most that works."
    case .notAnImage: return "It is no image; a \(imageKinds) file is needed."
    case .tooManyBytes(let limit):
      return "It is longer than \(limit) bytes, the most that is read of a file of its kind."
    case .unreadable(let reason):
      return "It cannot be read to its end: \(reason). Check the disk or copy the file anew."
    case .cancelled: return "It was given up."
    case .unnamedArray(let names, let count):
      return "It holds \(self.count(count, "array")); the name of one is needed after a colon. "
        + "There \(listed(names, of: count))."
    case .missingArray(let name, let names, let count):
      return "It holds no array “\(name.printable)”; there \(listed(names, of: count))."
    case .namedArray(let name):
      return "It is a single array, and “\(name.printable)” was asked for; the file without a "
        + "name would work."
    case .notWritable(let ending):
      return
        (ending.isEmpty ? "There is no ending" : "A \(quoted("." + ending)) file cannot be written")
        + "; .json, .csv or .npy is needed."
    case .notAPlane(let rank):
      return "A CSV file holds a matrix, but the result is of rank \(rank); .json or .npy would "
        + "work."
    }
  }

  private var pastSinglePrecision: String {
    "too large for single precision; \(Float.greatestFiniteMagnitude) is the largest number that "
      + "works."
  }

  /// How many numbers are announced, or come before there are too many.
  private func count(of dimensions: [Int], limit: Int) -> String {
    dimensions.count > 1
      ? "It announces \(dimensions.map(String.init).joined(separator: "×")) numbers"
      : "It holds more than \(limit) numbers"
  }

  /// Names that are there, and how many more: `is a` or `are a, b and 3 more`.
  private func listed(_ names: [String], of count: Int) -> String {
    let words = names.map(\.printable)
    let rest = count - words.count
    return (count == 1 ? "is " : "are ") + words.joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private func name(of expectation: FormatError.Expectation) -> String {
    switch expectation {
    case .list: "“[”"
    case .number: "a number"
    case .listOrNumber: "“[” or a number"
    case .commaOrEndOfList: "“,” or “]”"
    case .endOfText: "the end"
    }
  }

  func sentence(_ error: PerAxisError) -> String {
    switch error {
    case .notAWholeNumber(let text):
      "“\(text)” is not a whole number of at most nine digits; 2 would work, or rows,columns such "
        + "as 2,1."
    case .tooMany(let count):
      "\(count) numbers are too many; one is needed, or rows,columns such as 2,1."
    }
  }

  func notAMatrix(_ place: String, _ shape: Shape, scene: SceneKind) -> String {
    "\(place) is \(shape), but \(scene.title(self)) shows one plane; a matrix is needed"
      + (shape.hasChannelsLast
        ? ", such as numpy.moveaxis(a, -1, \(shape.rank > 3 ? 1 : 0))[\(shape.rank > 3 ? "0, 0" : "0")]."
        : ".")
  }

  func notAKey(_ name: String) -> String {
    "\(quoted(name)) is not a key. A character would work, or one of "
      + KeyNotation.names.joined(separator: ", ") + "."
  }

  func notASubcommand(_ word: String, _ names: [String]) -> String {
    "\(quoted(word)) is not a subcommand; \(names.joined(separator: ", ")) are."
  }

  func name(of source: Load.Source) -> String {
    switch source {
    case .file(let path): place(path)
    case .argument(let text): quoted(text)
    case .option(let name, let text): "\(name) \(quoted(text))"
    }
  }

  var standardInputTwice: String {
    "Standard input can be read only once; one - is the most, and a file would work for the other."
  }
}
