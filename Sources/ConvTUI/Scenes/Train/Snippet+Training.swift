import Formats
import Model

extension TrainScene: SceneWithSnippet {
  /// The network at the batch that is shown, its weights beside the script, and the sample's scores.
  func snippet() throws(FigureError) -> Snippet {
    guard let snapshot, let scores = tensors.last?.tensor else { throw .noTensor(kind) }
    let largest = scores.elements.lazy.filter(\.isFinite).map(abs).max() ?? 0
    return Snippet(
      title:
        "The network of convtui train after \(Words.ofFiles.count(snapshot.step, "batch", "batches")).",
      given: [("X", snapshot.image)],
      body: """
        \(try network.torch.text(named: "network"))
        network.load_state_dict(model)
        network.eval()
        with torch.no_grad():
            scores = network(X[None])
        print(scores)
        """,
      shown: [("shown", scores)], checks: [("scores", "shown")], absolute: 1e-5 * max(1, largest),
      model: Checkpoint.model(snapshot.trainer).bytes)
  }
}
