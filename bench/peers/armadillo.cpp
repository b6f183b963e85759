// Armadillo's gmm_full and gmm_diag as contestants, without OpenMP.
// Arguments: rows file, start file, n, d, K, VVV or VVI. Protocol: see README.md.
#include <armadillo>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

static arma::vec numbers(const char *path, arma::uword count) {
  arma::vec values(count);
  FILE *file = std::fopen(path, "rb");
  if (!file || std::fread(values.memptr(), sizeof(double), count, file) != count) std::exit(1);
  std::fclose(file);
  return values;
}

template <typename Model>
static void answer(const arma::mat &rows, const Model &start) {
  for (int iterations, repeats; std::scanf("%d %d", &iterations, &repeats) == 2;) {
    Model model;
    const std::clock_t cpu = std::clock();
    const auto wall = std::chrono::steady_clock::now();
    while (repeats-- > 0) {
      model = start;
      if (!model.learn(rows, start.n_gaus(), arma::eucl_dist, arma::keep_existing, 0, iterations, 0, false)) std::exit(1);
    }
    const double cpu_seconds = double(std::clock() - cpu) / CLOCKS_PER_SEC;
    const double wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();
    std::printf("%.9g %.9g %.17g\n", cpu_seconds, wall_seconds, model.sum_log_p(rows));
    std::fflush(stdout);
  }
}

int main(int argc, char **argv) {
  if (argc < 7) return 1;
  const arma::uword n = std::stoul(argv[3]), d = std::stoul(argv[4]), K = std::stoul(argv[5]);
  const arma::mat rows = arma::reshape(numbers(argv[1], n * d), d, n);
  const arma::vec start = numbers(argv[2], K * (1 + d + d * d));
  const arma::rowvec weights = start.head(K).t();
  const arma::mat means = arma::reshape(start.subvec(K, K + K * d - 1), d, K);
  const arma::cube covariances(start.memptr() + K + K * d, d, d, K);
  const arma::arma_version version;
  std::printf("Armadillo %s\n", version.as_string().c_str());
  std::fflush(stdout);
  if (std::string(argv[6]) == "VVV") {
    arma::gmm_full model;
    model.set_params(means, covariances, weights);
    answer(rows, model);
  } else {
    arma::mat variances(d, K);
    for (arma::uword k = 0; k < K; k++) variances.col(k) = covariances.slice(k).diag();
    arma::gmm_diag model;
    model.set_params(means, variances, weights);
    answer(rows, model);
  }
}
