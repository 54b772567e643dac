# The long table of a workbook in R's readxl: codes are text, money is a whole number.
library(readxl)
data <- read_excel(commandArgs(trailingOnly = TRUE)[1], sheet = "数据")
texts <- setdiff(names(data), "fen")
stopifnot(nrow(data) > 0, all(vapply(data[texts], is.character, logical(1))))
stopifnot(is.numeric(data$fen), all(data$fen == round(data$fen)))
cat("readxl:", nrow(data), "rows, codes as text\n")
