// Yardstick: one EM iteration of a Gaussian mixture as fast as we can write it by hand. One pass over blocks of rows that stay
// in the first cache: E-step, log-sum-exp in base 2, and the M-step's sums in whitened coordinates. Four rows per vector.
// Compiled once per case: gcc -O3 -march=native -DDIMENSION=d -DDIAGONAL=0|1 em.c -lm
// Arguments: rows file, start file, n, K. Protocol: see README.md.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define D DIMENSION
#define LANES 4
#define VECTORS 12
#define BLOCK (LANES * VECTORS)
#define STRIP 3
#define SCALES (DIAGONAL ? D : D * (D + 1) / 2)
#define HALF_LOG2E 0.72134752044448170
#define LOG2_2PI 2.6514961294723188
#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("GCC unroll 16")
#define AT(i, j) ((i) * ((i) + 1) / 2 + (j))

typedef double Vector __attribute__((vector_size(8 * LANES)));
typedef int64_t Words __attribute__((vector_size(8 * LANES)));

typedef struct {
  double weight, mean[D], factor[SCALES];
  // What the E-step reads: whitened = whitener * row + shift, log2 of the density = offset - |whitened|^2.
  double offset, shift[D], whitener[SCALES + 16];
} Component;

typedef struct {
  Vector count, first[D], second[SCALES];
} Sums;

typedef struct {
  Vector white[D][VECTORS];
  Vector density[VECTORS];
} Whitened;

INLINE Vector spread(double x) { return (Vector){x, x, x, x}; }
INLINE double total(Vector x) { return (x[0] + x[1]) + (x[2] + x[3]); }
INLINE Vector larger(Vector a, Vector b) { return (Vector)(((Words)a & (a > b)) | ((Words)b & ~(a > b))); }

/* 2^x for x <= 0: Taylor polynomial of degree 10 about the nearest whole number, then a shift into the exponent. */
INLINE Vector power_of_two(Vector x) {
  static const double taylor[] = {1.0178086009239699e-07, 1.3215486790144309e-06, 1.5252733804059841e-05,
                                  1.5403530393381608e-04, 1.3333558146428443e-03, 9.6181291076284772e-03,
                                  5.5504108664821580e-02, 2.4022650695910071e-01, 6.9314718055994531e-01, 1.0};
  x = larger(x, spread(-1020.0));
  const Vector magic = spread(6755399441055744.0), whole = x + magic, part = x - (whole - magic);
  Vector p = spread(7.0549116208011233e-09);
  UNROLL for (int i = 0; i < 10; i++) p = p * part + spread(taylor[i]);
  return (Vector)((Words)p + ((Words)whole << 52));
}

/* TILE rows of the whitener times STRIP vectors of rows, kept in registers. Returns the next tile's coefficients. */
INLINE const double *whiten_tile(const int TILE, int first, const double *u, const double *shift, Vector (*x)[VECTORS],
                                 Vector (*y)[VECTORS], int t, Vector *square) {
  Vector sum[4][STRIP];
  UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < STRIP; s++) sum[r][s] = spread(shift[first + r]);
  for (int j = 0; j < first; j++, u += TILE)
    UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < STRIP; s++) sum[r][s] += spread(u[r]) * x[j][t + s];
  UNROLL for (int j = 0; j < TILE; j++)
    UNROLL for (int r = j; r < TILE; r++, u++)
      UNROLL for (int s = 0; s < STRIP; s++) sum[r][s] += spread(*u) * x[first + j][t + s];
  UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < STRIP; s++) {
    y[first + r][t + s] = sum[r][s];
    square[s] += sum[r][s] * sum[r][s];
  }
  return u;
}

