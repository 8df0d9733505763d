/// What the help tells of lessons of one's own, and a lesson to begin with.
extension Words {
  var lessonHelp: String {
    say(
      """
      Space goes on and Backspace goes back. A question is answered by typing; Enter checks. \
      While one waits for an answer, letters belong to it; Esc makes them commands, and h then shows \
      the answer. Between two steps everything can be tried; the next step puts the scene \
      right. A lesson goes on where it was left; Home or --restart starts it over.

      A lesson of your own is a YAML file, which is read again whenever it changes. convtui lesson \
      --template prints one to begin with, convtui lesson check FILE… tells all that is wrong with \
      some, and convtui lesson settings SCENE lists what set may name. It has a title and steps; a \
      text may be given by language, as {en: …, zh: …}. The fields of a step:

        say: The kernel slides.    one to three sentences; each step needs it
        scene: slide               what is shown; without it, as before
        set: {padding: 1}          settings of the scene
        step: 4                    how far the scene is; part: 2 a part of a step
        play: true                 the scene plays
        hide: true                 results are hidden until they are found
        formulas: true             the size formula is shown, which is hidden at first
        point: Y[0,0], X[0,0..1]   cells that are lit up (in quotes)
        tells: true                tells what was asked; a handout keeps it back
        notes: Expect 8.           for the teacher alone
        ask: {value: "Y[0,0]"}     a question

      A question has one of these:

        value: Y[0,0]              a number of a matrix (in quotes)
        size: Y                    rows × columns of a matrix
        number: 3*3*16 + 16        a number that the lesson gives; needs text
        choice: [red, blue]        with right: 2 and text
        quantity: next-loss        in learn: loss, next-loss or next-K[0,1]
        parameters: conv16@3       with input: 3×32×32; or a layer's number, or all
        field: 2                   what a unit of layer 2 sees
        row: 1                     a row of the unrolled X, from 0
        kernel: [identity, 3×3]    a kernel that does this; also finds vertical edges
        cells: field               the cells that the chosen output sees, to be marked
        draw: Y                    where Y is bright; where: not 0 for all but 0

      And it may have these:

        text: How large is Y?      the question in words
        answer: 4×5                what is right; check compares it
        with: {rows: 5}            settings that hold for the question alone
        traps: {8: You added.}     why an answer, or a choice by number, is wrong
        hint: Four products.       said from the second try on
        way: 0×0 + 1×1 = 1         said once the answer is known
        then: 3                    the step to which the scene goes then
      """,
      """
      空格继续，Backspace 返回。键入答案来回答问题；Enter 检查。作答时字母键属于答案；按 Esc 后成为命令，再按 h 显示答案。两步之间可以随意尝试；下一步\
      会把场景恢复到所需的状态。课程从上次离开处继续；Home 或 --restart 从头开始。

      自己的课程是一个 YAML 文件，文件改变时会重新读取。convtui lesson --template 打印一份样本，\
      convtui lesson check FILE… 指出文件中的所有错误，convtui lesson settings SCENE 列出 set 中可以写的\
      设置。文件有 title 和 steps；文字可以按语言写：say: {en: Look., zh: 看。}。每一步的字段：

        say: 卷积核在滑动。        一到三句话；每一步都需要
        scene: slide               显示的场景；不写则同上一步
        set: {padding: 1}          场景的设置
        step: 4                    场景到第几步；part: 2 为一步中的部分
        play: true                 播放场景
        hide: true                 找出之前隐藏结果
        formulas: true             显示大小的公式，起初隐藏
        point: Y[0,0], X[0,0..1]   使格子亮起（加引号）
        tells: true                说出前面所问的；讲义把它放在答案中
        notes: 常见错误：8。       只给教师看
        ask: {value: "Y[0,0]"}     一个问题

      一个问题有下列之一：

        value: Y[0,0]              矩阵的一个数（加引号）
        size: Y                    矩阵的行 × 列
        number: 3*3*16 + 16        课程给出的数；需要 text
        choice: [红, 蓝]           加上 right: 2 和 text
        quantity: next-loss        learn 中的 loss、next-loss 或 next-K[0,1]
        parameters: conv16@3       加上 input: 3×32×32；或层的编号，或 all
        field: 2                   第 2 层的一个单元的感受野
        row: 1                     展开的 X 的一行，从 0 数起
        kernel: [identity, 3×3]    有此作用的卷积核；还有 finds vertical edges 等
        cells: field               标出所选输出看到的格子
        draw: Y                    标出 Y 的亮处；加上 where: not 0 则为不为 0 之处

      还可以有：

        text: Y 有多大？           问题的文字
        answer: 4×5                正确答案；check 会与计算结果比较
        with: {rows: 5}            只对这个问题有效的设置
        traps: {8: 那是和。}       对错误答案（或选项编号）说什么
        hint: 四个乘积。           从第二次尝试起显示
        way: 0×0 + 1×1 = 1         知道答案后显示
        then: 3                    知道答案后场景转到的步
      """)
  }

