package redflag.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One of Amazon's lists of orders with defects, as far as it concerns one store.
 *
 * @param file the list
 * @param headerOnly no row stood under the header: it says that there is none, but not for which fulfilment
 * @param speaksFor the fulfilments (MFN, AFN) that its rows name
 * @param knowsKinds the kinds of defect that it has a column for; all of them on a list of late shipments
 * @param rowsRejected rows of the file that could not be used, and may have listed more
 * @param orders each order once, by order id
 */
public record DefectList(
        String file,
        boolean headerOnly,
        Set<Code> speaksFor,
        Set<Code> knowsKinds,
        long rowsRejected,
        List<ListedOrder> orders) {

    public DefectList {
        speaksFor = Set.copyOf(speaksFor);
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        kinds.addAll(knowsKinds);
        knowsKinds = java.util.Collections.unmodifiableSet(kinds);
        orders = List.copyOf(orders);
    }
}
