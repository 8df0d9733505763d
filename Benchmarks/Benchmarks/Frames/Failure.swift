/// Stands in for the command line's error: what is linked here names it.
struct Failure: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
