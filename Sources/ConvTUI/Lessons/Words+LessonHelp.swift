/// What the help tells of lessons of one's own.
extension Words {
  var lessonHelp: String {
    say(
      """
      Space goes on and Backspace goes back. A question is answered by typing; Enter checks, and h \
      shows the answer. Between two steps everything can be tried; the next step puts the scene \
      right. A lesson goes on where it was left; Home or --restart starts it over.

      A lesson of your own is a YAML file, which is read again whenever it changes. convtui lesson \
      check FILE… tells all that is wrong with some, and convtui lesson settings SCENE lists what \
      set may name. For example:

        title: Padding
        steps:
          - say: The kernel lies on the upper left corner.
            scene: slide
            set: {padding: 1}
            step: 1
            hide: true
            ask:
              value: Y[0,0]
              answer: 0
              traps: {19: That is Y without the padding.}
              way: All but one of the numbers are zeros of the padding.

      A step needs say; it may have scene, set, step, part, play, hide, formulas, point, ask and \
      notes. A question has one of value, size, quantity, number, choice, kernel, parameters, field, \
      row, cells and draw, and may have text, hint, answer, right, with, traps, way and then.

      formulas: true shows the size formula and the like, which a lesson hides at first.
      point: lights up cells, such as "Y[0,0], X[0,0..1]".
      kernel: lists what the kernel has to do, such as finds vertical edges, sums to 0 or 3×3.
      parameters: is a layer's number, all, or layers such as conv16@3 with input: 3×32×32.
      field: is the layer whose receptive field is asked for; row: a row of the unrolled X, from 0.
      cells: field has the receptive field marked, draw: Y where Y is bright, or with where: not 0.
      quantity: is loss, next-loss or next-K[0,1] in learn.
      traps: says why a wrong answer is wrong; usual mistakes are recognised without it.
      way: says how one comes to the answer, once it is known; then: is the step of the scene to \
      which it goes with it.
      """,
      """
      空格继续，Backspace 返回。键入答案来回答问题；Enter 检查，h 显示答案。两步之间可以随意尝试；下一步\
      会把场景恢复到所需的状态。课程从上次离开处继续；Home 或 --restart 从头开始。

      自己的课程是一个 YAML 文件，文件改变时会重新读取。convtui lesson check FILE… 指出文件中的所有错误，\
      convtui lesson settings SCENE 列出 set 中可以写的设置。例如：

        title: 填充
        steps:
          - say: 卷积核位于左上角。
            scene: slide
            set: {padding: 1}
            step: 1
            hide: true
            ask:
              value: Y[0,0]
              answer: 0
              traps: {19: 那是没有填充时的 Y。}
              way: 除一个数外，都是填充的零。

      每一步需要 say；还可以有 scene、set、step、part、play、hide、formulas、point、ask 和 notes。一个问题\
      有 value、size、quantity、number、choice、kernel、parameters、field、row、cells 和 draw 之一，还可以有 \
      text、hint、answer、right、with、traps、way 和 then。

      formulas：为 true 时显示大小的公式等，课程起初将其隐藏。
      point：使格子亮起，如 "Y[0,0], X[0,0..1]"。
      kernel：列出卷积核应有的作用，如 finds vertical edges、sums to 0 或 3×3。
      parameters：层的编号、all，或各层（如 conv16@3）并加上 input: 3×32×32。
      field：问其感受野的层；row：展开的 X 的一行，从 0 数起。
      cells：field 要求标出感受野；draw：Y 要求标出 Y 的亮处，加上 where: not 0 则为不为 0 之处。
      quantity：learn 中的 loss、next-loss 或 next-K[0,1]。
      traps：说明错误答案错在哪里；常见的错误不写也能识别。
      way：知道答案后说明如何得到；then：知道答案后场景转到的步。
      """)
  }
}
