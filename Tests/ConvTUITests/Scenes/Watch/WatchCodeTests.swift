import TestSupport
import Testing

@testable import ConvTUI

/// The lines of `watch --help-code` in real trainings: what convtui reads of a training's files is what
/// the training itself says. A framework that is not installed is left out.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct WatchCodeTests {
  /// Runs a training in a folder of its own; it ends with "agree" where all numbers agree.
  ///
  /// - Parameter parts: The lines that stand for `# part` in it, each with the indentation there.
  private func train(_ python: Python?, _ program: String, _ parts: [String: [String]]) throws {
    let directory = try Directory()
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let indentation = line.prefix { $0 == " " }
      let part = parts[String(line.dropFirst(indentation.count))]
      return part.map { $0.map { indentation + $0 } } ?? [String(line)]
    }
    let said = try #require(python).output(
      of: Self.reader + lines.joined(separator: "\n"), [BuiltBinary.path!], in: directory.path)
    #expect(said.hasSuffix("agree\n"), "\(said.suffix(2000))")
  }

  /// The last value of a tag as convtui reads it.
  private static let reader = """
    import json, os, subprocess, sys
    os.makedirs("runs", exist_ok=True)
    def watched(tag):
        words = [sys.argv[1], "watch", "runs", "--json", tag]
        said = subprocess.run(words, capture_output=True, check=True, text=True).stdout
        return json.loads(said.splitlines()[-1])

    """

  private static func code(_ title: String) throws -> [String] {
    try #require(WatchCode.all.first { $0.title(words).hasPrefix(title) }).lines
  }

  private static let pythonWithTorch = Python(with: "torch.utils.tensorboard")

  @Test(.enabled(if: pythonWithTorch != nil, "no Python with torch and tensorboard"))
  func pyTorch() throws {
    let all = try Self.code("PyTorch: losses")
    try train(
      Self.pythonWithTorch,
      """
      import torch
      torch.manual_seed(1)
      class Network(torch.nn.Module):
          def __init__(self):
              super().__init__()
              self.conv1 = torch.nn.Conv2d(1, 2, 3)
          def forward(self, x):
              self.maps = self.conv1(x)
              return self.maps
      model, image = Network(), torch.rand(1, 8, 8)
      optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
      # begin
      step = 100
      # maps
      for step in (100, 200):
          optimizer.zero_grad()
          loss = model(image[None]).square().mean()
          loss.backward()
          # log
          weight = model.conv1.weight.detach().clone()
          # views
          optimizer.step()
      writer.flush()

      assert watched("train/loss")["value"] == loss.item()
      def equal(tag, tensor):
          values = watched(tag)
          assert values["step"] == 200 and values["shape"] == list(tensor.shape), values
          assert torch.equal(torch.tensor(values["values"]), tensor.detach().flatten()), tag
      equal("conv1.weight", weight)
      equal("conv1.weight.grad", model.conv1.weight.grad)
      equal("maps/conv1", model.maps[0])
      assert watched("hparam/loss")["value"] == loss.item()
      listed = subprocess.run(
          [sys.argv[1], "watch", "runs", "--list"], capture_output=True, check=True, text=True).stdout
      assert "8×8" in listed and "18 numbers" in listed and "learning rate 0.1" in listed, listed
      print("agree")
      """,
      [
        "# begin": Array(all.prefix(2)), "# log": Array(all.dropFirst(2)),
        "# maps": try Self.code("PyTorch: the feature maps"),
        "# views": try Self.code("PyTorch: images"),
      ])
  }

  private static let anyPython = Python(with: "json")

  @Test(.enabled(if: anyPython != nil, "no Python"))
  func anyProgram() throws {
    let all = try Self.code("Any program")
    try train(
      Self.anyPython,
      """
      for step, loss in enumerate([3, float("nan"), 0.1 + 0.2]):
          # code
          pass
      assert watched("train/loss")["value"] == 0.1 + 0.2 and watched("train/loss")["step"] == 2
      print("agree")
      """, ["# code": all])
  }

  private static let pythonWithTransformers = Python(
    with: "torch.utils.tensorboard", "transformers", "accelerate")

  @Test(.enabled(if: pythonWithTransformers != nil, "no Python with transformers and accelerate"))
  func huggingFace() throws {
    try train(
      Self.pythonWithTransformers,
      """
      import torch
      from torch.utils.tensorboard import SummaryWriter
      from transformers import Trainer, TrainingArguments
      torch.manual_seed(1)
      class Model(torch.nn.Module):
          def __init__(self):
              super().__init__()
              self.line = torch.nn.Linear(2, 1)
          def forward(self, x, labels):
              y = self.line(x)[:, 0]
              return {"loss": (y - labels).square().mean(), "logits": y}
      rows = [{"x": torch.rand(2), "labels": torch.rand(())} for _ in range(16)]
      trainer = Trainer(model=Model(), train_dataset=rows, args=TrainingArguments(
          output_dir="out", logging_steps=1, max_steps=4, per_device_train_batch_size=4,
          report_to=[], save_strategy="no", use_cpu=True, disable_tqdm=True))
      writer = SummaryWriter("runs/first", flush_secs=1)
      # code
      trainer.train()
      writer.flush()
      loss = [row["loss"] for row in trainer.state.log_history if "loss" in row][-1]
      assert abs(watched("loss")["value"] - loss) <= 1e-7 * loss and watched("loss")["step"] == 4
      print("agree")
      """, ["# code": try Self.code("Hugging Face")])
  }

  private static let pythonWithLightning = Python(with: "torch.utils.tensorboard", "lightning")

  @Test(.enabled(if: pythonWithLightning != nil, "no Python with lightning"))
  func lightning() throws {
    let all = try Self.code("Lightning")
    try train(
      Self.pythonWithLightning,
      """
      import torch
      from lightning import LightningModule, Trainer
      from torch.utils.tensorboard import SummaryWriter
      torch.manual_seed(1)
      class Model(LightningModule):
          def __init__(self):
              super().__init__()
              self.line = torch.nn.Linear(2, 1)
          def training_step(self, batch, index):
              self.loss = (self.line(batch[0])[:, 0] - batch[1]).square().mean()
              self.log("train/loss", self.loss)
              return self.loss
          def configure_optimizers(self):
              return torch.optim.SGD(self.parameters(), lr=0.1)
      data = torch.utils.data.TensorDataset(torch.rand(16, 2), torch.rand(16))
      writer = SummaryWriter("runs/first", flush_secs=1)
      # code
      trainer = Trainer(
          callbacks=[Watch()], max_steps=4, logger=False, enable_checkpointing=False,
          accelerator="cpu", enable_progress_bar=False)
      model = Model()
      trainer.fit(model, torch.utils.data.DataLoader(data, batch_size=4))
      writer.flush()
      assert watched("train/loss")["value"] == model.loss.item() and watched("train/loss")["step"] == 4
      print("agree")
      """, ["# code": all.dropLast()])
  }

  private static let pythonWithKeras = Python(with: "keras", "torch")

  @Test(.enabled(if: pythonWithKeras != nil, "no Python with keras and torch"))
  func keras() throws {
    try train(
      Self.pythonWithKeras,
      """
      import keras, numpy
      keras.utils.set_random_seed(1)
      model = keras.Sequential([
          keras.Input((6, 6, 1)), keras.layers.Conv2D(2, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
      model.compile("sgd", "mse")
      x, y = numpy.random.rand(16, 6, 6, 1), numpy.random.rand(16)
      # code
      assert watched("loss")["value"] == model.history.history["loss"][-1]
      print("agree")
      """, ["# code": try Self.code("Keras")])
  }

  /// Two processes on one machine train together, and each writes as a rank.
  @Test(.enabled(if: pythonWithTorch != nil, "no Python with torch and tensorboard"))
  func ranksOfTorchrunAreOneRun() throws {
    let directory = try Directory()
    try directory.file(
      "train.py",
      """
      import torch, torch.distributed as training
      from torch.utils.tensorboard import SummaryWriter
      training.init_process_group("gloo")
      rank = training.get_rank()
      with SummaryWriter(f"runs/rank{rank}") as writer:
          for step in range(4):
              loss = torch.tensor(float(rank + step))
              writer.add_scalar("train/loss", loss, step)
              training.all_reduce(loss)
      training.destroy_process_group()
      """)
    let said = try #require(Self.pythonWithTorch).output(
      of: """
        import os, subprocess, sys
        words = ["torch.distributed.run", "--standalone", "--nproc-per-node", "2", "train.py"]
        environment = dict(os.environ, GLOO_SOCKET_IFNAME="lo", OMP_NUM_THREADS="1")
        run = subprocess.Popen([sys.executable, "-m"] + words, env=environment)
        try:
            run.wait(120)
        finally:
            run.terminate()
        """, in: directory.path)
    var job = WatchJob([directory.path + "/runs"])
    job.take(WatchJob.Order(look: 1))
    while !job.isIdle { job.step(isWatched: false) }
    let run = try #require(job.report().runs.first, "\(said.suffix(2000))")
    #expect(job.report().runs.count == 1 && run.ranks.count == 2)
    #expect(
      run.ranks.map { $0.run.scalars("train/loss").map(\.value) } == [[0, 1, 2, 3], [1, 2, 3, 4]])
  }
}
