import Drawing

extension State {
  /// The files of a figure of what is shown.
  ///
  /// - Parameter depth: The colours to draw with; else those that the figure is best with.
  func files(
    of figure: Figure, at path: String, depth: ColorDepth? = nil
  ) throws(FigureError) -> [FigureFile] {
    switch figure {
    case .text: return file(path, Export.text(colored(depth ?? .none).frame()))
    case .ansi:
      let depth = depth ?? (look.depth == .none ? .direct : look.depth)
      return file(path, Export.ansi(colored(depth).frame(), depth: depth))
    case .svg:
      let frame = colored(depth ?? .direct).frame()
      return file(path, Export.svg(frame, ink: look.theme.text, ground: look.theme.background))
    case .png:
      let cells = size.width * size.height
      guard cells <= PixelPicture.mostCells else {
        throw .pictureTooLarge(cells, limit: PixelPicture.mostCells)
      }
      let frame = colored(depth ?? .direct).frame()
      return [
        FigureFile(
          path: path,
          bytes: Export.png(frame, ink: look.theme.text, ground: look.theme.background))
      ]
    case .recording:
      guard scene.kind.hasRecording else { throw .noRecording(scene.kind) }
      let recording = try Recording(self, depth: depth ?? .direct)
      return file(
        path,
        recording.text { state in
          var jobs = ImmediateJobs()
          jobs.finish(&state)
        })
    case .npy, .csv, .json: return try scene.withTensors.tensorFile(figure, at: path)
    case .snippet: return try scene.writtenSnippet().files(at: path)
    case .session: return file(path, try scene.session().text)
    }
  }

  private func file(_ path: String, _ text: String) -> [FigureFile] {
    [FigureFile(path: path, bytes: Array(text.utf8))]
  }
}

extension Scene {
  /// Checks that this scene can give a figure, before it makes one.
  func check(_ figure: Figure) throws(FigureError) {
    switch figure {
    case .text, .ansi, .svg, .png: break
    case .recording:
      guard kind.hasRecording else { throw .noRecording(kind) }
      guard timeline.length <= Recording.mostSteps else { throw .tooManySteps(timeline.length) }
    case .npy, .csv, .json: try withTensors.checkTensors(for: figure)
    case .snippet: _ = try writtenSnippet()
    case .session: _ = try session()
    }
  }

  fileprivate var withTensors: any SceneWithTensors {
    get throws(FigureError) {
      guard let scene = self as? any SceneWithTensors else { throw .noTensor(kind) }
      return scene
    }
  }

  fileprivate func writtenSnippet() throws(FigureError) -> Snippet {
    guard let scene = self as? any SceneWithSnippet else { throw .noSnippet(kind) }
    return try scene.snippet()
  }
}
