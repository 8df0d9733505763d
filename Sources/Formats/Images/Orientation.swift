/// How an image is turned and mirrored for showing, under the numbers that EXIF gives them.
///
/// A case names the edges at which the first stored row and the first stored column are shown.
///
/// Source: CIPA DC-008, *Exchangeable image file format*, tag 274.
public enum Orientation: Int, CaseIterable, Hashable, Sendable {
  case topLeft = 1
  case topRight, bottomRight, bottomLeft, leftTop, rightTop, rightBottom, leftBottom

  /// Whether the stored rows are shown as columns.
  public var swapsAxes: Bool { rawValue >= Orientation.leftTop.rawValue }

  /// Where the pixels shown lie among stored ones.
  func layout(width: Int, height: Int) -> Layout {
    let (right, last) = (width - 1, (height - 1) * width)
    return switch self {
    case .topLeft: Layout(start: 0, rowStride: width, columnStride: 1)
    case .topRight: Layout(start: right, rowStride: width, columnStride: -1)
    case .bottomRight: Layout(start: last + right, rowStride: -width, columnStride: -1)
    case .bottomLeft: Layout(start: last, rowStride: -width, columnStride: 1)
    case .leftTop: Layout(start: 0, rowStride: 1, columnStride: width)
    case .rightTop: Layout(start: last, rowStride: 1, columnStride: -width)
    case .rightBottom: Layout(start: last + right, rowStride: -1, columnStride: -width)
    case .leftBottom: Layout(start: right, rowStride: -1, columnStride: width)
    }
  }

  /// The index of a pixel as it is shown, in an array of stored ones:
  ///
  ///     index = start + row·rowStride + column·columnStride
  struct Layout: Hashable, Sendable {
    let start: Int
    let rowStride: Int
    let columnStride: Int
  }
}
