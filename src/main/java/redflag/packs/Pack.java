package redflag.packs;

import java.util.List;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.documents.Checklist;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.plan.SideLetter;

/**
 * All that is made for one notice, or for a reason without one.
 *
 * @param name in the names of its folder and files: unique in the store
 * @param kind missing where nobody knows the word of the notice
 * @param remarks what is to be known first
 * @param checklist the papers that Amazon asks for; missing where nobody knows the reason
 * @param english what goes to Amazon
 * @param reading the same in the language of the store's managers; missing where they read English
 * @param measures what the letter leaves to people to confirm
 * @param again what Amazon's answer asks for, where it has answered
 */
public record Pack(
        String name,
        Optional<Notice> notice,
        Optional<NoticeKind> kind,
        List<Remark> remarks,
        Evidence evidence,
        Optional<Checklist> checklist,
        Letters english,
        Optional<Letters> reading,
        List<Measure> measures,
        Optional<Again> again) {

    public Pack {
        remarks = List.copyOf(remarks);
        measures = List.copyOf(measures);
    }

    /** What people call it by: the notice, or the reason where there is none. */
    public String subject() {
        return notice.map(of -> of.row().id()).orElse(name);
    }

    /** So much the letter that answers the notice leaves to people; missing where there is no such letter. */
    public Optional<Integer> toConfirm() {
        return english.plan().map(Plan::toConfirm);
    }

    /** So many papers that are asked for are not there; missing where nobody knows what is asked for. */
    public Optional<Integer> toCollect() {
        return checklist.map(of -> of.open().size());
    }

    /**
     * The letters in one language.
     *
     * @param plan the one that answers the notice; missing where there is nothing to answer with
     * @param beside in the order in which they are drafted
     */
    public record Letters(Optional<Plan> plan, List<SideLetter> beside) {
        public Letters {
            beside = List.copyOf(beside);
        }
    }
}
