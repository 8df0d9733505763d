/// Stands in for the command line's error: what is linked here names it.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}
