import ArgumentParser

/// A mistake of the user's; the program ends with status 1.
struct Failure: Error, CustomStringConvertible {
  /// What it is, for whoever tells it.
  let sentence: Phrase

  init(_ sentence: @escaping Phrase) { self.sentence = sentence }

  init(_ error: any Error) { self.init { $0.sentence(error) } }

  /// What the end of the process tells.
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
  /// A mistake in the arguments, with how they are used.
  init(_ sentence: (Words) -> String) { self.init(sentence(.ofProcess)) }
}
