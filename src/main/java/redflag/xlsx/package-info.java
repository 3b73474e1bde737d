/**
 * Writes Excel workbooks: rows go out as they come, compressed at once, so that a workbook costs little more than its
 * compression. What reports need of the format and no more: formatted cells, tables, charts, sparklines, input cells.
 * The parts and their order are those of ECMA-376 (transitional), which a test holds against its schemas.
 */
@ApplicationModule(allowedDependencies = "ooxml")
@NullMarked
package redflag.xlsx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
