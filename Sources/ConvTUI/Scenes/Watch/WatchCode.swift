/// The lines that make a program write what is watched.
///
/// Tested with the programs themselves, where they are installed.
struct WatchCode: Sendable {
  /// In a word or two, as a comment.
  let title: Phrase
  let lines: [String]

  /// PyTorch's own writer.
  static let shortest = [
    "from torch.utils.tensorboard import SummaryWriter",
    "writer = SummaryWriter(\"runs/first\", flush_secs=1)",
    "writer.add_scalar(\"train/loss\", loss.item(), step)",
  ]

  static let all: [WatchCode] = [
    WatchCode(
      title: { $0.say("PyTorch: losses, kernels and their gradients", "PyTorch：损失、卷积核及其梯度") },
      lines: shortest + [
        "for name, weight in model.named_parameters():",
        "    if weight.dim() in (2, 3, 4):",
        "        writer.add_tensor(name, weight.detach().cpu(), step)",
        "        if weight.grad is not None:",
        "            writer.add_tensor(name + \".grad\", weight.grad.cpu(), step)",
      ]),
    WatchCode(
      title: { $0.say("Any program: a line of JSON", "任何程序：一行 JSON") },
      lines: [
        "import json",
        "with open(\"runs/metrics.jsonl\", \"a\") as log:",
        "    print(json.dumps({\"step\": step, \"train/loss\": loss}), file=log, flush=True)",
      ]),
    WatchCode(
      title: { $0.say("PyTorch: the feature maps of a layer", "PyTorch：一层的特征图") },
      lines: [
        "def log_maps(module, inputs, output):",
        "    if step % 100 == 0:",
        "        writer.add_tensor(\"maps/conv1\", output[0].detach().cpu(), step)",
        "model.conv1.register_forward_hook(log_maps)",
      ]),
    WatchCode(
      title: {
        $0.say(
          "PyTorch: images, histograms, texts and hyperparameters", "PyTorch：图像、直方图、文字和超参数")
      },
      lines: [
        "writer.add_image(\"input\", image, step)",
        "writer.add_histogram(\"conv1\", model.conv1.weight, step)",
        "writer.add_text(\"notes\", \"learning rate 0.1\", step)",
        "writer.add_hparams({\"lr\": 0.1}, {\"hparam/loss\": loss.item()})",
      ]),
    WatchCode(
      title: { _ in "Hugging Face Trainer" },
      lines: [
        "from transformers import TrainerCallback",
        "class Watch(TrainerCallback):",
        "    def on_log(self, args, state, control, logs=None, **kwargs):",
        "        for name, value in (logs or {}).items():",
        "            if isinstance(value, (int, float)):",
        "                writer.add_scalar(name, value, state.global_step)",
        "trainer.add_callback(Watch())",
      ]),
    WatchCode(
      title: { _ in "Lightning" },
      lines: [
        "from lightning.pytorch.callbacks import Callback",
        "class Watch(Callback):",
        "    def on_train_batch_end(self, trainer, module, outputs, batch, index):",
        "        for name, value in trainer.callback_metrics.items():",
        "            writer.add_scalar(name, value.item(), trainer.global_step)",
        "trainer = Trainer(callbacks=[Watch()])",
      ]),
    WatchCode(
      title: { _ in "Keras" },
      lines: [
        "import json, keras",
        "class Watch(keras.callbacks.Callback):",
        "    def on_epoch_end(self, epoch, logs=None):",
        "        row = {\"epoch\": epoch, **{name: float(value) for name, value in logs.items()}}",
        "        with open(\"runs/metrics.jsonl\", \"a\") as log:",
        "            print(json.dumps(row), file=log, flush=True)",
        "model.fit(x, y, callbacks=[Watch()])",
      ]),
  ]

  /// All of it as a text that Python would read.
  static func text(_ words: Words) -> String {
    all.map { code in
      (["# " + code.title(words)] + code.lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
