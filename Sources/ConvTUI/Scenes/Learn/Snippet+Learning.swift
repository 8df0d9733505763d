import Formats
import Model

extension LearnScene: SceneWithSnippet {
  /// The training up to the step that is shown, of a run that was left alone since its start.
  func snippet() throws(FigureError) -> Snippet {
    if let step = history.log.marks.first(where: { $0 > 0 && $0 <= now.step }) {
      throw .changedRun(step: step)
    }
    let schedule = settings.schedule.torch
    let weights = task.targetKernel.elements.count
    return Snippet(
      title: "The training of convtui learn, up to step \(now.step).",
      given: [("X", task.image), ("Y", task.target), ("start", settings.initialWeight)],
      body: Snippet.function(task.geometry) + """


        K = torch.nn.Parameter(start.clone())
        optimizer = \(settings.torchOptimizer)\
        \(schedule.map { "\nscheduler = torch.optim.lr_scheduler.\($0)" } ?? "")


        def error():
            return ((correlate(X, K) - Y) ** 2).\(settings.reduction.rawValue)()


        for step in range(\(now.step)):
            loss = error()
            print(f"step {step}  loss {loss.item():.6g}")
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()\(schedule == nil ? "" : "\n    scheduler.step()")
        print(f"step \(now.step)  loss {error().item():.6g}")
        print(K.data)
        """,
      shown: [
        ("shown", weight), ("shown_loss", Tensor(Shape(1, 1), [now.loss])),
      ],
      checks: [("K.data", "shown"), ("error().detach()[None, None]", "shown_loss")],
      relative: 1e-3,
      absolute: 1e-5
        * max(1, weight.elements.lazy.filter(\.isFinite).map(abs).max() ?? 0) * Float(weights))
  }
}

extension LearnScene.Settings {
  /// The optimizer as PyTorch makes it.
  fileprivate var torchOptimizer: String {
    let (name, options) =
      switch method {
      case .sgd: ("SGD", "")
      case .momentum(let momentum): ("SGD", ", momentum=\(text(momentum))")
      case .nesterov(let momentum): ("SGD", ", momentum=\(text(momentum)), nesterov=True")
      case .rmsprop(let momentum): ("RMSprop", ", momentum=\(text(momentum))")
      case .adam: ("Adam", "")
      case .adamw: ("AdamW", "")
      }
    return "torch.optim.\(name)([K], lr=\(text(learningRate))\(options), "
      + "weight_decay=\(text(weightDecay)))"
  }

  private func text(_ number: Float) -> String { TensorEncoder.json(number) }
}

extension Schedule {
  /// The scheduler as PyTorch makes it; nil where the rate stays.
  fileprivate var torch: String? {
    switch self {
    case .constant: nil
    case .step(let every, let factor):
      "StepLR(optimizer, step_size=\(every), gamma=\(TensorEncoder.json(factor)))"
    case .cosine(let steps): "CosineAnnealingLR(optimizer, T_max=\(steps))"
    }
  }
}