INLINE void whiten(const Component *c, Vector (*x)[VECTORS], Whitened *out) {
  for (int t = 0; t < VECTORS; t += STRIP) {
    Vector square[STRIP] = {spread(0), spread(0), spread(0)};
#if DIAGONAL
    for (int j = 0; j < D; j++) UNROLL for (int s = 0; s < STRIP; s++) {
      const Vector y = x[j][t + s] * spread(c->whitener[j]) + spread(c->shift[j]);
      out->white[j][t + s] = y;
      square[s] += y * y;
    }
#else
    const double *u = c->whitener;
    for (int i = 0; i + 4 <= D; i += 4) u = whiten_tile(4, i, u, c->shift, x, out->white, t, square);
    const int rest = D - D % 4;
    if (D % 4 == 3) whiten_tile(3, rest, u, c->shift, x, out->white, t, square);
    if (D % 4 == 2) whiten_tile(2, rest, u, c->shift, x, out->white, t, square);
    if (D % 4 == 1) whiten_tile(1, rest, u, c->shift, x, out->white, t, square);
#endif
    UNROLL for (int s = 0; s < STRIP; s++) out->density[t + s] = spread(c->offset) - square[s];
  }
}

/* Sums of the products of TILE rows and three columns of the whitened block. */
INLINE void gather_tile(const int TILE, int i, int j, Vector (*weighted)[VECTORS], Vector (*y)[VECTORS], Vector *second) {
  Vector sum[3][3];
  UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < 3; s++) sum[r][s] = second[AT(i + r, j + s)];
  for (int t = 0; t < VECTORS; t++)
    UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < 3; s++) sum[r][s] += weighted[i + r][t] * y[j + s][t];
  UNROLL for (int r = 0; r < TILE; r++) UNROLL for (int s = 0; s < 3; s++) second[AT(i + r, j + s)] = sum[r][s];
}

/* The same on the diagonal: SIZE rows and the columns up to each, with the sums of the rows themselves. */
INLINE void gather_corner(const int SIZE, int i, Vector (*weighted)[VECTORS], Vector (*y)[VECTORS], Sums *sums) {
  Vector sum[4][4], first[4];
  UNROLL for (int r = 0; r < SIZE; r++) {
    first[r] = sums->first[i + r];
    UNROLL for (int s = 0; s <= r; s++) sum[r][s] = sums->second[AT(i + r, i + s)];
  }
  for (int t = 0; t < VECTORS; t++) UNROLL for (int r = 0; r < SIZE; r++) {
    const Vector w = weighted[i + r][t];
    first[r] += w;
    UNROLL for (int s = 0; s <= r; s++) sum[r][s] += w * y[i + s][t];
  }
  UNROLL for (int r = 0; r < SIZE; r++) {
    sums->first[i + r] = first[r];
    UNROLL for (int s = 0; s <= r; s++) sums->second[AT(i + r, i + s)] = sum[r][s];
  }
}

INLINE void gather(const Vector *power, const Vector *share, Whitened *block, Sums *sums) {
#if DIAGONAL
  Vector r[VECTORS], count = sums->count;
  UNROLL for (int t = 0; t < VECTORS; t++) count += r[t] = power[t] * share[t];
  sums->count = count;
  for (int j = 0; j < D; j++) {
    Vector first = sums->first[j], second = sums->second[j];
    UNROLL for (int t = 0; t < VECTORS; t++) {
      const Vector y = block->white[j][t], w = r[t] * y;
      first += w;
      second += w * y;
    }
    sums->first[j] = first;
    sums->second[j] = second;
  }
#else
  Vector weighted[D][VECTORS], count = sums->count;
  for (int t = 0; t < VECTORS; t++) {
    const Vector r = power[t] * share[t];
    count += r;
    for (int j = 0; j < D; j++) weighted[j][t] = r * block->white[j][t];
  }
  sums->count = count;
  if (D <= 4) {
    gather_corner(D, 0, weighted, block->white, sums);
    return;
  }
  int i = 0;
  for (; i + 3 <= D; i += 3) {
    for (int j = 0; j < i; j += 3) gather_tile(3, i, j, weighted, block->white, sums->second);
    gather_corner(3, i, weighted, block->white, sums);
  }
  for (int j = 0; j < i; j += 3) {
    if (D % 3 == 2) gather_tile(2, i, j, weighted, block->white, sums->second);
    if (D % 3 == 1) gather_tile(1, i, j, weighted, block->white, sums->second);
  }
  if (D % 3 > 0) gather_corner(D % 3, i, weighted, block->white, sums);
#endif
}

