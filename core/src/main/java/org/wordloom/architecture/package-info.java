/** What is predicted from what: skip-gram and CBOW fill tiles with hidden vectors, targets and pairs. */
package org.wordloom.architecture;
