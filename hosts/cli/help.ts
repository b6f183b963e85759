export type Verb = 'inspect' | 'fit' | 'stability' | 'test' | 'score' | 'serve'

const READING = `
how the file is read (default: sniffed)
  --delimiter C          , ; | or comma, semicolon, tab, pipe, space
  --quote NAME           double | single | none
  --decimal C            . or ,
  --thousands NAME       comma | point | space | apostrophe | none
  --encoding NAME        utf-8 | utf-16le | utf-16be | windows-1252
  --header yes|no
  --comment MARK         what a line that is left out begins with, such as #, or none
  --na LIST              texts that mean "no value", with commas, instead of NA, N/A, NaN, null, ?, - and .
  --skip N               lines above the table that are no part of it
`

const STATUS = `
exit status: 0 done, 1 no usable model, 2 the command is wrong, 3 the file cannot be read as asked, 130 stopped
(what was found is still written)
`

const REPEATED = `  --quiet                no progress line, and nothing of what may go wrong before the fit
  other options          what to fit and how to search, as for basin fit. Weights of rows, --noise, --missing em
                         and --start are refused: such a fit cannot be made again on other rows
`

const HELP: Record<Verb, string> = {
  inspect: `basin inspect FILE [--json]

Says how a delimited text file is read and what its columns hold.

  --json                 the inspection as JSON on standard output
${READING}`,
  fit: `basin fit FILE [options]

Fits Gaussian mixtures by EM from many starts and says which solutions the restarts reached.

what to fit
  --columns a,b,c        names, or 1-based positions with #: #2,#3 (default: every numeric column
                         that is neither constant nor an identifier)
  --log a,b              natural logarithms of these columns in their place; log-likelihoods are then in those units
  --components 3 | 1-9   one number or a range (default 1-9, or up to what the rows allow)
  --covariance LIST      EII VII EEI VEI EVI VVI EEE VEE EVE VVE EEV VEV EVV VVV, or full (VVV), tied (EEE),
                         diag (VVI), spherical (VII); several with commas, or all (default VVV)
  --noise                a uniform component beside the others, for rows that belong to no cluster: label 0
  --scale NAME           none | standardise | robust (default none)
  --missing NAME         drop | error | em (default drop): em uses what rows with gaps have (missing at random; full, diag)
  --weights COLUMN       a column that says how much each row counts: name, or position #2
  --weights-kind NAME    frequency: how many cases a row stands for, n is their sum | importance: beside the
                         others, brought to a mean of 1, n is the rows used (default frequency)
  --criterion NAME       bic | icl | aic: what "best" means across models (default bic)
  --known COLUMN         sets the clusters of the best solution beside this column: ARI, NMI, purity and a table;
                         it is not fitted unless --columns names it
  --merge N|auto         merges the components of the best solution into N clusters by entropy (auto: where it
                         bends); with --labels: one more column, merged_cluster
  --allow-spurious       what is best may be spurious: a component on a few rows or a flat direction

how to search
  --restarts N           per (components, covariance) (default 40); more of them only append to those of fewer
  --seed N               master seed (default 1)
  --init NAME            mixed | kmeans++ | kmeans | random-rows | random-responsibilities | short-runs | hierarchical
                         (default mixed)
  --start FILE.json      one restart from labels, responsibilities or parameters; without --restarts, --init,
                         --refinements, --strategy race and --subsample yes
  --strategy NAME        full | race: run every restart to its end, or drop the hopeless early (default full)
  --refinements N        at most N tries per (components, covariance) to better the solutions found
                         (default with --init mixed: restarts x 16,000 / rows, from half of the
                         restarts to 50 times as many, no more than 2,000; else 0)
  --acceleration NAME    none | squarem: plain EM, or longer steps where it is slow (default squarem; none with --start)
  --subsample yes|no     fit a sample of many rows first, then go on with all of them (default no)
  --tolerance X          estimated log-likelihood still to gain at which a restart has converged (default 1e-7)
  --max-iterations N     (default 2000)
  --regularisation X     added to each covariance's diagonal, times the column's variance (default 1e-6)
  --reg-covar X          the same, absolute; instead of --regularisation
  --prior NAME           none | conjugate: mclust's prior on means and covariances (default none)
  --eigenvalue-ratio X   bound on the largest eigenvalue of all covariances over the smallest (default: none)
  --threads N            (default: all cores); never changes a result

what to write
  --labels OUT.csv       the file with cluster, uncertainty and log_density behind each row; packed where it ends in .gz
  --posteriors           with --labels: one more column per component
  --provenance           with --labels: how they came about, in OUT.basin.json beside them; also a model for score
  --spreadsheet-safe     with --labels: an apostrophe before cells of the file that a spreadsheet would run
  --unclassified X       with --labels: a column status; rows whose largest responsibility is below X are unclassified
  --outliers Q           with --labels: a column status; the share Q of the rows with the lowest log density are outliers
  --agreement            with --labels: one more column, the share of restarts near the best that agree on the row
  --agreement-gap X      log-likelihood below the best that is near it (default 5)
  --report OUT.json      everything, every restart and its trace, for programs
  --report OUT.html      the report for people: what was done and found, with pictures, in one file without script
  --script OUT.py|OUT.R  the best fit as a program for Python (scikit-learn) or R (mclust)
  --model OUT.json       the best model, for basin score
  --json                 the report on standard output, nothing else there
  --quiet                no progress line, and nothing of what may go wrong before the fit
${READING}${STATUS}`,
  stability: `basin stability FILE [options]

Fits as basin fit does, then fits rows drawn again in the same way, many times, and says how well each cluster of the
best solution is found again, how often each model is chosen, and in which interval each parameter lies.

  --scheme NAME          bootstrap | subsample: as many rows with repeats, or 80 % of them without, which gives no
                         intervals (default bootstrap)
  --replicates N         how often rows are drawn (default 100; 1000 for intervals)
  --replicate-restarts N restarts per (components, covariance) of a replicate (default 10)
  --models NAME          all | cell: what a replicate fits, all models of the fit or only that of the best solution
                         (default all)
${REPEATED}  --json                 the result as JSON on standard output, nothing else there
${READING}${STATUS}`,
  test: `basin test FILE [options]

Fits as basin fit does, then tests K components against K + 1 by a bootstrap likelihood-ratio test (McLachlan 1987), one
K after another, and ends with the first where one more component is not supported at 5 %.

  --components 2 | 1-4   the numbers that are tested; one more than the last is fitted too (default: from 1 on, where
                         the fit is of 1-9, or up to what the rows allow)
  --covariance NAME      one covariance model (default VVV)
  --samples N            samples drawn from the model of K components, at most (default 199; 999 give a finer p)
  --sample-restarts N    restarts per model of a sample, besides the models found (default 10)
${REPEATED}  --json                 the result as JSON on standard output, nothing else there
${READING}${STATUS}`,
  score: `basin score MODEL.json FILE [--labels OUT.csv] [--posteriors] [--provenance] [--spreadsheet-safe]
            [--unclassified X] [--outliers Q] [--json]

Labels the rows of a file by a model that basin fit --model has written, or by the provenance of labels. Columns
are matched by name.

  --labels OUT.csv       the file with cluster, uncertainty and log_density behind each row; packed where it ends in .gz
  --posteriors           with --labels: one more column per component
  --provenance           with --labels: how they came about, in OUT.basin.json beside them; also a model for score
  --spreadsheet-safe     with --labels: an apostrophe before cells of the file that a spreadsheet would run
  --unclassified X       with --labels: a column status; rows whose largest responsibility is below X are unclassified
  --outliers Q           with --labels: a column status; the share Q of the rows with the lowest log density are outliers
  --json                 the result as JSON on standard output
  --threads N            (default: all cores)
${READING}`,
  serve: `basin serve [FILE] [--port N] [--no-open]

The application in a browser on this machine (127.0.0.1). Prints one line: its address, good for one use.

  --port N               (default: any free one)
  --no-open              do not open the browser
`,
}

export const isVerb = (word: string): word is Verb => Object.hasOwn(HELP, word)

/** Help on one command, or on all of them. */
export function helpOf(verb: Verb | null): string {
  if (verb !== null) return HELP[verb]
  const lines = Object.values(HELP).map((text) => `  ${text.slice(0, text.indexOf('\n'))}\n`)
  return `Basin: Gaussian mixtures by EM, with every restart in view.

${lines.join('')}
basin COMMAND --help says more about a command, basin --version which version this is.
`
}
