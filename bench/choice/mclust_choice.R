# mclust's choice as it is by default: 14 models, 1 to 9 components, one hierarchical start. BIC in the sign of scikit-learn.
# Arguments: CSV files. One line of JSON per file.
suppressMessages(library(mclust))
write(sprintf("mclust %s", packageVersion("mclust")), stderr())
for (path in commandArgs(trailingOnly = TRUE)) {
  rows <- as.matrix(read.csv(path))
  before <- proc.time()
  fitted <- Mclust(rows, verbose = FALSE)
  took <- proc.time() - before
  cat(sprintf('{"bic":%.15g,"components":%d,"covariance":"%s","failed":%d,"seconds":%.6g}\n',
    -fitted$bic, fitted$G, fitted$modelName, sum(is.na(fitted$BIC)), took[1] + took[2]))
}
