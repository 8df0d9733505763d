import Formats

/// How a file is damaged.
extension Words {
  func sentence(_ fault: FormatError.Corruption) -> String {
    say(
      "It is damaged: \(phrase(fault)); an undamaged file is needed.",
      "文件已损坏：\(phrase(fault))；需要完好的文件。")
  }

  private func phrase(_ fault: FormatError.Corruption) -> String {
    switch fault {
    case .endsEarly: say("the file ends too early", "文件过早结束")
    case .notEnoughMemory: say("there is not enough memory", "内存不足")
    case .noSignature(.numPy): say("the NumPy signature is missing", "缺少 NumPy 标识")
    case .noSignature(.pyTorch): say("the PyTorch signature is missing", "缺少 PyTorch 标识")
    case .noSignature(.netpbm): say("the netpbm signature is missing", "缺少 netpbm 标识")
    case .magic(let found, let expected):
      say(
        "it starts with \(hexadecimal(found)), not \(hexadecimal(expected))",
        "它以 \(hexadecimal(found)) 开头，而不是 \(hexadecimal(expected))")
    case .contradictoryHeader: say("the header contradicts itself", "文件头自相矛盾")
    case .tooManyScans: say("it has too many scans", "扫描段太多")
    case .library(let words): words
    case .deflate(let fault): phrase(fault)
    case .zip(let fault): phrase(fault)
    case .npy(let fault): phrase(fault)
    case .safetensors(let fault): phrase(fault)
    case .json(let fault): phrase(fault)
    case .events(let fault): phrase(fault)
    case .pickle(let fault): phrase(fault)
    case .torch(let fault): phrase(fault)
    case .bmp(let fault): phrase(fault)
    case .netpbm(let fault): phrase(fault)
    }
  }

  /// As in `0x00000803`.
  private func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Archives

  private func phrase(_ fault: FormatError.Corruption.Deflate) -> String {
    switch fault {
    case .cannotStart: say("zlib cannot start", "zlib 无法启动")
    case .endsEarly: say("the compressed data ends too early", "压缩数据过早结束")
    case .broken: say("the compressed data is invalid", "压缩数据无效")
    }
  }

  private func phrase(_ fault: FormatError.Corruption.ZIP) -> String {
    switch fault {
    case .noDirectory: say("the directory at the end of the archive is missing", "缺少归档末尾的目录")
    case .damagedDirectory: say("the directory of the archive is damaged", "归档的目录已损坏")
    case .repeatedName(let name): say("the archive holds “\(name)” twice", "归档中有两个 “\(name)”")
    case .noSize(let name): say("the size of “\(name)” is missing", "缺少 “\(name)” 的大小")
    case .outside(let name): say("“\(name)” lies outside the archive", "“\(name)” 位于归档之外")
    case .tooLong(let name, let size, let limit):
      say(
        "“\(name)” has \(size) bytes, but the maximum is \(limit)",
        "“\(name)” 有 \(size) 字节，而上限是 \(limit)")
    case .tooTight(let name, let size, let packedSize):
      say(
        "“\(name)” declares \(size) bytes, too many for \(packedSize) compressed bytes",
        "“\(name)” 声明有 \(size) 字节，对 \(packedSize) 字节的压缩数据来说太多")
    case .size(let name, let announced, let found):
      say(
        "“\(name)” declares \(announced) bytes but has \(found.map(String.init) ?? "more")",
        "“\(name)” 声明有 \(announced) 字节，实际有 \(found.map(String.init) ?? "更多")")
    case .checksum(let name): say("the checksum of “\(name)” is wrong", "“\(name)” 的校验和不对")
    }
  }

  // MARK: Arrays

