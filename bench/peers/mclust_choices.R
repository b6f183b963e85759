# What mclust chooses by default for its documented data sets. Argument: a folder, which the rows are written to as CSV.
# A line each: name, n, chosen model, components, BIC, and the BIC of that model with tolerances of 1e-12.
suppressMessages(library(mclust))
folder <- commandArgs(trailingOnly = TRUE)[1]
data(diabetes)
sets <- list(faithful = faithful, iris = iris[, 1:4], diabetes = diabetes[, -1])
cat(sprintf("mclust %s, R %s.%s\n", packageVersion("mclust"), R.version$major, R.version$minor))
for (name in names(sets)) {
  rows <- sets[[name]]
  write.csv(rows, file.path(folder, paste0(name, ".csv")), row.names = FALSE)
  chosen <- Mclust(rows, verbose = FALSE)
  control <- emControl(tol = c(1e-12, 1e-12))
  whole <- Mclust(rows, G = chosen$G, modelNames = chosen$modelName, control = control, verbose = FALSE)
  cat(sprintf("%s %d %s %d %.4f %.4f\n", name, nrow(rows), chosen$modelName, chosen$G, chosen$bic, whole$bic))
}
