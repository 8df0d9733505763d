import Formats
import Model

/// What files announce before they are read.
extension Load {
  /// The shape that a file's header announces; nil where only reading it tells, as of a text, an
  /// archive or a pipe, and where it is refused anyway.
  static func announcedShape(_ text: String, channels: ChannelMode = .luma) -> Shape? {
    guard let bytes = try? FileReader.open(text, namedBy: .file) else { return nil }
    return try? TensorDecoder.announcedShape(bytes, channels: channels)
  }

  /// The same of a kernel, which may be a name or rows as well.
  static func announcedKernelShape(_ text: String) -> Shape? {
    if let named = NamedKernel.named(text) { return named.kernel.shape }
    return isFile(text) ? announcedShape(text) : (try? KernelNotation.parse(text))?.shape
  }
}
