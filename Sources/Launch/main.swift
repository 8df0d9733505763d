import ConvTUI

await RootCommand.launch()
