import Formats
import Foundation
import Model
import TestSupport
import Testing

@testable import ConvTUI

struct SnippetTests {
  @Test func slideIsACallOfConv2d() throws {
    var state = try State.opened()
    try state.press("padding+ padding-mode+")
    #expect(
      try state.scene.snippet().text(beside: "a") == """
        # The correlation Y = X ⋆ K of convtui slide.
        import torch

        X = torch.tensor(
            [[0, 1, 2],
             [3, 4, 5],
             [6, 7, 8]], dtype=torch.float32)
        K = torch.tensor(
            [[0, 1],
             [2, 3]], dtype=torch.float32)


        def correlate(x, k):
            x, k = x[None, None], k[None, None]
            x = torch.nn.functional.pad(x, (1, 1, 1, 1), mode="reflect")
            return torch.nn.functional.conv2d(
                x, k, stride=(1, 1), padding=(0, 0), dilation=(1, 1))[0, 0]


        Y = correlate(X, K)
        print(Y)

        # The numbers that convtui shows.
        shown = torch.tensor(
            [[5, 7, 13, 11],
             [17, 19, 25, 23],
             [35, 37, 43, 41],
             [23, 25, 31, 29]], dtype=torch.float32)
        torch.testing.assert_close(
            Y, shown, rtol=0.0001, atol=4.8e-05, equal_nan=True)
        print("equal to the numbers that convtui shows")

        """)
  }

  @Test func learningIsALoopOfAnOptimizer() throws {
    var state = try State.opened(.learn)
    try state.press("schedule? s t e p : 2 : 0 . 5 enter optimizer+ right right right")
    let text = try state.scene.snippet().text(beside: "a")
    for part in [
      "optimizer = torch.optim.SGD([K], lr=0.03, momentum=0.9, weight_decay=0)",
      "scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)",
      "return ((correlate(X, K) - Y) ** 2).sum()", "for step in range(3):",
      "    scheduler.step()\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func changedRunIsRefusedFromItsChangeOn() throws {
    var state = try State.opened(.learn)
    try state.press("right right learning-rate+ right")
    #expect(throws: FigureError.changedRun(step: 2)) { try state.scene.snippet() }
    try state.press("left left")
    #expect(throws: Never.self) { try state.scene.snippet() }
  }

  @Test func largeTensorIsAFileBeside() throws {
    let scene = try SlideScene.random(Shape(70, 70), Shape(2, 2), seed: 1)
    let files = try scene.snippet().files(at: "d/a b.py")
    #expect(files.map(\.path) == ["d/a b-X.npy", "d/a b-shown.npy", "d/a b.py"])
    #expect(try TensorDecoder.decode(files[0].bytes, name: "X.npy") == scene.settings.input)
    let text = String(decoding: files[2].bytes, as: UTF8.self)
    #expect(text.contains("X = torch.from_numpy(numpy.load(here / \"a b-X.npy\"))"))
    #expect(text.contains("more than 4096 elements") && text.count < 2000)
  }

  @Test func numbersThatAreNoneAreNamed() throws {
    let input = Tensor(rows: [[.nan, 1], [-.infinity, 2]])
    let scene = try SlideScene(SlideScene.Settings(input: input, kernel: Tensor(rows: [[1]])))
    let text = try scene.snippet().text(beside: "a")
    #expect(text.contains("NaN, Infinity = float(\"nan\"), float(\"inf\")\n"))
    #expect(text.contains("[[NaN, 1],\n     [-Infinity, 2]]"))
  }

  @Test func trainingHasItsWeightsBeside() throws {
    #expect(throws: FigureError.noTensor(.train)) { try State.opened(.train).scene.snippet() }
    var desk = try TrainingDesk(try TrainingPlan.small())
    try desk.press("right")
    let files = try desk.state.scene.snippet().files(at: "a.py")
    #expect(files.map(\.path) == ["a-model.safetensors", "a.py"])
    let text = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(text.contains("    torch.nn.Linear(32, 10),\n)\n"))
  }

  @Test func linearLayerWithoutFlatteningIsRefused() throws {
    var desk = try TrainingDesk(try TrainingPlan.small(layers: "conv9@28, linear10"))
    try desk.press("right")
    #expect(throws: FigureError.notFlattened(layer: 2)) { try desk.state.scene.snippet() }
  }

  static let calls = [
    "slide --bias 0.25 --flip --padding 1", "edges --bias -1 --stride 2 --flip",
    "flip --padding 2 --dilation 2 --bias 0.5", "maps --step 1", "maps --step 4 --stride 2",
    "maps --step 1 --bias 2 --flip",
    "maps - --kernels emboss --step 1 --padding-mode reflect --dilation 2",
    "maps - --layers conv:sobel-x:p1:mreflect,relu,maxpool2,conv:gaussian,tanh,avgpool3:s2:p1",
    "maps - --layers conv:sobel-x:p1,maxpool2,conv:gaussian --keys z",
    "slide", "slide --padding 1 --padding-mode circular --stride 2", "edges", "flip",
    "slide --input - --kernel gaussian-5 --padding 3,2 --padding-mode replicate",
    "slide --input - --kernel sobel-x --padding 2 --padding-mode reflect --dilation 2,1",
    "learn --step 10", "learn --step 30 --optimizer nesterov --lr 0.01 --schedule step:7:0.5",
    "learn --step 20 --optimizer adamw --schedule cosine:8 --reduction mean --image -",
    "learn --step 20 --optimizer rmsprop --momentum 0.5 --weight-decay 0.01 --noise 0.1",
    "field", "field --layers conv3,conv3:s2:p1:d2,pool2 --input-size 32",
    "field --layers conv3,conv3:s2:p1:d2,pool2 --input-size 32 --step 0",
    "field --layers conv3:p1=a,relu,conv3:p1,add:a,conv2:same:s1,globalavgpool --input-size 12",
    "field --layers conv3:p0x0x1x1:s2,conv3:same:mreflect,flatten,linear4 --input-size 12",
    "maps - --layers conv:sobel-x:p1=a,relu,conv:laplacian:p1,add:a,maxpool3:s2:ceil,"
      + "adaptiveavgpool5",
    "maps - --layers conv:sobel-x:p1:mcircular=a,conv:box:p0x1x2x0,avgpool2:s2:p1,"
      + "conv:emboss:p2:mreplicate,conv:emboss --step 4 --keys z",
  ]

  /// Each with a network of its own, which takes no spaces in a word.
  static let networks = [
    "conv4@3:s2:p1,batchnorm,leakyrelu0.02,maxpool3:s2:p1,conv8@3:d2,tanh,avgpool2,flatten,"
      + "linear12,batchnorm,sigmoid,dropout0.4,linear10",
    "conv3@3,relu,flatten,linear10",
    "conv4@3:same=a,batchnorm,relu,conv4@3:p1:g2,add:a,relu,concat:a,maxpool3:s2:ceil:p0x1x1x0,"
      + "globalavgpool,flatten,linear10",
    "conv4@3:p1:mreflect,relu,conv8@3:g4:s2,avgpool3:ceil:s2,flatten,linear10",
  ]

  @Test(
    .enabled(
      if: Python.withTorch != nil, "no Python with torch; CONVTUI_PYTHON may name one"))
  func pyTorchComesToTheSameNumbers() throws {
    let directory = try Directory()
    let image = SampleImage.csv(rows: 80, columns: 70)
    let calls = Self.calls + Self.networks.map { "train --step 3 --layers \($0)" }
    for (number, call) in calls.enumerated() {
      let words = call.split(separator: " ").map(String.init)
      _ = try done(
        words + ["--figure", "\(number).py"], input: words.contains("-") ? image : "",
        in: directory)
    }
    let scripts = calls.indices.map { "\(directory.path)/\($0).py" }
    let said = try #require(Python.withTorch).output(ofScripts: scripts)
    let count = said.split(separator: "equal to the numbers that convtui shows\n").count
    #expect(count == calls.count, "\(said.suffix(800))")
  }
}
