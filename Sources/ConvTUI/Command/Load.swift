import ArgumentParser
import Formats
import Glibc
import Model

/// Files and arguments as tensors; what fails becomes a sentence that names the file.
enum Load {
  /// A tensor file, an array in an archive such as "weights.npz:conv1", or standard input for "-".
  ///
  /// - Parameter remark: Called with what the file leaves open; where not given, standard error has it.
  static func tensor(
    _ text: String, channels: ChannelMode = .luma, limit: Int = FormatError.maximumCount,
    remark: ((FormatRemark) -> Void)? = nil
  ) throws -> Tensor {
    let address = address(text)
    return try at(.file(address.path)) {
      try TensorDecoder.decode(
        FileReader.open(address.path) {
          TensorDecoder.worth($0, name: address.path, limit: limit)
        },
        name: address.path, array: address.array, channels: channels, limit: limit,
        remark: remark ?? { tell($0, of: address.path) })
    }
  }

  /// Says on standard error what a file leaves open.
  static func tell(_ remark: FormatRemark, of path: String) {
    Output.tell { $0.about($0.place(path), $0.sentence(remark)) }
  }

  /// A picture: an image as it came, or a tensor file of rank 2 or 3.
  ///
  /// - Parameters:
  ///   - maximumPixels: Checked before an image is decoded.
  ///   - origin: Who names the file; what stands in one that a file names is not quoted.
  ///   - remark: Called with what the file leaves open, and no progress is shown; where not given,
  ///     standard error has both.
  static func picture(
    _ text: String, channels: ChannelMode, maximumPixels: Int,
    namedBy origin: FileReader.Origin = .person, remark: ((FormatRemark) -> Void)? = nil
  ) throws -> Picture {
    let address = address(text)
    func at<Value>(_ body: () throws -> Value) throws -> Value {
      try Load.at(.file(address.path), quotes: origin == .person, body)
    }
    let bytes = try at {
      try FileReader.open(address.path, namedBy: origin) {
        TensorDecoder.worth($0, name: address.path, limit: maximumPixels)
      }
    }
    var remarks: [FormatRemark] = []
    defer { remarks.forEach(remark ?? { tell($0, of: address.path) }) }
    var picture: Picture
    if try at({ try ImageDecoder.recognizes(bytes) }) {
      var line = remark == nil ? ProgressLine(Words.ofProcess.place(address.path)) : nil
      defer { line?.end() }
      let header = try at { try ImageDecoder.header(bytes) }
      let (pixels, isTooLarge) = header.width.multipliedReportingOverflow(by: header.height)
      let keepsColors = channels == .rgb || !isTooLarge && pixels <= Picture.mostWithColors
      picture = try at {
        Picture(
          try ImageDecoder.decode(
            bytes, maximumPixels: maximumPixels, asGrey: !keepsColors,
            progress: { share in
              line?.show(share)
              return true
            }, remark: { remarks.append($0) }), channels)
      }
      picture.isBrightness = channels == .luma && header.colorChannels == 3
    } else {
      let tensor = try at {
        try TensorDecoder.decode(
          bytes, name: address.path, array: address.array, remark: { remarks.append($0) })
      }
      let shape = tensor.shape
      guard !shape.hasChannelsLast else {
        throw Failure { $0.about($0.place(address.path), $0.channelsAreLast(shape)) }
      }
      guard shape.batch == 1 else {
        throw Failure { $0.notAPicture($0.place(address.path), shape) }
      }
      picture = Picture(tensor)
    }
    picture.file =
      text == "-" ? nil : Picture.File(path: absolute(address, text), channels: channels)
    return picture
  }

  /// The picture of a session.
  static func picture(_ file: Picture.File) throws -> Picture {
    try picture(
      file.path, channels: file.channels, maximumPixels: MapsScene.usualMaximumPixels,
      namedBy: .file)
  }

  /// A path that leads to the file from any folder.
  private static func absolute(_ address: ArrayAddress, _ text: String) -> String {
    guard let full = realpath(address.path.systemPath, nil) else { return text }
    defer { free(full) }
    return String(path: full) + (address.array.map { ":" + $0 } ?? "")
  }

  /// A file that exists as it stands wins over an array in one.
  static func address(_ text: String) -> ArrayAddress {
    isFile(text) ? ArrayAddress(path: text) : ArrayAddress(text)
  }

  static func isFile(_ text: String) -> Bool { text == "-" || access(text.systemPath, F_OK) == 0 }

  /// The most numbers of kernels that maps are made with: 64 MB.
  static let mostOfKernels = 1 << 24