  /// A lesson that can be gone through as it is, and tells what each line is for.
  var lessonTemplate: String {
    say(
      """
      # A lesson of your own. Try it with: convtui lesson mine.yaml
      # It is read again whenever it changes. convtui lesson check mine.yaml finds its faults.
      title: My first lesson
      steps:
        # Every step says something. What it does not name stays as the step before left it.
        - say: This is an input X of 3×3 numbers, and a kernel K of 2×2 numbers.
          scene: slide              # convtui --help lists the scenes
          set: {input: "0,1,2;3,4,5;6,7,8", kernel: "0,1;2,3"}   # convtui lesson settings slide
          hide: true                # results are hidden until they are found
          notes: Ask at how many places the kernel fits.         # convtui notes shows them

        - say: The kernel lies on the upper left corner.
          step: 1                   # the first window
          ask:
            value: Y[0,0]           # the program computes what is right
            answer: 19              # and compares it with this
            hint: The products are 0×0, 1×1, 3×2 and 4×3.
            traps: {8: That is the sum of the window.}
            way: 0×0 + 1×1 + 3×2 + 4×3 = 19
          notes: Expect 8 from those who add the window.

        - say: Now the input gets a border of zeros.
          ask:
            size: Y
            text: How large is Y with padding 1? (rows × columns)
            with: {padding: 1}      # for the question alone
            answer: 4×4

        - say: The output has become larger than the input.
          set: {padding: 1}
          step: 16
          hide: false
          tells: true               # a handout keeps this step with the answers
          ask:
            choice: [They are zeros., They are copies of X., They are learned.]
            right: 1
            text: What are the numbers of the border?
            traps: {2: X stays as it is; around it nothing is known., 3: Only the kernel is learned.}

      """,
      """
      # 自己的一课。试一试：convtui lesson mine.yaml
      # 文件改变时会重新读取。convtui lesson check mine.yaml 检查错误。
      title: 我的第一课
      steps:
        # 每一步都有 say。没有写的保持上一步的样子。
        - say: 这是 3×3 的输入 X 和 2×2 的卷积核 K。
          scene: slide              # convtui --help 列出各场景
          set: {input: "0,1,2;3,4,5;6,7,8", kernel: "0,1;2,3"}   # convtui lesson settings slide
          hide: true                # 找出之前隐藏结果
          notes: 问：卷积核有几个位置？         # 显示在 convtui notes 中

        - say: 卷积核放在左上角。
          step: 1                   # 第一个窗口
          ask:
            value: Y[0,0]           # 正确答案由程序计算
            answer: 19              # 并与这里比较
            hint: 四个乘积是 0×0、1×1、3×2 和 4×3。
            traps: {8: 那是窗口中各数之和。}
            way: 0×0 + 1×1 + 3×2 + 4×3 = 19
          notes: 常见错误：把窗口中的数相加，得 8。

        - say: 现在给输入围上一圈零。
          ask:
            size: Y
            text: 填充为 1 时 Y 有多大？（行 × 列）
            with: {padding: 1}      # 只对这个问题有效
            answer: 4×4

        - say: 输出变得比输入大了。
          set: {padding: 1}
          step: 16
          hide: false
          tells: true               # 讲义把这一步放在答案中
          ask:
            choice: [是零, 是 X 的复制, 是学到的]
            right: 1
            text: 这一圈数是什么？
            traps: {2: X 没有变；它的四周没有数据。, 3: 学习的只有卷积核。}

      """)
  }
}
