import Foundation
import TestSupport
import Testing

@testable import ConvTUI

/// A hundred questions of each kind and level against PyTorch, where it is installed.
struct DrillTorchTests {
  @Test(
    .enabled(if: Python.withTorch != nil, "no Python with torch"), arguments: DrillKind.allCases)
  func answersAreThoseOfPyTorch(_ kind: DrillKind) throws {
    let directory = try Directory()
    let scenes = try SceneKind.examples()
    for level in Drill.levels {
      let drill = Drill(kind, level: level, seed: UInt64(40 + level))
      let run = try LessonRun(drill.lesson(of: 100), scenes: scenes, words)
      try directory.file(
        "\(level).json", drill.json(run, hasAnswers: true, words).text(.lines))
    }
    let script = try directory.file("check.py", Self.script)
    let said = try #require(Python.withTorch).output(ofScripts: [script])
    #expect(said == "500 agree\n", "\(said)")
  }

  /// Reads the sheets beside it, and computes each answer anew.
  private static let script = #"""
    import json, os, re
    import torch
    import torch.nn.functional as F

    folder = os.path.dirname(os.path.abspath(__file__))
    def matrix(text): return torch.tensor([[float(n) for n in row.split(",")] for row in text.split(";")])
    def pair(settings, name, usual):
        numbers = [int(n) for n in settings.get(name, str(usual)).split(",")]
        return (numbers * 2)[:2]
    def cell(text): return [int(n) for n in re.search(r"\[(\d+),(\d+)\]", text).groups()]
    def layer(text, channels):
        parts = text.strip().split(":")
        options = {p[0]: int(p[1:]) for p in parts[1:]}
        word, rest = re.match(r"([a-z]+)(.*)", parts[0]).groups()
        if word == "relu": return None
        kernels, size = rest.split("@") if "@" in rest else (1, rest)
        size = tuple(([int(n) for n in str(size).split("x")] * 2)[:2])
        if "pool" in word: return torch.nn.AvgPool2d(size)
        return torch.nn.Conv2d(channels, int(kernels), size, stride=options.get("s", 1),
                               dilation=options.get("d", 1), groups=options.get("g", 1))
    def slid(s, turned=False):
        k = matrix(s["kernel"])
        if turned: k = k.flip(0, 1)
        return F.conv2d(matrix(s["input"])[None, None], k[None, None], torch.tensor([float(s.get("bias", 0))]),
                        stride=pair(s, "stride", 1), padding=pair(s, "padding", 0),
                        dilation=pair(s, "dilation", 1))[0, 0]

    count = 0
    for level in range(1, 6):
        sheet = json.load(open(f"{folder}/{level}.json"))
        for q in sheet["questions"]:
            s, kind = dict(q["set"], **q.get("with", {})), sheet["drill"]
            if kind == "size":
                x = matrix(s["input"])
                rows, columns = int(s.get("rows", x.shape[0])), int(s.get("columns", x.shape[1]))
                s["input"] = ";".join([",".join(["0"] * columns)] * rows)
                answer = list(slid(s).shape)
            elif kind == "value":
                i, j = cell(q["question"]); answer = slid(s)[i, j].item()
            elif kind == "flip" and "choices" in q:
                k = matrix(s["kernel"]).flip(0, 1)
                text = "[" + "; ".join(" ".join(str(int(n)) for n in row) for row in k) + "]"
                answer = q["choices"].index(text) + 1
            elif kind == "flip":
                i, j = cell(q["question"]); answer = slid(s, turned=True)[i, j].item()
            elif kind == "pool":
                pool = F.max_pool2d if "max" in q["question"] else F.avg_pool2d
                i, j = cell(q["question"])
                answer = pool(matrix(s["input"])[None], pair(s, "size", 1), pair(s, "stride", 1),
                              pair(s, "padding", 0), ceil_mode=s["ceil"] == "on")[0, i, j].item()
            elif kind == "gradient":
                k = matrix(s["start"])[None, None].requires_grad_()
                x = matrix(s["input"])[None, None]
                error = F.conv2d(x, k) - F.conv2d(x, matrix(s["target"])[None, None])
                loss = (error ** 2).mean() if s["reduction"] == "mean" else (error ** 2).sum()
                loss.backward()
                i, j = cell(q["question"])
                answer = k.grad[0, 0, i, j].item()
                if "next" in q["question"]: answer = k[0, 0, i, j].item() - float(s["learning-rate"]) * answer
            elif kind == "parameters":
                channels, answer = int(re.search(r"\d+", q["say"]).group()), 0
                for text in s["layers"].split(","):
                    one = layer(text, channels)
                    if isinstance(one, torch.nn.Conv2d):
                        answer += sum(p.numel() for p in one.parameters()); channels = one.out_channels
            elif kind == "field":
                layers = [layer(text, 1) for text in s["layers"].split(",")]
                for one in layers:
                    if isinstance(one, torch.nn.Conv2d): torch.nn.init.ones_(one.weight)
                x = torch.zeros(1, 1, 64, 64, requires_grad=True)
                y = x
                for one in layers: y = one(y)
                y[0, 0, 2, 2].backward()
                at = x.grad[0, 0].nonzero()
                answer = (at.max(0).values - at.min(0).values + 1).tolist()
            right = q["answer"]
            same = answer == right if isinstance(right, list) else abs(answer - right) <= 1e-4 * max(1, abs(right))
            if not same: raise SystemExit(f"{kind} {answer} {q}")
            count += 1
    print(count, "agree")
    """#
}
