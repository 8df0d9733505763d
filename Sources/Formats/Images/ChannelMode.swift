/// What an image becomes as a tensor.
public enum ChannelMode: String, CaseIterable, Hashable, Sendable {
  /// A matrix of brightness.
  case luma
  /// Planes of red, green and blue; one plane where the image is grey.
  case rgb
}
