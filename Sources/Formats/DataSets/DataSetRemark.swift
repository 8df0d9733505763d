/// What somebody should know of a data set that was read.
public enum DataSetRemark: Hashable, Sendable {
  /// Images that cannot be read are left out, of so many; the error is the first one's.
  case leftOut(paths: [String], of: Int, first: DataSetError)
  /// Images break a rule of their format and were read all the same.
  case untidy(paths: [String], first: FormatRemark)
  /// So many images, of all, are grey among ones with colours, and have three equal planes.
  case greyAmongColors(Int, of: Int)
}
