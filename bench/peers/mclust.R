# mclust's em() as a contestant: an E-step at the given parameters, then M- and E-steps by its Fortran me().
# Arguments: rows file, start file, n, d, K, VVV or VVI. Protocol: see README.md.
suppressMessages(library(mclust))
words <- commandArgs(trailingOnly = TRUE)
n <- as.integer(words[3])
d <- as.integer(words[4])
K <- as.integer(words[5])
model <- words[6]
rows <- matrix(readBin(words[1], "double", n * d), n, d, byrow = TRUE)
start <- readBin(words[2], "double", K * (1 + d + d * d))
sigma <- array(start[-seq_len(K + K * d)], c(d, d, K))
variance <- list(modelName = model, d = d, G = K)
if (model == "VVV") {
  variance$sigma <- sigma
  variance$cholsigma <- array(apply(sigma, 3, chol), c(d, d, K))
} else {
  variances <- matrix(apply(sigma, 3, diag), d, K)
  variance$scale <- apply(variances, 2, function(v) prod(v)^(1 / d))
  variance$shape <- sweep(variances, 2, variance$scale, "/")
}
parameters <- list(pro = start[seq_len(K)], mean = matrix(start[K + seq_len(K * d)], d, K), variance = variance)
cat(sprintf("mclust %s, R %s.%s\n", packageVersion("mclust"), R.version$major, R.version$minor))
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  asked <- as.integer(strsplit(line, " ")[[1]])
  control <- emControl(tol = c(0, 0), itmax = c(asked[1], asked[1]))
  before <- proc.time()
  for (repeat_ in seq_len(asked[2]))
    fitted <- em(modelName = model, data = rows, parameters = parameters, control = control, warn = FALSE)
  took <- proc.time() - before
  cat(sprintf("%.9g %.9g %.17g\n", took[1] + took[2], took[3], fitted$loglik))
}