  private func phrase(_ fault: FormatError.Corruption.NPY) -> String {
    switch fault {
    case .noDictionary(let byte):
      say("the header is not a dictionary at byte \(byte)", "文件头在第 \(byte) 字节处不是字典")
    case .noElementType: say("the header has no element type", "文件头没有元素类型")
    case .noShape: say("the header has no valid shape or order", "文件头没有有效的形状或次序")
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Safetensors) -> String {
    switch fault {
    case .headerTooLong(let limit):
      say("the header is longer than \(limit) bytes, the maximum", "文件头超过了上限 \(limit) 字节")
    case .numbersTooLong(let bytes, let limit):
      say(
        "it has \(bytes) bytes of numbers, but the maximum is \(limit)",
        "它有 \(bytes) 字节的数，而上限是 \(limit)")
    case .length(let name, let dimensions, let type, let bytes):
      say(
        "“\(name)” has \(bytes) bytes, which do not fit \(dimensions) \(type)",
        "“\(name)” 有 \(bytes) 字节，与 \(dimensions) \(type) 不符")
    case .place(let name, let begin, let end, let expected):
      say(
        "“\(name)” has the bytes \(begin) to \(end), but must start at byte \(expected)",
        "“\(name)” 占第 \(begin) 到 \(end) 字节，但必须从第 \(expected) 字节开始")
    case .unknownField(let name): say("an array has no property “\(name)”", "数组没有属性 “\(name)”")
    }
  }

  // MARK: JSON

  private func phrase(_ fault: FormatError.Corruption.JSON) -> String {
    switch fault {
    case .missing(let part, .header(let byte)):
      say(
        "\(name(of: part)) is missing at byte \(byte) of the header",
        "文件头第 \(byte) 字节处缺少\(name(of: part))")
    case .missing(let part, .text(let line, let column)):
      say(
        "\(name(of: part)) is missing in line \(line), column \(column)",
        "第 \(line) 行第 \(column) 列缺少\(name(of: part))")
    case .repeatedKey(let key): say("the key “\(key)” appears twice", "键 “\(key)” 出现了两次")
    case .tooDeep(let limit): say("it is nested more than \(limit) levels deep", "嵌套超过 \(limit) 层")
    case .count(let count, let dimensions):
      say(
        "its lists hold \(count) numbers instead of \(dimensions)",
        "列表中有 \(count) 个数，而不是 \(dimensions)")
    }
  }

  private func name(of part: FormatError.Corruption.JSON.Part) -> String {
    switch part {
    case .mark(let mark): say("“\(mark)”", " “\(mark)”")
    case .value: say("a value", "一个值")
    case .endOfValue: say("the end of a value", "值的结尾")
    case .wholeNumber: say("a whole number", "一个整数")
    case .endOfText: say("the end of a string", "字符串的结尾")
    case .endOfFile: say("the end", "结尾")
    case .utf8: "UTF-8"
    case .character: say("a character", "一个字符")
    case .escapedCharacter: say("an escaped character", "一个转义字符")
    case .fourDigits: say("the four digits of a character", "字符的四位数字")
    case .secondSurrogate: say("the second half of a character", "字符的后一半")
    case .offsets: say("a pair of offsets", "一对偏移量")
    case .fieldOfArray: say("a dtype, a shape or data_offsets", " dtype、shape 或 data_offsets")
    }
  }

  // MARK: Images

  private func phrase(_ fault: FormatError.Corruption.BMP) -> String {
    switch fault {
    case .width(let width): say("its width is \(width) pixels", "宽度为 \(width) 像素")
    case .noPalette: say("the palette before the pixels is missing", "缺少像素之前的调色板")
    case .pixelsWithinHeader(let begin, let end):
      say(
        "the pixels start at byte \(begin), but the data before them ends at byte \(end)",
        "像素从第 \(begin) 字节开始，但前面的数据到第 \(end) 字节才结束")
    case .color(let color, let count, let row, let column):
      say(
        "stored row \(row), column \(column) has colour \(color), but the palette has \(count) colours",
        "存储的第 \(row) 行第 \(column) 列用了颜色 \(color)，但调色板只有 \(count) 种颜色")
    }
  }

  private func phrase(_ fault: FormatError.Corruption.Netpbm) -> String {
    switch fault {
    case .maximum(let maximum): say("its maximum is \(maximum)", "最大值为 \(maximum)")
    case .sample(let sample, let maximum):
      say(
        "a sample is \(sample), above the maximum \(maximum)", "有一个样本值 \(sample)，超过最大值 \(maximum)")
    case .notAWholeNumber(let word, let digits):
      say(
        "\(word) needs one whole number of at most \(digits) digits",
        "\(word) 需要一个至多 \(digits) 位的整数")
    case .noWord(let word): say("the header has no \(word)", "文件头没有 \(word)")
    case .unknownWord(let word):
      say("the header has the unknown word “\(word)”", "文件头中有不认识的词 “\(word)”")
    case .lineTooLong: say("a line of the header is too long", "文件头中有一行太长")
    }
  }
}
