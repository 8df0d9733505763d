import Formats
import Glibc
import Model

/// Files that are opened for what they are.
extension Load {
  /// The scene that shows a file: a session's own, maps of a picture, and slide over a small matrix.
  ///
  /// - Parameter remark: Called with what the file leaves open.
  static func scene(of path: String, remark: @escaping (FormatRemark) -> Void) throws -> any Scene {
    if let session = try session(at: path) { return session }
    let address = address(path)
    let isImage = try at(.file(address.path)) {
      try ImageDecoder.recognizes(FileReader.open(address.path) { _ in 0 })
    }
    if !isImage {
      let tensor = try tensor(path, remark: remark)
      if tensor.shape.rank == 2, tensor.shape.area <= mostOfTable {
        return try SlideScene(
          SlidingSettings(
            input: tensor,
            kernel: tensor.shape.rows == 1 ? CourseExample.edge : CourseExample.kernel))
      }
    }
    let picture = try picture(
      path, channels: .rgb, maximumPixels: MapsScene.usualMaximumPixels, remark: remark)
    var motion = MapMotion()
    motion.sliding.options.mode = MapMotion.usualMode(over: picture)
    return try MapsScene(picture, try MapsScene.kernels(MapsScene.usualKernels), motion)
  }

  /// The files of the present folder whose names end as those of pictures, tensors and sessions do.
  static func filesToOpen() -> [String] {
    PathCompletion.paths(beginning: "").filter { path in
      let ending = path.split(separator: ".").dropFirst().last?.lowercased()
      return ending.map(endings.contains) ?? false
    }
  }

  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "bmp", "pbm", "pgm", "ppm", "pnm", "pam", "csv", "tsv", "txt", "npy",
    "npz", "json", "safetensors", "pt", "pth", "ckpt", "pt2",
  ]

  /// A larger matrix is looked at as a picture.
  private static let mostOfTable = 1 << 10

  /// The scene of a session; nil where the file is none.
  private static func session(at path: String) throws -> (any Scene)? {
    guard address(path).array == nil else { return nil }
    return try at(.file(path)) {
      let bytes = try FileReader.read(path) { JSONValue.startsObject($0) ? nil : 0 }
      let isStream = path == "-"
      guard JSONValue.startsObject(bytes) || isStream else { return nil }
      do {
        return try Session.scene(from: bytes, picture: { try picture($0) })
      } catch SessionError.notASession where !isStream {
        return nil
      }
    }
  }

  /// The answer to a question for an input: a file for the scene that asks, or one that has a scene
  /// of its own; nil if reading it would have to wait.
  static func answer(toOpen text: String, for scene: any Scene, _ words: Words) -> Event? {
    let path = address(text).path
    guard text != "-", kind(of: path).map({ [S_IFREG, S_IFDIR].contains($0) }) ?? true else {
      return nil
    }
    var remarks: [FormatRemark] = []
    do {
      if try session(at: text) == nil, scene is any SceneWithInput {
        let plane = try tensor(text, limit: mostOfPlane) { remarks.append($0) }
        return .opened(
          .input(try plane.onlyPlane(of: text, for: scene.kind)), note: words.sentences(remarks))
      }
      let opened = try Load.scene(of: text) { remarks.append($0) }
      return .opened(.scene(opened), note: words.sentences(remarks))
    } catch {
      return .answer(words.sentence(error), isGood: false)
    }
  }
}
