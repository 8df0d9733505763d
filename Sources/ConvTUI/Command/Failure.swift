import ArgumentParser

/// An error in what the user gave; the program ends with status 1.
struct Failure: Error, CustomStringConvertible {
  /// The sentence to show.
  let sentence: Phrase

  init(_ sentence: @escaping Phrase) { self.sentence = sentence }

  init(_ error: any Error) { self.init { $0.sentence(error) } }

  /// The sentence at the end of the process.
  var description: String { sentence(.ofProcess) }
}

extension Failure {
  /// Runs a body and turns its typed errors into failures.
  static func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(error)
    }
  }
}

extension ValidationError {
  /// An error in the arguments; the parser adds the usage.
  init(_ sentence: (Words) -> String) { self.init(sentence(.ofProcess)) }
}
