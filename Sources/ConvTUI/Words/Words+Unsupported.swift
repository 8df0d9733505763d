import Formats

/// What a file holds that convtui cannot read, and what it can read instead.
extension Words {
  func sentence(_ found: FormatError.Unsupported) -> String {
    say(
      "It holds \(phrase(found)), which cannot be read; \(alternative(to: found)) would work.",
      "其中有\(phrase(found))，无法读取；可用\(alternative(to: found))。")
  }

  private func phrase(_ found: FormatError.Unsupported) -> String {
    switch found {
    case .zip(let found): phrase(found)
    case .npy(let found): phrase(found)
    case .torch(let found): phrase(found)
    case .jpeg(let found): phrase(found)
    case .bmp(let found): phrase(found)
    case .pam(let type, let depth):
      say(
        "a PAM with TUPLTYPE “\(type)” and DEPTH \(depth)",
        " TUPLTYPE 为 “\(type)”、DEPTH 为 \(depth) 的 PAM")
    case .utf16: say("text in UTF-16", " UTF-16 文字")
    }
  }

  private func alternative(to found: FormatError.Unsupported) -> String {
    switch found {
    case .zip, .npy: say("real numbers as JSON, CSV, .npy or an image", "实数的 JSON、CSV、.npy，或图像")
    case .torch: say("a state dict that torch.save wrote", " torch.save 写出的 state dict")
    case .jpeg:
      say(
        "a baseline or progressive JPEG with 8 bits per sample, or a PNG,",
        "每个样本 8 位的基线或渐进 JPEG，或 PNG")
    case .bmp:
      say(
        "an uncompressed BMP of 1, 4, 8, 16, 24 or 32 bits per pixel, or a PNG,",
        "每像素 1、4、8、16、24 或 32 位的未压缩 BMP，或 PNG")
    case .pam:
      say(
        "a PAM in black and white, grey or RGB, with or without alpha, or a PNG,",
        "黑白、灰度或 RGB 的 PAM（有无 alpha 均可），或 PNG")
    case .utf16: say("text in UTF-8", " UTF-8 文字")
    }
  }

  private func phrase(_ found: FormatError.Unsupported.ZIP) -> String {
    switch found {
    case .encrypted(let name): say("the encrypted file “\(name)”", "加密的文件 “\(name)”")
    case .method(let method, let name):
      say("“\(name)” compressed by zip method \(method)", "用 zip 方法 \(method) 压缩的 “\(name)”")
    case .nameOutside(let name): say("“\(name)”, a path outside the archive", " “\(name)”，归档之外的路径")
    case .noArrays: say("a zip archive without .npy arrays", "没有 .npy 数组的 zip 归档")
    }
  }

  private func phrase(_ found: FormatError.Unsupported.NPY) -> String {
    switch found {
    case .version(let version):
      say("NumPy file format version \(version)", " NumPy 文件格式版本 \(version)")
    case .structure: say("a structured array with named fields", "有命名字段的结构化数组")
    case .elements(let elements, let type):
      say("\(name(of: elements)) (\(type))", "\(name(of: elements))（\(type)）")
    }
  }

  private func name(of elements: FormatError.Unsupported.Elements) -> String {
    switch elements {
    case .complexNumbers: say("complex numbers", "复数")
    case .objects: say("Python objects", " Python 对象")
    case .texts: say("strings", "字符串")
    case .dates: say("dates or durations", "日期或时长")
    case .rawBytes: say("raw bytes", "原始字节")
    case .unknown: say("an unknown type", "未知类型")
    }
  }

  private func phrase(_ found: FormatError.Unsupported.JPEG) -> String {
    switch found {
    case .components(let count):
      say("a JPEG with \(count) colour channels", "有 \(count) 个颜色通道的 JPEG")
    case .bitsPerSample(let bits):
      say("a JPEG with \(bits) bits per sample", "每个样本 \(bits) 位的 JPEG")
    case .process(let process, let isArithmetic):
      name(of: process) + (isArithmetic ? say(" with arithmetic coding", "（算术编码）") : "")
    }
  }

  private func name(of process: FormatError.Unsupported.Process) -> String {
    switch process {
    case .cosine: say("a JPEG", " JPEG")
    case .lossless: say("a lossless JPEG", "无损 JPEG")
    case .hierarchical: say("a hierarchical JPEG", "分层 JPEG")
    }
  }

  private func phrase(_ found: FormatError.Unsupported.BMP) -> String {
    switch found {
    case .headerSize(let bytes):
      say("a BMP whose header has \(bytes) bytes", "文件头有 \(bytes) 字节的 BMP")
    case .bitsPerPixel(let bits): say("a BMP with \(bits) bits per pixel", "每像素 \(bits) 位的 BMP")
    case .compression(.rle8): say("a BMP compressed as RLE8", "用 RLE8 压缩的 BMP")
    case .compression(.rle4): say("a BMP compressed as RLE4", "用 RLE4 压缩的 BMP")
    case .compression(.jpeg): say("a JPEG inside a BMP", " BMP 中的 JPEG")
    case .compression(.png): say("a PNG inside a BMP", " BMP 中的 PNG")
    case .compression(.other(let number)):
      say("a BMP with the compression \(number)", "压缩方式为 \(number) 的 BMP")
    case .masks(let masks):
      phrase(masks: list(masks.map { String($0, radix: 16, uppercase: true) }))
    }
  }

  private func phrase(masks: String) -> String {
    say("a BMP with the masks \(masks)", "掩码为 \(masks) 的 BMP")
  }
}
