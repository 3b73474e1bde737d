package redflag.delivery;

/** A file of a message. */
record Attachment(String name, byte[] bytes) {

    /** By the name's ending. */
    String mediaType() {
        if (name.endsWith(".xlsx")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (name.endsWith(".docx")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (name.endsWith(".html")) {
            return "text/html";
        }
        return name.endsWith(".zip") ? "application/zip" : "application/octet-stream";
    }
}