/* E-step and sums over all blocks; returns the log-likelihood in base 2. */
static double pass(Vector (*blocks)[D][VECTORS], long n, int K, const Component *components, Sums *sums, Whitened *white) {
  double result = 0;
  memset(sums, 0, K * sizeof(Sums));
  for (long from = 0, b = 0; from < n; from += BLOCK, b++) {
    Vector most[VECTORS], sum[VECTORS], share[VECTORS], product = spread(1), exponents = spread(0);
    for (int k = 0; k < K; k++) {
      whiten(&components[k], blocks[b], &white[k]);
      UNROLL for (int t = 0; t < VECTORS; t++)
        most[t] = k == 0 ? white[k].density[t] : larger(most[t], white[k].density[t]);
    }
    for (int t = 0; t < VECTORS; t++) {
      sum[t] = spread(0);
      for (int k = 0; k < K; k++) sum[t] += white[k].density[t] = power_of_two(white[k].density[t] - most[t]);
      share[t] = spread(1) / sum[t];
    }
    for (int p = n - from; p < BLOCK; p++)
      share[p / LANES][p % LANES] = most[p / LANES][p % LANES] = 0, sum[p / LANES][p % LANES] = 1;
    UNROLL for (int t = 0; t < VECTORS; t++) product *= sum[t], exponents += most[t];
    result += total(exponents);
    for (int lane = 0; lane < LANES; lane++) result += log2(product[lane]);
    for (int k = 0; k < K; k++) gather(white[k].density, share, &white[k], &sums[k]);
  }
  return result;
}

/* Whiteners and offsets from factors. */
static void prepare(Component *c) {
  const double scale = sqrt(HALF_LOG2E);
  double inverse[SCALES];
  c->offset = log2(c->weight) - 0.5 * D * LOG2_2PI;
#if DIAGONAL
  for (int j = 0; j < D; j++) {
    inverse[j] = 1 / c->factor[j];
    c->offset += log2(inverse[j]);
    c->whitener[j] = inverse[j] * scale;
    c->shift[j] = -c->mean[j] * c->whitener[j];
  }
#else
  for (int i = 0; i < D; i++) {
    const double pivot = 1 / c->factor[AT(i, i)];
    double *row = &inverse[AT(i, 0)];
    memset(row, 0, sizeof(double) * i);
    for (int t = 0; t < i; t++)
      for (int j = 0; j <= t; j++) row[j] += c->factor[AT(i, t)] * inverse[AT(t, j)];
    for (int j = 0; j < i; j++) row[j] *= -pivot;
    row[i] = pivot;
    c->offset += log2(pivot);
    c->shift[i] = 0;
    for (int j = 0; j <= i; j++) c->shift[i] -= row[j] * c->mean[j] * scale;
  }
  double *u = c->whitener;
  for (int i = 0; i < D; i += 4) {
    const int tile = D - i < 4 ? D - i : 4;
    for (int j = 0; j < i + tile; j++)
      for (int r = j < i ? 0 : j - i; r < tile; r++) *u++ = inverse[AT(i + r, j)] * scale;
  }
#endif
}

