/// What was found while images were read.
struct Findings {
  /// Images that are left out, each with what is wrong with it.
  var rejected: [(path: String, error: DataSetError)] = []
  /// Images that were read although they break a rule.
  var untidy: [(path: String, remark: FormatRemark)] = []

  /// Reads some files and leaves out those that cannot be read.
  ///
  /// - Throws: What is wrong with the first where none can be read.
  mutating func readable<Value>(
    _ paths: [String], _ read: (String) throws(DataSetError) -> Value
  ) throws(DataSetError) -> [Value] {
    var (values, before): ([Value], Int) = ([], rejected.count)
    for path in paths {
      do throws(DataSetError) {
        values.append(try read(path))
      } catch {
        rejected.append((path, error))
      }
    }
    if values.isEmpty, rejected.count > before { throw rejected[before].error }
    return values
  }
}
