import Drawing
import Formats
import Model

/// Errors in files and arguments as sentences.
extension Words {
  func sentence(_ error: FormatError) -> String {
    switch error {
    case .noBytes:
      return say(
        "It is empty; a file with numbers or an image is needed.", "文件是空的；需要一个含有数字的文件或一幅图像。")
    case .empty: return say("It holds no numbers; at least one is needed.", "文件中没有数字；至少需要一个。")
    case .notANumber(let text, let line, let column):
      return say(
        "Line \(line), column \(column): "
          + (text.isEmpty
            ? "a number is missing." : "“\(text)” is not a number; use one such as −0.5."),
        text.isEmpty
          ? "第 \(line) 行第 \(column) 列：缺少一个数。"
          : "第 \(line) 行第 \(column) 列：“\(text)” 不是数；请写成 −0.5 这样的数。")
    case .notAWholeNumber(let text, let digits, let line, let column):
      return say(
        "Line \(line), column \(column): “\(text)” is not valid; a whole number of at most "
          + "\(digits) digits is needed.",
        "第 \(line) 行第 \(column) 列：“\(text)” 无效；需要一个至多 \(digits) 位的整数。")
    case .ambiguousComma(let text, let line, let column):
      return
        say(
          "Line \(line), column \(column): the comma in “\(text)” could be a decimal point or a "
            + "thousands separator; write a point, as in 0.5.",
          "第 \(line) 行第 \(column) 列：“\(text)” 中的逗号可能是小数点，也可能是千位分隔符；请用点，如 0.5。")
    case .indexColumn:
      return say(
        "Its first line starts with an empty field, as pandas writes for an index column; "
          + "df.to_csv(FILE, index=False, header=False) writes only the numbers.",
        "第一行以空字段开头，这是 pandas 写出的索引列；用 df.to_csv(FILE, index=False, header=False) 可以只写出数字。")
    case .tooGreat(let text, let line, let column):
      return say(
        "Line \(line), column \(column): “\(text)” is " + pastSinglePrecision,
        "第 \(line) 行第 \(column) 列：“\(text)” " + pastSinglePrecision)
    case .tooGreatElement(let value, let position):
      return say(
        "The number at [\(position.map(String.init).joined(separator: ", "))] is \(value), "
          + pastSinglePrecision,
        "位置 [\(position.map(String.init).joined(separator: ", "))] 处的数是 \(value)，"
          + pastSinglePrecision)
    case .zeroDivisor(let text, let line, let column):
      return say(
        "Line \(line), column \(column): “\(text)” divides by 0; another number is needed.",
        "第 \(line) 行第 \(column) 列：“\(text)” 除以 0；需要别的数。")
    case .raggedRows(let row, let expected, let found):
      return say(
        "Row \(row) has length \(found), but the rows before it have length \(expected); all "
          + "rows must have the same length.",
        "第 \(row) 行的长度为 \(found)，而前面各行的长度为 \(expected)；各行长度必须相同。")
    case .unexpected(let found, let expected, let line, let column):
      let what =
        found.isEmpty
        ? say("the text ends", "文字到此结束") : say("“\(found)” was found", "这里是 “\(found)”")
      return say(
        "Line \(line), column \(column): \(what), but \(name(of: expected)) is needed.",
        "第 \(line) 行第 \(column) 列：\(what)，但需要\(name(of: expected))。")
    case .truncated(let expected, let found):
      return say(
        "It ends after \(found) of \(expected) bytes; the whole file is needed.",
        "文件在 \(expected) 字节中的第 \(found) 字节处中断；需要完整的文件。")
    case .overlong(let expected, let found):
      return say(
        "It declares \(expected) bytes but has \(found); both must be equal.",
        "文件声明有 \(expected) 字节，实际有 \(found) 字节；两者必须相等。")
    case .rank(let rank):
      return say(
        "Its data has rank \(rank); rank 1 (one row), 2 (rows×columns), 3 "
          + "(channels×rows×columns) or 4 (images×channels×rows×columns) is needed.",
        "数据的秩为 \(rank)；需要秩 1（一行）、2（行×列）、3（通道×行×列）或 4（图像×通道×行×列）。")
    case .unsupported(let found): return sentence(found)
    case .elementType(let type, let name, let readable):
      return say(
        "“\(name)” holds numbers of type \(type.isEmpty ? "“”" : type); "
          + "convtui reads \(list(readable)).",
        "“\(name)” 中数的类型是 \(type.isEmpty ? "“”" : type)；convtui 能读 \(list(readable))。")
    case .corrupt(let fault): return sentence(fault)
    case .unknownFormat(let ending):
      return
        say(
          "The file ending \(quoted("." + ending)) is unknown; use .json, .csv, .tsv, .npy, .npz, "
            + ".safetensors, .pt, .pth, .ckpt, .pt2, \(imageEndings).",
          "不认识文件扩展名 \(quoted("." + ending))；请用 .json、.csv、.tsv、.npy、.npz、.safetensors、.pt、.pth、.ckpt、.pt2、\(imageEndings)。"
        )
    case .foreign(let format): return sentence(format)
    case .tooLarge(let dimensions, let limit):
      return say(
        count(of: dimensions, limit: limit) + "; the maximum is \(limit)"
          + (limit < FormatError.maximumCount
            ? " here, but convtui maps FILE shows pictures of any size." : "."),
        count(of: dimensions, limit: limit) + "；最多 \(limit) 个"
          + (limit < FormatError.maximumCount ? "，但 convtui maps FILE 能显示任意大小的图片。" : "。"))
    case .tooManyPixels(let width, let height, let limit):
      let pixels = width.multipliedReportingOverflow(by: height)
      // Only there is less allowed than is possible.
      let isTooMany = pixels.overflow || pixels.partialValue > FormatError.maximumCount
      return say(
        "It has \(width)×\(height) pixels; the maximum is \(limit)"
          + (isTooMany ? "." : ", and a larger --max-pixels allows more."),
        "它有 \(width)×\(height) 个像素；最多 \(limit) 个" + (isTooMany ? "。" : "，更大的 --max-pixels 允许更多。"))
    case .tooLong(let side, let limit):
      return say(
        "It has \(side) rows or columns; the maximum is \(limit) of each.",
        "它有 \(side) 行或列；行、列各至多 \(limit)。")
    case .notAnImage:
      return say(
        "It is not an image; a \(imageKinds) file is needed.", "它不是图像；需要 \(imageKinds) 文件。")
    case .tooManyBytes(let limit):
      return say(
        "It is longer than \(limit) bytes, the maximum for this kind of file.",
        "它超过了 \(limit) 字节，这是此类文件的上限。")
    case .unreadable(let reason):
      return say(
        "It cannot be read to its end (\(reason)); check the disk or copy the file again.",
        "无法读到文件末尾（\(reason)）；请检查磁盘，或重新复制文件。")
    case .cancelled: return say("Reading it was cancelled.", "读取已取消。")
    case .unnamedArray(let names, let count):
      return say(
        "It holds \(self.count(count, "array")); add a colon and the name of one: "
          + "\(listed(names, of: count)).",
        "它有 \(count) 个数组；请在文件名后加冒号和一个数组的名称：\(listed(names, of: count))。")
    case .missingArray(let name, let names, let count):
      return say(
        "It holds no array “\(name.printable)”, only \(listed(names, of: count)).",
        "其中没有数组 “\(name.printable)”，只有 \(listed(names, of: count))。")
    case .namedArray(let name):
      return say(
        "It is a single array without a name; remove “:\(name.printable)” after the file.",
        "它是单个没有名称的数组；请去掉文件名后的 “:\(name.printable)”。")
    case .notWritable(let ending):
      return
        (ending.isEmpty
        ? say("The file name has no ending", "文件名没有扩展名")
        : say("A \(quoted("." + ending)) file cannot be written", "不能写出 \(quoted("." + ending)) 文件"))
        + say("; .json, .csv or .npy is needed.", "；需要 .json、.csv 或 .npy。")
    case .notAPlane(let rank):
      return say(
        "A CSV file holds a matrix, but the result has rank \(rank); .json or .npy would "
          + "work.", "CSV 文件只能存矩阵，而结果的秩为 \(rank)；可用 .json 或 .npy。")
    }
  }

