package redflag.sample;

import java.time.LocalDate;

/** The notices that the made-up agency keeps by hand: with a stated day, without one, overdue, with Amazon, closed; of an
 * account that is deactivated, and of one under review. */
final class NoticeFiles {

    private NoticeFiles() {}

    /** One that states no day: 72 hours are usual. */
    static Table cedar() {
        return table().add(
                        "C-1",
                        "cedar-us",
                        day("2026-11-20"),
                        "late shipment rate",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Please send a plan of action",
                        "",
                        "appeal button",
                        "new",
                        "Your late shipment rate",
                        "",
                        "",
                        "");
    }

    /** Of two of its stores: one overdue, one closed. */
    static Table elder() {
        return table().add(
                        "E-1",
                        "elder-de",
                        day("2026-11-12"),
                        "cancellation rate",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        day("2026-11-19"),
                        "appeal button",
                        "in progress",
                        "Cancelled orders",
                        "",
                        "",
                        "ask the warehouse about the missing units")
                .add(
                        "E-2",
                        "elder-uk",
                        day("2026-09-03"),
                        "listing policy",
                        "",
                        "",
                        "",
                        "",
                        "ELD-104",
                        "",
                        "",
                        day("2026-09-10"),
                        "",
                        "closed",
                        "Title with a claim",
                        "2026-09-04: title changed",
                        "2026-09-06: reinstated",
                        "");
    }

    /** In Chinese; Amazon has the answer. */
    static Table fuji() {
        return new Table(
                        "通知编号", "店铺", "收到日期", "原因", "权利", "投诉", "权利人", "投诉编号", "涉及商品", "订单", "亚马逊原文", "截止日期", "横幅",
                        "处理状态", "标题", "提交记录", "亚马逊答复", "备注")
                .add(
                        "F-1",
                        "fuji-jp",
                        day("2026-11-13"),
                        "有效追踪率",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        day("2026-11-16"),
                        "有申诉按钮",
                        "已提交",
                        "有效追踪率低于目标",
                        "2026-11-14：改进计划",
                        "",
                        "");
    }

    /** The three complaints that the performance report counts: to do until a stated day, refused, and over. */
    static Table juniper() {
        return table().add(
                        "J-1",
                        "juniper-us",
                        day("2026-11-18"),
                        "intellectual property",
                        "trademark",
                        "received",
                        "Inkwell Brands",
                        "7700114421",
                        "B0JUNI0007",
                        "",
                        "Provide a letter of authorisation or a retraction",
                        day("2026-11-25"),
                        "appeal button",
                        "to do",
                        "Trademark on a notebook",
                        "",
                        "",
                        "")
                .add(
                        "J-2",
                        "juniper-us",
                        day("2026-10-30"),
                        "intellectual property",
                        "copyright",
                        "received",
                        "Paper Moon Studio",
                        "7700109903",
                        "B0JUNI0011; B0JUNI0012",
                        "",
                        "",
                        day("2026-11-06"),
                        "appeal button",
                        "refused",
                        "Pattern on two covers",
                        "2026-11-04: licence of the pattern",
                        "2026-11-10: the licence does not name the product",
                        "")
                .add(
                        "J-3",
                        "juniper-us",
                        day("2026-08-14"),
                        "intellectual property",
                        "counterfeit",
                        "received",
                        "Inkwell Brands",
                        "7700087310",
                        "B0JUNI0003",
                        "",
                        "",
                        "",
                        "",
                        "closed",
                        "Pens",
                        "2026-08-16: invoices",
                        "2026-08-20: reinstated",
                        "");
    }

    /** The account is deactivated, and buyers doubt two of its products. */
    static Table laurel() {
        return table().add(
                        "L-1",
                        "laurel-us",
                        day("2026-11-17"),
                        "account deactivated",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Your account has been deactivated",
                        "",
                        "appeal button",
                        "to do",
                        "Deactivation",
                        "",
                        "",
                        "")
                .add(
                        "L-2",
                        "laurel-us",
                        day("2026-11-16"),
                        "inauthentic",
                        "",
                        "",
                        "",
                        "",
                        "B0LAUR0004; B0LAUR0009",
                        "",
                        "Provide invoices of the last 365 days",
                        day("2026-11-24"),
                        "appeal button",
                        "in progress",
                        "Authenticity of two candles",
                        "",
                        "",
                        "");
    }

    /** Seller-fulfilled orders are under review. */
    static Table maple() {
        return table().add(
                        "M-1",
                        "maple-us",
                        day("2026-11-19"),
                        "temporary review",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "114-2280017-5533901; 114-2280017-5533902",
                        "Provide tracking numbers and proof of delivery",
                        "",
                        "appeal button",
                        "new",
                        "Review of seller-fulfilled orders",
                        "",
                        "",
                        "");
    }

    private static Table table() {
        return new Table(
                "notice",
                "store",
                "received",
                "reason",
                "right",
                "complaint",
                "rights owner",
                "complaint id",
                "listings",
                "orders",
                "amazon wrote",
                "deadline",
                "banner",
                "state",
                "title",
                "submitted",
                "amazon answered",
                "note");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
