"""Writes views.tfevents, a run of images, feature maps, histograms, texts and hyperparameters, with what
TensorBoard's EventAccumulator and Pillow read from it.

Needs torch, tensorboard and pillow.
"""
import glob, io, json, os, shutil

import numpy as np
import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto import event_pb2, summary_pb2
from tensorboard.util import tensor_util
from torch.utils.tensorboard import SummaryWriter

HERE = os.path.dirname(os.path.abspath(__file__))
NOTE = "# Run\n\nA **small** net, see [paper](https://example.org).\n\n- lr `0.1`\n\n| a | b |\n|---|---|\n| 1 | 22 |\n"


def write():
    folder = HERE + "/tmp"
    shutil.rmtree(folder, ignore_errors=True)
    torch.manual_seed(0)
    writer = SummaryWriter(folder)
    x, y = torch.meshgrid(torch.linspace(0, 1, 8), torch.linspace(0, 1, 6), indexing="xy")
    for step in (0, 10, 20):
        writer.add_scalar("train/loss", 1 / (step + 1), step)
        writer.add_image("photo", torch.stack([x, y, torch.full_like(x, step / 20)]), step)
        writer.add_image("digit", (x > 0.5).float()[None], step)
        weight = torch.arange(18).reshape(2, 1, 3, 3) / 10 - 0.8 + (torch.arange(2) * step / 20)[:, None, None, None]
        writer.add_tensor("conv.weight", weight, step)
        writer.add_tensor("fc.weight", torch.ones(2, 4) * (1 + step / 1000), step)
        writer.add_tensor("maps/conv", torch.arange(24.).reshape(2, 3, 4) - 4 + step, step)
        writer.add_histogram("weights", torch.randn(50) + step / 10, step, bins=12)
        writer.add_text("note", NOTE + f"step {step}", step)
    writer.add_text("hostile", "a\x1b[31mred\x07", 0)
    writer.add_hparams({"lr": 0.1, "name": "adam", "batch": 16}, {"hparam/best": 0.5}, run_name=".")
    jpeg = io.BytesIO()
    Image.fromarray(np.tile(np.arange(0, 256, 16, dtype=np.uint8), (8, 1))).save(jpeg, "JPEG", quality=95)
    image = summary_pb2.Summary.Image(height=8, width=16, colorspace=1, encoded_image_string=jpeg.getvalue())
    writer.file_writer.event_writer.add_event(event_pb2.Event(
        wall_time=0, step=10, summary=summary_pb2.Summary(
            value=[summary_pb2.Summary.Value(tag="jpeg", image=image)])))
    writer.close()
    files = sorted(glob.glob(folder + "/events*"), key=lambda name: int(name.rsplit(".", 1)[1]))
    with open(HERE + "/views.tfevents", "wb") as joined:
        for name in files:
            joined.write(open(name, "rb").read())
    shutil.rmtree(folder)


def witness():
    events = EventAccumulator(HERE + "/views.tfevents", size_guidance={name: 0 for name in (
        "images", "histograms", "tensors", "scalars")}).Reload()
    images = {tag: [] for tag in events.Tags()["images"]}
    for tag in images:
        for event in events.Images(tag):
            picture = Image.open(io.BytesIO(event.encoded_image_string))
            pixels = np.asarray(picture, dtype=np.float64) / 255
            pixels = pixels[None] if pixels.ndim == 2 else pixels.transpose(2, 0, 1)
            images[tag].append({"step": event.step, "width": picture.width, "height": picture.height,
                                "shape": list(pixels.shape), "pixels": [round(x, 5) for x in pixels.reshape(-1)]})
    histograms = {}
    for tag in events.Tags()["histograms"]:
        histograms[tag] = [{"step": e.step, "least": e.histogram_value.min, "greatest": e.histogram_value.max,
                            "count": e.histogram_value.num, "sum": e.histogram_value.sum}
                           for e in events.Histograms(tag)]
    texts = {}
    for tag in ("note/text_summary", "hostile/text_summary"):
        texts[tag] = [tensor_util.make_ndarray(e.tensor_proto).item().decode() for e in events.Tensors(tag)]
    return {"images": images, "histograms": histograms, "texts": texts}


write()
json.dump(witness(), open(HERE + "/views.json", "w"))
