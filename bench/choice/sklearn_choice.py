"""BIC of every number of components and covariance type by scikit-learn's GaussianMixture as it is by default, but for the seed.

Arguments: CSV files. One line of JSON per file: the choice of lowest BIC, and the cells that could not be fitted.
"""
import json
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
NAMES = {"spherical": "VII", "diag": "VVI", "tied": "EEE", "full": "VVV"}
print(f"scikit-learn {sklearn.__version__}", file=sys.stderr)
for path in sys.argv[1:]:
    rows = numpy.loadtxt(path, delimiter=",", skiprows=1)
    began = time.process_time()
    cells, failed = [], 0
    for kind, name in NAMES.items():
        for components in range(1, 10):
            try:
                fitted = GaussianMixture(components, covariance_type=kind, random_state=0).fit(rows)
                cells.append((fitted.bic(rows), components, name))
            except ValueError:
                failed += 1
    bic, components, name = min(cells)
    seconds = time.process_time() - began
    print(json.dumps({"bic": bic, "components": components, "covariance": name, "failed": failed, "seconds": seconds}), flush=True)
