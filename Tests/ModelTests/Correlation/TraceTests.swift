import Model
import Testing

extension RandomCase {
  fileprivate var trace: Trace { Trace(input, kernel, bias: bias, geometry: geometry) }
}

@Test(arguments: RandomCase.forty)
func windowsAreCountedInTheOrderOfTheOutput(_ random: RandomCase) {
  let (trace, geometry) = (random.trace, random.geometry)
  var number = 0
  for k in 0..<geometry.kernel.batch {
    for i in 0..<geometry.rows.output {
      for j in 0..<geometry.columns.output {
        let window = Trace.Window(kernel: k, at: Position(row: i, column: j))
        #expect(trace.window(number) == window)
        #expect(trace.number(of: window) == number)
        number += 1
      }
    }
  }
  #expect(number == geometry.windowCount)
}

/// Every product against an enumeration in the order (c, u, v) over the padded input.
@Test(arguments: RandomCase.forty)
func productsAreCountedInTheOrderOfTheKernel(_ random: RandomCase) {
  let (trace, geometry) = (random.trace, random.geometry)
  let options = geometry.options
  let rows = Witness.padded(geometry.input.rows, by: options.padding.rows, mode: options.mode)
  let columns = Witness.padded(
    geometry.input.columns, by: options.padding.columns, mode: options.mode)
  for number in 0..<geometry.windowCount {
    let window = trace.window(number)
    var n = 0
    for c in 0..<geometry.kernel.channels {
      for u in 0..<geometry.kernel.rows {
        for v in 0..<geometry.kernel.columns {
          let row = window.at.row * options.stride.rows + u * options.dilation.rows
          let column = window.at.column * options.stride.columns + v * options.dilation.columns
          let channel =
            window.kernel / (geometry.kernel.batch / options.groups) * geometry.kernel.channels + c
          let product = trace.product(n, of: window)
          #expect(product.channel == c)
          #expect(product.tap == Position(row: u, column: v))
          #expect(product.inputChannel == channel)
          #expect(
            product.place
              == Position(row: row - options.padding.rows, column: column - options.padding.columns)
          )
          #expect(product.weight == random.kernel[window.kernel, c, u, v])
          if let r = rows[row], let q = columns[column] {
            #expect(product.source == Position(row: r, column: q))
            #expect(product.inputValue == random.input[0, channel, r, q])
          } else {
            #expect(product.source == nil)
            #expect(product.inputValue == 0)
          }
          #expect(product.value == product.inputValue * product.weight)
          n += 1
        }
      }
    }
    #expect(n == geometry.productsPerWindow)
  }
}

/// Both add the same products in the same order, so they agree to the last bit.
@Test(arguments: RandomCase.forty)
func theValueOfAWindowIsItsOutputElement(_ random: RandomCase) {
  let (trace, geometry) = (random.trace, random.geometry)
  let output = Correlation.plain(
    random.input, random.kernel, bias: random.bias, geometry: geometry)
  for number in 0..<geometry.windowCount {
    #expect(trace.value(of: trace.window(number)) == output.elements[number])
  }
}

@Test(arguments: RandomCase.forty)
func partialSumsGrowByOneProduct(_ random: RandomCase) {
  let trace = random.trace
  let window = trace.window(random.geometry.windowCount - 1)
  var sum = random.bias?[window.kernel] ?? 0
  #expect(trace.sum(of: window, products: 0) == sum)
  for n in 0..<random.geometry.productsPerWindow {
    sum += trace.product(n, of: window).value
    #expect(trace.sum(of: window, products: n + 1) == sum)
  }
  #expect(trace.value(of: window) == sum)
}

@Test func theFirstWindowOfTheChapterSumsToNineteen() throws {
  let geometry = try Geometry(input: CourseExample.input.shape, kernel: CourseExample.kernel.shape)
  let trace = Trace(CourseExample.input, CourseExample.kernel, geometry: geometry)
  let window = trace.window(0)
  #expect((0...4).map { trace.sum(of: window, products: $0) } == [0, 0, 1, 7, 19])
}
