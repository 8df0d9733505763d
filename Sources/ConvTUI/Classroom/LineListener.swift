import Formats
import Glibc

/// Takes connections at a path of its own, which goes with it.
final class LineListener {
  let descriptor: Int32
  private let path: String

  /// - Returns: Nil where there can be no socket.
  init?(at path: String) {
    guard let descriptor = LineSocket.unconnected() else { return nil }
    // It takes its name when it listens: until then nobody finds it, and takes it for a dead one.
    let new = path + ".new"
    unlink(new.systemPath)
    guard LineSocket.withAddress(new, { bind(descriptor, $0, $1) }) == 0,
      listen(descriptor, 8) == 0, rename(new.systemPath, path.systemPath) == 0
    else {
      close(descriptor)
      unlink(new.systemPath)
      return nil
    }
    (self.descriptor, self.path) = (descriptor, path)
  }

  deinit {
    close(descriptor)
    unlink(path.systemPath)
  }

  /// The next who has connected.
  func next(longest: Int) -> LineSocket? {
    let connection = accept(descriptor, nil, nil)
    return connection >= 0 ? LineSocket(connection, longest: longest) : nil
  }
}
