"""Writes the files here, with what TensorBoard's own classes read from them.

Needs torch and tensorboard.
"""
import glob, json, math, os, shutil, struct

import numpy as np
import torch
from tensorboard.backend.event_processing import event_file_loader
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util
from torch.utils.tensorboard import SummaryWriter

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int8, torch.int16, torch.int32,
         torch.int64, torch.uint8, torch.bool]


def torch_files():
    folder = os.path.join(HERE, "tmp")
    shutil.rmtree(folder, ignore_errors=True)
    writer = SummaryWriter(folder)
    for step in range(3):
        writer.add_scalar("loss/train", 1 / (step + 1), step, walltime=1000 + step)
    writer.add_scalar("loss/train", math.nan, 3)
    writer.add_scalar("new", 0.1, 7, new_style=True)
    writer.add_scalar("double", 0.1, -2, new_style=True, double_precision=True)
    writer.add_scalar("tag\x1b[31m\n\u00e9", -0.0, 1 << 40)
    values = torch.tensor([[-1.5, 0, 1], [2, 100, -7]])
    for type in TYPES:
        writer.add_tensor(f"tensor/{type}".replace("torch.", ""), values.abs().to(type) if type == torch.uint8
                          else values.to(type), 5)
    writer.add_tensor("tensor/complex64", values.to(torch.complex64), 5)
    writer.add_tensor("tensor/scalar", torch.tensor(3.25), 5)
    writer.add_histogram("weights", torch.tensor([0.5, 0.5, 2.0]), 5)
    writer.add_histogram("edges", torch.tensor([0., 1, 2, 3]), 5, bins=[0, 1.5, 3])
    writer.add_image("image", torch.linspace(0, 1, 12).reshape(1, 3, 4), 5)
    writer.add_text("note", "two\nlines", 5)
    writer.add_pr_curve("pr", torch.tensor([0, 1, 1]), torch.tensor([.1, .4, .8]), 5, num_thresholds=4)
    writer.add_hparams({"lr": 0.1, "name": "adam", "nesterov": True}, {"best": 0.5}, run_name="hp", global_step=1)
    writer.close()
    shutil.copy(glob.glob(folder + "/events*")[0], HERE + "/torch.tfevents")
    shutil.copy(glob.glob(folder + "/hp/events*")[0], HERE + "/hparams.tfevents")
    resumed = SummaryWriter(folder + "/resumed", purge_step=2)
    resumed.add_scalar("loss/train", 0.25, 2)
    resumed.close()
    shutil.copy(glob.glob(folder + "/resumed/events*")[0], HERE + "/resumed.tfevents")
    shutil.rmtree(folder)


def tensorflow_file():
    """The forms that TensorFlow writes, by the same messages."""
    Value, Tensor = summary_pb2.Summary.Value, tensor_pb2.TensorProto

    def shape(*sizes):
        Shape = tensor_shape_pb2.TensorShapeProto
        return Shape(dim=[Shape.Dim(size=size) for size in sizes])

    def plugin(name):
        return summary_pb2.SummaryMetadata(plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name=name))

    def event(step, *values):
        return event_pb2.Event(wall_time=2000 + step, step=step, summary=summary_pb2.Summary(value=values))

    half = np.array([1, -2.5, 65504], np.float16)
    events = [
        event_pb2.Event(wall_time=2000, file_version="brain.Event:2"),
        # The plugin stands at the first value alone; two values in one event.
        event(0, Value(tag="loss", metadata=plugin("scalars"), tensor=Tensor(dtype=1, float_val=[2])),
              Value(tag="lr", simple_value=0.5)),
        event(1, Value(tag="loss", tensor=Tensor(dtype=1, tensor_content=struct.pack("<f", 1.5)))),
        event(2, Value(tag="half", tensor=Tensor(
            dtype=19, tensor_shape=shape(3), half_val=[int(x) for x in half.view(np.uint16)]))),
        event(2, Value(tag="bf16", tensor=Tensor(dtype=14, tensor_shape=shape(2), half_val=[0x3F80, 0xC020]))),
        event(2, Value(tag="fill", tensor=Tensor(dtype=2, tensor_shape=shape(2, 2), double_val=[0.75]))),
        event(2, Value(tag="raw", tensor=Tensor(
            dtype=3, tensor_shape=shape(2, 3), tensor_content=np.arange(-2, 4, dtype="<i4").tobytes()))),
        event(2, Value(tag="large", tensor=Tensor(dtype=23, tensor_shape=shape(1), uint64_val=[1 << 63]))),
        event(2, Value(tag="five", tensor=Tensor(dtype=4, tensor_shape=shape(1, 1, 1, 1, 2), int_val=[1, 2]))),
        event(3, Value(tag="image", metadata=plugin("images"), tensor=Tensor(
            dtype=7, tensor_shape=shape(4), string_val=[b"2", b"1", b"\x89PNG-1", b"\x89PNG-2"]))),
        event(3, Value(tag="histogram", metadata=plugin("histograms"), tensor=Tensor(
            dtype=2, tensor_shape=shape(2, 3), double_val=[0, 1, 5, 1, 2, 7]))),
        event(3, Value(tag="text", metadata=plugin("text"), tensor=Tensor(
            dtype=7, tensor_shape=shape(2), string_val=[b"a", "\u00e9".encode()]))),
        event(3, Value(tag="words", tensor=Tensor(dtype=7, string_val=[b"no plugin"]))),
        event(3, Value(tag="mesh", metadata=plugin("mesh"), tensor=Tensor(dtype=1, float_val=[1]))),
        event_pb2.Event(wall_time=2004, step=4, session_log=event_pb2.SessionLog(status=2)),
    ]
    with open(HERE + "/tensorflow.tfevents", "wb") as file:
        writer = RecordWriter(file)
        for one in events:
            writer.write(one.SerializeToString())


