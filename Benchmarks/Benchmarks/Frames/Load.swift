/// Stands in for the command line's files: what is linked here names them, and nothing is loaded.
enum Load {
  static func answer(toKernels text: String) -> Event? { nil }
}