  private var pastSinglePrecision: String {
    say(
      "too large for single precision; the largest number is \(Float.greatestFiniteMagnitude).",
      "超出单精度的范围；最大的数是 \(Float.greatestFiniteMagnitude)。")
  }

  /// How many numbers the file declares, or the limit that it exceeds.
  private func count(of dimensions: [Int], limit: Int) -> String {
    dimensions.count > 1
      ? say(
        "It declares \(dimensions.map(String.init).joined(separator: "×")) numbers",
        "它声明有 \(dimensions.map(String.init).joined(separator: "×")) 个数")
      : say("It holds more than \(limit) numbers", "它有超过 \(limit) 个数")
  }

  /// Some of the names, and how many more there are: `a, b and 3 more`.
  private func listed(_ names: [String], of count: Int) -> String {
    let words = names.map(\.printable)
    let rest = count - words.count
    return list(words)
      + (rest > 0 ? say(" and \(rest) more", " 等，还有 \(rest) 个") : "")
  }

  private func name(of expectation: FormatError.Expectation) -> String {
    switch expectation {
    case .list: "“[”"
    case .number: say("a number", "一个数")
    case .listOrNumber: say("“[” or a number", "“[” 或一个数")
    case .commaOrEndOfList: say("“,” or “]”", "“,” 或 “]”")
    case .endOfText: say("the end", "结尾")
    }
  }

