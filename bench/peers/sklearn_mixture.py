# scikit-learn's GaussianMixture as a contestant.
# Arguments: rows file, start file, n, d, K, VVV or VVI. Protocol: see README.md; also "job n_init tolerance seed".
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
rows_file, start_file, n, d, K, model = sys.argv[1:7]
n, d, K = int(n), int(d), int(K)
kind = {"VVV": "full", "VVI": "diag"}[model]
rows = np.fromfile(rows_file).reshape(n, d)
start = np.fromfile(start_file)
weights = start[:K] / start[:K].sum()
means = start[K : K + K * d].reshape(K, d)
covariances = start[K + K * d :].reshape(K, d, d)
precisions = np.array([np.linalg.inv(c) if kind == "full" else 1 / np.diag(c) for c in covariances])


def continued(iterations):
    mixture = GaussianMixture(
        K, covariance_type=kind, tol=0, reg_covar=0, max_iter=iterations, init_params="random", random_state=0,
        weights_init=weights, means_init=means, precisions_init=precisions,
    )
    return mixture.fit(rows)


def from_scratch(restarts, tolerance, seed):
    mixture = GaussianMixture(
        K, covariance_type=kind, tol=tolerance, reg_covar=0, max_iter=2000, n_init=restarts, random_state=seed
    )
    return mixture.fit(rows)


print(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}", flush=True)
for line in sys.stdin:
    words = line.split()
    cpu, wall = time.process_time(), time.perf_counter()
    if words[0] == "job":
        fitted = from_scratch(int(words[1]), float(words[2]), int(words[3]))
    else:
        for _ in range(int(words[1])):
            fitted = continued(int(words[0]))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{cpu:.9g} {wall:.9g} {fitted.score(rows) * n:.17g}", flush=True)