def number(value):
    return None if math.isnan(value) else float(value)


def witness(path):
    """Every value as TensorBoard's loader and its tensor_util give it."""
    rows, plugins = [], {}
    for event in event_file_loader.LegacyEventFileLoader(path).Load():
        for value in event.summary.value:
            plugin = value.metadata.plugin_data.plugin_name or plugins.get(value.tag, "")
            plugins[value.tag] = plugin
            row = {"tag": value.tag, "step": event.step, "time": event.wall_time}
            kind = value.WhichOneof("value")
            if kind == "simple_value":
                row["scalar"] = number(value.simple_value)
            elif kind == "tensor":
                tensor = value.tensor
                if tensor.dtype == 7:
                    row["bytes"] = [list(text) for text in tensor.string_val]
                elif tensor.dtype in (14, 19) and any(not 0 <= bits <= 0xFFFF for bits in tensor.half_val):
                    # PyTorch's own form, which TensorBoard cannot read.
                    bits = np.array(list(tensor.half_val), np.int64).astype(np.uint32)
                    row["shape"] = [dim.size for dim in tensor.tensor_shape.dim]
                    row["values"] = [float(x) for x in bits.view(np.float32)]
                elif tensor.dtype == 14:
                    bits = np.array(list(tensor.half_val), np.uint32) << 16
                    row["shape"] = [dim.size for dim in tensor.tensor_shape.dim]
                    row["values"] = [float(x) for x in bits.view(np.float32)]
                elif tensor.uint32_val or tensor.uint64_val:
                    # Fields that TensorBoard does not know.
                    row["shape"] = [dim.size for dim in tensor.tensor_shape.dim]
                    row["values"] = [float(x) for x in tensor.uint32_val or tensor.uint64_val]
                elif tensor.dtype == 8:
                    row["refused"] = "complex64"
                else:
                    array = tensor_util.make_ndarray(tensor)
                    row["shape"] = list(array.shape)
                    row["values"] = [float(x) for x in array.reshape(-1)]
            elif kind == "histo":
                row["edges"] = list(value.histo.bucket_limit)
                row["counts"] = list(value.histo.bucket)
                row["least"], row["greatest"] = value.histo.min, value.histo.max
            elif kind == "image":
                row["png"] = len(value.image.encoded_image_string)
            elif plugin == "hparams":
                data = plugin_data_pb2.HParamsPluginData.FromString(value.metadata.plugin_data.content)
                row["metrics"] = [info.name.tag for info in data.experiment.metric_infos]
                row["parameters"] = {
                    key: getattr(item, item.WhichOneof("kind"))
                    for key, item in data.session_start_info.hparams.items()}
            rows.append(row)
    return rows


torch_files()
tensorflow_file()
for path in sorted(set(glob.glob(HERE + "/*.tfevents")) - {HERE + "/views.tfevents"}):
    with open(path.replace(".tfevents", ".json"), "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in witness(path)) + "\n]\n")
