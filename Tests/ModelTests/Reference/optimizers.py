"""Runs of every optimizer and schedule in PyTorch, for OptimizerReferenceTests.

python optimizers.py > optimizers.json   (torch 2.13, double precision, 25 steps each)
"""
import json
import math

import torch

STEPS = 25
OPTIMIZERS = [
    ("sgd", 0.02, {}), ("momentum", 0.01, {"momentum": 0.9}),
    ("nesterov", 0.01, {"momentum": 0.9, "nesterov": True}),
    ("rmsprop", 0.05, {}), ("rmsprop", 0.02, {"momentum": 0.5}), ("adam", 0.1, {}),
    ("adamw", 0.1, {}),
]
KINDS = {
    "sgd": torch.optim.SGD, "momentum": torch.optim.SGD, "nesterov": torch.optim.SGD,
    "rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW,
}
SCHEDULES = {
    "constant": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda _: 1),
    "step:4:0.5": lambda o: torch.optim.lr_scheduler.StepLR(o, 4, 0.5),
    "cosine:10": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 10),
}
# Stride, padding and dilation of the task, rows and columns.
GEOMETRIES = [((1, 1), (0, 0), (1, 1)), ((2, 1), (1, 2), (1, 2))]


def run(name, lr, options, decay, schedule, reduction, geometry, seed):
    generator = torch.Generator().manual_seed(seed)

    def draw(*shape):
        # Single precision, so that both sides start from the same numbers.
        return torch.randn(*shape, generator=generator, dtype=torch.float32).double()

    stride, padding, dilation = geometry
    image, target, start = draw(6, 7), draw(2, 3), draw(2, 3)
    conv = lambda w: torch.nn.functional.conv2d(
        image[None, None], w[None, None], stride=stride, padding=padding, dilation=dilation)
    goal = conv(target).detach().float().double()
    weight = start.clone().requires_grad_()
    optimizer = KINDS[name]([weight], lr=lr, weight_decay=decay, **options)
    scheduler = SCHEDULES[schedule](optimizer)
    rates, losses, weights = [], [], []
    for _ in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.zero_grad()
        loss = ((conv(weight) - goal) ** 2)
        loss = loss.sum() if reduction == "sum" else loss.mean()
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
        scheduler.step()
        weights.append(weight.detach().flatten().tolist())
    assert all(map(math.isfinite, losses))
    return {
        "optimizer": name, "learning_rate": lr, "momentum": options.get("momentum", 0),
        "weight_decay": decay, "schedule": schedule, "reduction": reduction,
        "stride": stride, "padding": padding, "dilation": dilation,
        "image": image.flatten().tolist(), "start": start.flatten().tolist(),
        "target": goal.flatten().tolist(),
        "rates": rates, "losses": losses, "weights": weights,
    }


cases = []
for index, (name, lr, options) in enumerate(OPTIMIZERS):
    for number, schedule in enumerate(SCHEDULES):
        for decay in (0, 0.05):
            reduction = "sum" if decay and name not in ("sgd", "momentum", "nesterov") else "mean"
            cases.append(run(name, lr, options, decay, schedule, reduction,
                             GEOMETRIES[(index + number) % 2], seed=len(cases)))
print(json.dumps({"cases": cases}))
