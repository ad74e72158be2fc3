package org.wordloom.search;

/** How "a is to b as c is to ?" is answered. */
public enum AnalogyMethod {
    /** The word nearest to b - a + c by cosine, all of unit length (Mikolov et al. 2013). */
    COS_ADD,
    /** The word that maximises cos(x,b)·cos(x,c) / (cos(x,a) + ε), cosines shifted to [0, 1] (Levy, Goldberg 2014). */
    COS_MUL
}
