# Reads a data package that `doudi export --to package` wrote into data frames.
#
#   source("doudi_data.R")
#   data <- doudi_load("folder")          # a list: name of the table -> data frame
#   tapply(data$ledger$fen, data$ledger$programme, sum)
#
# Types come from datapackage.json: codes are character, fen are doubles that hold whole numbers exactly (up to
# 2^53), an empty cell is NA. Needs jsonlite (Debian: r-cran-jsonlite).

doudi_describe <- function(folder = ".") {
  jsonlite::fromJSON(file.path(folder, "datapackage.json"), simplifyVector = FALSE)
}

doudi_load <- function(folder = ".", tables = NULL) {
  resources <- doudi_describe(folder)$resources
  names(resources) <- vapply(resources, function(one) one$name, "")
  if (!is.null(tables)) resources <- resources[tables]
  lapply(resources, function(one) doudi_read(folder, one))
}

doudi_read <- function(folder, resource) {
  fields <- resource$schema$fields
  types <- vapply(fields, function(one) one$type, "")
  classes <- ifelse(types %in% c("integer", "number"), "numeric", "character")
  frame <- utils::read.csv(
    file.path(folder, resource$path), colClasses = classes, na.strings = "", check.names = FALSE,
    stringsAsFactors = FALSE, comment.char = "", encoding = "UTF-8", fileEncoding = "")
  for (place in seq_along(fields)) {
    column <- frame[[place]]
    if (types[place] == "boolean") {
      frame[[place]] <- ifelse(is.na(column), NA, column %in% unlist(fields[[place]]$trueValues))
    } else if (is.character(column)) {
      # A spreadsheet takes such a text for a formula: it was written with an apostrophe in front.
      frame[[place]] <- sub("^'([=+@\t\r-])", "\\1", column)
    }
  }
  frame
}