/* M-step in whitened coordinates: mean + L m, and L C L' by way of the Cholesky factor of C. */
static void maximise(Component *c, const Sums *sums, long n) {
  const double scale = 1 / sqrt(HALF_LOG2E), count = total(sums->count);
  double first[D], inner[SCALES];
  c->weight = count / n;
  for (int j = 0; j < D; j++) first[j] = total(sums->first[j]) / count * scale;
#if DIAGONAL
  for (int j = 0; j < D; j++) {
    inner[j] = total(sums->second[j]) / count * scale * scale - first[j] * first[j];
    c->mean[j] += c->factor[j] * first[j];
    c->factor[j] *= sqrt(inner[j]);
  }
#else
  for (int i = 0; i < D; i++)
    for (int j = 0; j <= i; j++) {
      double a = total(sums->second[AT(i, j)]) / count * scale * scale - first[i] * first[j];
      for (int t = 0; t < j; t++) a -= inner[AT(i, t)] * inner[AT(j, t)];
      inner[AT(i, j)] = i == j ? sqrt(a) : a / inner[AT(j, j)];
    }
  for (int i = 0; i < D; i++) {
    double row[D];
    for (int j = 0; j <= i; j++) c->mean[i] += c->factor[AT(i, j)] * first[j];
    memset(row, 0, sizeof row);
    for (int t = 0; t <= i; t++)
      for (int j = 0; j <= t; j++) row[j] += c->factor[AT(i, t)] * inner[AT(t, j)];
    memcpy(&c->factor[AT(i, 0)], row, sizeof(double) * (i + 1));
  }
#endif
}

static void factorise(Component *c, const double *covariance) {
  for (int i = 0; i < D; i++)
    for (int j = DIAGONAL ? i : 0; j <= i; j++) {
      double a = covariance[i * D + j];
      for (int t = 0; t < j && !DIAGONAL; t++) a -= c->factor[AT(i, t)] * c->factor[AT(j, t)];
      c->factor[DIAGONAL ? i : AT(i, j)] = i == j ? sqrt(a) : a / c->factor[AT(j, j)];
    }
}

static void *room(size_t bytes) { return aligned_alloc(64, (bytes + 63) / 64 * 64); }

static double *read_numbers(const char *path, long count) {
  double *values = room(count * sizeof(double));
  FILE *file = fopen(path, "rb");
  if (!file || fread(values, sizeof(double), count, file) != (size_t)count) exit(1);
  fclose(file);
  return values;
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  if (argc < 5) return 1;
  const long n = atol(argv[3]), count = (n + BLOCK - 1) / BLOCK;
  const int K = atoi(argv[4]);
  const double *rows = read_numbers(argv[1], n * D), *start = read_numbers(argv[2], K * (1 + D + D * D));
  Vector (*blocks)[D][VECTORS] = room(count * sizeof *blocks);
  double centre[D] = {0};
  for (long i = 0; i < n * D; i++) centre[i % D] += rows[i] / n;
  memset(blocks, 0, count * sizeof *blocks);
  for (long i = 0; i < n; i++)
    for (int j = 0; j < D; j++) ((double *)blocks[i / BLOCK][j])[i % BLOCK] = rows[i * D + j] - centre[j];
  Component *first = room(K * sizeof(Component)), *components = room(K * sizeof(Component));
  for (int k = 0; k < K; k++) {
    first[k].weight = start[k];
    for (int j = 0; j < D; j++) first[k].mean[j] = start[K + k * D + j] - centre[j];
    factorise(&first[k], &start[K + K * D + k * D * D]);
  }
  Sums *sums = room(K * sizeof(Sums));
  Whitened *white = room(K * sizeof(Whitened));
  printf("gcc %s\n", __VERSION__);
  fflush(stdout);
  for (int iterations, repeats; scanf("%d %d", &iterations, &repeats) == 2;) {
    double result = 0, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
    while (repeats-- > 0) {
      memcpy(components, first, K * sizeof(Component));
      for (int i = 0; i <= iterations; i++) {
        for (int k = 0; k < K; k++) prepare(&components[k]);
        result = pass(blocks, n, K, components, sums, white);
        for (int k = 0; k < K && i < iterations; k++) maximise(&components[k], &sums[k], n);
      }
    }
    printf("%.9g %.9g %.17g\n", seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, seconds(CLOCK_MONOTONIC) - wall, result * M_LN2);
    fflush(stdout);
  }
  return 0;
}
