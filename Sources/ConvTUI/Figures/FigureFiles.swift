import Formats
import Glibc

/// A file to be written: where, and all of its bytes.
struct FigureFile: Hashable, Sendable {
  let path: String
  let bytes: [UInt8]
}

/// Writes figures.
enum FigureFiles {
  /// Writes what is shown to new files, and tells what has come of it.
  static func answer(to figure: Figure, _ path: String, of state: State) -> Event {
    do {
      try write(try state.files(of: figure, at: path))
      return .answer(state.words.wrote(path), isGood: true)
    } catch {
      return .answer(state.words.sentence(error), isGood: false)
    }
  }

  /// The same in a folder, which is made if it is missing.
  static func write(
    _ files: [FigureFile], inFolder folder: String, replaces: Bool = false
  ) throws(FileError) {
    let isNew = mkdir(folder.systemPath, 0o777) == 0
    guard isNew || errno == EEXIST else {
      throw .unwritable(path: folder, reason: String(cString: strerror(errno)))
    }
    do throws(FileError) {
      try write(
        files.map { FigureFile(path: folder + "/" + $0.path, bytes: $0.bytes) }, replaces: replaces)
    } catch {
      if isNew { rmdir(folder.systemPath) }
      throw error
    }
  }

  /// Writes all of some files, or leaves none that was not there before.
  ///
  /// - Parameter replaces: Whether files that are there already are replaced; else none is written.
  static func write(_ files: [FigureFile], replaces: Bool = false) throws(FileError) {
    var new: [String] = []
    do throws(FileError) {
      for file in files {
        let isNew = access(file.path.systemPath, F_OK) != 0
        if replaces {
          try FileWriter.write(file.bytes, to: file.path)
        } else {
          try FileWriter.create(file.bytes, at: file.path)
        }
        if isNew { new.append(file.path) }
      }
    } catch {
      for path in new { unlink(path.systemPath) }
      throw error
    }
  }
}
