/** Works cited in reports; each is among the sources of docs/numerics.md. */
export const REFERENCES = {
  akaike1974:
    'Akaike H (1974). A new look at the statistical model identification. IEEE Transactions on Automatic Control 19(6), 716–723.',
  arthur2007:
    'Arthur D, Vassilvitskii S (2007). k-means++: the advantages of careful seeding. SODA 2007, 1027–1035.',
  banfield1993:
    'Banfield JD, Raftery AE (1993). Model-based Gaussian and non-Gaussian clustering. Biometrics 49(3), 803–821.',
  baudry2010:
    'Baudry J-P, Raftery AE, Celeux G, Lo K, Gottardo R (2010). Combining mixture components for clustering. Journal of Computational and Graphical Statistics 19(2), 332–353.',
  biernacki2000:
    'Biernacki C, Celeux G, Govaert G (2000). Assessing a mixture model for clustering with the integrated completed likelihood. IEEE Transactions on Pattern Analysis and Machine Intelligence 22(7), 719–725.',
  biernacki2003:
    'Biernacki C, Celeux G, Govaert G (2003). Choosing starting values for the EM algorithm for getting the highest likelihood in multivariate Gaussian mixture models. Computational Statistics & Data Analysis 41(3–4), 561–575.',
  bohning1994:
    'Böhning D, Dietz E, Schaub R, Schlattmann P, Lindsay BG (1994). The distribution of the likelihood ratio for mixtures of densities from the one-parameter exponential family. Annals of the Institute of Statistical Mathematics 46(2), 373–388.',
  celeux1995:
    'Celeux G, Govaert G (1995). Gaussian parsimonious clustering models. Pattern Recognition 28(5), 781–793.',
  dempster1977:
    'Dempster AP, Laird NM, Rubin DB (1977). Maximum likelihood from incomplete data via the EM algorithm. Journal of the Royal Statistical Society B 39(1), 1–38.',
  fisher1936:
    'Fisher RA (1936). The use of multiple measurements in taxonomic problems. Annals of Eugenics 7(2), 179–188.',
  fraley1998:
    'Fraley C (1998). Algorithms for model-based Gaussian hierarchical clustering. SIAM Journal on Scientific Computing 20(1), 270–281.',
  fraley2007:
    'Fraley C, Raftery AE (2007). Bayesian regularization for normal mixture estimation and model-based clustering. Journal of Classification 24(2), 155–181.',
  garcia2008:
    'García-Escudero LA, Gordaliza A, Matrán C, Mayo-Iscar A (2008). A general trimming approach to robust cluster analysis. Annals of Statistics 36(3), 1324–1345.',
  ghahramani1994:
    'Ghahramani Z, Jordan MI (1994). Supervised learning from incomplete data via an EM approach. Advances in Neural Information Processing Systems 6, 120–127.',
  good1953:
    'Good IJ (1953). The population frequencies of species and the estimation of population parameters. Biometrika 40(3–4), 237–264.',
  hennig2007:
    'Hennig C (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data Analysis 52(1), 258–271.',
  hubert1985: 'Hubert L, Arabie P (1985). Comparing partitions. Journal of Classification 2(1), 193–218.',
  kass1995:
    'Kass RE, Raftery AE (1995). Bayes factors. Journal of the American Statistical Association 90(430), 773–795.',
  mclachlan1987:
    'McLachlan GJ (1987). On bootstrapping the likelihood ratio test statistic for the number of components in a normal mixture. Applied Statistics 36(3), 318–324.',
  mclachlan2000: 'McLachlan GJ, Peel D (2000). Finite Mixture Models. Wiley, New York.',
  rao1948:
    'Rao CR (1948). The utilization of multiple measurements in problems of biological classification. Journal of the Royal Statistical Society B 10(2), 159–203.',
  schwarz1978: 'Schwarz G (1978). Estimating the dimension of a model. Annals of Statistics 6(2), 461–464.',
  scrucca2015:
    'Scrucca L, Raftery AE (2015). Improved initialisation of model-based clustering using Gaussian hierarchical partitions. Advances in Data Analysis and Classification 9(4), 447–460.',
  scrucca2016:
    'Scrucca L, Fop M, Murphy TB, Raftery AE (2016). mclust 5: clustering, classification and density estimation using Gaussian finite mixture models. The R Journal 8(1), 289–317.',
  scrucca2023:
    'Scrucca L, Fraley C, Murphy TB, Raftery AE (2023). Model-Based Clustering, Classification, and Density Estimation Using mclust in R. Chapman & Hall/CRC.',
  ueda2000:
    'Ueda N, Nakano R, Ghahramani Z, Hinton GE (2000). SMEM algorithm for mixture models. Neural Computation 12(9), 2109–2128.',
  varadhan2008:
    'Varadhan R, Roland C (2008). Simple and globally convergent methods for accelerating the convergence of any EM algorithm. Scandinavian Journal of Statistics 35(2), 335–353.',
  zhao2012:
    'Zhao Q, Hautamäki V, Kärkkäinen I, Fränti P (2012). Random swap EM algorithm for Gaussian mixture models. Pattern Recognition Letters 33(16), 2120–2126.',
} as const

export type Reference = keyof typeof REFERENCES
