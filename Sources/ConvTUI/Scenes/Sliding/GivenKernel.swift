import Formats
import Model

/// A kernel that a text stands for, on the command line as after the key for kernels: a name comes
/// before rows, and rows before a file, which `./` before its name makes sure of.
struct GivenKernel: Hashable, Sendable {
  /// What it is called where there are several.
  let name: String
  let kernel: Tensor
  /// The text that it comes from.
  let source: String

  /// What a kernel without a name of its own is called.
  static let usualName = "K"

  /// The kernels that a text names, with commas between, or `all`; or the one whose rows it has.
  ///
  /// - Returns: nil for anything else, which can only be a file.
  static func written(_ text: String) -> [GivenKernel]? {
    let words = words(of: text)
    let named = words == ["all"] ? NamedKernel.all : words.compactMap(NamedKernel.named)
    if !named.isEmpty, words == ["all"] || named.count == words.count {
      return named.map { GivenKernel(name: $0.name, kernel: $0.kernel, source: text) }
    }
    guard let rows = try? KernelNotation.parse(text) else { return nil }
    return [GivenKernel(name: usualName, kernel: rows, source: text)]
  }

  /// What stands between commas.
  static func words(of text: String) -> [String] {
    text.split(separator: ",").map(\.trimmedSpaces)
  }

  /// Why a text is neither a kernel nor a file.
  static func complaint(about text: String, _ words: Words) -> String {
    let parts = self.words(of: text)
    let isListOfNames = parts.first?.first?.isLetter == true
    let isRows = text.hasPrefix("[") || text.contains { ",;".contains($0) || $0.isNewline }
    do throws(FormatError) {
      _ = try KernelNotation.parse(text)
      return words.notAKernel(text)
    } catch {
      var isDivided = false
      if case .zeroDivisor = error { isDivided = true }
      if isRows && !isListOfNames || isDivided {
        return words.about(words.quoted(text), words.sentence(error)) + " " + words.kernelsThatWork
      }
      let unknown = parts.first { NamedKernel.named($0) == nil }
      return words.notAKernel(isListOfNames ? unknown ?? text : text)
    }
  }

  /// A plane as it may be typed: its name, or its rows where they are no more than can be read.
  static func text(of kernel: Tensor) -> String {
    if let named = NamedKernel.all.first(where: { $0.kernel == kernel }) { return named.name }
    return kernel.shape.area <= mostOfText ? KernelNotation.text(of: kernel) : ""
  }

  private static let mostOfText = 256
}

extension [GivenKernel] {
  /// The only one, for a place that takes one alone.
  func only() throws(Failure) -> GivenKernel {
    guard let first, count == 1 else { throw Failure { [count] in $0.oneKernelAlone(count) } }
    return first
  }
}

extension StringProtocol {
  /// Without the spaces at its ends.
  var trimmedSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