  func sentence(_ error: PerAxisError) -> String {
    switch error {
    case .notAWholeNumber(let text):
      say(
        "“\(text)” is not a whole number of at most nine digits; use one such as 2, or "
          + "rows,columns such as 2,1.", "“\(text)” 不是至多九位的整数；请写成 2，或写成 行,列，如 2,1。")
    case .tooMany(let count):
      say(
        "There are \(count) numbers; use one number, or rows,columns such as 2,1.",
        "这里有 \(count) 个数；请只写一个数，或写成 行,列，如 2,1。")
    }
  }

  func notAMatrix(_ place: String, _ shape: Shape, scene: SceneKind) -> String {
    say(
      "\(place) is \(shape), but \(scene.title(self)) shows one plane; a matrix is needed"
        + (shape.hasChannelsLast
          ? ", such as numpy.moveaxis(a, -1, \(shape.rank > 3 ? 1 : 0))[\(shape.rank > 3 ? "0, 0" : "0")]."
          : "."),
      "\(place) 的形状是 \(shape)，但“\(scene.title(self))”只显示一个平面；需要一个矩阵"
        + (shape.hasChannelsLast
          ? "，如 numpy.moveaxis(a, -1, \(shape.rank > 3 ? 1 : 0))[\(shape.rank > 3 ? "0, 0" : "0")]。"
          : "。"))
  }

  func notAKey(_ name: String) -> String {
    say(
      "\(quoted(name)) is not a key; use a character or one of "
        + list(KeyNotation.names) + ".",
      "\(quoted(name)) 不是按键；请用一个字符，或以下之一：\(list(KeyNotation.names))。")
  }

  func notASubcommand(_ word: String, _ names: [String]) -> String {
    say(
      "\(quoted(word)) is not a subcommand; the subcommands are \(list(names)).",
      "\(quoted(word)) 不是子命令；子命令有 \(list(names))。")
  }

  func name(of source: Load.Source) -> String {
    switch source {
    case .file(let path): place(path)
    case .argument(let text): quoted(text)
    case .option(let name, let text): "\(name) \(quoted(text))"
    }
  }

  var standardInputTwice: String {
    say(
      "Standard input can be read only once; use one - and a file for the other.",
      "标准输入只能读一次；请用一个 -，另一个用文件。")
  }
}