  /// A kernel: a name, rows such as "0,1;2,3", or a file.
  static func kernel(_ text: String, limit: Int = FormatError.maximumCount) throws -> Tensor {
    try kernels(text, limit: limit).only().kernel
  }

  /// Kernels: names and files with commas between, all, or the rows of one.
  static func kernels(
    _ text: String, limit: Int = FormatError.maximumCount, remark: ((FormatRemark) -> Void)? = nil
  ) throws -> [GivenKernel] {
    if let written = GivenKernel.written(text) { return written }
    func isFile(_ text: String) -> Bool { self.isFile(address(text).path) }
    if isFile(text) {
      return [
        GivenKernel(
          name: GivenKernel.usualName, kernel: try tensor(text, limit: limit, remark: remark),
          source: text)
      ]
    }
    let words = GivenKernel.words(of: text)
    // Rows have commas of their own.
    func isAlone(_ word: String) -> Bool { GivenKernel.written(word) == nil && isFile(word) }
    func stands(_ word: String) -> Bool { NamedKernel.named(word) != nil || isAlone(word) }
    guard words.count > 1, words.contains(where: stands) else {
      throw Failure { GivenKernel.complaint(about: text, $0) }
    }
    if let unknown = words.first(where: { !stands($0) }) {
      throw Failure { $0.notAKernel(unknown) }
    }
    return try words.map { word in
      if let named = NamedKernel.named(word) {
        return GivenKernel(name: word, kernel: named.kernel, source: word)
      }
      return GivenKernel(
        name: String(word.split(separator: "/").last ?? "K"),
        kernel: try tensor(word, limit: limit, remark: remark), source: word)
    }
  }

  /// The answer to a question for kernels, which may be in files; nil if reading them would have to
  /// wait.
  static func answer(toKernels text: String, _ words: Words) -> Event? {
    let texts = isFile(address(text).path) ? [text] : GivenKernel.words(of: text)
    // Standard input is the terminal now.
    if texts.contains("-") { return nil }
    let kinds = texts.compactMap { kind(of: address($0).path) }
    // A pipe would keep the screen waiting.
    guard kinds.allSatisfy({ [S_IFREG, S_IFDIR].contains($0) }) else {
      return nil
    }
    do {
      var remarks: [FormatRemark] = []
      let kernels = try kernels(text) { remarks.append($0) }
      return .kernels(kernels, note: words.sentences(remarks))
    } catch {
      return .answer(words.sentence(error), isGood: false)
    }
  }

  /// What kind of file has a name, as the system numbers them; nil where there is none.
  static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path.systemPath, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The most numbers of an input to a scene that computes all of its output at every change.
  static let mostOfPlane = 1 << 22

  /// A tensor file for a scene that shows one plane.
  static func plane(_ path: String, for scene: SceneKind) throws -> Tensor {
    try tensor(path, limit: mostOfPlane).onlyPlane(of: path, for: scene)
  }

  /// A kernel for a scene that shows one plane.
  static func kernelPlane(_ text: String, for scene: SceneKind) throws -> Tensor {
    try kernel(text, limit: mostOfPlane).onlyPlane(of: text, for: scene)
  }

  /// Numbers in a row for an option: text such as "0.5,1", or a file.
  static func numbers(_ text: String, for option: String) throws -> [Float] {
    if let numbers = try? NumberList.parse(text) { return numbers }
    guard isFile(address(text).path) else { return try listed(text, for: option) }
    return try numbers(text)
  }

  /// All numbers of a tensor file in a row, whatever its axes.
  static func numbers(_ text: String) throws -> [Float] {
    try tensor(text) { _ in }.elements
  }

  /// Numbers in a row for an option, as text such as "0.5,1".
  static func listed(_ text: String, for option: String) throws -> [Float] {
    try at(.option(option, text)) { try NumberList.parse(text) }
  }

  /// Checks that at most one of several sources is standard input, which can be read once.
  static func checkStandardInput(_ sources: String?...) throws {
    guard sources.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError(\.standardInputTwice)
    }
  }

  /// Where a mistake lies.
  enum Source: Hashable, Sendable {
    /// Its path, or - for standard input.
    case file(String)
    case argument(String)
    case option(String, String)
  }

  /// Runs a body whose mistakes lie in a file or argument.
  ///
  /// - Parameter quotes: Whether a sentence may hold what stands in the file.
  static func at<Value>(
    _ source: Source, quotes: Bool = true, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as FileError {
      throw Failure(error)
    } catch let error as FormatError where !quotes && error.quotes {
      throw Failure { $0.about($0.name(of: source), $0.otherContent) }
    } catch {
      throw Failure { $0.about($0.name(of: source), $0.sentence(error)) }
    }
  }
}
