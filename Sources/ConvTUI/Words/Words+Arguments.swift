import Drawing
import Formats
import Model

/// Errors in files and arguments as sentences.
extension Words {
  func sentence(_ error: FormatError) -> String {
    switch error {
    case .noBytes: return "It is empty; a file with numbers or an image is needed."
    case .empty: return "It holds no numbers; at least one is needed."
    case .notANumber(let text, let line, let column):
      return "Line \(line), column \(column): "
        + (text.isEmpty
          ? "a number is missing." : "“\(text)” is not a number; use one such as −0.5.")
    case .notAWholeNumber(let text, let digits, let line, let column):
      return "Line \(line), column \(column): “\(text)” is not valid; a whole number of at most "
        + "\(digits) digits is needed."
    case .ambiguousComma(let text, let line, let column):
      return
        "Line \(line), column \(column): the comma in “\(text)” could be a decimal point or a "
        + "thousands separator; write a point, as in 0.5."
    case .indexColumn:
      return "Its first line starts with an empty field, as pandas writes for an index column; "
        + "df.to_csv(FILE, index=False, header=False) writes only the numbers."
    case .tooGreat(let text, let line, let column):
      return "Line \(line), column \(column): “\(text)” is " + pastSinglePrecision
    case .tooGreatElement(let value, let position):
      return "The number at [\(position.map(String.init).joined(separator: ", "))] is \(value), "
        + pastSinglePrecision
    case .zeroDivisor(let text, let line, let column):
      return "Line \(line), column \(column): “\(text)” divides by 0; another number is needed."
    case .raggedRows(let row, let expected, let found):
      return "Row \(row) has length \(found), but the rows before it have length \(expected); all "
        + "rows must have the same length."
    case .unexpected(let found, let expected, let line, let column):
      let what = found.isEmpty ? "the text ends" : "“\(found)” was found"
      return "Line \(line), column \(column): \(what), but \(name(of: expected)) is needed."
    case .truncated(let expected, let found):
      return "It ends after \(found) of \(expected) bytes; the whole file is needed."
    case .overlong(let expected, let found):
      return "It declares \(expected) bytes but has \(found); both must be equal."
    case .rank(let rank):
      return "Its data has rank \(rank); rank 1 (one row), 2 (rows×columns), 3 "
        + "(channels×rows×columns) or 4 (images×channels×rows×columns) is needed."
    case .unsupported(let found): return sentence(found)
    case .elementType(let type, let name, let readable):
      return "“\(name)” holds numbers of type \(type.isEmpty ? "“”" : type); "
        + "convtui reads \(readable.joined(separator: ", "))."
    case .corrupt(let fault): return sentence(fault)
    case .unknownFormat(let ending):
      return
        "The file ending \(quoted("." + ending)) is unknown; use .json, .csv, .tsv, .npy, .npz, "
        + ".safetensors, \(imageEndings)."
    case .foreign(let format): return sentence(format)
    case .tooLarge(let dimensions, let limit):
      return count(of: dimensions, limit: limit) + "; the maximum is \(limit)"
        + (limit < FormatError.maximumCount
          ? " here, but convtui maps FILE shows pictures of any size." : ".")
    case .tooManyPixels(let width, let height, let limit):
      let pixels = width.multipliedReportingOverflow(by: height)
      // Only there is less allowed than is possible.
      let isTooMany = pixels.overflow || pixels.partialValue > FormatError.maximumCount
      return "It has \(width)×\(height) pixels; the maximum is \(limit)"
        + (isTooMany ? "." : ", and a larger --max-pixels allows more.")
    case .tooLong(let side, let limit):
      return "It has \(side) rows or columns; the maximum is \(limit) of each."
    case .notAnImage: return "It is not an image; a \(imageKinds) file is needed."
    case .tooManyBytes(let limit):
      return "It is longer than \(limit) bytes, the maximum for this kind of file."
    case .unreadable(let reason):
      return "It cannot be read to its end (\(reason)); check the disk or copy the file again."
    case .cancelled: return "Reading it was cancelled."
    case .unnamedArray(let names, let count):
      return "It holds \(self.count(count, "array")); add a colon and the name of one: "
        + "\(listed(names, of: count))."
    case .missingArray(let name, let names, let count):
      return "It holds no array “\(name.printable)”, only \(listed(names, of: count))."
    case .namedArray(let name):
      return "It is a single array without a name; remove “:\(name.printable)” after the file."
    case .notWritable(let ending):
      return
        (ending.isEmpty
        ? "The file name has no ending" : "A \(quoted("." + ending)) file cannot be written")
        + "; .json, .csv or .npy is needed."
    case .notAPlane(let rank):
      return "A CSV file holds a matrix, but the result has rank \(rank); .json or .npy would "
        + "work."
    }
  }

  private var pastSinglePrecision: String {
    "too large for single precision; the largest number is \(Float.greatestFiniteMagnitude)."
  }

  /// How many numbers the file declares, or the limit that it exceeds.
  private func count(of dimensions: [Int], limit: Int) -> String {
    dimensions.count > 1
      ? "It declares \(dimensions.map(String.init).joined(separator: "×")) numbers"
      : "It holds more than \(limit) numbers"
  }

  /// Some of the names, and how many more there are: `a, b and 3 more`.
  private func listed(_ names: [String], of count: Int) -> String {
    let words = names.map(\.printable)
    let rest = count - words.count
    return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
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
      "“\(text)” is not a whole number of at most nine digits; use one such as 2, or "
        + "rows,columns such as 2,1."
    case .tooMany(let count):
      "There are \(count) numbers; use one number, or rows,columns such as 2,1."
    }
  }

  func notAMatrix(_ place: String, _ shape: Shape, scene: SceneKind) -> String {
    "\(place) is \(shape), but \(scene.title(self)) shows one plane; a matrix is needed"
      + (shape.hasChannelsLast
        ? ", such as numpy.moveaxis(a, -1, \(shape.rank > 3 ? 1 : 0))[\(shape.rank > 3 ? "0, 0" : "0")]."
        : ".")
  }

  func notAKey(_ name: String) -> String {
    "\(quoted(name)) is not a key; use a character or one of "
      + KeyNotation.names.joined(separator: ", ") + "."
  }

  func notASubcommand(_ word: String, _ names: [String]) -> String {
    "\(quoted(word)) is not a subcommand; the subcommands are \(names.joined(separator: ", "))."
  }

  func name(of source: Load.Source) -> String {
    switch source {
    case .file(let path): place(path)
    case .argument(let text): quoted(text)
    case .option(let name, let text): "\(name) \(quoted(text))"
    }
  }

  var standardInputTwice: String {
    "Standard input can be read only once; use one - and a file for the other."
  }
}
