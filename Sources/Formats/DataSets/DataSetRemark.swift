/// A remark on a data set that was read.
public enum DataSetRemark: Hashable, Sendable {
  /// Images that cannot be read are skipped; the count is of all images, the error of the first
  /// one.
  case leftOut(paths: [String], of: Int, first: DataSetError)
  /// Images break a rule of their format and were read all the same.
  case untidy(paths: [String], first: FormatRemark)
  /// Some of all images are grey among images with colours, and get three equal channels.
  case greyAmongColors(Int, of: Int)
}
