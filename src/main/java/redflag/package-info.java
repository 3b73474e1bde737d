@NullMarked
package redflag;

import org.jspecify.annotations.NullMarked;
